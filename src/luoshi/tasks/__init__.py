"""The task list (任务分解表) that offices make of a report: written from a register, filled in by people, read back."""

"""A task list as CSV, for an installation without the libraries of office formats."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from luoshi.tasks.rows import COLUMNS, TaskList

_FORMULA = ("=", "+", "-", "@", "\t")  # a spreadsheet would compute what begins so


def csv_of(lists: Sequence[TaskList]) -> bytes:
    """The rows of all documents under one head, in UTF-8 with the mark by which Excel knows it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.head for column in COLUMNS])
    for tasks in lists:
        writer.writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in tasks.rows)
    return buffer.getvalue().encode("utf-8-sig")

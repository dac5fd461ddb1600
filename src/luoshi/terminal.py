"""What a run shows on the terminal: progress, failures as they come, and a summary that also reads well in a file."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from luoshi.counts import Counts
from luoshi.runs import OVERVIEW, Options, Outcome
from luoshi.standard_output import StandardOutput

# one, many
_FINDINGS = {
    "repeated": ("repeated stretch", "repeated stretches"),
    "broken": ("broken paragraph", "broken paragraphs"),
    "cut": ("cut ending", "cut endings"),
    "count": ("count that differs from the list", "counts that differ from the list"),
    "same-value": ("amount given for two indicators", "amounts given for two indicators"),
    "role-conflict": ("person with conflicting posts", "persons with conflicting posts"),
    "unknown-body": ("body that no list knows", "bodies that no list knows"),
    "run-on": ("statement run into the next", "statements run into the next"),
    "differing-values": ("figure with differing values", "figures with differing values"),
    "growth-mismatch": ("growth that does not fit its levels", "growths that do not fit their levels"),
    "sum-mismatch": ("whole that its parts do not add up to", "wholes that their parts do not add up to"),
    "part-over-whole": ("part larger than its whole", "parts larger than their whole"),
    "impossible-share": ("share above 100 % or below 0", "shares above 100 % or below 0"),
    "impossible-rank": ("rank beyond the last of its field", "ranks beyond the last of their field"),
    "unit-slip": ("unit that may have slipped", "units that may have slipped"),
    "jump": ("implausible jump", "implausible jumps"),
    "low-confidence": ("figure that was hard to recognise", "figures that were hard to recognise"),
    "corrected": ("number put right in recognition", "numbers put right in recognition"),
}
_STATUSES = {
    "registered": "registered",
    "replaced": "registered anew",
    "unchanged": "unchanged",
    "duplicate": "the same as another",
    "failed": "failed",
}

_SHOWN = 40  # characters of a path beside the bar


class Terminal:
    """Progress and failures on standard error; the summary on ``stdout``, or on standard error too where that is None.

    With ``quiet`` only failures are shown; with ``debug`` also where in the program they arose.
    """

    def __init__(self, stdout: StandardOutput | None, *, quiet: bool, debug: bool = False) -> None:
        self._stdout = stdout
        self._quiet = quiet
        self._debug = debug
        self._errors = Console(stderr=True, highlight=False)
        self.failed = False
        self._statuses: Counter[str] = Counter()
        self._counts = Counts()
        self._reasons: list[str] = []
        self._pages: list[Path] = []

    @contextmanager
    def progress(self, outcomes: Iterable[Outcome], total: int | None) -> Iterator[Iterator[Outcome]]:
        """The outcomes, each noted for the summary; with a bar while there are several and someone to look at it.

        ``total`` is None where their number shows only at the end.
        """
        shown = not self._quiet and total != 1 and self._errors.is_terminal
        columns = (
            BarColumn(24),
            MofNCompleteColumn(),
            _Speed(),
            TimeRemainingColumn(),
            TextColumn("{task.description}"),
        )
        with Progress(*columns, console=self._errors, transient=True, disable=not shown) as bar:
            task = bar.add_task("", total=total, failed=0)

            def noted() -> Iterator[Outcome]:
                for outcome in outcomes:
                    self._note(outcome)
                    bar.update(task, description=_shortened(outcome.source), failed=self._statuses["failed"])
                    yield outcome
                    bar.advance(task)

            yield noted()

    def _note(self, outcome: Outcome) -> None:
        self._statuses[outcome.status] += 1
        self._counts += outcome.counts
        if outcome.page:
            self._pages.append(outcome.page)
        if outcome.status == "failed":
            self.fail(outcome.reason)
        elif outcome.reason:
            self._reasons.append(outcome.reason)
        if self._debug and outcome.trace:
            self._errors.print(Text(outcome.trace), soft_wrap=True)

    def fail(self, sentence: str) -> None:
        """Shows a failure at once, and again in the summary."""
        self.failed = True
        self._reasons.append(sentence)
        self._errors.print(Text(sentence), soft_wrap=True)

    @property
    def begun(self) -> bool:
        """Whether there was any outcome yet."""
        return bool(self._statuses)

    def summarise(self, options: Options) -> None:
        """What was read, what was found in it, and where it lies now."""
        if self._quiet:
            return
        console = Console(highlight=False) if self._stdout else self._errors
        with console.capture() as captured:
            self._write_summary(console, options)
        if self._stdout:
            self._stdout.write(captured.get().splitlines())
        else:
            sys.stderr.write(captured.get())

    def _write_summary(self, console: Console, options: Options) -> None:
        def line(*parts: str | tuple[str, str]) -> None:
            console.print(Text.assemble(*parts), soft_wrap=True)

        total = self._statuses.total()
        parts = [f"{self._statuses[status]:,} {words}" for status, words in _STATUSES.items() if self._statuses[status]]
        line((f"{total:,} document{'s' * (total != 1)}", "bold"), ": ", ", ".join(parts))
        if self._counts.documents:
            line()
            console.print(_table(self._counts))
        if total > 1 and self._reasons:
            line()
            for reason in self._reasons:
                line(reason)
        line()
        line("Register  ", (options.register, "bold"))
        if len(self._pages) == 1:
            line("Page      ", (str(self._pages[0]), "bold"))
        elif self._pages:
            overview = self._pages[0].with_name(OVERVIEW)
            line("Pages     ", (str(overview if overview.exists() else overview.parent), "bold"))


class _Speed(ProgressColumn):
    """Documents a second, and how many failed."""

    def render(self, task: Task) -> Text:
        speed = Text(f"{task.speed:.1f}/s" if task.speed else "")
        if task.fields["failed"]:
            speed.append(f"  {task.fields['failed']:,} failed", "red")
        return speed


def _shortened(source: str) -> str:
    """The end of a path: what tells it from the others."""
    return source if len(source) <= _SHOWN else "…" + source[-_SHOWN:]


def _table(counts: Counts) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(min_width=34)
    table.add_column(justify="right")

    def rows(pairs: Sequence[tuple[str, int]]) -> None:
        for words, number in pairs:
            table.add_row(words, f"{number:,}")

    rows(
        [
            ("Figures: what was reached", counts.actual),
            ("Figures: what is aimed at", counts.target),
            ("Commitments", counts.commitments),
            ("Accomplishments", counts.accomplishments),
            ("People", counts.people),
            ("Remarks", counts.remarks),
            ("Programmes", counts.programmes),
            ("To look at", sum(counts.findings.values())),
        ]
    )
    kinds = [*_FINDINGS, *sorted(set(counts.findings) - set(_FINDINGS))]
    rows(
        [
            (f"  {_words(kind, counts.findings[kind])}", counts.findings[kind])
            for kind in kinds
            if kind in counts.findings
        ]
    )
    return table


def _words(kind: str, number: int) -> str:
    one, many = _FINDINGS.get(kind, (kind.replace("-", " "),) * 2)
    return one if number == 1 else many

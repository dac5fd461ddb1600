#!/usr/bin/env python3
"""How fast a register takes reports in, and how fast it answers with millions of figures in the file.

    register.py [--figures 5000000] [--reports 1000] [--folder DIR] [--json]

First a new register takes in --reports as large as 21 work reports of provinces are on average (208 figures, 646
commitments, 61 programmes, 103 blocks), 50 in a transaction, from records that were extracted before. Then it is filled
with reports of 300 figures until it holds --figures, takes in large reports again, and is asked the common questions. The
file is made in DIR (by default a temporary folder) and taken away at the end. The bar of ingest is on processor time, so
that other work on the machine counts little; the clock on the wall stands beside it, and is what answers are measured
with. Leaves with status 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Literal

from registers import INDICATORS, KNOWN, PLACES, YEARS, large_report, report
from rich.console import Console
from rich.progress import track
from rich.table import Table

from luoshi.model import Case, Status
from luoshi.register import FigureEntry, Given, Register
from luoshi.rows import CaseRows, rows_of

INGEST_BAR = 200.0  # reports a second
ANSWER_BAR = 50.0  # milliseconds
BATCH = 50  # reports in a transaction
FIGURES = 300  # in a report of the filling
ROUNDS = 9  # of each question, each time about something else
GIVEN = Given(None, None, "1")


@dataclass(slots=True)
class Result:
    """What was measured: reports a second, or the milliseconds that an answer of so many figures took."""

    name: str
    measured: float
    bar: float
    unit: Literal["/s", " ms"]
    figures: int | None = None

    @property
    def reached(self) -> bool:
        """Whether the bar is reached."""
        return self.measured <= self.bar if self.unit == " ms" else self.measured >= self.bar


def batches(cases: Iterable[CaseRows]) -> Iterator[list[CaseRows]]:
    """The cases, as many together as go into a transaction."""
    rest = iter(cases)
    while batch := list(islice(rest, BATCH)):
        yield batch


def ingest(file: Path, cases: list[Case], name: str) -> list[Result]:
    """Puts cases into the register and says how many a second, by processor time and by the clock."""
    rows = [rows_of(case) for case in cases]  # in a run, done by the processes that read
    begun, processor = time.perf_counter(), time.process_time()
    with Register(file) as register:
        for batch in batches(rows):
            register.put_all(batch, GIVEN)
    clock, processor = time.perf_counter() - begun, time.process_time() - processor
    return [
        Result(name, len(rows) / processor, INGEST_BAR, "/s"),
        Result(f"{name}, by the clock", len(rows) / clock, 0.0, "/s"),
    ]


def fill(file: Path, figures: int, first: int) -> int:
    """Fills the register until it holds so many figures; gives the number of reports that this took."""
    numbers = range(first, first + max(figures // FIGURES, 1))
    made = (rows_of(report(number, figures=FIGURES)) for number in track(numbers, "filling", transient=True))
    with Register(file) as register:
        for batch in batches(made):
            register.put_all(batch, GIVEN)
    return len(numbers)


Found = list[FigureEntry]


def indicator_over_years(register: Register, chance: random.Random, _documents: int) -> Found:
    """By its id, for places of one region."""
    start = chance.randrange(len(PLACES) - 20)
    years = [str(year) for year in YEARS[:6]]
    return register.figures(
        indicator=f"product_{chance.randrange(KNOWN)}", place=PLACES[start : start + 20], period=years
    )


def indicator_everywhere(register: Register, chance: random.Random, _documents: int) -> Found:
    """By its name, which some reports have."""
    return register.figures(indicator=chance.choice(INDICATORS[KNOWN:]), period=str(YEARS[1]))


def targets_of_a_place(register: Register, chance: random.Random, _documents: int) -> Found:
    """Over all years."""
    return register.figures(place=chance.choice(PLACES), status=Status.TARGET)


def figures_of_a_document(register: Register, chance: random.Random, documents: int) -> Found:
    """Any of the first so many."""
    return register.figures(document=chance.randrange(1, documents + 1))


QUESTIONS: dict[str, Callable[[Register, random.Random, int], Found]] = {
    "an indicator over 6 years in 20 places": indicator_over_years,
    "an indicator in a year, everywhere": indicator_everywhere,
    "all targets of a place": targets_of_a_place,
    "all figures of a document": figures_of_a_document,
}


def answers(file: Path, documents: int) -> Iterator[Result]:
    """The time of each question: the median, and the slowest, which as a rule is the first that is asked."""
    for name, ask in QUESTIONS.items():
        with Register(file) as register:  # with nothing in its cache
            chance, times, rows = random.Random(7), [], []
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                rows.append(len(ask(register, chance, documents)))
                times.append(1000 * (time.perf_counter() - begun))
        yield Result(name, median(times), ANSWER_BAR, " ms", round(median(rows)))
        yield Result(f"{name}, the slowest of {ROUNDS}", max(times), ANSWER_BAR, " ms", max(rows))


def measure(folder: Path, *, figures: int, reports: int) -> tuple[list[Result], float]:
    """All results, and the size of the file in GB."""
    file = folder / "benchmark.db"
    large = [large_report(number) for number in range(reports)]
    results = ingest(file, large, "reports into a new register")
    filled = fill(file, figures, reports)
    further = [large_report(number) for number in range(reports + filled, reports + filled + max(reports // 2, 1))]
    results += ingest(file, further, f"reports beside {figures:,} figures")
    results += answers(file, reports + filled)
    return results, file.stat().st_size / 1e9


def table(results: list[Result], title: str) -> Table:
    """The results for people."""
    shown = Table(title=title)
    shown.add_column("what")
    for heading in ("figures", "measured", "bar", "reached"):
        shown.add_column(heading, justify="right")
    for result in results:
        values = [f"{value:.1f}{result.unit}" for value in (result.measured, result.bar)]
        if not result.bar:
            values[1] = ""
        reached = "yes" if result.reached else "[bold red]no[/]"
        shown.add_row(
            result.name, "" if result.figures is None else f"{result.figures:,}", *values, reached if result.bar else ""
        )
    return shown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", type=int, default=5_000_000, help="in the register (default 5,000,000)")
    parser.add_argument("--reports", type=int, default=1000, help="taken in by the new register (default 1000)")
    parser.add_argument("--folder", type=Path, help="where the file is made: 2 GB (default: a temporary folder)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        results, size = measure(Path(folder), figures=options.figures, reports=max(options.reports, 1))
    if options.json:
        print(json.dumps({"gigabytes": size, "results": [asdict(result) for result in results]}, indent=2))
    else:
        console = Console(width=None if sys.stdout.isatty() else 120)
        console.print(table(results, f"{options.figures:,} figures, {size:.2f} GB"))
    return 0 if all(result.reached for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())

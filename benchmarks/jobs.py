#!/usr/bin/env python3
"""What ``luoshi run --jobs 2`` gains over one process, and whether memory grows with the number of documents.

    jobs.py [--copies 10] [--documents 50 500] [--rounds 3] [--json] [FILE…]

FILEs (or the reports of the evaluation data, or the samples) are copied, each copy a little different so that none
counts as registered already. Times are those of the clock on the wall, the best of several rounds, in which one and
two processes take turns; memory is the most that any one of the run's processes held. Leaves with status 1 where two
processes are less than 1.8 times as fast as one, or memory grows by more than a tenth. Wants an idle machine with two
cores, and Unix.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from texts import DATE, report_paths, texts_of

from luoshi.errors import LuoshiError

GAIN = 1.8
GROWTH = 1.1
_KILOBYTES = 1 if sys.platform != "darwin" else 1024  # the unit of ru_maxrss is kilobytes, on macOS bytes


class Run(NamedTuple):
    """One run of ``luoshi run``: seconds on the wall, and MB of memory of its largest process."""

    documents: int
    jobs: int
    seconds: float
    memory: float


def write_copies(texts: Sequence[str], count: int, folder: Path) -> None:
    """``count`` documents, the texts again and again; the number of line feeds at the end tells copies apart."""
    folder.mkdir()
    for number, text in enumerate(islice(cycle(texts), count)):
        (folder / f"{number:05d}.txt").write_text(text + "\n" * (1 + number // len(texts)), encoding="utf-8")


def run(folder: Path, documents: int, jobs: int) -> Run:
    """Runs ``luoshi run`` on a folder into a register and pages of its own. Raises LuoshiError where it fails."""
    with tempfile.TemporaryDirectory() as out:
        arguments = ["run", str(folder), "--date", DATE, "--jobs", str(jobs), "--quiet"]
        where = ["--register", str(Path(out, "luoshi.db")), "--out", str(Path(out, "pages"))]
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "luoshi.cli", *arguments, *where], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            raise LuoshiError(f"luoshi {' '.join(arguments)} ended with {process.returncode}.")
        return Run(documents, jobs, seconds, usage.ru_maxrss / _KILOBYTES / 1000)


def measure_gain(texts: Sequence[str], copies: int, rounds: int) -> list[Run]:
    """The fastest run with one process, and with two."""
    count = copies * len(texts)
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "documents")
        write_copies(texts, count, folder)
        runs = [run(folder, count, jobs) for _ in range(rounds) for jobs in (1, 2)]
    return [min((one for one in runs if one.jobs == jobs), key=lambda one: one.seconds) for jobs in (1, 2)]


def measure_memory(texts: Sequence[str], counts: Sequence[int]) -> list[Run]:
    """A run with one process for each number of documents."""
    runs = []
    for count in counts:
        with tempfile.TemporaryDirectory() as parent:
            folder = Path(parent, "documents")
            write_copies(texts, count, folder)
            runs.append(run(folder, count, 1))
    return runs


def table(title: str, runs: Sequence[Run], verdict: str) -> Table:
    """Runs for people."""
    shown = Table(title=title, caption=verdict, title_justify="left", caption_justify="left")
    for heading in ("documents", "jobs", "seconds", "MB of memory"):
        shown.add_column(heading, justify="right")
    for one in runs:
        shown.add_row(str(one.documents), str(one.jobs), f"{one.seconds:.2f}", f"{one.memory:.0f}")
    return shown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--copies", type=int, default=10, help="copies of each text for the times (default 10)")
    parser.add_argument("--documents", type=int, nargs=2, default=[50, 500], help="for the memory (default 50 500)")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts (default 3)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options = parser.parse_args()
    try:
        texts = texts_of(options.files or report_paths())
        one, two = measure_gain(texts, max(options.copies, 1), max(options.rounds, 1))
        few, many = measure_memory(texts, options.documents)
    except LuoshiError as error:
        print(error, file=sys.stderr)
        return 2
    gain, growth = one.seconds / two.seconds, many.memory / few.memory
    if options.json:
        runs = {"times": [one._asdict(), two._asdict()], "memory": [few._asdict(), many._asdict()]}
        print(json.dumps({**runs, "gain": round(gain, 3), "growth": round(growth, 3)}, indent=2))
    else:
        console = Console(width=None if sys.stdout.isatty() else 120)
        console.print(table("Time", (one, two), f"{gain:.2f} times as fast (bar: {GAIN})"))
        console.print(table("Memory", (few, many), f"{growth:.2f} times as much (bar: at most {GROWTH})"))
    return 0 if gain >= GAIN and growth <= GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""How well pages are read, by Luoshi and by other programs, on the pages of make_pages.py.

    page_quality.py FOLDER [--programs Luoshi pdfplumber] [--kinds newspaper] [--forms "text layer"] [--json]

For each kind of page and program, the mean over the pages of: wrong characters of the whole text in its true order; wrong
characters line by line, wherever the lines stand; pairs of paragraphs of a page in their true order, with the articles in
the true order and in any; and F1 of the figures that Luoshi reads out of that text against those out of the true text
(equal in indicator, measure, value, unit, bound, status, period and place). Programs that are missing are named and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

from pages.making import PageFile, listed
from pages.measures import f1, measure, without_furniture
from pages.programs import INSTALL, PROGRAMS, Program, Read
from pages.truth import Truth
from rich.console import Console
from rich.table import Table

import luoshi


@dataclass(slots=True)
class Result:
    """What was measured of one program on one file."""

    program: str
    file: str
    kind: str
    form: str
    error: float
    line_error: float
    order: float
    order_free: float
    figures: float


MEASURES = ("error", "line_error", "order", "order_free", "figures")


def figures(text: str, truth: Truth) -> list[Hashable]:
    """The figures of a text, as far as they are compared."""
    return [
        (f.indicator, f.measure, f.value, f.high, f.unit, f.bound, f.status, f.period, f.place, f.relation)
        for f in luoshi.extract(text, date=truth.date, place=truth.place)
    ]


def score(program: str, page: PageFile, truth: Truth, text: str, wanted: Iterable[Hashable]) -> Result:
    """Measures what a program read."""
    reading = measure(truth.units, without_furniture(text, truth))
    found = f1(wanted, figures(text, truth))
    errors = (reading.error, reading.line_error)
    return Result(program, page.file, page.kind, page.form, *errors, reading.order.strict, reading.order.free, found)


def measured(folder: Path, pages: Iterable[PageFile], readers: dict[str, Read]) -> list[Result]:
    """The results of all programs on all files."""
    results = []
    for page in pages:
        truth = Truth.read(folder / page.truth)
        wanted = figures(truth.text, truth)
        for name, read in readers.items():
            text = read(folder / page.file)
            if text is not None:
                results.append(score(name, page, truth, text, wanted))
    return results


def table(results: list[Result]) -> Table:
    """The means for each kind and program, for people."""
    shown = Table(title="means over the files")
    for heading in ("pages", "program"):
        shown.add_column(heading)
    for heading in ("files", "wrong characters", "… line by line", "pairs in order", "… articles in any", "figures F1"):
        shown.add_column(heading, justify="right")
    groups: defaultdict[tuple[str, str], defaultdict[str, list[Result]]] = defaultdict(lambda: defaultdict(list))
    for result in results:
        groups[result.kind, result.form][result.program].append(result)
    for (kind, form), programs in groups.items():
        for number, (program, own) in enumerate(programs.items()):
            means = [fmean(getattr(result, name) for result in own) for name in MEASURES]
            cells = [f"{mean:.1%}" for mean in means[:4]] + [f"{means[4]:.3f}"]
            first = "" if number else f"{kind}, {form}"
            shown.add_row(first, program, str(len(own)), *cells, end_section=number == len(programs) - 1)
    return shown


def loaded(programs: Iterable[Program]) -> dict[str, Read]:
    """The programs that are installed; the others are named."""
    readers = {}
    for program in programs:
        try:
            readers[program.name] = program.load()
        except ImportError:
            print(f"{program.name} is not installed and left out; install it with: {INSTALL}", file=sys.stderr)
    return readers


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    names = [program.name for program in PROGRAMS]
    parser.add_argument("--programs", nargs="+", choices=names, default=names)
    parser.add_argument("--kinds", nargs="+", metavar="KIND", help="only pages of these kinds")
    parser.add_argument(
        "--forms", nargs="+", metavar="FORM", help="only these: text layer, clean scan, rough scan, picture"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, file by file, instead of a table")
    options = parser.parse_args()
    try:
        pages = [
            page
            for page in listed(options.folder)
            if (not options.kinds or page.kind in options.kinds) and (not options.forms or page.form in options.forms)
        ]
    except OSError:
        print(f"{options.folder} holds no pages; make some with make_pages.py.", file=sys.stderr)
        return 2
    readers = loaded(program for program in PROGRAMS if program.name in options.programs)
    results = measured(options.folder, pages, readers)
    if options.json:
        print(json.dumps([asdict(result) for result in results], ensure_ascii=False, indent=1))
    else:
        Console(width=None if sys.stdout.isatty() else 140).print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())

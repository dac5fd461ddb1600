#!/usr/bin/env python3
"""How many errors the checks find that were put into texts of our own, and what they say of the texts without errors.

    check_quality.py [--seed 41] [--count 40] [--documents FOLDER]

Prints for each way of going wrong how many of the errors some finding points at, first for errors within one sentence or
document, then for errors that only several documents show; and the false alarms in as many texts without an error.
With --documents, numbers of real documents of one place are changed one by one instead.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable
from typing import NamedTuple

from checks.documents import changed_growths, changed_units
from checks.history import PLACE
from checks.planting import ERRORS, Planted, Text, series
from checks.statements import STATEMENTS

from luoshi.checks import check
from luoshi.checks.across import check_across
from luoshi.extraction import extract_records
from luoshi.flows import plain_flow
from luoshi.model import Case
from luoshi.progress.entries import reading_of
from luoshi.readers import from_text

OF_PLACE = "海拉尔区"  # a county whose city has 14, so that ranks have a field


class Found(NamedTuple):
    """A way of going wrong, how many errors were made, how many found, and how many findings the right texts gave."""

    name: str
    made: int
    found: int
    alarms: int


def case_of(text: Text, place: str) -> Case:
    """The text, read and extracted."""
    document = from_text(text.text, name=text.name, date=text.date, place=place)
    flow = plain_flow(document)
    return Case(document, flow, extract_records(document, flow))


def inside(chance: random.Random, count: int) -> Iterable[Found]:
    """Sentences with and without an error."""
    for name, make in STATEMENTS.items():
        made = found = alarms = 0
        for _ in range(count):
            right, wrong, changed = make(chance)
            if right == wrong:
                continue
            made += 1
            text = f"2025年，全区各项事业稳步推进。{wrong}"
            at = text.index(changed)
            spans = [s for f in check(case_of(Text("d", "2026-01-12", text), OF_PLACE)) for s in f.spans]
            found += any(span.start < at + len(changed) and at < span.end for span in spans)
            alarms += len(check(case_of(Text("d", "2026-01-12", f"2025年，全区各项事业稳步推进。{right}"), OF_PLACE)))
        yield Found(name, made, found, alarms)


def across(chance: random.Random, count: int) -> Iterable[Found]:
    """Series of reports and bulletins with and without an error."""
    for name, plant in ERRORS.items():
        made = found = alarms = 0
        for _ in range(count):
            years, documents = series(chance)
            planted = plant(chance, years, documents)
            if planted.documents == documents:
                continue
            made += 1
            found += any(_points_at(place, planted) for place in _places(planted.documents))
            alarms += len(list(_places(documents)))
        yield Found(name, made, found, alarms)


def _places(documents: list[Text]) -> Iterable[tuple[str, int, int]]:
    """Where findings in and across documents point."""
    cases = [case_of(document, PLACE) for document in documents]
    for case in cases:
        yield from ((case.document.name, *span) for finding in check(case) for span in finding.spans)
    for finding in check_across(map(reading_of, cases)):
        yield from ((citation.document, *citation.span) for citation in finding.citations)


def _points_at(place: tuple[str, int, int], planted: Planted) -> bool:
    name, start, end = place
    return name == planted.name and start <= planted.end and planted.start <= end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--documents", metavar="FOLDER")
    options = parser.parse_args()
    if options.documents:
        for name, change in (("unit slip (亿, 万)", changed_units), ("growth nine points higher", changed_growths)):
            made, found = change(options.documents)
            print(f"{name:<36}{made:>6}{found:>7}{found / max(made, 1):>7.2f}")
        return
    for title, measure in (("in one document", inside), ("across documents", across)):
        print(f"{title:<36}{'made':>6}{'found':>7}{'share':>7}{'false alarms in right texts':>30}")
        total = [0, 0, 0]
        for row in measure(random.Random(options.seed), options.count):
            print(f"  {row.name:<34}{row.made:>6}{row.found:>7}{row.found / max(row.made, 1):>7.2f}{row.alarms:>30}")
            total = [a + b for a, b in zip(total, row[1:], strict=True)]
        print(f"  {'all':<34}{total[0]:>6}{total[1]:>7}{total[1] / max(total[0], 1):>7.2f}{total[2]:>30}")


if __name__ == "__main__":
    main()

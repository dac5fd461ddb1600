"""Levels that do not go with the place's own history: slips of units, and jumps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise, product

from luoshi.amounts import split_unit
from luoshi.checks.across.ledger import Ledger, named, named_en, passage
from luoshi.checks.leaps import Leap, is_steady, leap
from luoshi.model import CrossFinding, FindingKind, Measure, Status
from luoshi.progress.entries import Entry

EXAMPLES = (
    # date and text of each document, and kind and numbers of each finding
    (
        (("2025-01-10", "2024年，一般公共预算收入15.8亿元。"), ("2026-01-12", "2025年，一般公共预算收入16.3万元。")),
        (("unit-slip", "16.3万元", "15.8亿元"),),
    ),
    (
        (("2025-01-10", "2024年，一般公共预算收入15.8亿元。"), ("2026-01-12", "2025年，一般公共预算收入163亿元。")),
        (("jump", "163亿元", "15.8亿元"),),
    ),
    ((("2025-01-10", "2024年，一般公共预算收入15.8亿元。"), ("2026-01-12", "2025年，一般公共预算收入16.3亿元。")), ()),
    ((("2025-01-10", "2024年，环卫设施购置资金30亿元。"), ("2026-01-12", "2025年，环卫设施购置资金32万元。")), ()),
    ((("2025-01-10", "2024年，跨境电商进出口15.8亿元。"), ("2026-01-12", "2025年，跨境电商进出口163亿元。")), ()),
    (
        (
            ("2024-01-10", "2023年，粮食产量8.1万吨。"),
            ("2025-01-10", "2024年，粮食产量8.3亿吨。"),
            ("2026-01-12", "2025年，粮食产量8.4万吨。"),
        ),
        (("unit-slip", "8.3亿吨", "8.1万吨"),),
    ),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A yearly level that is off by a multiplier from a neighbouring year's, or a jump of what does not jump.

    **Looks at** reported yearly levels of one known indicator, definition and place, of the place as a whole, in different documents.

    **Why**: 万 for 亿 is not seen by who reads one document alone.

    **Rule**: as in unit-slip and jump: 10⁴, 10⁸ or 10¹², give or take twice; and for steady indicators more than three times
    the level of the year before (half as much again for each further year). A level that lies between two that
    agree with each other is the one in question.

    **Known false alarms**: a place whose borders changed.

    **Example**: 一般公共预算收入15.8亿元 in one report, 16.3万元 in the next.
    """
    histories: defaultdict[Hashable, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in ledger.entries:
        figure, when = entry.figure, entry.interval
        if figure.measure is not Measure.LEVEL or figure.status is not Status.ACTUAL or not figure.value:
            continue
        if entry.identity.listed and when is not None and when.granularity == "year" and figure.unit != "%":
            histories[entry.identity, entry.place.key, split_unit(figure.unit)[1]][when.year].append(entry)
    for by_year in histories.values():
        if len(by_year) > 1:
            yield from _leaps(ledger, by_year)


def _leaps(ledger: Ledger, by_year: dict[int, list[Entry]]) -> Iterator[CrossFinding]:
    told: set[int] = set()
    whole = {year: [e for e in entries if ledger.is_whole(e)] for year, entries in sorted(by_year.items())}
    for earlier, later in pairwise(year for year, entries in whole.items() if entries):
        pairs = list(product(whole[earlier], whole[later]))
        found = [leap(a.figure, b.figure, later - earlier, jumps=is_steady(b.figure)) for a, b in pairs]
        if not all(found) or earlier in told or all(a.source == b.source for a, b in pairs):
            continue
        told.add(later)
        (before, after), one = pairs[0], found[0]
        assert one is not None
        yield _finding(before, after, one)


def _finding(before: Entry, after: Entry, found: Leap) -> CrossFinding:
    how, how_en = found.words()
    name = after.figure.indicator
    return CrossFinding(
        FindingKind(found.kind),
        (passage(after), passage(before)),
        f"{after.place.name}“{name}”：{named(before)}{before.figure.period}年的数与{named(after)}{after.figure.period}年的数相差悬殊，{how}。",
        f"“{name}” of {after.place.name}: {before.figure.period} in {named_en(before)} and {after.figure.period} in "
        f"{named_en(after)} are far apart: {how_en}.",
        confidence=0.8 if found.power else 0.7,
    )

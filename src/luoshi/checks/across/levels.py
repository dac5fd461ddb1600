"""Levels that do not go with the place's own history: slips of units, and jumps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from luoshi.checks.across.ledger import Ledger, citation, named, named_en
from luoshi.checks.leaps import Leap, is_steady, leap
from luoshi.model import CrossFinding, FindingKind
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
    for (identity, _), levels in ledger.levels.items():
        if identity.listed:
            yield from _leaps({first // 12: found for (first, last), found in levels.items() if _is_year(first, last)})


def _is_year(first: int, last: int) -> bool:
    return first % 12 == 0 and last - first == 11


def _leaps(by_year: dict[int, list[Entry]]) -> Iterator[CrossFinding]:
    told: set[int] = set()
    for earlier, later in pairwise(sorted(by_year)):
        pairs = list(product(by_year[earlier], by_year[later]))
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
        (citation(after), citation(before)),
        f"{after.place.name}“{name}”：{named(before)}{before.figure.period}年的数与{named(after)}{after.figure.period}年的数相差悬殊，{how}。",
        f"“{name}” of {after.place.name}: {before.figure.period} in {named_en(before)} and {after.figure.period} in "
        f"{named_en(after)} are far apart: {how_en}.",
        confidence=0.8 if found.power else 0.7,
    )

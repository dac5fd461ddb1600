"""A target that a later document sets lower than an earlier one, without saying so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal
from itertools import pairwise

from luoshi.amounts import amount, split_unit
from luoshi.catalogue import either
from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
from luoshi.checks.ranges import rounded, shown
from luoshi.model import CrossFinding, FindingKind, Status
from luoshi.progress.entries import Entry
from luoshi.progress.matching import step
from luoshi.progress.verdicts import sense

_SAID = re.compile(either("checks", "adjusting"))


EXAMPLES = (
    # date and text of each document, and kind and numbers of each finding
    (
        (("2021-02-10", "到2025年，地区生产总值达到500亿元。"), ("2025-01-12", "到2025年，地区生产总值达到480亿元。")),
        (("target-lowered", "480亿元", "500亿元"),),
    ),
    (
        (
            ("2025-01-10", "2025年，力争地区生产总值增长5%—5.5%。"),
            ("2025-07-12", "2025年，力争地区生产总值增长4.5%左右。"),
        ),
        (("target-lowered", "4.5%", "5%—5.5%"),),
    ),
    (
        (
            ("2025-01-10", "2025年，确保城镇调查失业率控制在5%以内。"),
            ("2025-07-12", "2025年，确保城镇调查失业率控制在5.5%以内。"),
        ),
        (("target-lowered", "5.5%", "5%"),),
    ),
    ((("2025-01-10", "2025年，力争地区生产总值增长5%。"), ("2025-07-12", "2025年，力争地区生产总值增长5.5%。")), ()),
    (
        (
            ("2025-01-10", "2025年，力争地区生产总值增长5%。"),
            ("2025-07-12", "经人大批准下调，2025年力争地区生产总值增长4.5%。"),
        ),
        (),
    ),
    ((("2025-01-10", "2025年，力争地区生产总值增长5%。"), ("2026-01-12", "2026年，力争地区生产总值增长4.5%。")), ()),
    ((("2025-01-10", "2025年，计划新建农村公路40公里。"), ("2025-07-12", "2025年，东湖街道新建农村公路12公里。")), ()),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """One target, and a lower one in its place.

    **Looks at** targets of one indicator, definition, place, time, measure and base in documents of different months.

    **Why**: a target that is met because it was lowered was not met.

    **Rule**: the later number asks for less (of what should fall: allows more), by more than rounding; of a range its easier end
    counts. Nothing is said where the later sentence speaks of adjusting (下调, 调整为). Where a document gives several
    numbers for the target it decides nothing.

    **Known false alarms**: a target for a part of the place under the name of the whole.

    **Example**: 到2025年地区生产总值达到500亿元 in the plan, 力争达到480亿元 in the report of 2025.
    """
    groups: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        figure, when = entry.figure, entry.interval
        if figure.status is Status.TARGET and figure.value is not None and when and entry.source.month is not None:
            what = (entry.identity, entry.place.key, when.first, when.last, figure.measure, figure.base)
            groups[what, split_unit(figure.unit)[1]].append(entry)
    for group in groups.values():
        by_source: defaultdict[object, list[Entry]] = defaultdict(list)
        for entry in group:
            by_source[entry.source].append(entry)
        single = [found[0] for found in by_source.values() if len({_bar(e) for e in found}) == 1]
        single = sorted(filter(ledger.is_whole, single), key=lambda entry: entry.source.month or 0)
        for before, after in pairwise(single):
            if before.source.month != after.source.month and _is_lower(before, after) and not _SAID.search(after.words):
                yield _finding(before, after)


def _bar(entry: Entry) -> Decimal:
    """What is asked for, in the unit without multiplier: of a range the easier end."""
    figure = entry.figure
    assert figure.value is not None
    value = figure.high if figure.high is not None and sense(entry) == "down" else figure.value
    return amount(value, figure.unit)[0]


def _is_lower(before: Entry, after: Entry) -> bool:
    a, b = _bar(before), _bar(after)
    less = a - b if sense(after) == "up" else b - a
    if after.figure.unit == "%":  # a goal of 5% is no rounded 4.6%
        return less > 0
    coarser = max(step(before.figure), step(after.figure))
    return less > (coarser / 2 if step(before.figure) != step(after.figure) else 0)


def _finding(before: Entry, after: Entry) -> CrossFinding:
    a, b, name = shown(before.figure), shown(after.figure), after.figure.indicator
    gap = abs(_bar(after) - _bar(before))
    power, unit = split_unit(after.figure.unit)[0], after.figure.unit
    apart = f"{rounded(gap.scaleb(-power), 4)}{'个百分点' if unit == '%' else unit}"
    return CrossFinding(
        FindingKind.TARGET_LOWERED,
        (citation(after), citation(before)),
        f"{after.place.name}{period_words(after)}“{name}”的目标：{named(before)}定为{a}，{named(after)}定为{b}，放宽了{apart}，文中没有说明。",
        f"The target for “{name}” of {after.place.name}, {after.figure.period}: {a} in {named_en(before)}, {b} in "
        f"{named_en(after)}, eased by {apart} without a word.",
        confidence=0.8,
    )

"""One indicator, place and time with different values in two documents: a revision, or a contradiction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal
from itertools import pairwise

from luoshi.amounts import amount, split_unit
from luoshi.catalogue import either, settings
from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
from luoshi.checks.ranges import agree, rounded, shown
from luoshi.model import CrossFinding, FindingKind, Measure, Status
from luoshi.progress.entries import Entry

_RUNNING = frozenset({Measure.RANK, Measure.GAP, Measure.CHANGE})
_SAID = re.compile(either("checks", "revising"))
_EARLY = 2  # months before the end of a time from which on documents tell its whole
_LEVELS = {"country": 0, "province": 1, "prefecture": 2, "county": 3}


EXAMPLES = (
    # date and text of each document, and kind and numbers of each finding
    (
        (("2026-01-12", "2025年，一般公共预算收入16.3亿元。"), ("2026-01-20", "2025年，一般公共预算收入18.3亿元。")),
        (("differing-values", "18.3亿元", "16.3亿元"),),
    ),
    (
        (("2026-01-12", "2025年，一般公共预算收入16.3亿元。"), ("2026-03-20", "2025年，一般公共预算收入16.4亿元。")),
        (("revised", "16.4亿元", "16.3亿元"),),
    ),
    (
        (("2026-01-12", "2025年，一般公共预算收入16.3亿元。"), ("2026-03-20", "2025年，一般公共预算收入36.1亿元。")),
        (("differing-values", "36.1亿元", "16.3亿元"),),
    ),
    (
        (("2025-01-12", "2024年，地区生产总值185亿元。"), ("2026-01-12", "按普查修订数，2024年地区生产总值230亿元。")),
        (("revised", "230亿元", "185亿元"),),
    ),
    ((("2026-01-12", "2025年，地区生产总值1.63万亿元。"), ("2026-03-20", "2025年，地区生产总值16312亿元。")), ()),
    ((("2026-01-12", "2025年，旅游收入突破38亿元。"), ("2026-03-20", "2025年，旅游收入38.5亿元。")), ()),
    ((("2026-01-12", "2025年，旅游收入38亿元。"), ("2026-03-20", "2025年，东湖景区旅游收入12亿元。")), ()),
    ((("2026-01-12", "2025年，旅游收入38亿元。"), ("2026-03-20", "2024年，旅游收入32亿元。")), ()),
    (
        (("2026-01-12", "2025年，规上工业增加值增长8.1%。"), ("2026-03-20", "2025年，全部工业增加值增长7.2%。")),
        (),
    ),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """Two values that two documents give of one thing.

    **Looks at** reported figures of one indicator, definition, place, time, measure and base, of the place as a whole.

    **Why**: a number taken over wrongly looks like any other; and who quotes a value that was revised since is out of date.

    **Rule**: the values do not agree by rounding, bound or range. Where the later document is of the same or a higher body, the
    difference is a revision (``revised``), unless it is larger than revisions are (checks.toml) and no word of revision
    stands beside it. Where both are of one month, or the later body is a lower one, it is a contradiction (``differing-values``).
    A document that itself gives several values decides nothing.

    **Known false alarms**: a narrower scope that an earlier sentence names.

    **Example**: 一般公共预算收入16.3亿元 in January, 18.3亿元 in a bulletin of the same month.
    """
    groups: defaultdict[Hashable, list[Entry]] = defaultdict(list)
    for entry in ledger.entries:
        figure, when = entry.figure, entry.interval
        if figure.status is not Status.ACTUAL or figure.value is None or when is None or figure.measure in _RUNNING:
            continue
        if entry.source.month is not None and entry.source.month < when.last - _EARLY:
            continue
        what = (entry.identity, entry.place.key, when.first, when.last, figure.measure, figure.base)
        groups[what, split_unit(figure.unit)[1]].append(entry)
    for group in groups.values():
        if len({entry.source for entry in group}) > 1:
            yield from _compared(ledger, group)


def _compared(ledger: Ledger, group: list[Entry]) -> Iterator[CrossFinding]:
    by_source: defaultdict[object, list[Entry]] = defaultdict(list)
    for entry in group:
        by_source[entry.source].append(entry)
    single = [
        found[0]
        for found in by_source.values()
        if all(agree(found[0].figure, other.figure) for other in found) and ledger.is_whole(found[0])
    ]
    single.sort(key=lambda entry: (entry.source.month or 0, entry.source.date))
    for before, after in pairwise(single):
        if not agree(before.figure, after.figure):
            yield _finding(before, after)


def _finding(before: Entry, after: Entry) -> CrossFinding:
    a, b = shown(before.figure), shown(after.figure)
    distance, share = _distance(before, after)
    name, period = after.figure.indicator, after.figure.period
    said = _SAID.search(after.words) is not None
    revised = _may_revise(before, after) and (said or share <= _largest(after))
    how = f"{named(before)}写的是{a}，{named(after)}写的是{b}，相差{distance}"
    how_en = f"{named_en(before)} has {a}, {named_en(after)} has {b}: {distance} apart"
    if revised:
        end, end_en = "属后来的修订，请引用后一数值", "a revision by the later document"
    elif _may_revise(before, after):
        end, end_en = "超出一般修订的幅度", "more than a revision explains"
    else:
        end, end_en = "不能看作修订", "no revision: the later document is not by the same or a higher body"
    return CrossFinding(
        FindingKind.REVISED if revised else FindingKind.DIFFERING_VALUES,
        (citation(after), citation(before)),
        f"{after.place.name}{period_words(after)}“{name}”：{how}，{end}。",
        f"“{name}” of {after.place.name}, {period}: {how_en}; {end_en}.",
        confidence=0.8,
    )


def _distance(before: Entry, after: Entry) -> tuple[str, Decimal]:
    """How far two values lie apart, in words, and as a share of the earlier one (of rates: in percentage points)."""
    assert before.figure.value is not None and after.figure.value is not None
    (a, _), (b, _) = (
        amount(value, e.figure.unit) for value, e in ((before.figure.value, before), (after.figure.value, after))
    )
    if after.figure.unit == "%":
        return f"{rounded(abs(b - a), 2)}个百分点", abs(b - a)
    share = abs(b - a) / abs(a) if a else Decimal("Infinity")
    return (f"{rounded(share * 100)}%" if share.is_finite() else "无穷", share)


def _largest(entry: Entry) -> Decimal:
    key = "points" if entry.figure.unit == "%" else "share"
    return Decimal(settings("checks")["largest_revision"][key])


def _may_revise(before: Entry, after: Entry) -> bool:
    """Whether the later document is later, and by the same or a higher body."""
    a, b = before.source, after.source
    if a.month is None or b.month is None or b.month <= a.month:
        return False
    return a.home.key == b.home.key or _LEVELS.get(b.home.kind, 9) < _LEVELS.get(a.home.kind, 9)

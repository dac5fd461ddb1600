"""How much of its time a figure takes in: what happened in the month alone, from the beginning of the year on, or where things stand
at its end. Three numbers of one month that are not to be set beside each other in silence.
"""

from __future__ import annotations

import re
from enum import StrEnum

from luoshi.extraction.naming import known
from luoshi.model import Figure
from luoshi.progress.definitions import Agreement, Comparison, Identity
from luoshi.progress.intervals import Interval

EXAMPLES = (  # a sentence of 29 July 2025 with one figure, its interval as a period, and its extent
    ("6月当月，旅游收入31亿元。", "2025-06", "within"),
    ("6月份旅游收入31亿元。", "2025-06", "within"),
    ("1—6月，旅游收入累计180亿元。", "2025-H1", "cumulated"),
    ("上半年旅游收入180亿元。", "2025-H1", "cumulated"),
    ("前三季度地区生产总值增长5.5%。", "2025-01/2025-09", "cumulated"),
    ("二季度地区生产总值增长5.5%。", "2025-Q2", "within"),
    ("截至6月底，固定资产投资完成100亿元。", "2025-H1", "cumulated"),
    ("截至6月底，累计建成健身驿站30个。", "2025-06", "cumulated"),
    ("6月份累计完成技改项目20个。", "2025-06", "cumulated"),
    ("6月末，常住人口820万人。", "2025-06", "point"),
    ("6月末存款余额增长8%。", "2025-06", "point"),
    ("2025年末存款余额5200亿元。", "2025", "point"),
    ("2025年，地区生产总值5200亿元。", "2025", ""),
    ("2025年，累计建成健身驿站50座。", "2025", "cumulated"),
    ("2025财政年度一般公共预算收入286亿元。", "2025", ""),
)

_END = re.compile(r"[底末]")
_UP_TO = re.compile(r"(?:截至|截止|截止到|截至到|到)$")
_CUMULATED = re.compile(r"累计(?!确诊)|总计|历年")
_STOP = re.compile(r"[。；;！？!?\n]")
_REACH = 60  # characters between the words of a time and the number that it is the time of
_BEFORE = 4


class Extent(StrEnum):
    UNSTATED = ""
    WITHIN = "within"  # in that part of the year alone
    CUMULATED = "cumulated"  # from the beginning of the year, or of the thing itself
    POINT = "point"  # at its end


def extent(figure: Figure, identity: Identity, when: Interval | None, text: str) -> tuple[Interval | None, Extent]:
    """The time that a figure takes in and how, by the words that name its time, those between them and the number, and what the
    catalogue says of the indicator. What flows and is told up to the end of a month is told from January on.
    """
    if when is None or when.granularity == "years":
        return when, Extent.UNSTATED
    kind = known(identity.core).kind if identity.listed else ""
    if kind == "stock":
        return when, Extent.POINT
    if when.cumulative:
        return when, Extent.CUMULATED
    at_end, cumulated = _words(figure, text)
    whole_year = when.months == 12
    if kind == "flow" and (at_end or whole_year):
        return (when, Extent.UNSTATED) if whole_year else (_from_january(when), Extent.CUMULATED)
    if cumulated:
        return when, Extent.CUMULATED
    if at_end:
        return when, Extent.POINT
    said = figure.period_span is not None and not whole_year
    return when, Extent.WITHIN if said else Extent.UNSTATED


def _words(figure: Figure, text: str) -> tuple[bool, bool]:
    """Whether the words name the end of the time, and whether they say that it is added up."""
    named = figure.period_span
    start = named.end if named is not None and named.end <= figure.span.start else figure.span.start - _REACH
    between = text[max(start, figure.span.start - _REACH) : figure.span.start]
    stops = [stop.end() for stop in _STOP.finditer(between)]
    cumulated = _CUMULATED.search(between, stops[-1] if stops else 0) is not None
    if named is None:
        return False, cumulated
    before = text[max(named.start - _BEFORE, 0) : named.start]
    return _END.search(named.of(text)) is not None or _UP_TO.search(before) is not None, cumulated


def _from_january(when: Interval) -> Interval:
    first = when.year * 12
    return Interval(first, when.last, when.granularity, cumulative=when.last > first)


def told_apart(one: Extent, other: Extent, when: Interval) -> bool:
    """Whether two figures of one time are two numbers because of how much of it they take in."""
    return when.months < 12 and one is not other and bool(one and other)


def compared(comparison: Comparison, one: Extent, other: Extent, when: Interval) -> Comparison:
    """What two figures of one time are to each other when it is also asked how much of it they take in.

    Of a part of the year, what happened in it is not what is added up to it and not where things stand; of a whole year, and where
    one of the two does not say, they may be the same, and that is noted.
    """
    if one is other or comparison.agreement is Agreement.OTHER:
        return comparison
    differing = (*comparison.differing, "extent")
    if told_apart(one, other, when):
        return Comparison(Agreement.UNLIKE, 0.0, ("extent",), comparison.note)
    if when.months < 12 and not (one and other) and Extent.WITHIN in (one, other):
        return comparison  # a month is a month where nothing else is said
    agreement = Agreement.OPEN if comparison.agreement is Agreement.SAME else comparison.agreement
    return comparison._replace(agreement=agreement, score=round(comparison.score * 0.9, 3), differing=differing)

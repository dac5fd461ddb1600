"""Figures of one indicator, place and time that differ within a document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import Decimal
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.checks.reading import LEADING, clause_end, clause_start
from luoshi.extraction.normal import normal
from luoshi.model import Bound, Case, Figure, Finding, FindingKind, Measure, Span

_POWERS = {"百": 2, "千": 3, "万": 4, "亿": 8}
_MULTIPLIER = re.compile(r"(?:[百千万亿]+(?=.))?")
_ABOUT = Decimal("0.1")  # 约 and 近 allow a tenth to either side
_MOST_APART = 2  # a figure more than twice another is of another scope (five years, one district), not a slip
_LEAST_NAME = 4  # characters; shorter names (投资, 项目) are of many things
_WINDOW = 60  # characters around an indicator and its number
_MOST_OF_ONE = 8  # distinct values of one key that are looked at
_SUMMED = re.compile("|".join(words("checks", "summed")))
_RUNNING = frozenset({Measure.RANK, Measure.CHANGE, Measure.GAP})  # told of many things under one short name

_GDP, _INVESTMENT = "地区生产总值", "固定资产投资"
EXAMPLES = (
    # text, (indicator, number with unit) of each figure in order, and the numbers of each finding
    (
        "全市地区生产总值5120亿元。\n地区生产总值5210亿元，迈上新台阶。",
        ((_GDP, "5120亿元"), (_GDP, "5210亿元")),
        (("5120亿元", "5210亿元"),),
    ),
    ("地区生产总值5.12万亿元。\n全省地区生产总值51187亿元。", ((_GDP, "5.12万亿元"), (_GDP, "51187亿元")), ()),
    ("地区生产总值超过5万亿元。\n全省地区生产总值5.12万亿元。", ((_GDP, "5万亿元"), (_GDP, "5.12万亿元")), ()),
    (
        "完成固定资产投资70亿元。\n五年累计完成固定资产投资120亿元。",
        ((_INVESTMENT, "70亿元"), (_INVESTMENT, "120亿元")),
        (),
    ),
    ("高新区地区生产总值70亿元。\n地区生产总值91亿元。", ((_GDP, "70亿元"), (_GDP, "91亿元")), ()),
    ("城镇居民收入增长4.2%、农村居民收入增长5.3%。", (("城镇居民收入", "4.2%"), ("农村居民收入", "5.3%")), ()),
)


class Extent(NamedTuple):
    """The values a figure can stand for, in its unit without multiplier, and the worth of its last digit."""

    low: Decimal
    high: Decimal
    step: Decimal


def check(case: Case) -> Iterator[Finding]:
    """One indicator, place, period, measure, status and base, and two values that cannot both be right.

    **Looks at** the extracted figures, grouped by these fields.

    **Why**: two values of one thing in one text mean that one is out of date or mistyped.

    **Rule**: the values must not agree by rounding (10.3万亿元, 103197亿元), by bound (超过10万亿元,
    10.3万亿元), by range or by 约. Both figures must stand in sentences of their own, be called by the same
    name with nothing but time and place before it, and lie within a factor of two; sums over years
    (累计, 五年) are not compared with the rest.

    **Known false alarms**: a period that extraction took from the wrong heading; a narrower scope that the
    sentence names elsewhere (a zone's total under the city's name).

    **Example**: 地区生产总值5120亿元 … 地区生产总值5210亿元.
    """
    text = case.document.text
    groups: defaultdict[Hashable, list[Figure]] = defaultdict(list)
    named = _named(case.records.figures)
    for figure in case.records.figures:
        if figure.value is None or figure.measure in _RUNNING or len(figure.indicator) < _LEAST_NAME:
            continue
        told = (figure.period, figure.place, figure.status, figure.base)
        groups[figure.indicator_id or figure.indicator, figure.measure, *told, _base_unit(figure)].append(figure)
    for group in groups.values():
        if len({(figure.value, figure.unit) for figure in group}) < 2:
            continue
        plain = {(figure.value, figure.unit): figure for figure in reversed(group) if _is_plain(text, figure, named)}
        figures = sorted(plain.values(), key=lambda figure: figure.span)[:_MOST_OF_ONE]
        for other in figures[1:]:
            one = figures[0]
            if one.evidence != other.evidence and _is_near(one, other) and not agree(one, other):
                yield _finding(text, one, other)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can say the same: what they stand for meets, the coarser rounded (10.3万亿, 103197亿)."""
    a, b = extent(one), extent(other)
    slack = max(a.step, b.step) if a.step != b.step else Decimal(0)
    coarser = one if a.step > b.step else other
    if coarser.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        slack = Decimal(0)
    return a.low - slack <= b.high and b.low - slack <= a.high


def extent(figure: Figure) -> Extent:
    """What the true value may be, given the number, its bound (超过, 约, …) and the digits that are written."""
    value = figure.value or Decimal(0)
    power = _power(figure.unit)
    exponent = value.as_tuple().exponent
    low = value.scaleb(power)
    high = figure.high.scaleb(power) if figure.high is not None else low
    if figure.bound is Bound.AT_LEAST:
        high = Decimal("Infinity")
    elif figure.bound is Bound.AT_MOST:
        low = Decimal("-Infinity")
    elif figure.bound is Bound.ABOUT:
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    return Extent(low, high, Decimal(1).scaleb(power + (exponent if isinstance(exponent, int) else 0)))


def _power(unit: str) -> int:
    multiplier = _MULTIPLIER.match(unit)
    return sum(_POWERS[c] for c in (multiplier[0] if multiplier else ""))


def _base_unit(figure: Figure) -> str:
    return _MULTIPLIER.sub("", figure.unit, count=1)


def _is_near(one: Figure, other: Figure) -> bool:
    a, b = ((f.value or Decimal(0)).scaleb(_power(f.unit)) for f in (one, other))
    return a * b > 0 and max(abs(a), abs(b)) <= _MOST_APART * min(abs(a), abs(b))


def _named(figures: list[Figure]) -> dict[Span, Figure]:
    """For each figure, by its span, the one in its sentence beside which the indicator is named (总值5120亿元、增长6%)."""
    named: dict[Span, Figure] = {}
    before: Figure | None = None
    for figure in figures:
        leader = named.get(before.span) if before and before.evidence == figure.evidence else None
        if figure.indicator_span is not None:
            named[figure.span] = figure
        elif leader is not None and leader.indicator == figure.indicator:
            named[figure.span] = leader
        before = figure
    return named


def _is_plain(text: str, figure: Figure, named: dict[Span, Figure]) -> bool:
    """Whether nothing but time and place narrows the indicator, and the number is no sum over years."""
    leader = named.get(figure.span)
    span = leader.indicator_span if leader else None
    if span is None or span.end - span.start < _LEAST_NAME or not 0 <= figure.span.start - span.end < _WINDOW:
        return False
    offset = max(span.start - _WINDOW, 0)
    window = normal(text[offset : figure.span.end + _WINDOW])
    name, number = span.start - offset, figure.span.end - offset
    start = clause_start(window, name)
    leading = LEADING.match(window, start, name)
    clauses = window[start : clause_end(window, number)]
    return (leading.end() if leading else start) == name and not _SUMMED.search(clauses)


def _finding(text: str, one: Figure, other: Figure) -> Finding:
    name, first, second = one.indicator, one.span.of(text), other.span.of(text)
    gap, gap_en = "", ""
    if one.unit == other.unit and one.value is not None and other.value is not None:
        difference = f"{abs(one.value - other.value).normalize():f}{'个百分点' if one.unit == '%' else one.unit}"
        gap, gap_en = f"，相差{difference}", f", {difference} apart"
    return Finding(
        FindingKind.DIFFERING_VALUES,
        (one.span, other.span),
        f"“{name}”一处为{first}，一处为{second}{gap}，而时间、地区和口径相同。",
        f"“{name}” is {first} in one place and {second} in another{gap_en}, for the same time, place and measure.",
        confidence=0.6,
    )

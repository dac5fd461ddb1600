"""Figures of one indicator, place and time that differ within a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from luoshi.amounts import amount, split_unit
from luoshi.checks.plain import LEAST_NAME, Plain
from luoshi.checks.ranges import agree
from luoshi.model import Case, Figure, Finding, FindingKind, Measure

_MOST_APART = 2  # a figure more than twice another is of another scope (five years, one district), not a slip
_MOST_OF_ONE = 8  # distinct values of one key that are looked at
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
    is_plain = Plain(text, case.records.figures)
    for figure in case.records.figures:
        if figure.value is None or figure.measure in _RUNNING or len(figure.indicator) < LEAST_NAME:
            continue
        told = (figure.period, figure.place, figure.status, figure.base)
        groups[figure.indicator_id or figure.indicator, figure.measure, *told, split_unit(figure.unit)[1]].append(
            figure
        )
    for group in groups.values():
        if len({(figure.value, figure.unit) for figure in group}) < 2:
            continue
        plain = {(figure.value, figure.unit): figure for figure in reversed(group) if is_plain(figure)}
        figures = sorted(plain.values(), key=lambda figure: figure.span)[:_MOST_OF_ONE]
        for other in figures[1:]:
            one = figures[0]
            if one.evidence != other.evidence and _is_near(one, other) and not agree(one, other):
                yield _finding(text, one, other)


def _is_near(one: Figure, other: Figure) -> bool:
    assert one.value is not None and other.value is not None
    a, b = (amount(value, unit)[0] for value, unit in ((one.value, one.unit), (other.value, other.unit)))
    return a * b > 0 and max(abs(a), abs(b)) <= _MOST_APART * min(abs(a), abs(b))


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

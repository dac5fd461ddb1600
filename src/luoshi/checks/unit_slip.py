"""A number in the wrong multiple of its unit: 万 for 亿, 亿 for 万亿."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from luoshi.amounts import amount
from luoshi.catalogue import table
from luoshi.checks.leaps import leaps_in
from luoshi.checks.plain import Plain
from luoshi.checks.ranges import shown
from luoshi.model import Bound, Case, Figure, Finding, FindingKind, Measure
from luoshi.progress.localities import locality

_LEVELS = {"province": "省级", "prefecture": "市级", "county": "县级"}

EXAMPLES = (
    # text, place of the document, and the words of each finding
    ("2025年，地区生产总值5120万元。", "湖南省", (("5120万元",),)),
    ("2025年，地区生产总值5.53万亿元。", "湖南省", ()),
    ("2025年，地区生产总值55.3万亿元。", "海拉尔区", (("55.3万亿元",),)),
    ("2025年，居民人均可支配收入达到3.95亿元。", "湖南省", (("3.95亿元",),)),
    ("2025年，居民人均可支配收入达到3.95万元。", "湖南省", ()),
    ("2025年，某园区地区生产总值51万元。", "湖南省", ()),
    ("2025年，旅游收入38.5万元。\n2024年，旅游收入32.2亿元。", "云岭区", (("38.5万元", "32.2亿元"),)),
    ("存栏肉牛由上年的3.2万头增加到3.8亿头。", "云岭区", (("3.8亿头", "3.2万头"),)),
    ("存栏肉牛由上年的3.2万头增加到3.8万头。", "云岭区", ()),
)


class _Magnitude(NamedTuple):
    low: Decimal
    high: Decimal
    unit: str


def check(case: Case) -> Iterator[Finding]:
    """A level that is off by a multiplier, from another year's or from what a place of its rank can have.

    **Looks at** two levels of one indicator in neighbouring years, in one sentence or of the place as a whole; and levels of known
    indicators for the place as a whole, against the range that provinces, cities and counties have (magnitudes.tsv).

    **Why**: 万 for 亿 is the slip that changes a number most and is seen least.

    **Rule**: the two levels differ by a factor of 10⁴, 10⁸ or 10¹², give or take twice (more for each further year). Or the
    level lies outside of a range that is wide enough for every place since 2000.

    **Known false alarms**: a zone's number under its city's name.

    **Example**: 地区生产总值5120万元 of a province.
    """
    told = set()
    for found in leaps_in(case):
        if found.kind is FindingKind.UNIT_SLIP:
            how, how_en = found.words()
            after = found.after
            told |= {after.span, found.before.span}
            yield Finding(
                FindingKind.UNIT_SLIP,
                (after.span, found.before.span),
                f"“{after.indicator}”前后相差悬殊：{how}。",
                f"“{after.indicator}” leaps: {how_en}.",
                confidence=0.8,
            )
    for figure, magnitude, level in _outside(case):
        if figure.span in told:
            continue
        low, high = (f"{end:,f}{magnitude.unit}" for end in magnitude[:2])
        yield Finding(
            FindingKind.UNIT_SLIP,
            (figure.span,),
            f"“{figure.indicator}”写的是{shown(figure)}，不在{_LEVELS[level]}地区可能的范围（{low}到{high}），单位可能有误。",
            f"“{figure.indicator}” is {shown(figure)}, outside of what a {level} can have ({low} to {high}): "
            "its unit may be wrong.",
            confidence=0.8,
        )


def _outside(case: Case) -> Iterator[tuple[Figure, _Magnitude, str]]:
    document, figures = case.document, case.records.figures
    level = locality(document.place.value, document.text[:200]).kind if document.place else "unknown"
    if level not in _LEVELS:
        return
    is_plain = Plain(document.text, figures)
    for figure in figures:
        magnitude = _magnitudes().get((figure.indicator_id, level))
        if magnitude is None or figure.measure is not Measure.LEVEL or figure.place or not figure.value:
            continue
        value, unit = amount(figure.value, figure.unit)
        low = magnitude.low if figure.bound is not Bound.AT_MOST else Decimal(0)
        if unit == magnitude.unit and not low <= value <= magnitude.high and is_plain(figure, 2):
            yield figure, magnitude, level


@cache
def _magnitudes() -> dict[tuple[str, str], _Magnitude]:
    return {(row[0], row[1]): _Magnitude(Decimal(row[2]), Decimal(row[3]), row[4]) for row in table("magnitudes")}

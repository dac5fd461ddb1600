"""Ranks beyond the last place of their field."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import settings
from luoshi.checks.ranges import shown
from luoshi.model import Bound, Case, Figure, Finding, FindingKind, Measure
from luoshi.progress.localities import Locality, locality, parent_codes, parts_of

EXAMPLES = (
    # text, place of the document, and the words of each finding
    ("地区生产总值增速居全国第35位。", "湖南省", (("第35位",),)),
    ("地区生产总值增速居全国第31位。", "湖南省", ()),
    ("地区生产总值增速居全省第15位。", "长沙市", (("第15位",),)),
    ("地区生产总值增速居全省第14位。", "长沙市", ()),
    ("地区生产总值增速居全省第16位。", "湖北省宜昌市", ()),
    ("地区生产总值增速居全市第15位。", "海拉尔区", ()),
    ("地区生产总值增速居全市第35位。", "海拉尔区", (("第35位",),)),
    ("地区生产总值居副省级城市第18位。", "武汉市", (("第18位",),)),
    ("地区生产总值居副省级城市第3位。", "武汉市", ()),
    ("地区生产总值居全国第18位。", "武汉市", ()),
    ("某集团营业收入居全国第85位。", "湖南省", ()),
    ("地区生产总值增速居西部第14位。", "四川省", (("第14位",),)),
)


class _Field(NamedTuple):
    """Who is ranked: how many they are, with a margin for those that rank beside them, in both languages."""

    size: int
    most: int
    zh: str
    en: str


def check(case: Case) -> Iterator[Finding]:
    """A rank that no member of its field can have.

    **Looks at** ranks of known indicators that a document gives for its own place, with the field (全国, 全省, 西部).

    **Why**: the number or the field is mistyped.

    **Rule**: a province in the country has 31 beside it at most (the Corps of 新疆 is ranked by some ministries); a city in its province
    as many as GB/T 2260 has prefectures and counties directly under it, and those zones that rank with them; a county in
    its city as many as there are, and half as many zones. Named fields (副省级城市, 西部) are in checks.toml. A city's rank in the whole
    country is not looked at: it may be among cities, or prefectures, or counties.

    **Known false alarms**: a rank among others than places, in the words of a place's.

    **Example**: 地区生产总值增速居全国第35位 (of a province).
    """
    place = case.document.place
    ranks = [f for f in case.records.figures if f.measure is Measure.RANK and f.indicator_id and not f.place]
    if not ranks or place is None:
        return
    title = case.document.title.value if case.document.title else ""
    home = locality(place.value, f"{title} {case.document.text[:200]}")
    for figure in ranks:
        field = field_of(home, figure.base)
        if figure.value is None or field is None or figure.bound is Bound.AT_MOST or figure.value <= field.most:
            continue
        yield _finding(figure, field)


def field_of(home: Locality, base: str) -> _Field | None:
    """The field that a place is ranked in; None where its size is not known."""
    for name, size in _named_fields().items():
        kind, _, words = name.partition(" ")
        if home.kind == kind and base in words.split():
            return _Field(size, size, f"{base}共{size}个", f"{base} has {size} members")
    above = parent_codes(home.code)
    upper = (*(settings("checks")["own_province"].split()),)
    if home.kind == "province" and base in settings("checks")["country"].split():
        size = sum(1 for part in parts_of("") if part.kind == "province" and part.code < "700000")
        return _Field(size, size + 1, f"全国有{size}个省级地区", f"there are {size} provinces")
    if home.kind == "prefecture" and base in upper:
        size = len(parts_of(above[0]))
        beside = settings("checks")["beside_cities"].get(above[0], 0)
        return _Field(size, size + beside, f"本省区共{size}个市级单位", f"the province has {size} cities")
    if home.kind == "county" and base in ("全市", "全州", "全盟") and above:
        size = len(parts_of(above[0]))
        return _Field(size, size + size // 2 + 1, f"本市共{size}个县级单位", f"the city has {size} counties")
    return None


@cache
def _named_fields() -> dict[str, int]:
    return dict(settings("checks")["rank_fields"])


def _finding(figure: Figure, field: _Field) -> Finding:
    return Finding(
        FindingKind.IMPOSSIBLE_RANK,
        (figure.span,),
        f"“{figure.indicator}”写的是{figure.base}第{figure.value}位，而{field.zh}（{figure.value} > {field.most}）。",
        f"“{figure.indicator}” is ranked {shown(figure)} in {figure.base}, but {field.en}.",
        confidence=0.8,
    )

"""Under which theme a figure or an undertaking is shown, and which indicators lead a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from luoshi.catalogue import settings
from luoshi.catalogue.themes import OTHER, theme_key
from luoshi.publishing.words import Bilingual

OPENING = 60
"""Characters of a paragraph that tell its theme."""

_PREFIX = re.compile(r"^(?:全[省市区县州]|全自治区|我[省市区县州]|本[省市区县])")
_SUFFIX = re.compile(r"(?:增速|增幅|增长率)$")
_NOISE = re.compile(r"[\s“”\"'‘’《》（）()·]")

EXAMPLES = (
    ("制造业投资", "demand"),
    ("城镇新增就业", "income"),
    ("PM2.5浓度", "environment"),
    ("新能源汽车产量", "industry"),
    ("农村居民人均可支配收入", "income"),
    ("技术合同成交额", "science"),
    ("煤炭产量", "energy"),
    ("集成电路出口", "opening"),
    ("单位地区生产总值能耗", "environment"),
    ("高速公路通车里程", "city"),
    ("入境游客", "culture"),
    ("无从归类之物", "other"),
)


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of the page: ``order`` is its place on it."""

    key: str
    name: Bilingual
    order: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """catalogue/themes.toml as the page shows it: the themes by their keys, the headline indicators' ranks."""

    themes: dict[str, Theme]
    headline: dict[str, int]


@cache
def catalogue() -> Catalogue:
    """The themes of the page."""
    data = settings("themes")
    themes = {
        row["key"]: Theme(row["key"], Bilingual(row["zh"], row["en"]), order) for order, row in enumerate(data["theme"])
    }
    headline = {name: rank for rank, names in enumerate(data["headline"]["indicators"]) for name in names}
    return Catalogue(themes, headline)


def plain_indicator(indicator: str) -> str:
    """The indicator without what does not tell two indicators apart: marks, 全省, 增速."""
    name = _NOISE.sub("", indicator)
    return _SUFFIX.sub("", _PREFIX.sub("", name)) or name


def headline_rank(indicator: str) -> int | None:
    """The indicator's rank among those that lead a page, 0 the first; ``None`` for any other."""
    return catalogue().headline.get(plain_indicator(indicator))


def theme_called(key: str) -> Theme:
    """The theme with that key; "其他" for a record that has none."""
    return catalogue().themes[key or OTHER]


def theme_of(indicator: str, *around: str) -> Theme:
    """The theme that the indicator's words decide, or else the first of the texts around it that decides one.

    In the words around a figure only their first ``OPENING`` characters count: the opening of a paragraph in official prose
    names its subject.
    """
    return catalogue().themes[theme_key(indicator, *(text[:OPENING] for text in around))]

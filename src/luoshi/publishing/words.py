"""The page's own words in Chinese and English, and how periods, numbers and measures are said."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from luoshi.amounts import split_unit
from luoshi.model import Figure, Measure

_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_PART = re.compile(r"([0-9X]{4})(?:-(H[12]|Q[1-4]|[0-9]{2})(?:-([0-9]{2}))?)?\Z")
_POINTS = ("百分点", "个百分点")


class Bilingual(NamedTuple):
    """The same words in both languages; in HTML both are written and the style sheet shows one."""

    zh: str
    en: str

    def fill(self, **values: Bilingual | str | int) -> Bilingual:
        """The words with ``{name}`` replaced; a bilingual value gives each language its own part."""
        zh = {k: v.zh if isinstance(v, Bilingual) else v for k, v in values.items()}
        en = {k: v.en if isinstance(v, Bilingual) else v for k, v in values.items()}
        return Bilingual(self.zh.format_map(zh).strip(), " ".join(self.en.format_map(en).split()))

    def __html__(self) -> Markup:
        if self.zh == self.en:
            return escape(self.zh)
        return Markup(f'<span class="zh">{escape(self.zh)}</span><span class="en" lang="en">{escape(self.en)}</span>')


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """The tables of catalogue/page_words.toml, pairs made into ``Bilingual``."""
    text = (resources.files("luoshi.catalogue") / "page_words.toml").read_text(encoding="utf-8")
    return {
        table: {key: Bilingual(**value) if isinstance(value, dict) else value for key, value in rows.items()}
        for table, rows in tomllib.loads(text).items()
    }


def word(table: str, key: str) -> Bilingual:
    """One entry of the vocabulary; raises KeyError where there is none."""
    entry = vocabulary()[table][key]
    assert isinstance(entry, Bilingual)
    return entry


# ------------------------------------------------------------------------------------------------ periods


def _moment(text: str) -> Bilingual | None:
    match = _PART.match(text)
    if not match:
        return None
    year, part, day = match.groups()
    zh = en = ""
    if part and part[0] in "HQ":
        zh, en = word("periods", part)
    elif part:
        month = int(part)
        zh, en = f"{month}月", _MONTHS[month] if 1 <= month <= 12 else part
        if day:
            zh, en = f"{zh}{int(day)}日", f"{int(day)} {en}"
    if "X" in year:
        note = word("periods", "unknown_year")
        return Bilingual(f"{zh}（{note.zh}）" if zh else note.zh, f"{en} ({note.en})" if en else note.en)
    joint = " of " if part and part[0] == "H" else " "
    return Bilingual(f"{year}年{zh}", f"{en}{joint}{year}" if en else year)


@cache
def period_words(period: str) -> Bilingual:
    """How a ``Figure.period`` is said: 2025-H1 is 2025年上半年, first half of 2025; "" is said to be unknown."""
    if not period:
        return word("periods", "unknown")
    head, slash, tail = period.partition("/")
    first, last = _moment(head), _moment(tail)
    if first and not slash:
        return first
    if first and last:
        zh = first.zh.removesuffix("年") if len(period) == 9 else first.zh
        return Bilingual(f"{zh}—{last.zh}", f"{first.en}–{last.en}")
    return Bilingual(period, period)


# ------------------------------------------------------------------------------------------------ numbers


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, whole numbers from five digits on with separators."""
    text = f"{abs(value):f}"
    whole, dot, rest = text.partition(".")
    return (f"{int(whole):,}" if len(whole) > 4 else whole) + dot + rest


def _scaled(value: Decimal, power: int) -> str:
    number = abs(value).scaleb(power)
    for exponent, name in _SCALES:
        if power and number >= Decimal(10) ** exponent:
            return f"{number.scaleb(-exponent).normalize():f} {name}"
    return f"{number.normalize():,f}"


def gloss(figure: Figure) -> str:
    """The amount in English where that says more than the number itself: 3万亿元 is "3 trillion yuan"; else ""."""
    if figure.value is None or figure.measure is Measure.RANK or figure.unit in ("", "%", "‰"):
        return ""
    power, unit = split_unit(figure.unit)
    name = vocabulary()["units"].get(unit, "")
    if not power and not name:
        return ""
    number = _scaled(figure.value, power)
    if figure.high is not None:
        number += f"–{_scaled(figure.high, power)}"
    return f"{number} {name}".strip()


def number_words(figure: Figure) -> str:
    """The number without its unit, sign left to the words beside it; "" for a target without a number."""
    if figure.value is None:
        return ""
    sign = "−" if figure.value < 0 and figure.measure is Measure.LEVEL else ""
    return sign + plain(figure.value) + (f"—{plain(figure.high)}" if figure.high is not None else "")


def bound_words(figure: Figure) -> Bilingual:
    """以上, 左右 and so on. A fall is shown without its sign, so 下降3%以上 stays 以上."""
    return word("bounds", figure.bound.value)


def _base_words(base: str) -> Bilingual:
    return period_words(base) if _PART.match(base) else Bilingual(base, base)


def measure_words(figure: Figure) -> Bilingual:
    """What kind of number it is, in the words that introduce it: 增长, 年均下降, 高于全国; for a rank its field."""
    down = figure.value is not None and figure.value < 0
    base = _base_words(figure.base)
    key = figure.measure.value
    match figure.measure:
        case Measure.RANK:
            return word("measures", "rank").fill(base=base) if figure.base else Bilingual("", "")
        case Measure.MULTIPLE:
            return word("measures", "multiple" if figure.base else "multiple_plain").fill(base=base)
        case Measure.CHANGE if figure.unit in _POINTS:
            key = "change_points"
        case _:
            pass
    if down and f"{key}_down" in vocabulary()["measures"]:
        key += "_down"
    words = word("measures", key).fill(base=base)
    if figure.base and figure.measure in (Measure.GROWTH, Measure.CHANGE):
        since = word("measures", "since").fill(base=base)
        return Bilingual(since.zh + words.zh, f"{since.en} {words.en}")
    return words

"""Amounts written with different multipliers and measure words, made comparable."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from luoshi.catalogue import table

_MULTIPLIERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
# Units that are converted into one: value, unit. 国务院关于在我国统一实行法定计量单位的命令 (1984) for 斤 and 亩.
_CONVERTED = {
    "斤": (Decimal("0.5"), "公斤"),
    "千克": (Decimal(1), "公斤"),
    "吨": (Decimal(1000), "公斤"),
    "公顷": (Decimal(15), "亩"),
    "平方公里": (Decimal(1500), "亩"),
    "方": (Decimal(1), "立方米"),
    "度": (Decimal(1), "千瓦时"),
    "千米": (Decimal(1), "公里"),
}
_NO_MULTIPLIER = frozenset(("千瓦", "千瓦时", "千米", "百分点"))  # units that begin like one


def split_unit(unit: str) -> tuple[int, str]:
    """The power of ten of a unit's multiplier and the unit without it: 万亿元 is (12, 元)."""
    power, rest = 0, unit
    while rest and rest[0] in _MULTIPLIERS and rest not in _NO_MULTIPLIER:
        power += _MULTIPLIERS[rest[0]]
        rest = rest[1:]
    return power, rest


def amount(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A value in the unit without multiplier, so that 3万亿元 and 30000亿元 are equal; 斤 and 吨 as 公斤, and the like."""
    power, rest = split_unit(unit)
    factor, common = _CONVERTED.get(rest, (1, rest))
    return value.scaleb(power) * factor, common


def same_units(one: str, other: str) -> bool:
    """Whether amounts in the two units can be compared as ``amount`` gives them.

    Multipliers do not matter, units of one kind are converted, and measure words (个, 家, 座) stand for one another; a count
    of times (人次) is none of persons.
    """
    a, b = amount(Decimal(1), one)[1], amount(Decimal(1), other)[1]
    return a == b or (_is_measure_word(a) and _is_measure_word(b) and a.endswith("次") == b.endswith("次"))


@cache
def _dimensions() -> dict[str, str]:
    return {row[0]: row[1] for row in table("units")}


def _is_measure_word(unit: str) -> bool:
    return not unit or _dimensions().get(unit) == "count"

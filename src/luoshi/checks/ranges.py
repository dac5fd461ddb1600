"""What numbers as they are written leave open, and what follows from that for sums, growths and differences."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from luoshi.amounts import split_unit
from luoshi.model import Bound, Figure

_ABOUT = Decimal("0.1")  # 约 and 近 allow a tenth to either side
_HUNDRED = Decimal(100)
MOST = 4
"""How many values of one thing are compared with those of another. More of them are many things under one name."""

_INFINITE = Decimal("Infinity")


class Extent(NamedTuple):
    """The values a figure can stand for, in its unit without multiplier, and the worth of its last digit."""

    low: Decimal
    high: Decimal
    step: Decimal


class Range(NamedTuple):
    """All values from ``low`` to ``high``."""

    low: Decimal
    high: Decimal

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high


def extent(figure: Figure) -> Extent:
    """What the true value may be, given the number, its bound (超过, 约, …) and the digits that are written."""
    value = figure.value or Decimal(0)
    power = split_unit(figure.unit)[0]
    exponent = value.as_tuple().exponent
    low = value.scaleb(power)
    high = figure.high.scaleb(power) if figure.high is not None else low
    if figure.bound is Bound.AT_LEAST:
        high = _INFINITE
    elif figure.bound is Bound.AT_MOST:
        low = -_INFINITE
    elif figure.bound is Bound.ABOUT:
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    return Extent(low, high, Decimal(1).scaleb(power + (exponent if isinstance(exponent, int) else 0)))


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can say the same: what they stand for meets, the coarser rounded (10.3万亿, 103197亿)."""
    a, b = extent(one), extent(other)
    slack = max(a.step, b.step) if a.step != b.step else Decimal(0)
    coarser = one if a.step > b.step else other
    if coarser.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        slack = Decimal(0)
    return a.low - slack <= b.high and b.low - slack <= a.high


def spread(figure: Figure) -> Range:
    """What may stand behind a number: one of its last digit to either side, since official prose rounds and cuts alike."""
    low, high, step = extent(figure)
    return Range(low - step, high + step)


def total(figures: list[Figure]) -> Range:
    """What the sum of figures in one unit may be."""
    spreads = [spread(figure) for figure in figures]
    return Range(sum((s.low for s in spreads), Decimal(0)), sum((s.high for s in spreads), Decimal(0)))


def growth(before: Range, after: Range, years: int = 1) -> Range:
    """By how many percent (a year, on the average of ``years``) a positive amount can have grown."""
    return Range(_rate(before.high, after.low, years), _rate(before.low, after.high, years))


def difference(before: Range, after: Range) -> Range:
    """By how much an amount can have risen."""
    return Range(after.low - before.high, after.high - before.low)


def _rate(before: Decimal, after: Decimal, years: int) -> Decimal:
    if before <= 0 or not after.is_finite():
        return _INFINITE
    if after <= 0 or not before.is_finite():
        return -_HUNDRED
    factor = after / before
    return ((factor if years == 1 else factor ** (Decimal(1) / years)) - 1) * _HUNDRED


def distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Figures of different numbers, the first of each; none where there are more than one thing can have."""
    found: dict[object, Figure] = {}
    for figure in figures:
        found.setdefault((figure.value, figure.unit), figure)
    return list(found.values()) if len(found) <= MOST else []


def shown(figure: Figure) -> str:
    """A number with its unit as messages give it."""
    return f"{figure.value}{'' if figure.high is None else f'—{figure.high}'}{figure.unit}"


def rounded(value: Decimal, places: int = 1) -> str:
    """A computed number as messages give it: so many decimals at most, no zeros at its end."""
    short = value.quantize(Decimal(1).scaleb(-places)).normalize()
    return f"{short:f}"

"""Whether a growth or change fits the two levels between which it lies; and how that is computed, in words."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from luoshi.amounts import split_unit
from luoshi.catalogue import words
from luoshi.checks.ranges import Range, difference, growth, rounded, shown, spread
from luoshi.model import Bound, Figure, Measure
from luoshi.progress.definitions import Identity, measured_in_real_terms
from luoshi.progress.intervals import Interval, interval

MOVING = frozenset({Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE})
_EXACT = frozenset({Bound.EXACT, Bound.ABOUT})
_POINTS = ("百分点", "个百分点")
_SLIP = 50  # levels so many times each other are no growth: unit-slip speaks of them


class Misfit(NamedTuple):
    """Two levels and what is said to lie between them; ``possible`` is what can, in percent, points or the levels' unit."""

    before: Figure
    after: Figure
    moving: Figure
    possible: Range
    years: int

    def words(self) -> tuple[str, str]:
        """How the possible values are computed, in Chinese and English."""
        a, b = shown(self.before), shown(self.after)
        unit = "个百分点" if self.moving.unit in _POINTS else self.moving.unit
        power = split_unit(self.moving.unit)[0]
        places = 1 if unit in ("%", "个百分点") else 2
        low, high = (rounded(end.scaleb(-power), places) for end in self.possible)
        if self.moving.measure is Measure.CHANGE:
            formula = f"{b} − {a}"
        elif self.years > 1:
            formula = f"({b} ÷ {a})^(1/{self.years}) − 1"
        else:
            formula = f"{b} ÷ {a} − 1"
        return (
            f"{formula}，按各数末位±1计，在{low}{unit}到{high}{unit}之间",
            f"{formula} is from {low}{unit} to {high}{unit} when each last digit may be off by one",
        )


def times(moving: Figure) -> tuple[Interval, Interval, int] | None:
    """The times of the two levels between which a growth lies, and how many years it is an average of."""
    when = interval(moving.period)
    if when is None:
        return None
    if when.granularity == "years":
        last = Interval(when.last - 11, when.last, "year")
        years = when.months // 12
        return last.shifted(-years), last, years if moving.measure is Measure.AVERAGE_GROWTH else 1
    if moving.measure is Measure.AVERAGE_GROWTH:
        return None
    base = interval(moving.base) if moving.base else when.shifted(-1)
    return (base, when, 1) if base is not None and base.last < when.first else None


def misfit(before: Figure, after: Figure, moving: Figure, years: int, revision: Decimal = Decimal(0)) -> Misfit | None:
    """What is wrong with a growth between two levels; None where it fits, or where that cannot be said.

    ``revision`` is the share by which the earlier level may have been revised since.
    """
    if any(figure.bound not in _EXACT or figure.value is None for figure in (before, after, moving)):
        return None
    points = moving.unit in _POINTS
    if split_unit(before.unit)[1] != split_unit(after.unit)[1] or (before.unit == "%") != points:
        return None
    low, high = spread(before)
    a, b = Range(low - abs(low) * revision, high + abs(high) * revision), spread(after)
    if moving.measure is Measure.CHANGE:
        if not points and split_unit(moving.unit)[1] != split_unit(after.unit)[1]:
            return None
        possible = difference(a, b)
    elif moving.unit == "%" and a.low > 0 and b.low > 0 and a.low / _SLIP < b.high < a.high * _SLIP:
        possible = growth(a, b, years)
    else:
        return None
    return None if possible.meets(spread(moving)) else Misfit(before, after, moving, possible, years)


def follows_from_levels(identity: Identity) -> bool:
    """Whether the published growth of an indicator is that of its published levels.

    It is not at constant prices or on a comparable basis, and not where the survey's units change from year to year.
    """
    parts = dict(identity.parts)
    if measured_in_real_terms(identity) or parts.get("prices") or "threshold" in parts:
        return False
    return identity.core not in words("checks", "rebased")

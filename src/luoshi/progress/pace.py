"""How fast a target years ahead must be approached, and how fast it is: the ratio of compound annual growth rates.

The method is that of Eurostat's monitoring of the Sustainable Development Goals, as Open SDG writes it: the growth a year from
the base year to the latest, over the growth a year that leads from the base year to the target on time, counted positive in the direction
that is wanted. From 95 % on it is on track. (https://github.com/open-sdg/open-sdg/blob/master/docs/progress-methodology.md)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from luoshi.amounts import amount, same_units
from luoshi.catalogue import settings
from luoshi.model import Measure
from luoshi.progress.entries import Entry
from luoshi.progress.intervals import Interval
from luoshi.progress.matching import Reported
from luoshi.progress.verdicts import sense

_OLDEST = 25  # years before a target in which a base is sought
_DIGITS = Decimal("0.01")

EXAMPLES = (  # base year and value, latest year and value, target year and value, growth a year so far, required, needed now, ratio
    ((2020, "100"), (2023, "115.7625"), (2025, "127.62815625"), "5.00", "5.00", "5.00", "1.00"),
    ((2020, "100"), (2023, "106.1208"), (2025, "127.62815625"), "2.00", "5.00", "9.67", "0.40"),
    ((2020, "50"), (2022, "45"), (2025, "40"), "-5.13", "-4.36", "-3.85", "1.18"),
    ((2020, "50"), (2022, "55"), (2025, "40"), "4.88", "-4.36", "-10.07", "-1.12"),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """Growth a year in percent: ``so_far`` from the base to the latest level, ``required`` from the base to the target, ``needed``
    from the latest level to the target. ``ratio`` is so far to required. Where only one level is known (``base`` is
    ``latest``) there is neither a pace so far nor a ratio.
    """

    base: Entry
    latest: Entry
    needed: Decimal
    required: Decimal | None = None
    so_far: Decimal | None = None
    ratio: Decimal | None = None

    @property
    def on_track(self) -> bool:
        return self.ratio is not None and self.ratio >= Decimal(settings("verdicts")["pace"]["on_track"])


def pace(target: Entry, reported: Reported) -> Pace | None:
    """The pace of a target for a level or a share in a later year; None where no level is known or growth has no meaning."""
    when, wanted = target.interval, target.figure
    if when is None or wanted.value is None or wanted.measure not in (Measure.LEVEL, Measure.SHARE):
        return None
    levels = _levels(target, reported, when)
    goal = amount(wanted.value, wanted.unit)[0]
    if not levels or goal <= 0 or any(level <= 0 for _, level, _ in levels):
        return None
    set_in = target.source.month // 12 - 1 if target.source.month is not None else levels[0][0]
    since = [level for level in levels if level[0] >= set_in] or levels[-1:]
    (first, base, base_entry), (last, latest, latest_entry) = since[0], since[-1]
    needed = growth_a_year(latest, goal, when.year - last)
    if first == last:
        return Pace(base_entry, latest_entry, needed)
    so_far, required = growth_a_year(base, latest, last - first), growth_a_year(base, goal, when.year - first)
    return Pace(base_entry, latest_entry, needed, required, so_far, ratio(so_far, required, sense(target) == "up"))


def growth_a_year(start: Decimal, end: Decimal, years: int) -> Decimal:
    """The compound annual growth rate in percent, to two digits."""
    return (((end / start) ** (Decimal(1) / years) - 1) * 100).quantize(_DIGITS)


def ratio(so_far: Decimal, required: Decimal, upward: bool) -> Decimal | None:
    """The growth so far over the size of the required one, positive in the wanted direction; None where none is required."""
    if not required:
        return None
    return ((so_far if upward else -so_far) / abs(required)).quantize(_DIGITS)


def _levels(target: Entry, reported: Reported, when: Interval) -> list[tuple[int, Decimal, Entry]]:
    """What is reported of the indicator for the ends of earlier years, ascending."""
    found = []
    for year in range(when.year - _OLDEST, when.year):
        whole = Interval(year * 12, year * 12 + 11, "year")
        entry = reported.one(target.identity, target.place, whole, target.figure.measure)
        if entry and entry.figure.value is not None and same_units(entry.figure.unit, target.figure.unit):
            found.append((year, amount(entry.figure.value, entry.figure.unit)[0], entry))
    return found

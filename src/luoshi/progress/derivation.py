"""Results that nobody reported but that follow from what was reported; each with its formula.

From two levels their growth or change, from last year's level and growth or change this year's level, from yearly growths or
two levels the average growth over years, from yearly amounts their sum. All parts must be of exactly one indicator and one
place. Where last year's level is that of an earlier document it may have been revised since, and the result says so
(``on_older_base``). A growth at constant prices (地区生产总值) and a level at the prices of the year do not follow from each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import prod

from luoshi.amounts import amount, split_unit
from luoshi.extraction.naming import known
from luoshi.model import Bound, Figure, Measure
from luoshi.progress.definitions import measured_in_real_terms
from luoshi.progress.entries import Entry
from luoshi.progress.intervals import Interval
from luoshi.progress.matching import Reported, Result, step

_SURE = 0.8  # a computed value is as sure as its parts, less what revisions between documents may have changed
_TENTH = Decimal("0.1")


def derive(target: Entry, reported: Reported) -> Result | None:
    """What the target asks for, computed from reported figures; None where it does not follow from them."""
    when = target.interval
    if when is None or target.figure.value is None:
        return None
    measure, years = target.figure.measure, when.granularity == "years"
    if years and measure is Measure.AVERAGE_GROWTH:
        return _average_of_growths(target, reported, when) or _average_of_levels(target, reported, when)
    if years and measure is Measure.LEVEL:
        return _sum(target, reported, when)
    if years:
        return None
    if measure is Measure.GROWTH:
        return _growth(target, reported, when)
    if measure is Measure.CHANGE:
        return _change(target, reported, when)
    return _level(target, reported, when) if measure is Measure.LEVEL else None


def _growth(target: Entry, reported: Reported, when: Interval) -> Result | None:
    if measured_in_real_terms(target.identity):
        return None
    levels = _levels(target, reported, (when.shifted(-1), when))
    if levels is None:
        return None
    (a, before), (b, after) = levels
    value = _rate(a, b)
    slack = max(abs(_rate(a - step(before.figure) / 2, b + step(after.figure) / 2) - value), Decimal(0))
    formula = f"{_written(after.figure)} ÷ {_written(before.figure)} − 1 = {value}%"
    return _made(Measure.GROWTH, value, "%", (before, after), formula, slack, based=True)


def _change(target: Entry, reported: Reported, when: Interval) -> Result | None:
    levels = _levels(target, reported, (when.shifted(-1), when))
    if levels is None:
        return None
    (a, before), (b, after) = levels
    unit = target.figure.unit
    points = unit in ("百分点", "个百分点")
    if (before.figure.unit == "%") != points or (
        not points and split_unit(unit)[1] != split_unit(after.figure.unit)[1]
    ):
        return None
    value = (b - a).scaleb(-split_unit(unit)[0])
    slack = ((step(before.figure) + step(after.figure)) / 2).scaleb(-split_unit(unit)[0])
    formula = f"{_written(after.figure)} − {_written(before.figure)} = {value}{unit}"
    return _made(Measure.CHANGE, value, unit, (before, after), formula, slack, based=True)


def _level(target: Entry, reported: Reported, when: Interval) -> Result | None:
    before = reported.one(target.identity, target.place, when.shifted(-1), Measure.LEVEL, target.extent)
    if before is None or before.figure.value is None or before.figure.bound is not Bound.EXACT:
        return None
    growth = reported.one(target.identity, target.place, when, Measure.GROWTH, target.extent)
    level, unit = before.figure.value, before.figure.unit
    half = step(before.figure).scaleb(-split_unit(unit)[0]) / 2
    if growth and growth.figure.value is not None and not measured_in_real_terms(target.identity) and unit != "%":
        rate = growth.figure.value
        value = (level * (100 + rate) / 100).quantize(half * 2)
        slack = (level * step(growth.figure) / 200 + half).quantize(half)
        formula = f"{_written(before.figure)} × (1 + {rate}%) = {value}{unit}"
        return _made(Measure.LEVEL, value, unit, (before, growth), formula, slack, based=True)
    change = reported.one(target.identity, target.place, when, Measure.CHANGE, target.extent)
    if change and change.figure.value is not None and unit == "%" and change.figure.unit.endswith("百分点"):
        value = level + change.figure.value
        formula = f"{_written(before.figure)} + {_written(change.figure)} = {value}%"
        return _made(Measure.LEVEL, value, "%", (before, change), formula, half + step(change.figure) / 2, based=True)
    return None


def _average_of_growths(target: Entry, reported: Reported, when: Interval) -> Result | None:
    found = [reported.one(target.identity, target.place, year, Measure.GROWTH) for year in years_of(when)]
    growths = [entry for entry in found if entry is not None and entry.figure.value is not None]
    if len(growths) < len(found):
        return None
    rates = [entry.figure.value or Decimal(0) for entry in growths]
    value = _per_year(prod((1 + rate / 100 for rate in rates), start=Decimal(1)), len(rates))
    factors = " × ".join(f"(1 + {rate}%)" for rate in rates)
    return _made(
        Measure.AVERAGE_GROWTH,
        value,
        "%",
        tuple(growths),
        f"({factors})^(1/{len(rates)}) − 1 = {value}%",
        _TENTH / 2,
        based=False,
    )


def _average_of_levels(target: Entry, reported: Reported, when: Interval) -> Result | None:
    years = list(years_of(when))
    levels = (
        None
        if measured_in_real_terms(target.identity)
        else _levels(target, reported, (years[0].shifted(-1), years[-1]))
    )
    if levels is None:
        return None
    (a, before), (b, after) = levels
    value = _per_year(b / a, len(years))
    formula = f"({_written(after.figure)} ÷ {_written(before.figure)})^(1/{len(years)}) − 1 = {value}%"
    return _made(Measure.AVERAGE_GROWTH, value, "%", (before, after), formula, _TENTH / 2, based=True)


def _sum(target: Entry, reported: Reported, when: Interval) -> Result | None:
    if not is_flow(target):
        return None
    found = [reported.one(target.identity, target.place, year, Measure.LEVEL) for year in years_of(when)]
    parts = [entry for entry in found if entry is not None]
    if len(parts) < len(found) or len({split_unit(entry.figure.unit)[1] for entry in parts}) > 1:
        return None
    power, unit = split_unit(target.figure.unit)[0], target.figure.unit
    value = sum((_base(entry) for entry in parts), Decimal(0)).scaleb(-power).normalize()
    slack = sum((step(entry.figure) for entry in parts), Decimal(0)).scaleb(-power) / 2
    return _made(
        Measure.LEVEL,
        value,
        unit,
        tuple(parts),
        f"{' + '.join(_written(e.figure) for e in parts)} = {value:f}{unit}",
        slack,
        based=False,
    )


def years_of(when: Interval) -> Iterator[Interval]:
    """The years of an interval of whole years."""
    for first in range(when.first, when.last, 12):
        yield Interval(first, first + 11, "year")


def is_flow(target: Entry) -> bool:
    """Whether amounts of the indicator in several years add up, as the catalogue says."""
    return target.identity.listed and known(target.identity.core).kind == "flow"


def _levels(
    target: Entry, reported: Reported, times: tuple[Interval, Interval]
) -> tuple[tuple[Decimal, Entry], tuple[Decimal, Entry]] | None:
    """The levels at two times in the base of one unit, with their figures; the first is not 0."""
    found = [reported.one(target.identity, target.place, when, Measure.LEVEL, target.extent) for when in times]
    before, after = found
    if before is None or after is None or before.figure.bound is not Bound.EXACT:
        return None
    if split_unit(before.figure.unit)[1] != split_unit(after.figure.unit)[1] or not before.figure.value:
        return None
    return (_base(before), before), (_base(after), after)


def _base(entry: Entry) -> Decimal:
    assert entry.figure.value is not None
    return amount(entry.figure.value, entry.figure.unit)[0]


def _rate(a: Decimal, b: Decimal) -> Decimal:
    return ((b / a - 1) * 100).quantize(_TENTH)


def _per_year(factor: Decimal, years: int) -> Decimal:
    return ((factor ** (Decimal(1) / years) - 1) * 100).quantize(_TENTH) if factor > 0 else Decimal(-100)


def _written(figure: Figure) -> str:
    return f"{figure.value}{figure.unit}"


def _made(
    measure: Measure,
    value: Decimal,
    unit: str,
    entries: tuple[Entry, ...],
    formula: str,
    slack: Decimal,
    *,
    based: bool,
) -> Result:
    """``based`` says that the first of the entries is the base of the computation."""
    older = based and len({entry.source for entry in entries}) > 1
    return Result(
        measure, value, None, unit, Bound.EXACT, entries, _SURE, formula=formula, slack=slack, on_older_base=older
    )

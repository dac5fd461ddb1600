"""Targets whose time is not over: on track or behind, by what is reported so far."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import prod

from luoshi.amounts import amount, same_units
from luoshi.catalogue import settings
from luoshi.model import Measure
from luoshi.progress.derivation import is_flow, years_of
from luoshi.progress.entries import Entry
from luoshi.progress.intervals import Interval
from luoshi.progress.matching import Reported, Result, match
from luoshi.progress.pace import Pace, pace
from luoshi.progress.verdicts import Judgement, Verdict, meets, rule

_PARTS = (9, 6, 3)  # months of a year that reports tell of together, and every other number after these
_PERCENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Underway:
    """What is known before a target's time is over; ``result`` and ``pace`` are what it was judged by."""

    judgement: Judgement
    result: Result | None = None
    pace: Pace | None = None


def underway(target: Entry, reported: Reported) -> Underway:
    """How a target stands whose time is not over."""
    when = target.interval
    if when is None or target.figure.value is None:
        return Underway(_not_due())
    if when.granularity == "year" and (found := _part_of_year(target, reported, when)):
        return found
    if when.granularity == "years":
        return _over_years(target, reported, when) or Underway(_not_due())
    ahead = target.source.month is None or when.year > target.source.month // 12
    found_pace = pace(target, reported) if ahead else None
    if found_pace is None:
        return Underway(_not_due())
    latest = found_pace.latest.figure
    assert latest.value is not None
    if meets(target, latest.value, latest.high, latest.unit)[0]:
        return Underway(Judgement(Verdict.ON_TRACK, (rule("reached_early"),)))
    if found_pace.ratio is None:
        return Underway(_not_due(), pace=found_pace)
    verdict = Verdict.ON_TRACK if found_pace.on_track else Verdict.BEHIND
    return Underway(Judgement(verdict, (rule("pace", ratio=_share(found_pace.ratio)),)), pace=found_pace)


def _part_of_year(target: Entry, reported: Reported, when: Interval) -> Underway | None:
    """By the months so far: a growth against the growth for the year, an amount against its share of the time."""
    for months in (*_PARTS, 11, 10, 8, 7, 5, 4, 2, 1):
        so_far = Interval(when.first, when.first + months - 1, "month", cumulative=True)
        result = match(target, reported, so_far)
        if result is None or not result.comparable:
            continue
        reached, _ = meets(target, result.value, result.high, result.unit)
        if target.figure.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH):
            return Underway(_judged(reached, "part_growth"), result)
        if reached and not is_flow(target):
            return Underway(_judged(True, "reached_early"), result)
        if is_flow(target) and target.figure.measure is Measure.LEVEL:
            done, time = _done(target, [result.entries[0]]), Decimal(months) / 12
            return Underway(_judged(done >= time, "part_of_year", done=_share(done), time=_share(time)), result)
    return None


def _over_years(target: Entry, reported: Reported, when: Interval) -> Underway | None:
    """By the years so far: their sum against the share of the time, their average growth against the target's."""
    measure = Measure.GROWTH if target.figure.measure is Measure.AVERAGE_GROWTH else target.figure.measure
    years = list(years_of(when))
    found = [reported.one(target.identity, target.place, year, measure) for year in years]
    known = [entry for entry in found if entry is not None]
    if not known or found[: len(known)] != known:
        return None
    on_track = Decimal(settings("verdicts")["pace"]["on_track"])
    if target.figure.measure is Measure.AVERAGE_GROWTH and target.figure.value:
        factor = prod((1 + (entry.figure.value or Decimal(0)) / 100 for entry in known), start=Decimal(1))
        average = ((factor ** (Decimal(1) / len(known)) - 1) * 100).quantize(_PERCENT)
        ratio = average / target.figure.value
        reached, _ = meets(target, average, None, "%")
        return Underway(_judged(reached, "average_so_far", average=f"{average}%", ratio=_share(ratio)))
    if target.figure.measure is Measure.LEVEL and is_flow(target):
        if not all(same_units(entry.figure.unit, target.figure.unit) for entry in known):
            return None
        done, time = _done(target, known), Decimal(len(known)) / len(years)
        return Underway(_judged(done >= time * on_track, "sum_so_far", done=_share(done), time=_share(time)))
    return None


def _done(target: Entry, entries: list[Entry]) -> Decimal:
    assert target.figure.value
    got = sum((amount(e.figure.value or Decimal(0), e.figure.unit)[0] for e in entries), Decimal(0))
    return got / amount(target.figure.value, target.figure.unit)[0]


def _judged(good: bool, key: str, **values: object) -> Judgement:
    return Judgement(Verdict.ON_TRACK if good else Verdict.BEHIND, (rule(key, **values),))


def _not_due() -> Judgement:
    return Judgement(Verdict.NOT_YET_DUE, (rule("not_due"),))


def _share(value: Decimal) -> str:
    return f"{value * 100:.0f}%"

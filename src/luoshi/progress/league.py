"""Places side by side for one indicator: a league table with ties, with those that say nothing, and with definitions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.amounts import amount, same_units
from luoshi.model import Measure, Status
from luoshi.progress.choices import NO_CHOICES, Choices
from luoshi.progress.definitions import Agreement, Comparison, Identity, compare
from luoshi.progress.entries import Entry, Reading
from luoshi.progress.extents import Extent, compared
from luoshi.progress.intervals import interval
from luoshi.progress.localities import Locality, locality
from luoshi.progress.verdicts import sense


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared. ``period`` "", ``status`` None and ``measure`` None stand for what most places give."""

    indicator: str
    places: tuple[str, ...] = ()
    period: str = ""
    status: Status | None = None
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the table. Equal values share a rank, and the ranks after them are left out (1, 2, 2, 4).

    ``note`` says where its figure leaves open how it is measured.
    """

    rank: int
    entry: Entry
    tied: bool
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class League:
    """``standings`` best first; ``unlike`` are figures measured otherwise or in another unit, ``missing`` places that give none."""

    identity: Identity
    question: Question
    standings: tuple[Standing, ...]
    unlike: tuple[Entry, ...]
    missing: tuple[Locality, ...]


Found = tuple[Entry, Comparison]


def league(readings: Iterable[Reading], question: Question, choices: Choices = NO_CHOICES) -> League:
    """The table of what documents say of an indicator. Without ``places`` these are the ones for which documents speak."""
    readings = list(readings)
    entries = [entry for reading in readings for entry in reading.entries]
    homes = {reading.source.home for reading in readings if reading.source.home.name}
    identity = choices.identify(question.indicator)
    asked = [locality(name) for name in question.places] or sorted(homes)
    keys = {place.key for place in asked}
    found = [
        (entry, comparison)
        for entry in entries
        if entry.place.key in keys and entry.figure.value is not None
        if (comparison := compare(identity, entry.identity)).agreement is not Agreement.OTHER
    ]
    question = _settled(question, found)
    asked_for = _by_extent([pair for pair in found if _answers(question, pair[0])])
    joined = [pair for pair in asked_for if pair[1].agreement in (Agreement.SAME, Agreement.OPEN)]
    best = _one_a_place(joined)
    unit = Counter(entry.figure.unit for entry, _ in best).most_common(1)
    comparable = [pair for pair in best if same_units(pair[0].figure.unit, unit[0][0])]
    standing = _ranked(comparable)
    shown = {item.entry.place.key for item in standing}
    unlike = _one_a_place([pair for pair in asked_for if pair[0].place.key not in shown])
    named = shown | {entry.place.key for entry, _ in unlike}
    missing = tuple(place for place in asked if place.key not in named)
    return League(identity, question, tuple(standing), tuple(entry for entry, _ in unlike), missing)


def _settled(question: Question, found: Sequence[Found]) -> Question:
    """The question with what it leaves open filled in: what most places give, of equals the latest time."""
    places: dict[tuple[str, Status, Measure], set[str]] = {}
    for entry, comparison in found:
        figure = entry.figure
        if figure.period and comparison.agreement is not Agreement.UNLIKE and _answers(question, entry):
            places.setdefault((figure.period, figure.status, figure.measure), set()).add(entry.place.key)
    if not places:
        return question
    period, status, measure = max(places, key=lambda key: (len(places[key]), key[0], key[1] is Status.TARGET))
    return Question(question.indicator, question.places, period, status, measure)


def _answers(question: Question, entry: Entry) -> bool:
    figure, when = entry.figure, interval(question.period)
    same_time = not question.period or figure.period == question.period
    if when is not None and entry.interval is not None:
        same_time = when.same(entry.interval)
    wanted_status = question.status in (None, figure.status)
    return same_time and wanted_status and question.measure in (None, figure.measure)


def _by_extent(found: list[Found]) -> list[Found]:
    """With what is told of another part of the time than most places tell set apart: the month alone, what is added up to it, its end."""
    places: dict[Extent, set[str]] = {}
    for entry, comparison in found:
        if comparison.agreement is not Agreement.UNLIKE:
            places.setdefault(entry.extent, set()).add(entry.place.key)
    if len(places) < 2:
        return found
    usual = max(places, key=lambda extent: (len(places[extent]), extent))
    return [
        (entry, compared(comparison, usual, entry.extent, entry.interval) if entry.interval else comparison)
        for entry, comparison in found
    ]


def _one_a_place(found: Iterable[Found]) -> list[Found]:
    """The surest figure of each place; among equals that of the latest document, and the first in its text."""
    best: dict[str, Found] = {}
    for pair in sorted(found, key=lambda pair: (-pair[1].score, -(pair[0].source.month or 0))):
        best.setdefault(pair[0].place.key, pair)
    return list(best.values())


def _ranked(found: list[Found]) -> list[Standing]:
    if not found:
        return []
    upward = sense(found[0][0]) == "up" or found[0][0].figure.measure is Measure.GAP

    def worth(pair: Found) -> tuple[Decimal, Decimal]:
        figure = pair[0].figure
        assert figure.value is not None
        low = amount(figure.value, figure.unit)[0]
        high = low if figure.high is None else amount(figure.high, figure.unit)[0]
        return (low, high) if upward else (-high, -low)

    ordered = sorted(found, key=lambda pair: pair[0].place.key)
    ordered.sort(key=worth, reverse=True)
    values = [worth(pair) for pair in ordered]
    return [
        Standing(values.index(value) + 1, entry, values.count(value) > 1, comparison.differing)
        for (entry, comparison), value in zip(ordered, values, strict=True)
    ]

"""Which reported figure answers a target: the same indicator, place, time and measure, measured in the same way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from luoshi.amounts import amount, same_units
from luoshi.model import Bound, Figure, Measure, Status
from luoshi.progress.definitions import Agreement, Comparison, Identity, compare, heads
from luoshi.progress.entries import Entry
from luoshi.progress.extents import Extent, compared, told_apart
from luoshi.progress.intervals import Interval
from luoshi.progress.likeness import shared_words
from luoshi.progress.localities import Locality

_EARLY = 2  # months before the end of a time from which on reports tell its whole (预计全年完成 in November)
_ESTIMATED = 0.8
_VAGUE = 0.9  # sureness of 突破, 近, 约

Found = tuple[Entry, Comparison]


@dataclass(frozen=True, slots=True)
class Result:
    """What answers a target: a reported figure, or a number computed from several.

    ``entries`` are the figures it comes from, ``formula`` how it was computed ("" where it was reported as it stands), ``slack`` by
    how much a computed value may be off because its parts are rounded. ``comparable`` is false where what was reported is
    measured otherwise: ``differing`` names how (dimensions of definitions.toml, "unit" or "successor"), as it names what one
    of the two sides leaves open where it is true. ``conflicts`` are figures of other documents, or of other places in one,
    that give another value. ``on_older_base`` is true of a value computed from a level that an earlier document gave, which may have
    been revised since. ``sureness`` is from 0 to 1.
    """

    measure: Measure
    value: Decimal
    high: Decimal | None
    unit: str
    bound: Bound
    entries: tuple[Entry, ...]
    sureness: float
    comparable: bool = True
    differing: tuple[str, ...] = ()
    formula: str = ""
    slack: Decimal = Decimal(0)
    conflicts: tuple[Entry, ...] = ()
    note: str = ""
    on_older_base: bool = False


class Reported:
    """The figures that documents report, by place, time and head of the indicator."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: defaultdict[tuple[str, int, int, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.figure.status is Status.ACTUAL and entry.figure.value is not None and entry.interval:
                when = entry.interval
                for head in heads(entry.identity):
                    self._entries[entry.place.key, when.first, when.last, head].append(entry)

    def of(
        self, identity: Identity, place: Locality, when: Interval, taken_in: Extent | None = None
    ) -> Iterator[Found]:
        """What is reported of an indicator, or of the same thing measured otherwise, in the order it was entered.

        ``taken_in`` is how much of its time it is to take in, None where that is not asked.
        """
        found = [self._entries.get((place.key, when.first, when.last, head), ()) for head in heads(identity)]
        for entry in found[0] if len(found) == 1 else {id(entry): entry for part in found for entry in part}.values():
            if not _told_too_early(entry):
                comparison = compare(identity, entry.identity)
                if taken_in is not None:
                    comparison = compared(comparison, taken_in, entry.extent, when)
                if comparison.agreement is not Agreement.OTHER:
                    yield entry, comparison

    def one(
        self,
        identity: Identity,
        place: Locality,
        when: Interval,
        measure: Measure,
        taken_in: Extent = Extent.UNSTATED,
    ) -> Entry | None:
        """The figure of exactly this indicator and measure, from the latest document that gives one."""
        found = [
            pair
            for pair in self.of(identity, place, when)
            if pair[1].agreement is Agreement.SAME and pair[0].figure.measure is measure and pair[0].figure.high is None
            if not told_apart(taken_in, pair[0].extent, when)
        ]
        return _ranked(found)[0][0] if found else None


def match(target: Entry, reported: Reported, when: Interval | None = None) -> Result | None:
    """The best reported figure for a target (for its own time, or for ``when``); None where nothing is reported.

    A figure measured in the same way goes before one that leaves open how it is measured, that before one alike in wording;
    among equals that of the later document wins, as a revision, and in one document the figure whose sentence is most like that of
    the target: a report takes up the words in which the target was set. Only where there is none
    is the same thing measured otherwise taken, as a result that is not comparable.
    """
    taken_in = target.extent if when is None else None
    when = when or target.interval
    if when is None or target.figure.value is None:
        return None
    reports = reported.of(target.identity, target.place, when, taken_in)
    found = [pair for pair in reports if _same_measure(target, pair[0])]
    joined = [pair for pair in found if pair[1].agreement is not Agreement.UNLIKE]
    alike = [pair for pair in joined if same_units(target.figure.unit, pair[0].figure.unit)]
    if alike:
        return _result(_ranked(alike, target.words))
    others = [pair for pair in joined if pair[1].agreement is not Agreement.LIKE]
    if others:
        return _result(_ranked(others, target.words), unlike="unit")
    unlike = [pair for pair in found if pair[1].agreement is Agreement.UNLIKE]
    return _result(_ranked(unlike, target.words), unlike=unlike[0][1].differing[0]) if unlike else None


def as_result(entry: Entry) -> Result:
    """A reported figure as it stands."""
    return _result([(entry, Comparison(Agreement.SAME, 1.0))])


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of one thing give different numbers; a rounded number is no other number."""
    if one.value is None or other.value is None:
        return False
    (a, _), (b, _) = amount(one.value, one.unit), amount(other.value, other.unit)
    return abs(a - b) > max(step(one), step(other)) / 2


def step(figure: Figure) -> Decimal:
    """The worth of the last digit of a figure, in its unit without multiplier."""
    exponent = figure.value.as_tuple().exponent if figure.value is not None else 0
    return amount(Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0), figure.unit)[0]


def _result(found: list[Found], unlike: str = "") -> Result:
    (entry, comparison), figure = found[0], found[0][0].figure
    assert figure.value is not None
    same = [other for other, its in found[1:] if its.score == comparison.score]
    sureness = comparison.score if not unlike else 0.5
    sureness *= _VAGUE if figure.bound is not Bound.EXACT else 1
    sureness *= _ESTIMATED if _is_estimate(entry) else 1
    differing = comparison.differing if not unlike or unlike in comparison.differing else (unlike,)
    return Result(
        figure.measure,
        figure.value,
        figure.high,
        figure.unit,
        figure.bound,
        (entry,),
        round(sureness, 3),
        comparable=not unlike,
        differing=differing,
        conflicts=tuple(other for other in same if not unlike and differ(figure, other.figure)),
        note=comparison.note,
    )


def _ranked(found: list[Found], words: str = "") -> list[Found]:
    """The best first, with the words of the target to choose by among equals; else in the order of the text."""

    def order(pair: Found) -> tuple[float, int, bool, float]:
        entry, comparison = pair
        vague = entry.figure.bound is not Bound.EXACT  # 突破 90 亿元、达到 90.28 亿元
        return -comparison.score, -(entry.source.month or 0), vague, -shared_words(words, entry.words)

    return sorted(found, key=order)


def _same_measure(target: Entry, entry: Entry) -> bool:
    a, b = target.figure.measure, entry.figure.measure
    shares = {Measure.LEVEL, Measure.SHARE}
    return a is b or ({a, b} == shares and target.figure.unit == entry.figure.unit == "%")


def _told_too_early(entry: Entry) -> bool:
    month = entry.source.month
    return month is not None and entry.interval is not None and month < entry.interval.last - _EARLY


def _is_estimate(entry: Entry) -> bool:
    month = entry.source.month
    return month is not None and entry.interval is not None and month <= entry.interval.last

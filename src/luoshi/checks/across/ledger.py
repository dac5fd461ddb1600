"""The figures of several documents, as the checks across documents look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from luoshi.checks.plain import LEAST_NAME, Plain
from luoshi.checks.ranges import MOST
from luoshi.model import Citation, Measure, Status
from luoshi.progress.definitions import Identity, is_bare
from luoshi.progress.entries import Entry, Reading, Source
from luoshi.progress.tracking import Tracked, track

_LEAST_KNOWN = 2  # characters of a known indicator's name


class Ledger:
    """Documents with their figures; what is asked of all of them is computed when it is first asked for."""

    def __init__(self, readings: Iterable[Reading], as_of: str = "") -> None:
        self.readings = tuple(readings)
        self.entries = tuple(entry for reading in self.readings for entry in reading.entries)
        self._as_of = as_of
        self._texts = {reading.source: reading for reading in self.readings}
        self._plain: dict[Source, Plain] = {}

    @cached_property
    def levels(self) -> dict[tuple[Identity, str], dict[tuple[int, int], list[Entry]]]:
        """The reported levels of whole places, by indicator and place, then by first and last month; those of one document and number once."""
        found: defaultdict[tuple[Identity, str], defaultdict[tuple[int, int], dict[object, Entry]]]
        found = defaultdict(lambda: defaultdict(dict))
        for entry in self.entries:
            figure, when = entry.figure, entry.interval
            if figure.measure is Measure.LEVEL and figure.status is Status.ACTUAL and figure.value and when is not None:
                one = found[entry.identity, entry.place.key][when.first, when.last]
                if len(one) <= MOST and self.is_whole(entry):
                    one.setdefault((entry.source, figure.value, figure.unit), entry)
        return {
            what: {when: list(entries.values()) for when, entries in times.items() if 0 < len(entries) <= MOST}
            for what, times in found.items()
        }

    @cached_property
    def tracked(self) -> list[Tracked]:
        """Every target beside its result."""
        return track(self.entries, self._as_of)

    @cached_property
    def _by_home(self) -> dict[str, list[Reading]]:
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in self.readings:
            if reading.source.month is not None:
                found[reading.source.home.key].append(reading)
        return {key: sorted(group, key=lambda reading: reading.source.month or 0) for key, group in found.items()}

    def documents_of(self, key: str) -> list[Reading]:
        """The dated documents that speak for a place, the oldest first."""
        return self._by_home.get(key, [])

    def is_whole(self, entry: Entry) -> bool:
        """Whether a figure speaks of the whole of its place under a name that two documents can share."""
        if is_bare(entry.identity):
            return False
        if entry.source not in self._plain:
            reading = self._texts[entry.source]
            self._plain[entry.source] = Plain(reading.text, [other.figure for other in reading.entries])
        return self._plain[entry.source](entry.figure, _LEAST_KNOWN if entry.identity.listed else LEAST_NAME)


def citation(entry: Entry) -> Citation:
    """Where a figure stands, for a finding."""
    return Citation(entry.source.name, entry.source.date, entry.id, entry.figure.span, entry.words)


def period_words(entry: Entry) -> str:
    """The time of a figure, for a message: 2025年, 2021—2025年."""
    period, when = entry.figure.period, entry.interval
    years = when is not None and when.granularity in ("year", "years")
    return f"{period.replace('/', '—')}年" if years else period


def named(entry: Entry) -> str:
    """A document with its date, for a message: 《工作报告》（2026-01-12）."""
    date = f"（{entry.source.date}）" if entry.source.date else ""
    return f"《{entry.source.name}》{date}"


def named_en(entry: Entry) -> str:
    return f"{entry.source.name}{f' ({entry.source.date})' if entry.source.date else ''}"

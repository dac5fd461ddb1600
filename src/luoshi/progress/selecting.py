"""Which figures a reader asked for, by place and indicator."""

from __future__ import annotations

from dataclasses import dataclass

from luoshi.progress.choices import NO_CHOICES, Choices
from luoshi.progress.definitions import Agreement, compare
from luoshi.progress.entries import Entry
from luoshi.progress.localities import locality, parent_codes


@dataclass(frozen=True, slots=True)
class Selection:
    """Places and indicators by name (indicators also by id); empty stands for all.

    An indicator asked for by name takes in those measured otherwise (工业增加值 also 规模以上工业增加值).
    """

    places: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    choices: Choices = NO_CHOICES

    def takes(self, entry: Entry, *, parts: bool = False) -> bool:
        """Whether the figure was asked for; with ``parts`` also that of a place that belongs to one asked for."""
        return self._is_there(entry, parts) and self._is_that(entry)

    def _is_there(self, entry: Entry, parts: bool) -> bool:
        keys = {locality(name).key for name in self.places} | set(self.places)
        own = {entry.place.key, entry.place.name}
        return not keys or bool(keys & own) or (parts and bool(keys & set(parent_codes(entry.place.code))))

    def _is_that(self, entry: Entry) -> bool:
        return not self.indicators or any(
            (entry.figure.indicator_id == name and not entry.identity.alone)
            or compare(self.choices.identify(name), entry.identity).agreement is not Agreement.OTHER
            for name in self.indicators
        )

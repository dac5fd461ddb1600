"""What persons decided of indicators, put in place of what their names say: names joined to one indicator, or split off."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.extraction.naming import indicator_id, indicators
from luoshi.progress.definitions import Identity, identify, wordings
from luoshi.progress.likeness import normal_wording
from luoshi.register.indicator_decisions import Choice, Holding


class Choices:
    """The decisions that hold. What is joined takes with it names that differ in nothing that matters (``normal_wording``), unless
    these have a decision of their own; what is split is one name, and may be split from just such names.
    """

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        self.held = Holding(choices)
        self._alike = {normal_wording(name): choice for name, choice in self.held.of.items() if choice.kind == "merge"}
        self._named: dict[str, Identity] = {}

    def of(self, name: str, id: str = "") -> Choice | None:
        """The decision on a name with its id, if there is any."""
        of = self.held.of
        return of.get(name) or self._alike.get(normal_wording(name)) or of.get(id)

    def identity(self, name: str, id: str, named: Identity) -> Identity:
        """The indicator that a name with its id stands for; ``named`` is the one that it says without any decision."""
        if not self.held.of:
            return named
        choice = self.of(name, id)
        if choice is None:
            return named._replace(also=self.named(id).also) if id else named
        if choice.kind == "split":
            return Identity(name, named.parts, alone=True)
        into = self.named(self.held.final(choice.wording))
        if not choice.forced:
            return into._replace(parts=named.parts)
        prices = tuple(part for part in named.parts if part[0] == "prices")
        return into._replace(parts=tuple(sorted({*into.parts, *prices})))

    def identify(self, name: str) -> Identity:
        """The indicator that a person means by a name or an id."""
        row = indicators().get(name)
        full, id = (row.name, row.id) if row else (name, indicator_id(name))
        return self.identity(name if name in self.held.of else full, id, identify(full, id))

    def named(self, indicator: str) -> Identity:
        """The indicator to which names were joined, by its name or id, with all of them."""
        if indicator not in self._named:
            self._named[indicator] = self._made(indicator)
        return self._named[indicator]

    def _made(self, indicator: str) -> Identity:
        row = indicators().get(indicator)
        own = identify(row.name, row.id) if row else identify(indicator, indicator_id(indicator))
        names = [identify(name) for name in self.held.members(indicator) if name not in indicators()]
        also = dict.fromkeys(wording for name in names for wording in wordings(name))
        return own._replace(also=tuple(also))


NO_CHOICES = Choices()
"""Nobody decided anything."""

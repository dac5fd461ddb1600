"""How rare a pair of characters is among the undertakings at hand: what stands in few of them says what they are about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from luoshi.progress.things import About

_FEWEST = 50  # undertakings; of fewer nothing can be counted
_LEAST = 0.02


class Rarity:
    """The inverse document frequency of pairs of characters, 1 for what stands in one undertaking alone."""

    def __init__(self, undertakings: Iterable[About]) -> None:
        self._holding: Counter[str] = Counter()
        number = 0
        for told in undertakings:
            number += 1
            self._holding.update({pair for thing in told.things for pair in thing.pairs})
        self._whole = math.log(max(number, _FEWEST))
        self._weights: dict[frozenset[str], float] = {}

    def of(self, pair: str) -> float:
        """From 0 to 1."""
        return max(1 - math.log(max(self._holding[pair], 1)) / self._whole, _LEAST)

    def weight(self, pairs: frozenset[str]) -> float:
        """That of several together."""
        found = self._weights.get(pairs)
        if found is None:
            found = self._weights[pairs] = sum(map(self.of, sorted(pairs)))
        return found

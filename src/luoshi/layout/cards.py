"""Picture cards: pages of a few words and numbers in large type, without sentences. What a piece of print on one says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median
from typing import NamedTuple, Protocol

from luoshi.extraction.normal import normal
from luoshi.extraction.quantities import scan
from luoshi.layout.geometry import hull
from luoshi.layout.sheets import Rect
from luoshi.repair import cues

_MOST = 60  # pieces of print on a card
_FEWEST = 2  # amounts on it
_SMALLEST = 30  # times the height of the lines with amounts: the width of all print, at most
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")


class Print(Protocol):
    """A line, or a part of one."""

    @property
    def words(self) -> str: ...

    @property
    def rect(self) -> Rect: ...


class Saying(NamedTuple):
    """What stands before the first amount of a piece of print, and whether it has one, or any number."""

    before: str
    is_amount: bool
    has_number: bool

    @property
    def is_label(self) -> bool:
        """Whether it is words alone, which a number may belong to."""
        return not self.has_number and len(self.before) > 1

    @property
    def is_named(self) -> bool:
        """Whether words stand before its amount."""
        return self.is_amount and len(self.before) > 1


@lru_cache(1024)
def saying(words: str) -> Saying:
    """What a piece of print says; for ``before`` Chinese characters count only."""
    amount = next((found for found in scan(normal(words)) if found.unit), None)
    before = words[: amount.start] if amount else words
    return Saying("".join(_HAN.findall(before)), amount is not None, _DIGIT.search(words) is not None)


def is_card(pieces: Sequence[Print]) -> bool:
    """Whether print is that of a card: amounts in large type, hardly a number without its unit, no sentence."""
    if not _FEWEST <= len(pieces) <= _MOST or any(cues.has_full_stop(piece.words) for piece in pieces):
        return False
    amounts = [piece for piece in pieces if saying(piece.words).is_amount]
    bare = sum(saying(piece.words).has_number and not saying(piece.words).is_amount for piece in pieces)
    if len(amounts) < max(_FEWEST, bare):
        return False
    return _SMALLEST * median(piece.rect.height for piece in amounts) >= hull(piece.rect for piece in pieces).width

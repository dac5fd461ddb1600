"""Picture cards: pages of a few words and numbers in large type, without sentences. What a piece of print on one says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median
from typing import NamedTuple, Protocol

from luoshi.extraction.normal import normal
from luoshi.extraction.phrases import read_left
from luoshi.extraction.quantities import scan
from luoshi.layout.geometry import hull, shared_height, under_one_another
from luoshi.layout.sheets import Rect
from luoshi.repair import cues

_MOST = 60  # pieces of print on a card
_FEWEST = 2  # amounts on it
_SMALLEST = 20  # times the height of the lines with amounts: the width of all print, at most
_NAME = 2  # characters of a name, at least
_NEAR = 1.0  # times the height of the higher of two lines: the white between words and their number
_LEVEL = 0.5  # of the lower height that pieces beside each other have in common
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")


class Print(Protocol):
    """A line, or a part of one."""

    @property
    def words(self) -> str: ...

    @property
    def rect(self) -> Rect: ...


class Saying(NamedTuple):
    """What a piece of print names, in Chinese characters, and whether it has an amount, or any number.

    Before an amount a verb names nothing: 突破1469家 has no name, 新增学位2.8万个 has one.
    """

    name: str
    has_amount: bool
    has_number: bool

    @property
    def has_name(self) -> bool:
        return len(self.name) >= _NAME

    @property
    def is_label(self) -> bool:
        """Whether it is words alone, which a number may belong to."""
        return self.has_name and not self.has_number

    @property
    def is_named(self) -> bool:
        """Whether its number has words of its own."""
        return self.has_name and self.has_number


@lru_cache(1024)
def amount(words: str) -> range:
    """Where the first number with a unit stands in a piece of print; empty for none."""
    return next((range(found.start, found.end) for found in scan(normal(words)) if found.unit), range(0))


@lru_cache(1024)
def saying(words: str) -> Saying:
    """What a piece of print says."""
    has_number = _DIGIT.search(words) is not None
    first = amount(words)
    name = read_left(words[: first.start]).subject if first else words
    return Saying("".join(_HAN.findall(name)), bool(first), has_number)


def is_card(pieces: Sequence[Print]) -> bool:
    """Whether print is that of a card: amounts in large type, hardly a number without its unit, no sentence."""
    if not _FEWEST <= len(pieces) <= _MOST or any(cues.has_full_stop(piece.words) for piece in pieces):
        return False
    amounts = [piece for piece in pieces if saying(piece.words).has_amount]
    bare = sum(saying(piece.words).has_number and not saying(piece.words).has_amount for piece in pieces)
    if len(amounts) < max(_FEWEST, bare):
        return False
    return _SMALLEST * median(piece.rect.height for piece in amounts) >= hull(piece.rect for piece in pieces).width


def is_below(below: Rect, above: Rect) -> bool:
    """Whether a line stands right below another."""
    return (
        below.top > above.top
        and below.top - above.bottom <= _NEAR * max(above.height, below.height)
        and under_one_another(above, below)
    )


def is_beside(one: Rect, other: Rect) -> bool:
    """Whether two pieces of print are on one level."""
    return shared_height(one, other) >= _LEVEL * min(one.height, other.height)

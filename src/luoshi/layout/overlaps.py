"""What recognition saw twice: fragments that have characters in common, at the same places.

Where type changes its size within a line, boxes are drawn into one another, and each is read with more around it: 新建改建学校
beside 校38所, or 突破 within 突破1803家.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from luoshi.layout.geometry import shared_height, shared_width
from luoshi.layout.sheets import Rect

_PLACE = 0.5  # of the lower height: one character is seen at two places that are no farther apart
_PLACE_OF_MANY = 1.0  # the same where several characters are alike in a row
_INSIDE = 0.8  # of a fragment's area: with so much of it within another it is the same once more
_LEVEL = 0.3  # of the lower height that two fragments with the same characters have in common
_MARKS = ".,·'`"  # what a part of a character is read as


class Character(NamedTuple):
    """One character as recognised: ``at`` is where its middle stands from left to right, ``confidence`` from 0 to 1."""

    word: str
    at: float
    confidence: float


class Fragment(NamedTuple):
    """A stretch of characters that recognition saw as one, with its rectangle on the levelled page."""

    characters: tuple[Character, ...]
    rect: Rect

    @property
    def words(self) -> str:
        return "".join(character.word for character in self.characters)


def once(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Without fragments that lie within a larger one, or whose characters a larger one has too."""
    kept: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda fragment: -_area(fragment.rect)):
        if not any(_is_within(fragment, other) for other in kept):
            kept.append(fragment)
    return kept


def shared_characters(one: Fragment, other: Fragment) -> int:
    """How many of the last characters of a fragment are the first of another, seen once more."""
    for number in range(min(len(one.characters), len(other.characters)), 0, -1):
        if _same(one.characters[-number:], other.characters[:number], min(one.rect.height, other.rect.height)):
            return number
    return 0


def _same(one: Sequence[Character], other: Sequence[Character], height: float) -> bool:
    """Whether two stretches are the same characters at the same places."""
    apart = (_PLACE_OF_MANY if len(one) > 1 else _PLACE) * height
    return all(a.word == b.word and abs(a.at - b.at) <= apart for a, b in zip(one, other, strict=True))


def _is_within(fragment: Fragment, other: Fragment) -> bool:
    inside = max(shared_width(fragment.rect, other.rect), 0.0) * max(shared_height(fragment.rect, other.rect), 0.0)
    if inside > _INSIDE * _area(fragment.rect):
        return True
    height = min(fragment.rect.height, other.rect.height)
    if shared_height(fragment.rect, other.rect) < _LEVEL * height:
        return False
    words = _without_marks(fragment.characters)
    return any(
        _same(words, other.characters[start : start + len(words)], height)
        for start in range(len(other.characters) - len(words) + 1)
    )


def _without_marks(characters: Sequence[Character]) -> Sequence[Character]:
    """The characters from the first to the last that is no small mark; all where there are marks only."""
    kept = [at for at, character in enumerate(characters) if character.word not in _MARKS]
    return characters[kept[0] : kept[-1] + 1] if kept else characters


def _area(rect: Rect) -> float:
    return rect.width * rect.height

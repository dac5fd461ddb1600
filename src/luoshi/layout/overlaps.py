"""What recognition saw twice: fragments that have characters in common, at the same places.

Where type changes its size within a line, boxes are drawn into one another, and each is read with more around it: 新建改建学校
beside 校38所, or 突破 within 突破1803家.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from luoshi.layout.geometry import hull, shared_height, shared_width
from luoshi.layout.sheets import Rect

_PLACE = 0.5  # of the lower height: one character is seen at two places that are no farther apart
_PLACE_OF_MANY = 1.0  # the same where several characters are alike in a row
_INSIDE = 0.8  # of a fragment's area: with so much of it within another it is the same once more
_LEVEL = 0.3  # of the lower height that two fragments with the same characters have in common
_LEVEL_OF_ONE = 0.6  # the same of one character
_QUOTES = '“”‘’"'
_SURE = 2  # characters in common behind one that differs
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
    """Fragments without those that lie within another, or whose characters another has too; those that meet in characters
    that both have are one."""
    kept: list[Fragment] = []
    for fragment in sorted(fragments, key=lambda fragment: -_area(fragment.rect)):
        around = next((at for at, other in enumerate(kept) if _is_within(fragment, other)), None)
        if around is None:
            kept.append(fragment)
        else:
            kept[around] = _as_wide_as(kept[around], fragment.rect)
    whole: list[Fragment] = []
    for fragment in sorted(kept, key=lambda fragment: fragment.characters[0].at):
        before = next((at for at, other in enumerate(whole) if _seen_before(other, fragment)), None)
        if before is None:
            whole.append(fragment)
        else:
            whole[before] = _joined(whole[before], fragment)
    return whole


def _as_wide_as(fragment: Fragment, rect: Rect) -> Fragment:
    """A fragment that reaches as far to both sides as what it was read with."""
    left, right = min(fragment.rect.left, rect.left), max(fragment.rect.right, rect.right)
    return fragment._replace(rect=fragment.rect._replace(left=left, right=right))


def _joined(one: Fragment, other: Fragment) -> Fragment:
    new = other.characters[_seen_before(one, other) :]
    return Fragment(one.characters + new, hull((one.rect, other.rect)))


def _seen_before(one: Fragment, other: Fragment) -> int:
    """How many of the first characters of a fragment are the last of another, seen once more.

    The first of all may be read wrongly: the edge of a box cuts it (寺游客 for 待游客).
    """
    low = min(one.rect.height, other.rect.height)
    if shared_height(one.rect, other.rect) < _LEVEL * low:
        return 0
    for wrong in (0, 1):
        most = min(len(one.characters) - wrong, len(other.characters) - wrong)
        for number in range(most, wrong * (_SURE - 1), -1):
            if _same(one.characters[-number:], other.characters[wrong : wrong + number], low):
                return wrong + number
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
    shared = shared_height(fragment.rect, other.rect)
    words = _without_marks(fragment.characters)
    if shared >= (_LEVEL if len(fragment.characters) > 1 else _LEVEL_OF_ONE) * height and any(
        _same(words, other.characters[start : start + len(words)], height)
        for start in range(len(other.characters) - len(words) + 1)
    ):
        return True
    return _are_quotes(words, other, height)


def _are_quotes(words: Sequence[Character], other: Fragment, height: float) -> bool:
    """Whether digits were read where quotation marks stand (“ as 66)."""
    quotes = [one.at for one in other.characters if one.word in _QUOTES]
    return all(word.word in "69" and any(abs(word.at - at) <= _PLACE * height for at in quotes) for word in words)


def _without_marks(characters: Sequence[Character]) -> Sequence[Character]:
    """The characters from the first to the last that is no small mark; all where there are marks only."""
    kept = [at for at, character in enumerate(characters) if character.word not in _MARKS]
    return characters[kept[0] : kept[-1] + 1] if kept else characters


def _area(rect: Rect) -> float:
    return rect.width * rect.height

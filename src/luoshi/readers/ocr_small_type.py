"""Small words beside a large number in one box: the network reads a box at one height, and loses what is small in it.

Where a box with a number has room without characters, or words in doubt, that stretch is read anew from the parts of the box's height
in which words on the number's line may stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from luoshi.readers.ocr_glyphs import Glyph, Reading, least

if TYPE_CHECKING:
    from luoshi.readers.ocr_boxes import Quads

_NUMBER = frozenset("0123456789.,%")
_PARTS = ((0.2, 1.0), (0.35, 1.0), (0.5, 1.0), (0.35, 0.85))  # of the height of a box, from its top
_EMPTY = 0.9  # of the height: wider room at an end of a box has room for words
_DIGIT = 0.2  # of the height: half the width of a large digit
_DOUBTFUL = 0.9  # confidence of a character
_SURE = 0.9  # confidence of each character of words that are taken


class Stretch(NamedTuple):
    """Characters ``first`` to ``end`` of a reading, and from where to where in the box (0 to 1) words may stand."""

    first: int
    end: int
    left: float
    right: float


def stretches(reading: Reading, height: float) -> list[Stretch]:
    """The stretches of a box that are to be read anew; ``height`` is that of the box by its width."""
    if not any(glyph.word in _NUMBER for glyph in reading):
        return []
    return [*_all(reading, height)]


def _all(reading: Reading, height: float) -> Iterator[Stretch]:
    if reading[0].word in _NUMBER and reading[0].at > _EMPTY * height:
        yield Stretch(0, 0, 0.0, reading[0].at - _DIGIT * height)
    at = 0
    for is_number, run in groupby(reading, lambda glyph: glyph.word in _NUMBER):
        first, at = at, at + len(list(run))
        if not is_number and least(reading[first:at]) < _DOUBTFUL:
            left = reading[first - 1].at + _DIGIT * height if first else 0.0
            right = reading[at].at - _DIGIT * height if at < len(reading) else 1.0
            yield Stretch(first, at, left, right)
    if reading[-1].word in _NUMBER and 1 - reading[-1].at > _EMPTY * height:
        yield Stretch(len(reading), len(reading), reading[-1].at + _DIGIT * height, 1.0)


def parts_of_box(box: Quads, left: float, right: float) -> Quads:
    """The parts of a box between two places of its width in which small type may stand."""
    import numpy as np

    above = box[0] + np.outer((left, right), box[1] - box[0])
    below = box[3] + np.outer((left, right), box[2] - box[3])
    parts = [
        (
            *(above + top * (below - above)),
            *(above + bottom * (below - above))[::-1],
        )
        for top, bottom in _PARTS
    ]
    return np.asarray(parts, dtype=np.float32)


def with_words(reading: Reading, stretch: Stretch, seen: Sequence[Reading]) -> Reading:
    """A reading with the surest words that were seen in a stretch, if they are sure and no fewer than before."""
    words = max((_words(one) for one in seen), key=lambda one: (least(one) >= _SURE, len(one), least(one)))
    before = reading[stretch.first : stretch.end]
    if least(words) < _SURE or len(words) < len(before):
        return reading
    width = stretch.right - stretch.left
    placed = (glyph._replace(at=stretch.left + glyph.at * width) for glyph in words)
    return (*reading[: stretch.first], *placed, *reading[stretch.end :])


def _words(reading: Reading) -> Reading:
    """What is read without parts of the large number at the ends."""
    glyphs: list[Glyph] = list(reading)
    while glyphs and glyphs[-1].word.isascii():
        glyphs.pop()
    while glyphs and glyphs[0].word.isascii():
        glyphs.pop(0)
    return tuple(glyphs)

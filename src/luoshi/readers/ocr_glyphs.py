"""Characters as recognition gives them, one line of them a reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from luoshi.layout.overlaps import Character
from luoshi.readers.ocr_boxes import sides

if TYPE_CHECKING:
    from luoshi.readers.ocr_boxes import Quads


class Glyph(NamedTuple):
    """A character as read: its confidence from 0 to 1, and where its middle is from 0 (left) to 1 (right end of its
    box), or a little beyond."""

    word: str
    confidence: float
    at: float


Reading = tuple[Glyph, ...]


def mean_confidence(reading: Sequence[Glyph | Character]) -> float:
    """The mean over its characters; 0 for none."""
    return sum(glyph.confidence for glyph in reading) / len(reading) if reading else 0.0


def least(reading: Reading) -> float:
    """The confidence of the character that is most in doubt; 0 for none."""
    return min((glyph.confidence for glyph in reading), default=0.0)


def narrowed(reading: Reading, box: Quads, left: float, right: float) -> Reading:
    """A reading of a widened box with places as they are in the box itself; beyond its ends below 0 or above 1."""
    width, height = sides(box)
    left, whole = left * height / width, 1 + (left + right) * height / width
    return tuple(glyph._replace(at=glyph.at * whole - left) for glyph in reading)

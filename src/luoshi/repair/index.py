"""An index of paragraphs by stretches of a few characters, in which misread copies are looked for.

Nearly all paragraphs stand once, so that what costs is to cut their grams. The struct module does that in a third of
the time that slices take; it wants characters of the same size, hence UTF-32.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from struct import Struct
from typing import Final

_GRAM: Final = 12  # characters that a misread copy shares with its original in some places
_STRIDE: Final = 8  # from one gram of the index to the next
_LOOK_UPS: Final = 64  # grams of a text that are looked up
_WIDTH: Final = 4  # bytes of a character

_EVERY_OTHER: Final = Struct(f"{_WIDTH * _GRAM}s{_WIDTH * (2 * _STRIDE - _GRAM)}x")  # grams of the index do overlap


@lru_cache(1024)
def _row(number: int, stride: int) -> Struct:
    """Cuts a number of grams at equal distances."""
    gram, gap = f"{_WIDTH * _GRAM}s", f"{_WIDTH * (stride - _GRAM)}x"
    return Struct(gap.join([gram] * number))


class Index:
    """Paragraphs by their grams; a gram belongs to the first paragraph that has it in a place of the index."""

    def __init__(self) -> None:
        self._paragraphs: dict[bytes, int] = {}

    def add(self, text: str, at: int) -> None:
        """Enters a text of paragraph ``at``."""
        data = _coded(text) + bytes(_EVERY_OTHER.size)
        add = self._paragraphs.setdefault
        for first in (0, _STRIDE):
            number = (len(text) - _GRAM - first) // (2 * _STRIDE) + 1
            start = _WIDTH * first
            for (gram,) in _EVERY_OTHER.iter_unpack(data[start : start + max(number, 0) * _EVERY_OTHER.size]):
                add(gram, at)

    def nearest(self, text: str, most: int) -> list[int]:
        """The paragraphs that share grams with a text: so many of those that share most, of equals the one whose grams stand first."""
        known = self._paragraphs
        hits = sorted(
            (first + number * stride, known[gram])
            for first, stride, row in _rows(text)
            if not known.keys().isdisjoint(row)
            for number, gram in enumerate(row)
            if gram in known
        )
        return [at for at, _ in Counter(at for _, at in hits).most_common(most)]


def _coded(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogatepass")


def _rows(text: str) -> Iterator[tuple[int, int, tuple[bytes, ...]]]:
    """The grams of a text that are looked up, by rows: where the first stands, how far they stand apart, and they.

    In a short text they are all that there are. Else eight in a row are, which meet every alignment with the index, and
    eight again further on, spread over the text.
    """
    data, size = _coded(text), len(text) - _GRAM + 1
    stride = size // _LOOK_UPS * _STRIDE
    if stride > _STRIDE:
        row = _row((size - _STRIDE - 1) // stride + 1, stride)
        for first in range(_STRIDE):
            yield first, stride, row.unpack_from(data, _WIDTH * first)
    else:
        for first in range(min(_GRAM, size)):
            yield first, _GRAM, _row((size - 1 - first) // _GRAM + 1, _GRAM).unpack_from(data, _WIDTH * first)

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

    def nearest(self, text: str, number: int) -> list[int]:
        """The paragraphs that share grams with a text: those with most of them."""
        data, size = _coded(text), len(text) - _GRAM + 1
        if all(map(self._paragraphs.keys().isdisjoint, _grams(data, size))):
            return []
        grams = (data[_WIDTH * place : _WIDTH * (place + _GRAM)] for place in _places(size))
        votes = Counter(at for at in map(self._paragraphs.get, grams) if at is not None)
        return [at for at, _ in votes.most_common(number)]


def _coded(text: str) -> bytes:
    return text.encode("utf-32-le", "surrogatepass")


def _places(size: int) -> Iterator[int]:
    """Where the grams stand that are looked up in a text that has so many: all of them in a short one.

    Eight in a row meet every alignment with the index; in a long text such rows are spread over it.
    """
    step = max(size // _LOOK_UPS, 1)
    if step == 1:
        return iter(range(size))
    return (row + shift for row in range(0, size - _STRIDE, step * _STRIDE) for shift in range(_STRIDE))


def _grams(data: bytes, size: int) -> Iterator[tuple[bytes, ...]]:
    """The grams in these places, in another order: by rows of such as stand apart."""
    step = size // _LOOK_UPS
    if step <= 1:
        for shift in range(min(_GRAM, size)):
            yield _row((size - 1 - shift) // _GRAM + 1, _GRAM).unpack_from(data, _WIDTH * shift)
    else:
        stride = step * _STRIDE
        row = _row((size - _STRIDE - 1) // stride + 1, stride)
        for shift in range(_STRIDE):
            yield row.unpack_from(data, _WIDTH * shift)

"""The size of recognised type. Boxes around lines are higher than type by a tenth or by all of its size, as it happens;
their width tells better, for Chinese characters are as wide as their size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from luoshi.layout.sheets import Line, Rect

_HALF = 0.55  # of the size: the width of a digit or a Latin letter
_TELLING = 4.0  # sizes: the width of a longer line tells its size
_LONG = 6.0  # sizes: the same of a line of text
_OPENING, _CLOSING = frozenset("“‘（《〈【「"), frozenset("，。、；：！？”’）》〉】」")  # half of each is white
_ALIKE = 0.8  # the lower of two heights by the higher, of lines of one size
_STRETCHED = (
    1.15  # times its size that the type of a justified line seems to have, and by which what is measured trembles
)
_MIXED = 1.05  # times the size of its type that a line is high in which type of several sizes stands
_MARGIN = 0.3  # of the size between the type and its box at the ends of a line, at most


class _Text(NamedTuple):
    """What most lines of a page have: the height of their boxes, and the size of their type."""

    height: float
    size: float


def with_sizes(lines: Sequence[Line]) -> list[Line]:
    """Lines whose ``size`` is the height of their boxes, with the size of their type and the place of their type."""
    plain = [line for line in lines if _is_plain(line)]
    text = _text(plain)
    if text is None:
        return list(lines)
    measured = set(map(id, plain))
    return [_fitted(line, _size(line, text)) if id(line) in measured else line for line in lines]


def _is_plain(line: Line) -> bool:
    """Whether a line runs across and is in type of one size."""
    return line.rect.height <= _MIXED * line.size and line.rect.height <= 1.5 * line.rect.width


def _sizes_long(line: Line) -> float:
    """How long the box of a line is, in sizes of its type; it leaves out the white beside marks at its ends."""
    ends = (line.words[:1] in _OPENING) + (line.words[-1:] in _CLOSING)
    return sum(_HALF if word.isascii() else 1.0 for word in line.words) - ends / 2


def _by_width(line: Line) -> float:
    """The size of a line's type by its width; the margin of its box is the same on all sides."""
    return (line.rect.width - line.rect.height) / (_sizes_long(line) - 1)


def _text(lines: Iterable[Line]) -> _Text | None:
    """Height and size of the text of a page; None where no line is long enough to tell."""
    long = [line for line in lines if _sizes_long(line) >= _LONG]
    if not long:
        return None
    height = _quantile([(line.rect.height, len(line.words)) for line in long], 0.5)
    alike = [line for line in long if _ALIKE <= line.rect.height / height <= 1 / _ALIKE]
    size = _quantile([(_by_width(line), len(line.words)) for line in alike], 0.25)  # half of all are stretched, or more
    return _Text(height, size) if size > 0 else None


def _quantile(weighted: Iterable[tuple[float, int]], share: float) -> float:
    ordered = sorted(weighted)
    rest = share * sum(weight for _, weight in ordered)
    for value, weight in ordered:
        rest -= weight
        if rest <= 0:
            return value
    return ordered[-1][0]


def _size(line: Line, text: _Text) -> float:
    """The size of a line's type; that of the text where it cannot be told from it."""
    by_height = line.rect.height / text.height * text.size
    if _sizes_long(line) < _TELLING:
        size = best = by_height
    else:
        best = _by_width(line)
        size = (max(best, 0.0) * by_height) ** 0.5
    is_text = 1 / _STRETCHED <= size / text.size <= _STRETCHED
    return min(text.size if is_text else best, line.rect.height)


def _fitted(line: Line, size: float) -> Line:
    """The line with the rectangle of its type: as high as its size, about the same middle."""
    left, top, right, bottom = line.rect
    margin = (line.rect.height - size) / 2
    side = min(margin, _MARGIN * size, line.rect.width / 4)
    return line._replace(size=size, rect=Rect(left + side, top + margin, right - side, bottom - margin))

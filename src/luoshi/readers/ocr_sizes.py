"""The size of recognised type. Boxes around lines are higher than type by a tenth or by all of its size, as it happens;
their width tells better, for Chinese characters are as wide as their size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from luoshi.layout.sheets import Line, Rect

_HALF = 0.55  # of the size: the width of a digit or a Latin letter
_TELLING = 4.0  # sizes: the width of a longer line tells its size
_LONG = 6.0  # sizes: the same of a line of text
_OPENING, _CLOSING = frozenset("“‘（《〈【「"), frozenset("，。、；：！？”’）》〉】」")  # half of each is white
_ALIKE = 0.8  # the lower of two heights by the higher, of lines of one size
_TREMBLES = 1.15  # times a size that is measured by width and height together
_TREMBLES_SHORT = 1.3  # the same of a size that is measured by height alone
_TREMBLES_LAST = 1.6  # the same of the last words of a sentence: no heading has a full stop
_STRETCHED = 2.0  # times its size that the type of a justified line seems to have by its width
_EDGE = 0.5  # of the height of text by which the edges of the lines of a column differ
_COLUMN = 4  # lines of a page that keep to an edge: it is that of a column
_MIXED = 1.05  # times the size of its type that a line is high in which type of several sizes stands
_MARGIN = 0.3  # of the size between the type and its box at the ends of a line, at most


class _Text(NamedTuple):
    """What most lines of a page have: the height of their boxes, and the size of their type; and where lines begin and
    end, ascending."""

    height: float
    size: float
    lefts: list[float]
    rights: list[float]

    def is_column_wide(self, rect: Rect) -> bool:
        """Whether a line reaches from edge to edge of a column."""
        reach = _EDGE * self.height
        return all(
            bisect_right(edges, edge + reach) - bisect_left(edges, edge - reach) >= _COLUMN
            for edges, edge in ((self.lefts, rect.left), (self.rights, rect.right))
        )


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
    lefts, rights = sorted(line.rect.left for line in alike), sorted(line.rect.right for line in alike)
    return _Text(height, size, lefts, rights) if size > 0 else None


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
        trembles = _TREMBLES_LAST if line.words.endswith("。") else _TREMBLES_SHORT
        size, is_text = by_height, _near(by_height, text.size, trembles)
    else:
        size = max(_by_width(line), 0.0)
        is_alike = _near(by_height, text.size, 1 / _ALIKE) and text.size <= size <= _STRETCHED * text.size
        is_text = (is_alike and text.is_column_wide(line.rect)) or _near(
            (size * by_height) ** 0.5, text.size, _TREMBLES
        )
    return min(text.size if is_text else size, line.rect.height)


def _near(one: float, other: float, most: float) -> bool:
    return other / most <= one <= other * most


def _fitted(line: Line, size: float) -> Line:
    """The line with the rectangle of its type: as high as its size, about the same middle."""
    left, top, right, bottom = line.rect
    margin = (line.rect.height - size) / 2
    side = min(margin, _MARGIN * size, line.rect.width / 4)
    return line._replace(size=size, rect=Rect(left + side, top + margin, right - side, bottom - margin))

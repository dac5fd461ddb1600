"""Pieces of one line put together that a reader cut at wide gaps: is it a space, or the gutter between two columns?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from luoshi.layout.geometry import hull, middle, shared_height, shared_width
from luoshi.layout.sheets import Line, Rect

_LEVEL = 0.4  # of the size: the middles of pieces of one line are no farther apart
_ALIKE = 0.92  # the smaller size by the larger, of pieces of one line
_ALIKE_RECOGNISED = 0.75  # the same where sizes are measured heights, which tremble
_HEADLINE = (
    1.3  # times the size of lines below: a gap in a headline shows by the gutter under it, whatever its lines' size
)
_LARGE = 1.45  # times the size of the text: a headline, which goes on behind a comma whatever stands below
_OPEN = frozenset("，、")
_WIDEST = 3.2  # sizes: a wider gap is never a space
_NARROW = 0.45  # sizes: pieces nearer than that are joined without a space
_GUTTER = 3  # lines on both sides of a gap that goes on downwards or upwards: it is a gutter
_EDGE = 0.35  # sizes by which the edges of the lines of a column differ
_COLUMN = 4  # lines of a page that keep to an edge: it is that of a column
_THINNEST = 0.3  # sizes that a gutter is wide, at least
_APART = 2.6  # sizes between the middles of lines under one another
_WINDOW = 80  # lines that are looked at above and below
_LABEL = re.compile(
    r"[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]|第[\d一二三四五六七八九十百]{1,4}[编章节条部分款项]{1,2}"
    r"|[•●■□◆▲★○◇·*※①-⑳—-]{1,2}|\S{1,8}[：:]|附件\d{0,2}|[表图]\s?\d{1,2}(?:[-—.]\d{1,2})?"
)
"""What stands before a gap of its own: a number, a mark, the label of what follows."""


class _Edges(NamedTuple):
    """Where the lines of a page begin and end, ascending."""

    lefts: list[float]
    rights: list[float]

    def meet(self, left: Line, right: Line) -> bool:
        """Whether one piece ends where the lines of a column end, and the other begins where those of one begin."""
        reach = _EDGE * left.size
        return all(
            bisect_right(edges, place + reach) - bisect_left(edges, place - reach) >= _COLUMN
            for edges, place in ((self.rights, left.rect.right), (self.lefts, right.rect.left))
        )


def joined(lines: Sequence[Line], walls: Sequence[Rect] = ()) -> list[Line]:
    """The lines from the top down, pieces of one made whole; ``walls`` are ruling lines down the page."""
    ordered = sorted(lines, key=lambda line: middle(line.rect)[1])
    heights = [middle(line.rect)[1] for line in ordered]
    edges = _Edges(sorted(line.rect.left for line in lines), sorted(line.rect.right for line in lines))
    text = median(line.size for line in lines) if lines else 0.0
    following: dict[int, int] = {}
    for at, line in enumerate(ordered):
        neighbour = _neighbour(ordered, heights, at)
        if neighbour is not None and neighbour not in following.values():
            gap = ordered[neighbour].rect.left - line.rect.right
            if (gap <= _WIDEST * line.size and not _walled(line.rect, ordered[neighbour].rect, walls)) and (
                _LABEL.fullmatch(line.words)
                or (line.size >= _LARGE * text and line.words[-1] in _OPEN)
                or not (
                    (gap >= _NARROW * line.size and edges.meet(line, ordered[neighbour]))
                    or _gutter(ordered, heights, at, neighbour)
                )
            ):
                following[at] = neighbour
    begun = set(range(len(ordered))) - set(following.values())
    whole = [_whole([ordered[at] for at in _chain(first, following)]) for first in sorted(begun)]
    return sorted(whole, key=lambda line: (line.rect.top, line.rect.left))


def _walled(left: Rect, right: Rect, walls: Sequence[Rect]) -> bool:
    """Whether a ruling line stands between two pieces."""
    between = Rect(left.right - 1, max(left.top, right.top), right.left + 1, min(left.bottom, right.bottom))
    return any(shared_width(wall, between) >= 0 and shared_height(wall, between) > 0 for wall in walls)


def _chain(first: int, following: dict[int, int]) -> list[int]:
    chain = [first]
    while chain[-1] in following:
        chain.append(following[chain[-1]])
    return chain


def _near(ordered: Sequence[Line], heights: Sequence[float], at: int, reach: float) -> range:
    """The lines whose middles are no farther than ``reach`` from that of line ``at``."""
    first = bisect_left(heights, heights[at] - reach, max(0, at - _WINDOW), at)
    last = bisect_left(heights, heights[at] + reach, at, min(len(ordered), at + _WINDOW))
    return range(first, last)


def _neighbour(ordered: Sequence[Line], heights: Sequence[float], at: int) -> int | None:
    """The nearest line to the right on the same level."""
    line = ordered[at]
    best: int | None = None
    for other in _near(ordered, heights, at, _LEVEL * line.size):
        right = ordered[other]
        if (
            other != at
            and right.rect.left >= line.rect.right - 0.5 * line.size
            and right.rect.left > line.rect.left
            and _alike(right, line)
            and (best is None or right.rect.left < ordered[best].rect.left)
        ):
            best = other
    return best


def _alike(one: Line, other: Line) -> bool:
    share = _ALIKE if one.confidence == other.confidence == 1 else _ALIKE_RECOGNISED
    return min(one.size, other.size) >= share * max(one.size, other.size)


def _gutter(ordered: Sequence[Line], heights: Sequence[float], at: int, neighbour: int) -> bool:
    """Whether the gap between two pieces goes on past the lines above and below them, with lines on both sides."""
    line, beside = ordered[at], ordered[neighbour]
    size = line.size
    sides = [1, 1]
    for step in (-1, 1):
        left, right = line.rect.right, beside.rect.left  # the gap, as wide as the lines so far leave it
        last = heights[at]
        other = at + step
        while 0 <= other < len(ordered) and abs(other - at) <= _WINDOW and abs(heights[other] - last) <= _APART * size:
            piece = ordered[other]
            other += step
            if piece is line or piece is beside or not (_alike(piece, line) or line.size >= _HEADLINE * piece.size):
                continue
            if piece.rect.right < line.rect.left - size or piece.rect.left > beside.rect.right + size:
                continue
            if middle(piece.rect)[0] < (left + right) / 2:
                side, left = 0, max(left, piece.rect.right)
            else:
                side, right = 1, min(right, piece.rect.left)
            if right - left < _THINNEST * size:
                break  # it bridges the gap
            sides[side] += 1
            last = heights[other - step]
    return min(sides) >= _GUTTER


def _are_digits(words: str) -> bool:
    """Whether two numbers meet that stand apart (表1 2025年…), although their boxes touch."""
    return words.isascii() and words.isdigit() and len(words) == 2


def _whole(pieces: Sequence[Line]) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    words = ""
    corrected: list[tuple[int, int, str]] = []
    last: Line | None = None
    for piece in pieces:
        if last is not None and (
            piece.rect.left - last.rect.right >= _NARROW * piece.size or _are_digits(last.words[-1:] + piece.words[:1])
        ):
            words += " "
        corrected += [(first + len(words), end + len(words), read) for first, end, read in piece.corrected]
        words += piece.words
        last = piece
    longest = max(pieces, key=lambda piece: len(piece.words))
    confidence = min(piece.confidence for piece in pieces)
    rect = hull(piece.rect for piece in pieces)
    return Line(words, rect, longest.size, longest.bold, confidence, tuple(corrected))

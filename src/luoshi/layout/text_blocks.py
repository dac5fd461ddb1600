"""Text blocks: lines of one size directly under one another, with nothing beside them in their column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from luoshi.layout.geometry import hull, middle, shared_width
from luoshi.layout.grids import Table
from luoshi.layout.sheets import Line, Rect
from luoshi.layout.strokes import Strokes

_ALIKE = 0.91  # the smaller size by the larger: lines of a block
_ALIKE_RECOGNISED = 0.8  # the same where sizes are measured heights, which tremble
_GAP = 1.3  # sizes between two lines of a block
_WIDER = 0.4  # sizes: a gap that is wider by more than that parts a block
_BACK = 0.5  # sizes: lines of recognised text overlap by as much
_SHARED = 0.25  # of the narrower line's width lies under or above the other
_REACH = 120  # lines that are looked at below a line


class TextBlock(NamedTuple):
    """Lines that are read one after the other, or a table. ``size`` is that of most lines, 0 for a table.

    ``frame`` is the number of the frame around it, -1 for none.
    """

    rect: Rect
    lines: tuple[Line, ...]
    size: float
    frame: int = -1
    table: Table | None = None


def text_blocks(lines: Sequence[Line], tables: Sequence[Table], strokes: Strokes) -> list[TextBlock]:
    """The blocks of a sheet from the top down."""
    ordered = sorted(lines, key=lambda line: (middle(line.rect)[1], line.rect.left))
    frames = [strokes.frame_of(line.rect) for line in ordered]
    below = _below(ordered, frames)
    above: dict[int, list[int]] = {}
    for at, lower in enumerate(below):
        for other in lower:
            above.setdefault(other, []).append(at)
    goes_on = {
        at: lower[0]
        for at, lower in enumerate(below)
        if len(lower) == 1
        and len(above[lower[0]]) == 1
        and frames[at] == frames[lower[0]]
        and _alike(ordered[at], ordered[lower[0]])
        and not strokes.between(ordered[at].rect, ordered[lower[0]].rect)
    }
    tails = set(goes_on.values())
    blocks = [
        _block(part, frames[at])
        for at in range(len(ordered))
        if at not in tails
        for part in _parts(_chain(ordered, at, goes_on))
    ]
    blocks += [TextBlock(table.rect, (), 0, strokes.frame_of(table.rect), table) for table in tables]
    return sorted(blocks, key=lambda block: (block.rect.top, block.rect.left))


def _chain(ordered: Sequence[Line], first: int, goes_on: dict[int, int]) -> list[Line]:
    lines = [ordered[first]]
    at = first
    while at in goes_on:
        at = goes_on[at]
        lines.append(ordered[at])
    return lines


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines parted where there is more white between two than between the others."""
    gaps = [lower.rect.top - upper.rect.bottom for upper, lower in pairwise(lines)]
    widest = median(gaps) if len(gaps) > 1 else 0.0
    part = [lines[0]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if len(gaps) > 1 and gap > widest + _WIDER * line.size:
            yield part
            part = []
        part.append(line)
    yield part


def _block(lines: Sequence[Line], frame: int) -> TextBlock:
    """Some lines as a block."""
    sizes = sorted(line.size for line in lines)
    return TextBlock(hull(line.rect for line in lines), tuple(lines), sizes[len(sizes) // 2], frame)


def _below(ordered: Sequence[Line], frames: Sequence[int]) -> list[list[int]]:
    """For each line the lines right under it: near, and with no other line between."""
    found: list[list[int]] = []
    for at, line in enumerate(ordered):
        lower: list[int] = []
        level = middle(line.rect)[1]
        for other in range(at + 1, min(at + _REACH, len(ordered))):
            candidate = ordered[other]
            if candidate.rect.top > line.rect.bottom + _GAP * line.size:
                if middle(candidate.rect)[1] > level + 4 * line.size:
                    break
                continue
            if (
                middle(candidate.rect)[1] - level >= _BACK * min(line.size, candidate.size)
                and _overlap(line.rect, candidate.rect)
                and not any(_hides(ordered[near], candidate) for near in lower)
            ):
                lower.append(other)
        found.append(lower)
    return found


def _overlap(one: Rect, other: Rect) -> bool:
    return shared_width(one, other) > _SHARED * min(one.width, other.width)


def _hides(near: Line, candidate: Line) -> bool:
    apart = middle(candidate.rect)[1] - middle(near.rect)[1]
    return _overlap(near.rect, candidate.rect) and apart >= _BACK * min(near.size, candidate.size)


def _alike(one: Line, other: Line) -> bool:
    gap = other.rect.top - one.rect.bottom
    exact = one.confidence == other.confidence == 1
    alike = min(one.size, other.size) >= (_ALIKE if exact else _ALIKE_RECOGNISED) * max(one.size, other.size)
    return alike and gap <= _GAP * min(one.size, other.size) and not _stands_over(one, other)


def _stands_over(one: Line, other: Line) -> bool:
    """Whether a line of larger type stands over a column that it is wider than on both sides: a headline of several."""
    if other.size >= _ALIKE * one.size:
        return False
    return one.rect.left < other.rect.left - other.size and one.rect.right > other.rect.right + other.size

"""Columns as paragraphs see them: the edges that lines keep to, and whether a line is indented or ends early."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from luoshi.layout.headlines import in_one_column
from luoshi.layout.sheets import Line
from luoshi.layout.text_blocks import TextBlock

_INDENT = 1.2  # sizes: a line that begins farther in is indented
_SHORT = 2.2  # sizes: a line that ends farther from the edge ends early
_FAR = 4.0  # sizes of white: what stands farther below is another column
_COLUMN = 3  # full lines: a column of its own width
_FLUSH = 0.6  # sizes by which full lines of a column differ at an edge
_DEEPEST = 6.0  # sizes: what begins farther in is centred, or on the right


class Column(NamedTuple):
    """Blocks of one size under one another. ``pitch`` is from the top of one line to that of the next, as a rule."""

    left: float
    right: float
    pitch: float
    blocks: tuple[TextBlock, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for block in self.blocks for line in block.lines]

    def is_indented(self, line: Line) -> bool:
        return _INDENT * line.size <= line.rect.left - self.left <= _DEEPEST * line.size

    def ends_early(self, line: Line) -> bool:
        return self.right - line.rect.right > _SHORT * line.size

    def is_centred(self, line: Line) -> bool:
        before, behind = line.rect.left - self.left, self.right - line.rect.right
        return min(before, behind) > _INDENT * line.size and abs(before - behind) <= 1.5 * line.size


def columns_of(blocks: Iterable[TextBlock]) -> list[Column]:
    """Blocks of text in reading order as columns."""
    groups: list[list[TextBlock]] = []
    for block in blocks:
        if groups and _goes_on(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_column(group) for group in groups]


def _goes_on(group: Sequence[TextBlock], block: TextBlock) -> bool:
    last = group[-1]
    if not (last.size and block.size) or last.frame != block.frame:
        return False
    if not -block.size <= block.rect.top - last.rect.bottom <= _FAR * block.size:
        return False
    widest = max(group, key=lambda one: one.rect.width)
    alike = min(last.size, block.size) >= 0.82 * max(last.size, block.size)
    return alike and in_one_column(widest, block) and not _differ_in_width(widest, block)


def _differ_in_width(one: TextBlock, other: TextBlock) -> bool:
    """Whether one of two blocks is set in full lines much shorter than the other: a column under a headline, say."""
    narrow, wide = sorted((one, other), key=lambda block: block.rect.width)
    rect, edge = narrow.rect, _FLUSH * narrow.size
    full = sum(line.rect.left <= rect.left + edge and line.rect.right >= rect.right - edge for line in narrow.lines)
    return full >= _COLUMN and wide.rect.width > rect.width + _SHORT * narrow.size


def _column(blocks: Sequence[TextBlock]) -> Column:
    lines = [line for block in blocks for line in block.lines]
    left = min((line.rect.left for line in lines), default=0.0)
    right = max((line.rect.right for line in lines), default=0.0)
    steps = [
        lower.rect.top - upper.rect.top
        for block in blocks
        for upper, lower in zip(block.lines, block.lines[1:], strict=False)
    ]
    return Column(left, right, median(steps) if steps else 0.0, tuple(blocks))

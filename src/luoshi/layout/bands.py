"""Bands: the parts of a page between blocks that have the page's width to themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from luoshi.layout.geometry import hull, shared_height, shared_width
from luoshi.layout.sheets import Rect
from luoshi.layout.text_blocks import TextBlock

_WIDE = 0.55  # of the width of all text
_WHOLE = 0.9  # of the width of all text: a ruling line as long parts the page
_CENTRED = 0.03  # of the width of all text: how far from its middle a centred block may be
_OVERLAP = 0.4  # of the smaller size: blocks of one band beside each other share more height than that


def bands(blocks: Sequence[TextBlock], dividers: Iterable[Rect]) -> list[list[TextBlock]]:
    """Blocks from the top down: each that nothing stands beside and that is wide or centred is a band of its own.

    What goes all across the text parts bands too: of the ruling lines and pictures, the ``dividers``, such as the line
    below the name of a newspaper.
    """
    if not blocks:
        return []
    area = hull(block.rect for block in blocks)
    whole = [line for line in dividers if line.width >= _WHOLE * area.width]
    found: list[list[TextBlock]] = [[]]
    bottom = area.top
    ordered = sorted(blocks, key=lambda block: block.rect.top)
    for at, block in enumerate(ordered):
        if any(bottom <= line.top + block.size and line.bottom <= block.rect.top + block.size for line in whole):
            whole = [line for line in whole if line.bottom > block.rect.top + block.size]
            found.append([])
        if _divides(block, ordered, at, bottom, area.left, area.right):
            found += [[block], []]
        else:
            found[-1].append(block)
        bottom = max(bottom, block.rect.bottom)
    return [band for band in found if band]


def _divides(block: TextBlock, ordered: Sequence[TextBlock], at: int, bottom: float, left: float, right: float) -> bool:
    tolerance = _OVERLAP * (block.size or 10)
    if block.rect.top < bottom - tolerance:
        return False
    if at + 1 < len(ordered) and ordered[at + 1].rect.top < block.rect.bottom - tolerance:
        return False
    width = right - left
    if block.rect.width >= _WIDE * width:
        return True
    off = abs((block.rect.left + block.rect.right) / 2 - (left + right) / 2)
    return off <= _CENTRED * width and not _is_in_column(block, ordered)


def _is_in_column(block: TextBlock, ordered: Sequence[TextBlock]) -> bool:
    """Whether other blocks of the same size begin and end where this one does, or have others beside them there."""
    edge = 1.5 * block.size
    for other in ordered:
        if other is block or not _alike(block, other):
            continue
        same = abs(other.rect.left - block.rect.left) < edge and abs(other.rect.right - block.rect.right) < edge
        if same and any(_beside(other, third) for third in ordered):
            return True
    return False


def _alike(one: TextBlock, other: TextBlock) -> bool:
    return min(one.size, other.size) >= 0.8 * max(one.size, other.size)


def _beside(one: TextBlock, other: TextBlock) -> bool:
    return shared_width(one.rect, other.rect) < 0 < shared_height(one.rect, other.rect)

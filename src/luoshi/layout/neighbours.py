"""Which blocks stand right under which, with nothing between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from luoshi.layout.geometry import shared_width
from luoshi.layout.text_blocks import TextBlock

_SHARED = 0.3  # of the narrower block's width


class Neighbours(NamedTuple):
    """For each block the numbers of those right under it and of those right above it, from the left."""

    below: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, blocks: Sequence[TextBlock]) -> Neighbours:
        """A block hides what it stands above."""
        order = sorted(range(len(blocks)), key=lambda at: blocks[at].rect.top)
        below: list[list[int]] = [[] for _ in blocks]
        above: list[list[int]] = [[] for _ in blocks]
        for place, at in enumerate(order):
            block = blocks[at]
            tolerance = 0.4 * (block.size or 10)
            free = [(block.rect.left, block.rect.right)]
            for other in order[place + 1 :]:
                lower = blocks[other].rect
                if lower.top < block.rect.bottom - tolerance or shared_width(block.rect, lower) <= 0:
                    continue
                seen = sum(max(0.0, min(right, lower.right) - max(left, lower.left)) for left, right in free)
                if seen > _SHARED * min(block.rect.width, lower.width):
                    below[at].append(other)
                    above[other].append(at)
                free = [piece for stretch in free for piece in _without(stretch, lower.left, lower.right)]
                if not free:
                    break
        for found in (*below, *above):
            found.sort(key=lambda at: blocks[at].rect.left)
        return cls(tuple(map(tuple, below)), tuple(map(tuple, above)))


def _without(stretch: tuple[float, float], left: float, right: float) -> list[tuple[float, float]]:
    pieces = [(stretch[0], min(stretch[1], left)), (max(stretch[0], right), stretch[1])]
    return [piece for piece in pieces if piece[1] - piece[0] > 0]

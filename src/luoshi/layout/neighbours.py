"""Which blocks stand right under which, with nothing between."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from luoshi.layout.geometry import shared_width
from luoshi.layout.sheets import Rect

_SHARED = 0.3  # of the narrower block's width


class Neighbours(NamedTuple):
    """For each block the numbers of those right under it and of those right above it, from the left."""

    below: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, rects: Sequence[Rect], asides: Collection[int] = ()) -> Neighbours:
        """A block hides what it stands above; ``asides`` hide nothing and are nobody's neighbours."""
        order = sorted((at for at in range(len(rects)) if at not in asides), key=lambda at: rects[at].top)
        below: list[list[int]] = [[] for _ in rects]
        above: list[list[int]] = [[] for _ in rects]
        for place, at in enumerate(order):
            rect = rects[at]
            free = [(rect.left, rect.right)]
            for other in order[place + 1 :]:
                lower = rects[other]
                if (
                    (lower.top + lower.bottom) / 2 < rect.bottom
                    or lower.top < rect.top
                    or shared_width(rect, lower) <= 0
                ):
                    continue
                seen = sum(max(0.0, min(right, lower.right) - max(left, lower.left)) for left, right in free)
                if seen > _SHARED * min(rect.width, lower.width):
                    below[at].append(other)
                    above[other].append(at)
                free = [piece for stretch in free for piece in _without(stretch, lower.left, lower.right)]
                if not free:
                    break
        for found in (*below, *above):
            found.sort(key=lambda at: rects[at].left)
        return cls(tuple(map(tuple, below)), tuple(map(tuple, above)))


def _without(stretch: tuple[float, float], left: float, right: float) -> list[tuple[float, float]]:
    pieces = [(stretch[0], min(stretch[1], left)), (max(stretch[0], right), stretch[1])]
    return [piece for piece in pieces if piece[1] - piece[0] > 0]

"""The order of articles on a page: what stands above comes first, then what stands on the left."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.layout.geometry import hull
from luoshi.layout.sheets import Rect

_TOLERANCE = 0.01  # of the width and height of all: articles may reach into one another by as much
_DEEPEST = 40  # cuts within cuts


def in_order(rects: Sequence[Rect]) -> list[int]:
    """The numbers of rectangles in reading order.

    The page is cut where white goes all the way across, then where it goes all the way down, and so on in each part;
    what cannot be cut is read by its upper left corners.
    """
    if not rects:
        return []
    area = hull(rects)
    margins = (_TOLERANCE * area.height, _TOLERANCE * area.width)
    return _cut(list(range(len(rects))), rects, margins, _DEEPEST)


def _cut(places: list[int], rects: Sequence[Rect], margins: tuple[float, float], depth: int) -> list[int]:
    if len(places) < 2:
        return places
    across = [(rects[at].top, rects[at].bottom, at) for at in places]
    down = [(rects[at].left, rects[at].right, at) for at in places]
    for spans, margin in ((across, margins[0]), (down, margins[1])):
        parts = _parts(spans, margin)
        if len(parts) > 1 and depth:
            return [at for part in parts for at in _cut(part, rects, margins, depth - 1)]
    return sorted(places, key=lambda at: (round(rects[at].top / max(margins[0] * 3, 1e-6)), rects[at].left))


def _parts(spans: list[tuple[float, float, int]], margin: float) -> list[list[int]]:
    """Groups of spans with a gap between them."""
    parts: list[list[int]] = []
    end = 0.0
    for first, last, at in sorted(spans):
        if parts and first < end - margin:
            parts[-1].append(at)
            end = max(end, last)
        else:
            parts.append([at])
            end = last
    return parts

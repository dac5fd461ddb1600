"""The order of articles on a page: what stands above comes first, then what stands on the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from luoshi.layout.geometry import hull, turned
from luoshi.layout.sheets import Rect
from luoshi.layout.strokes import Strokes

_TOLERANCE = 0.003  # of the width and height of all: articles may reach into one another by as much
_DEEPEST = 40  # cuts within cuts
_MORE_RULED = 0.25  # share of a cut's length that a ruling line takes up: a cut with so much less is passed over
_LEVEL = 0.03  # of the height of all: what begins within it is read from the left


class _Cuts(NamedTuple):
    """A part of the page cut in parts, in reading order; ``ruled`` is how much of the best cut a ruling line takes up."""

    parts: list[list[int]]
    ruled: float


def in_order(rects: Sequence[Rect], strokes: Strokes) -> list[int]:
    """The numbers of rectangles in reading order.

    The page is cut where white goes all the way across or down, and so on in each part; where both is possible, along
    the ruling lines, and across where they do not tell. What cannot be cut is read by its upper left corners.
    """
    if not rects:
        return []
    return _cut(list(range(len(rects))), rects, hull(rects), strokes, _DEEPEST)


def _cut(places: list[int], rects: Sequence[Rect], area: Rect, strokes: Strokes, depth: int) -> list[int]:
    if len(places) < 2:
        return places
    own = {at: rects[at] for at in places}
    across = _cuts(own, strokes.across, _TOLERANCE * area.height)
    down = _cuts({at: turned(rect) for at, rect in own.items()}, map(turned, strokes.down), _TOLERANCE * area.width)
    first = down if len(across.parts) < 2 or down.ruled > across.ruled + _MORE_RULED else across
    if len(first.parts) > 1 and depth:
        return [at for part in first.parts for at in _cut(part, rects, area, strokes, depth - 1)]
    return sorted(places, key=lambda at: (round(rects[at].top / max(_LEVEL * area.height, 1e-6)), rects[at].left))


def _cuts(rects: dict[int, Rect], lines: Iterable[Rect], margin: float) -> _Cuts:
    """Cuts across at gaps between rectangles."""
    parts: list[list[int]] = []
    gaps: list[tuple[float, float]] = []
    bottom = 0.0
    for at in sorted(rects, key=lambda at: rects[at].top):
        rect = rects[at]
        if parts and rect.top < bottom - margin:
            parts[-1].append(at)
            bottom = max(bottom, rect.bottom)
        else:
            if parts:
                gaps.append((min(bottom, rect.top), max(bottom, rect.top)))
            parts.append([at])
            bottom = rect.bottom
    if len(parts) < 2:
        return _Cuts(parts, 0.0)
    area = hull(rects.values())
    whole = list(lines)
    ruled = [_ruled(area, whole, gap, margin) for gap in gaps]
    best = max(ruled)
    kept = [parts[0]]
    for part, share in zip(parts[1:], ruled, strict=True):
        if share < best - _MORE_RULED:
            kept[-1] += part
        else:
            kept.append(part)
    return _Cuts(kept, best)


def _ruled(area: Rect, lines: Sequence[Rect], gap: tuple[float, float], margin: float) -> float:
    """The share of a gap's length along which ruling lines are drawn in it."""
    drawn = sum(
        max(0.0, min(line.right, area.right) - max(line.left, area.left))
        for line in lines
        if gap[0] - margin <= (line.top + line.bottom) / 2 <= gap[1] + margin
    )
    return drawn / max(area.width, 1e-6)

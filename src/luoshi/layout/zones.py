"""What a headline is for: a short one may stand in the middle of many columns, or above the first of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from luoshi.layout.geometry import hull, shared_height
from luoshi.layout.sheets import Rect

_BESIDE = 0.2  # of a headline's height: what shares more stands beside it
_EDGE = 0.6  # of the height of its lowest part: a headline begins where its columns begin, or it is centred


def zones(rects: Sequence[Rect], members: Mapping[int, int], down: Sequence[Rect]) -> list[Rect]:
    """The rectangles of blocks; those of headlines as wide as what they are for.

    One that begins at the edge of a column reaches to the right as far as there is white; one that is centred as far to
    both sides. ``members`` are the blocks that are parts of headlines, each with the first part; ``down`` are ruling
    lines down the page.
    """
    area = hull(rects)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for at, first in members.items():
        parts[first].append(at)
    text = [rect for at, rect in enumerate(rects) if at not in members]
    found = list(rects)
    for group in parts.values():
        whole = hull(rects[at] for at in group)
        at_edge = _begins_a_column(whole, [rects[at] for at in group], text)
        others = [rect for at, rect in enumerate(rects) if at not in group]
        for at in group:
            left, right = _white(rects[at], [*others, *down], area)
            if at_edge:
                left = min(whole.left, rects[at].left)
            else:
                centre = (whole.left + whole.right) / 2
                reach = min(centre - left, right - centre) + rects[at].height
                left, right = max(left, centre - reach), min(right, centre + reach)
            found[at] = Rect(min(left, rects[at].left), rects[at].top, max(right, rects[at].right), rects[at].bottom)
    return found


def _white(rect: Rect, others: Sequence[Rect], area: Rect) -> tuple[float, float]:
    """Between what there is white at the height of a rectangle."""
    left, right = area.left, area.right
    for other in others:
        if shared_height(rect, other) > _BESIDE * rect.height:
            if other.right <= rect.left:
                left = max(left, other.right)
            elif other.left >= rect.right:
                right = min(right, other.left)
    return left, right


def _begins_a_column(whole: Rect, parts: Sequence[Rect], text: Sequence[Rect]) -> bool:
    """Whether all parts of a headline begin where text right below it begins."""
    edge = _EDGE * min(part.height for part in parts)
    if any(abs(part.left - whole.left) > edge for part in parts):
        return False
    below = [
        rect for rect in text if rect.top >= whole.bottom - edge and rect.left < whole.right and rect.right > whole.left
    ]
    nearest = min(below, key=lambda rect: (round(rect.top), rect.left), default=None)
    return nearest is not None and abs(nearest.left - whole.left) <= edge

"""Pictures that are drawn and not pasted in: charts, maps, shapes. A box that is as large and holds no line is one."""

from __future__ import annotations

from bisect import bisect_left

from luoshi.layout.geometry import middle
from luoshi.layout.sheets import Rect, Sheet

_SMALLEST = 0.03  # of the page's longer side: a smaller empty box may be the cell of a table
_MOST = 500  # boxes of a sheet that are looked at: more are one drawing


def with_drawn_pictures(sheet: Sheet) -> Sheet:
    """The sheet with boxes that hold no line among its pictures instead of its rules."""
    smallest = _SMALLEST * max(sheet.width, sheet.height)
    boxes = [rule for rule in sheet.rules if min(rule.width, rule.height) >= smallest]
    if not boxes:
        return sheet
    middles = sorted((y, x) for x, y in (middle(line.rect) for line in sheet.lines))
    empty = set(boxes) if len(boxes) > _MOST else {box for box in boxes if not _holds_any(box, middles)}
    rules = tuple(rule for rule in sheet.rules if rule not in empty)
    return sheet._replace(rules=rules, pictures=(*sheet.pictures, *sorted(empty)))


def _holds_any(box: Rect, middles: list[tuple[float, float]]) -> bool:
    """Whether a point, of those sorted by their heights, lies inside a box."""
    for at in range(bisect_left(middles, (box.top, 0.0)), len(middles)):
        y, x = middles[at]
        if y > box.bottom:
            return False
        if box.left <= x <= box.right:
            return True
    return False

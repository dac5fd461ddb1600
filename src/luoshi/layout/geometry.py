"""How rectangles lie to each other."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.layout.sheets import Rect


def middle(rect: Rect) -> tuple[float, float]:
    """The middle of a rectangle."""
    return (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2


def shared_width(one: Rect, other: Rect) -> float:
    """How much of the page's width both take up; negative is the gap between them."""
    return min(one.right, other.right) - max(one.left, other.left)


def shared_height(one: Rect, other: Rect) -> float:
    """How much of the page's height both take up; negative is the gap between them."""
    return min(one.bottom, other.bottom) - max(one.top, other.top)


def under_one_another(one: Rect, other: Rect, share: float = 0.5) -> bool:
    """Whether both share the width of the narrower, or nearly so."""
    return shared_width(one, other) >= share * min(one.width, other.width)


def holds(outer: Rect, inner: Rect, margin: float = 2.0) -> bool:
    """Whether one rectangle lies inside the other, but for a margin."""
    return (
        outer.left - margin <= inner.left
        and inner.right <= outer.right + margin
        and outer.top - margin <= inner.top
        and inner.bottom <= outer.bottom + margin
    )


def turned(rect: Rect) -> Rect:
    """A rectangle with its width and height exchanged: what is told of lines across is so told of lines down."""
    return Rect(rect.top, rect.left, rect.bottom, rect.right)


def hull(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all; there must be one at least."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))

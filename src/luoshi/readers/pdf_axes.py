"""From the axes of a PDF page (points, y upwards, perhaps turned) to those of its sheet (y downwards, as it is shown)."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.layout.sheets import Rect


class Axes(NamedTuple):
    """The visible part of a page in its own axes, and by how many degrees it is turned clockwise to be shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies on the sheet."""
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction of the page as it is on the sheet."""
        (x0, y0), (x1, y1) = self.point(0, 0), self.point(x, y)
        return x1 - x0, y1 - y0

    def rect(self, left: float, bottom: float, right: float, top: float) -> Rect:
        """A rectangle of the page as it lies on the sheet."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

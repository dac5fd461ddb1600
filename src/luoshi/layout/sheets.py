"""The nouns of layout: what a reader of pages found on a page, and what belongs together."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.model import BlockKind


class Rect(NamedTuple):
    """A rectangle in the units of its sheet, from the upper left corner: y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Line(NamedTuple):
    """A line of print within one column: a reader cuts lines at wide gaps, so that columns never share one.

    ``size`` is the height of its characters (the font size in points, or the height of the line in pixels).
    ``corrected`` lists (start, end, what the machine had read) for characters of ``words`` that were read otherwise.
    """

    words: str
    rect: Rect
    size: float
    bold: bool = False
    confidence: float = 1.0
    corrected: tuple[tuple[int, int, str], ...] = ()


class Sheet(NamedTuple):
    """A page: its lines in any order, its ruling lines and frames (``rules``) and its ``pictures``.

    A page that was photographed or scanned askew is turned level: ``slant`` is by how many degrees its lines fall to
    the right. Places on the page as it is shown are found by turning back about its middle.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rect, ...] = ()
    pictures: tuple[Rect, ...] = ()
    slant: float = 0.0

    def scaled(self, scale: float) -> Sheet:
        """The same sheet in another unit: all lengths times ``scale``."""

        def larger(rect: Rect) -> Rect:
            return Rect(*(scale * edge for edge in rect))

        return self._replace(
            width=self.width * scale,
            height=self.height * scale,
            lines=tuple(line._replace(rect=larger(line.rect), size=line.size * scale) for line in self.lines),
            rules=tuple(map(larger, self.rules)),
            pictures=tuple(map(larger, self.pictures)),
        )


class Paragraph(NamedTuple):
    """Lines that make one paragraph, heading or table cell, in reading order, each with the number of its sheet.

    ``kind`` is None where the words decide (see ``luoshi.readers.blocks``). The rest is as in ``luoshi.model.Block``.
    """

    lines: tuple[tuple[int, Line], ...]
    kind: BlockKind | None = None
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1

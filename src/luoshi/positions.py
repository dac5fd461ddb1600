"""Between a text and its pages: where on which page a stretch of a document stands."""

from __future__ import annotations

from bisect import bisect_right

from luoshi.model import Box, Document, Region, Span


class Positions:
    """Finds the places of spans of one document; none for a document without pages."""

    def __init__(self, document: Document) -> None:
        self._regions = document.regions
        self._starts = [region.span.start for region in document.regions]

    def __call__(self, span: Span) -> tuple[Region, ...]:
        """The lines of print that the span lies in, each cut to the part that the span covers.

        Characters of a line count as equally wide: what is marked may be off by some of them, never by a line.
        """
        found: list[Region] = []
        for region in self._regions[max(bisect_right(self._starts, span.start) - 1, 0) :]:
            if region.span.start >= span.end:
                break
            start, end = max(span.start, region.span.start), min(span.end, region.span.end)
            if start < end:
                found.append(_part(region, Span(start, end)))
        return tuple(found)


def _part(region: Region, span: Span) -> Region:
    left, top, right, bottom = region.box
    width = (right - left) / (region.span.end - region.span.start)
    box = Box(
        round(left + width * (span.start - region.span.start), 4),
        top,
        round(left + width * (span.end - region.span.start), 4),
        bottom,
    )
    return Region(span, region.page, box, region.confidence)

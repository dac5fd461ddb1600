"""Where on its page a stretch of a document stands."""

from __future__ import annotations

from dataclasses import replace

from luoshi.model import Box, Document, Page, Region, Span
from luoshi.positions import Positions

DOCUMENT = Document(
    "report",
    "report.pdf",
    "全市新建学校12所。",
    "",
    pages=(Page(1, 100, 200), Page(2, 100, 200)),
    regions=(
        Region(Span(0, 7), 1, Box(0.1, 0.9, 0.8, 0.95)),
        Region(Span(7, 10), 2, Box(0.1, 0.1, 0.4, 0.15), 0.7),
    ),
)


def test_a_span_over_two_pages_has_a_place_on_each() -> None:
    assert Positions(DOCUMENT)(Span(6, 9)) == (
        Region(Span(6, 7), 1, Box(0.7, 0.9, 0.8, 0.95)),
        Region(Span(7, 9), 2, Box(0.1, 0.1, 0.3, 0.15), 0.7),
    )


def test_the_whole_line_has_the_box_of_the_line() -> None:
    assert Positions(DOCUMENT)(Span(0, 7)) == (DOCUMENT.regions[0],)


def test_a_document_without_pages_has_no_places() -> None:
    assert Positions(replace(DOCUMENT, pages=(), regions=()))(Span(0, 3)) == ()
    assert Positions(DOCUMENT)(Span(3, 3)) == ()

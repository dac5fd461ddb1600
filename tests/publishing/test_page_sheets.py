"""Pictures of the pages with marks on the lines that records stand in."""

from __future__ import annotations

from dataclasses import replace

from cases import make_case

from luoshi.model import Box, Page, Region, Span
from luoshi.publishing.page import render
from luoshi.publishing.sheets import pages_to_show, shown_sheets

CASE = make_case()


def test_the_pages_with_most_records_come_first() -> None:
    assert pages_to_show(CASE) == [2, 1]
    assert pages_to_show(replace(CASE, document=replace(CASE.document, pages=(), regions=()))) == []


def test_marks_lie_on_their_lines() -> None:
    document = replace(
        CASE.document,
        pages=(Page(1, 200, 100),),
        regions=(Region(Span(0, 10), 1, Box(0.1, 0.2, 0.6, 0.3)), Region(Span(10, 20), 1, Box(0.1, 0.4, 0.6, 0.5))),
    )
    (sheet,) = shown_sheets(document, {1: b"x"}, [(7, Span(8, 12)), (9, Span(8, 10))])
    assert (sheet.number, sheet.width, sheet.picture) == (1, 200, "data:image/webp;base64,eA==")
    upper, lower = sheet.marks
    assert (upper.numbers, lower.numbers) == ("7 9", "7")
    assert (upper.x, upper.y, upper.width, upper.height) == (99.6, 19.8, 20.8, 10.4)
    assert (lower.x, lower.y) == (19.6, 39.8)


def test_a_page_without_a_picture_is_left_out() -> None:
    assert [sheet.number for sheet in shown_sheets(CASE.document, {2: b"x"}, [])] == [2]
    assert shown_sheets(CASE.document, {}, [(1, Span(0, 4))]) == []


def test_the_page_holds_the_pictures_and_is_complete_without_them() -> None:
    html = render(CASE, {2: b"picture"})
    assert html.count("<svg viewBox") >= 1 and 'href="data:image/webp;base64,' in html
    assert 'id="p2"' in html and 'id="p1"' not in html
    assert 'id="sheets"' not in render(CASE)

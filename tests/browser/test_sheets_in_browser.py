"""The printed page beside the text: the line of a number is turned up and marked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from page_cases import small_case
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from luoshi.model import Box, Case, Region, Span
from luoshi.model import Page as Sheet
from luoshi.publishing.page import render

pytestmark = pytest.mark.browser

LEAD = ".lead.first .v"


def printed(case: Case) -> Case:
    """The case with its text as lines of 12 characters, 20 on a page."""
    spans = [Span(at, min(at + 12, len(case.document.text))) for at in range(0, len(case.document.text), 12)]
    regions = tuple(
        Region(span, number // 20 + 1, Box(0.1, 0.05 + number % 20 * 0.045, 0.9, 0.08 + number % 20 * 0.045))
        for number, span in enumerate(spans)
    )
    pages = tuple(Sheet(number, 595, 842) for number in range(1, regions[-1].page + 1))
    return replace(case, document=replace(case.document, pages=pages, regions=regions))


@pytest.fixture
def paper(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    case = printed(small_case())
    stream = io.BytesIO()
    Image.new("RGB", (595, 842), "white").save(stream, "WEBP")
    path = tmp_path / "paper.html"
    pictures = {page.number: stream.getvalue() for page in case.document.pages}
    path.write_text(render(case, pictures), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(path.as_uri())
    yield page
    page.close()


def test_one_printed_page_is_shown_at_a_time(paper: Page) -> None:
    expect(paper.locator(".sheet:visible")).to_have_count(1)
    assert paper.evaluate("document.querySelector('.sheet image').getBoundingClientRect().height") > 100


def test_a_click_turns_up_the_line_and_marks_it(paper: Page) -> None:
    paper.click(LEAD)
    marks = paper.locator(".sheet.on rect.hot")
    expect(marks).not_to_have_count(0)
    seen = """() => { const mark = document.querySelector('.sheet.on rect.hot').getBoundingClientRect();
        const frame = document.querySelector('#sheets').getBoundingClientRect();
        return mark.top >= frame.top && mark.bottom <= frame.bottom && mark.left >= frame.left; }"""
    assert paper.evaluate(seen)
    assert paper.locator("#text .hot").all_text_contents() == ["1200亿元"]


def test_another_click_unmarks_the_line_before(paper: Page) -> None:
    paper.click(LEAD)
    before = paper.locator("rect.hot").first.get_attribute("data-m")
    paper.click("#results .top .v >> nth=0")
    assert paper.locator("rect.hot").first.get_attribute("data-m") != before

"""Scanned pages, slanted and in PDF files, and picture cards."""

from __future__ import annotations

import io

import pytest
from drawing import Word, drawn, needs_font, needs_ocr
from PIL import Image

from luoshi.errors import ReadError
from luoshi.model import Document
from luoshi.readers import read_bytes
from luoshi.readers.ocr import ocr_sheets
from luoshi.readers.ocr_engine import Engine, engine

pytestmark = [needs_ocr, needs_font]

PAGE = (1000, 700)
LINES = ["一、2025年工作回顾", "全市地区生产总值4180.3亿元，增长5.6%。", "城镇新增就业6.4万人。", "新建改建学校12所。"]


def page(slant: float = 0.0) -> Image.Image:
    words: list[Word] = [(line, 100, 120 + 120 * n, 36) for n, line in enumerate(LINES)]
    return drawn(PAGE, words).rotate(-slant, Image.Resampling.BICUBIC, fillcolor=255)


def read(image: Image.Image, form: str, *more: Image.Image) -> Document:
    stream = io.BytesIO()
    options = {"save_all": True, "append_images": more, "resolution": 144} if form == "PDF" else {}
    image.save(stream, form, **options)
    return read_bytes(stream.getvalue(), "scan", f"scan.{form.lower()}", ending=f".{form.lower()}")


def test_a_scanned_pdf_is_recognised_page_by_page() -> None:
    document = read(page(), "PDF", drawn(PAGE, [("二、2026年工作安排", 100, 120, 36)]))
    assert [region.span.of(document.text) for region in document.regions] == [*LINES, "二、2026年工作安排"]
    assert [region.page for region in document.regions] == [1, 1, 1, 1, 2]
    assert [(round(page.width), round(page.height)) for page in document.pages] == [(500, 350)] * 2
    box = document.regions[0].box
    assert box.left == pytest.approx(0.1, abs=0.02) and box.top == pytest.approx(0.175, abs=0.02)


@pytest.mark.parametrize("slant", [-2.5, 1.5])
def test_a_page_that_slants_is_read_with_its_places_as_they_are_shown(slant: float) -> None:
    level, slanted = read(page(), "PNG"), read(page(slant), "PNG")
    assert slanted.text == level.text
    lowered = slanted.regions[3].box.bottom - level.regions[3].box.bottom
    assert (
        abs(lowered) < 0.03
    )  # its left part goes up as far as its right part goes down, around the middle of the page


def test_a_card_with_a_number_set_large_is_read_as_one_line() -> None:
    words: list[Word] = [("外贸规模将超过", 60, 330, 60), ("35", 490, 235, 170), ("万亿元", 690, 330, 60)]
    assert read(drawn((1000, 600), words), "PNG").text == "外贸规模将超过35万亿元"


def test_large_type_keeps_the_thin_characters_at_its_ends() -> None:
    words: list[Word] = [("一图读懂政府工作报告", 60, 80, 90), ("“十五五”这样干", 60, 380, 90)]
    document = read(drawn((1000, 600), words), "PNG")
    assert [region.span.of(document.text) for region in document.regions] == ["一图读懂政府工作报告", "“十五五”这样干"]


def test_all_files_are_read_by_one_engine() -> None:
    assert engine("a.png is a picture") is engine("b.png is a picture")


def test_a_page_for_which_memory_does_not_suffice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Engine, "boxes", fail)
    with pytest.raises(
        ReadError, match=r"^a\.png is a picture; to recognise its page 3 takes more memory than there is\.$"
    ):
        list(ocr_sheets([(3, page())], "a.png is a picture"))

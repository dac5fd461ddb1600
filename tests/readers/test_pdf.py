"""PDF files: text with its places, metadata, and every way in which one cannot be read."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from pdf_files import box, page, pdf, picture

from luoshi.errors import ReadError
from luoshi.model import BlockKind, Box, Document, Origin
from luoshi.readers import pdf_sheets, read, read_bytes

TITLE = "青澜市2025年国民经济和社会发展统计公报"
LINES = (
    (72, 100, 22, TITLE[:12]),
    (83, 130, 22, TITLE[12:]),
    (104, 180, 16, "2025年，全市上下坚持稳中求进，扎实推进高质量发"),
    (72, 208, 16, "展，地区生产总值4680.5亿元，比上年增长6.2%。"),
)


def document(*pages: bytes, **more: object) -> Document:
    return read_bytes(pdf(*pages, **more), "report", "report.pdf", ending=".pdf")  # type: ignore[arg-type]


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read_bytes(data, "report", "report.pdf", ending=".pdf")
    return str(error.value)


def test_lines_become_paragraphs_and_keep_their_places() -> None:
    found = document(page(LINES))
    assert found.text == f"{TITLE}\n" + LINES[2][3] + LINES[3][3]
    assert found.media_type == "application/pdf"
    assert [(block.kind, block.level) for block in found.blocks] == [(BlockKind.HEADING, 1), (BlockKind.PARAGRAPH, 0)]
    assert [region.span.of(found.text) for region in found.regions] == [words for _, _, _, words in LINES]
    assert found.regions[3].page == 1
    left, top, right, bottom = found.regions[3].box
    assert left == pytest.approx(72 / 595, abs=0.001)
    assert top < 208 / 842 < bottom
    assert right == pytest.approx((72 + 16 * 22.5) / 595, abs=0.05)
    assert [(found_page.number, found_page.width) for found_page in found.pages] == [(1, 595)]


def test_a_page_that_is_turned_is_read_as_it_is_shown() -> None:
    turned = page(drawn="q 0 1 -1 0 595 0 cm BT /F 16 Tf 100 495 Td <7ecf6d4e589e957f> Tj ET Q")
    found = document(turned, more="/Rotate 90")
    assert found.text == "经济增长"
    assert (found.pages[0].width, found.pages[0].height) == (842, 595)
    assert found.regions[0].box == pytest.approx(Box(100 / 842, 86 / 595, 164 / 842, 102 / 595), abs=0.005)


def test_the_title_in_the_file_counts_where_the_text_says_the_same() -> None:
    found = document(page(LINES), title=TITLE).title
    assert found is not None
    assert (found.value, found.origin) == (TITLE, Origin.MARKUP)
    other = document(page(LINES), title="Microsoft Word - 1.doc").title
    assert other is not None
    assert (other.value, other.origin) == (TITLE, Origin.TEXT)


def test_cells_of_a_ruled_table() -> None:
    rows = [("指标", "数值"), ("地区生产总值", "4680.5"), ("财政收入", "286.3")]
    words = [(80 + 200 * c, 115 + 30 * r, 12, cell) for r, row in enumerate(rows) for c, cell in enumerate(row)]
    frames = " ".join(box(72 + 200 * c, 95 + 30 * r, 200, 30) for r in range(3) for c in range(2))
    found = document(page(words, frames))
    assert found.text == "指标\t数值\n地区生产总值\t4680.5\n财政收入\t286.3"
    assert [(block.table, block.row, block.column) for block in found.blocks] == [
        (0, row, column) for row in range(3) for column in range(2)
    ]


def test_columns_never_share_a_line() -> None:
    left = [
        (60, 100 + 20 * n, 10, words)
        for n, words in enumerate(("全市新开工保障性住房一", "千套，改造老旧小区三十", "个，惠及居民两万户。"))
    ]
    right = [
        (182, 100 + 20 * n, 10, words)
        for n, words in enumerate(("继续办好民生实事，建设", "口袋公园十二个，加装电", "梯三百部。"))
    ]
    found = document(page([*left, *right]))
    assert found.text.startswith("全市新开工保障性住房一千套，改造老旧小区三十个，惠及居民两万户。")
    assert found.text.endswith("继续办好民生实事，建设口袋公园十二个，加装电梯三百部。")


def test_spaces_are_measured() -> None:
    assert document(page([(72, 100, 16, "Green development 2025")])).text == "Green development 2025"
    spread = [(72 + 32 * n, 100, 16, word) for n, word in enumerate("政府工作报告")]
    assert document(page(spread)).text == "政 府 工 作 报 告"


def test_a_raised_mark_stays_in_its_line() -> None:
    words = [(72, 100, 16, "建成公园12万m"), (176, 94, 8, "2"), (180, 100, 16, "。")]
    assert document(page(words)).text == "建成公园12万m2。"


def test_a_watermark_that_slants_is_left_out() -> None:
    slanting = "BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm <51855f200000> Tj ET"
    assert document(page([(72, 100, 16, "全市经济稳中向好。")], slanting)).text == "全市经济稳中向好。"


@pytest.mark.parametrize("ending", [".txt", ".dat", ""])
def test_a_pdf_is_known_by_its_content(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"report{ending}"
    path.write_bytes(pdf(page(LINES)))
    assert read(path).media_type == "application/pdf"


def test_a_large_file_is_read_where_it_lies(tmp_path: Path) -> None:
    hole = 100 * 2**20  # takes neither memory nor disk

    def farther(place: re.Match[bytes]) -> bytes:
        return b"%010d" % (int(place[0]) + hole + 2)

    first, rest = pdf(page(LINES)).split(b"\n", 1)
    rest = re.sub(rb"\d{10}(?= 00000 n)|(?<=startxref\n)\d+", farther, rest)
    path = tmp_path / "yearbook.pdf"
    with path.open("wb") as file:
        file.write(first + b"\n%")
        file.seek(hole, 1)
        file.write(b"\n" + rest)
    found = read(path)
    assert found.text == document(page(LINES)).text
    with path.open("rb") as file:
        assert found.digest == hashlib.file_digest(file, "sha256").hexdigest()


@pytest.mark.parametrize("padding", [b"", b"\0" * 100_000, b"\r\n"])
def test_padding_behind_the_end_is_no_damage(padding: bytes) -> None:
    assert read_bytes(pdf(page(LINES)) + padding, "report", "report.pdf", ending=".pdf").text


def test_a_protected_file() -> None:
    assert refused(pdf(page(LINES), protected=True)) == "report.pdf is protected by a password."


def test_half_a_file() -> None:
    data = pdf(*[page(LINES)] * 20)
    assert refused(data[: len(data) // 2]) == "report.pdf is a damaged PDF: its end is missing."


def test_what_only_calls_itself_a_pdf() -> None:
    assert refused(b"\xe5\x85\xa8\xe5\xb8\x82") == "report.pdf is a damaged PDF or none at all."
    assert refused(b"%PDF-1.7\n%%EOF\n") == "report.pdf is a damaged PDF or none at all."


def test_a_file_without_pages() -> None:
    assert refused(pdf()) == "report.pdf is a PDF without pages."


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_sheets, "MAX_PAGES", 2)
    with pytest.raises(ReadError, match=r"^report\.pdf is too long: 3 pages, where at most 2 are read\.$"):
        pdf_sheets.pdf_content(pdf(*[page(LINES)] * 3), "report.pdf")


def test_a_file_of_empty_pages() -> None:
    assert refused(pdf(page(), page())) == "report.pdf is a PDF without text."


def scans(*pages: bytes) -> tuple[int, ...]:
    return pdf_sheets.pdf_content(pdf(*pages), "report.pdf").scans


def test_pages_that_are_pictures_are_scans() -> None:
    scan = page(drawn=picture(0, 0, 595, 842))
    assert scans(page(LINES), scan, page(LINES), page(), scan) == (2, 5)
    assert scans(page([(280, 800, 9, "— 1 —")], picture(0, 0, 595, 842))) == (1,)


def test_a_text_layer_of_codes_without_meaning_is_a_scan() -> None:
    garbage = "\ue001\ue002\ue003\ue004\ue005\ue006" * 4
    assert scans(page([(72, 100, 16, garbage)])) == (1,)


def test_a_picture_on_a_page_of_text_makes_no_scan() -> None:
    assert document(page(LINES, picture(0, 250, 595, 560))).text.startswith(TITLE)

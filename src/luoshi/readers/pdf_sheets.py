"""The pages of a PDF file as sheets; runs apart from the main process, see ``luoshi.readers.isolation``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from mmap import mmap
from typing import TYPE_CHECKING, NamedTuple

from luoshi.errors import ReadError
from luoshi.layout.sheets import Sheet
from luoshi.readers.liveness import alive
from luoshi.readers.on_disk import Content, mapped
from luoshi.readers.pdf_axes import Axes
from luoshi.readers.pdf_characters import Character, characters
from luoshi.readers.pdf_drawings import Drawings, drawings
from luoshi.readers.pdf_lines import lines_of
from luoshi.readers.properties import Properties

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 5_000  # the largest yearbooks have about 1,500
_TAIL = 4096  # bytes at the end of a file in which its end is marked, and at its beginning where it says what it is
_END = b"%%EOF"
_EMPTY = re.compile(rb"/Kids\s*\[\s*\]")  # the library has no error of its own for a file without pages
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_UNMAPPED = 0.3  # of the characters of a page: with more the text layer is garbage
_FEWEST = 20  # characters: a page with fewer is a scan if it is covered by a picture, or by outlines
_COVERED = 0.4  # of the page
_OUTLINED = 300  # paths, as many as an outlined text of a few lines has


class PdfContent(NamedTuple):
    """What a PDF file holds: a sheet for each page, the numbers of pages that are pictures of text (their sheets have
    no lines), and what it says of itself."""

    sheets: tuple[Sheet, ...]
    scans: tuple[int, ...]
    properties: Properties


def pdf_content(data: Content, source: str) -> PdfContent:
    """Raises ReadError for a file that is protected, damaged, without pages or with too many."""
    with _opened(data, source) as pdf:
        number_of_pages = len(pdf)
        if number_of_pages > MAX_PAGES:
            raise ReadError(f"{source} is too long: {number_of_pages} pages, where at most {MAX_PAGES} are read.")
        sheets: list[Sheet] = []
        scans: list[int] = []
        for at in range(number_of_pages):
            sheet, is_scan = _page(pdf, at, source)
            sheets.append(sheet)
            if is_scan:
                scans.append(sheet.number)
            alive()
        return PdfContent(tuple(sheets), tuple(scans), _properties(pdf))


def _opened(content: Content, source: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError, raw

    with mapped(content) as data:
        try:
            pdf = PdfDocument(content)
        except PdfiumError as error:
            if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
                raise ReadError(f"{source} is protected by a password.") from None
            if b"%PDF-" in data[:_TAIL] and b"%%EOF" not in data[-_TAIL:]:
                raise ReadError(f"{source} is a damaged PDF: its end is missing.") from None
            if _EMPTY.search(data):
                raise ReadError(f"{source} is a PDF without pages.") from None
            raise ReadError(f"{source} is a damaged PDF or none at all.") from None
        if not _has_end(data):  # the library finds what pages it can and says nothing
            pdf.close()
            raise ReadError(f"{source} is a damaged PDF: its end is missing.")
        return pdf


def _has_end(data: bytes | mmap) -> bool:
    """Whether the end of a file is marked near its end, but for padding."""
    end = data.rfind(_END)
    return end >= 0 and len(data[end + len(_END) :].rstrip(b"\0 \r\n")) + len(_END) <= _TAIL


def _properties(pdf: PdfDocument) -> Properties:
    title, author, created, saved = map(pdf.get_metadata_value, ("Title", "Author", "CreationDate", "ModDate"))
    return Properties(title, author, _day(created), _day(saved))


def _day(stamp: str) -> date | None:
    """The day of a moment as PDF writes it (D:20250729083000+08'00'); None for none."""
    match = _STAMP.match(stamp)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _page(pdf: PdfDocument, at: int, source: str) -> tuple[Sheet, bool]:
    """The sheet of a page, and whether the page is a picture of text."""
    from pypdfium2 import PdfiumError

    try:
        page = pdf[at]
    except PdfiumError:
        raise ReadError(f"{source} is a damaged PDF: page {at + 1} cannot be read.") from None
    try:
        left, bottom, right, top = page.get_bbox()
        axes = Axes(left, bottom, right, top, page.get_rotation())
        width, height = page.get_size()
        printed = list(characters(page, axes))
        drawn = drawings(page, axes)
    except PdfiumError:
        raise ReadError(f"{source} is a damaged PDF: page {at + 1} cannot be read.") from None
    finally:
        page.close()
    is_scan = _is_scan(printed, drawn, width * height)
    lines = () if is_scan else lines_of(printed)
    return Sheet(at + 1, max(width, 1.0), max(height, 1.0), lines, drawn.rules, drawn.pictures), is_scan


def _is_scan(printed: Sequence[Character], drawn: Drawings, area: float) -> bool:
    """Whether the words of a page are in a picture, in outlines, or in codes that mean nothing."""
    unmapped = sum(not character.word for character in printed)
    if printed and unmapped > _UNMAPPED * len(printed):
        return True
    if len(printed) - unmapped >= _FEWEST:
        return False
    covered = sum(picture.width * picture.height for picture in drawn.pictures)
    return covered >= _COVERED * area or drawn.paths >= _OUTLINED

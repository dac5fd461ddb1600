"""Pages of a PDF file that are pictures of text, recognised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from luoshi.errors import ReadError
from luoshi.layout.sheets import Sheet
from luoshi.readers.ocr import ocr_sheets
from luoshi.readers.on_disk import Content

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

DPI = 200
_POINTS = 72  # to an inch
_MOST_PIXELS = 10_000  # on the longer side: of posters and plans less is drawn


def scanned_sheets(data: Content, numbers: Sequence[int], source: str, what: str) -> tuple[Sheet, ...]:
    """The sheets of the pages with these numbers (from 1), in points as those of pages with a text layer.

    ``what`` begins the sentence for a missing extra (scan.pdf is a scan). Raises ReadError for it, and where a page cannot
    be drawn.
    """
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(data)) as pdf:
        scales: list[float] = []
        sheets = ocr_sheets(_drawn(pdf, numbers, scales, source), what)
        return tuple(sheet.scaled(1 / scales[at]) for at, sheet in enumerate(sheets))


def _drawn(pdf: PdfDocument, numbers: Sequence[int], scales: list[float], source: str) -> Iterator[tuple[int, Image]]:
    """One page after the other, so that only one takes memory; ``scales`` gets the pixels to a point of each."""
    from pypdfium2 import PdfiumError

    for number in numbers:
        try:
            page = pdf[number - 1]
            scale = min(DPI / _POINTS, _MOST_PIXELS / max(*page.get_size(), 1.0))
            image = page.render(scale=scale).to_pil()
            page.close()
        except PdfiumError:
            raise ReadError(f"{source} is a damaged PDF: page {number} cannot be drawn.") from None
        scales.append(scale)
        yield number, image

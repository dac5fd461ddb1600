"""PDF files (.pdf): the text layer put into reading order, with the place of each line on its page."""

from __future__ import annotations

from functools import partial

from luoshi.errors import ReadError
from luoshi.layout.sheets import Sheet
from luoshi.model import Block, BlockKind, Span
from luoshi.readers.isolation import isolated
from luoshi.readers.on_disk import Content
from luoshi.readers.parsed import Parsed
from luoshi.readers.pdf_scans import scanned_sheets
from luoshi.readers.pdf_sheets import PdfContent, pdf_content
from luoshi.readers.properties import borne_out


def read_pdf(data: Content, source: str) -> Parsed:
    """Raises ReadError if the file is protected, damaged, too long, or holds no text."""
    from luoshi.layout import arrange, compose  # which knows the words of headings and dates from the readers

    content = isolated(source, pdf_content, data, source)
    sheets = _with_scans(content, data, source) if content.scans else content.sheets
    composed = compose(arrange(sheets), sheets)
    if not composed.text:
        raise ReadError(f"{source} is a PDF without text.")
    borne = borne_out(content.properties, composed.text)
    return Parsed(
        text=composed.text,
        encoding="",
        media_type="application/pdf",
        blocks=partial(_blocks, composed.blocks),
        title=borne.title,
        issuer=borne.issuer,
        date=borne.date,
        pages=composed.pages,
        regions=composed.regions,
        corrections=composed.corrections,
    )


def _with_scans(content: PdfContent, data: Content, source: str) -> tuple[Sheet, ...]:
    """The sheets with those of scanned pages recognised.

    Raises ReadError where what recognises them is missing: to leave pages out would lose them in silence.
    """
    pages = content.scans
    some = f"has scanned pages ({_numbers(pages)})"
    what = f"{source} {'is a scan' if len(pages) == len(content.sheets) else some}"
    recognised = {sheet.number: sheet for sheet in isolated(source, scanned_sheets, data, pages, source, what)}
    return tuple(recognised.get(sheet.number, sheet) for sheet in content.sheets)


def _numbers(pages: tuple[int, ...]) -> str:
    """The first few numbers of pages, and how many more there are."""
    shown = ", ".join(map(str, pages[:5]))
    return f"{shown} and {len(pages) - 5} more" if len(pages) > 5 else shown


def _blocks(blocks: tuple[Block, ...], title: Span | None) -> tuple[Block, ...]:
    """The blocks with the title of the document as headings of level 1."""
    if title is None:
        return blocks
    return tuple(
        Block(BlockKind.HEADING, block.span, 1)
        if title.start <= block.span.start < title.end and block.kind is not BlockKind.TABLE_CELL
        else block
        for block in blocks
    )

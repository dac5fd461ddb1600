"""From paragraphs in reading order to one text with its blocks and the place of each line on its page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from luoshi.layout.sheets import Line, Paragraph, Rect, Sheet
from luoshi.model import Block, BlockKind, Box, Correction, Page, Region, Span

_LATIN = re.compile(r"[A-Za-z0-9,.;:)%]")


class Composed(NamedTuple):
    """A text with its blocks, pages, regions and corrections, as in ``luoshi.model.Document``."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    regions: tuple[Region, ...]
    corrections: tuple[Correction, ...]


def compose(paragraphs: Iterable[Paragraph], sheets: Sequence[Sheet]) -> Composed:
    """One paragraph a line, cells of a row with tabs between them; the lines of a paragraph run on.

    Chinese lines are joined as they are, words of other scripts with a space.
    """
    by_number = {sheet.number: sheet for sheet in sheets}
    pieces: list[str] = []
    blocks: list[Block] = []
    regions: list[Region] = []
    corrections: list[Correction] = []
    at, level = 0, 1
    above: Paragraph | None = None
    for paragraph in paragraphs:
        if above is not None:
            pieces.append("\t" if _same_row(above, paragraph) else "\n")
            at += 1
        words = ""
        for page, line in paragraph.lines:
            if words and _spaced(words, line.words):
                words += " "
            begin = at + len(words)
            regions.append(_region(line, begin, by_number[page]))
            corrections += (Correction(Span(begin + first, begin + last), read) for first, last, read in line.corrected)
            words += line.words
        pieces.append(words)
        block = _block(paragraph, Span(at, at + len(words)), words, level)
        blocks.append(block)
        if block.kind is BlockKind.HEADING:
            level = block.level
        at += len(words)
        above = paragraph
    pages = tuple(Page(sheet.number, sheet.width, sheet.height) for sheet in sheets)
    return Composed("".join(pieces), tuple(blocks), pages, tuple(regions), tuple(corrections))


def _same_row(above: Paragraph, paragraph: Paragraph) -> bool:
    return paragraph.table >= 0 and (above.table, above.row) == (paragraph.table, paragraph.row)


def _spaced(above: str, words: str) -> bool:
    return bool(above and words and _LATIN.match(above[-1]) and _LATIN.match(words[0]) and not above[-1].isdigit())


def _region(line: Line, at: int, sheet: Sheet) -> Region:
    left, top, right, bottom = _as_shown(line.rect, sheet)
    shares = (left / sheet.width, top / sheet.height, right / sheet.width, bottom / sheet.height)
    box = Box(*(round(min(max(share, 0.0), 1.0), 4) for share in shares))
    return Region(Span(at, at + len(line.words)), sheet.number, box, line.confidence)


def _as_shown(rect: Rect, sheet: Sheet) -> Rect:
    """Where a rectangle of a levelled page lies on the page as it is shown: what encloses it there."""
    if not sheet.slant:
        return rect
    angle = math.radians(sheet.slant)
    x, y = sheet.width / 2, sheet.height / 2
    corners = [(across - x, down - y) for across in (rect.left, rect.right) for down in (rect.top, rect.bottom)]
    across = [x + dx * math.cos(angle) - dy * math.sin(angle) for dx, dy in corners]
    down = [y + dx * math.sin(angle) + dy * math.cos(angle) for dx, dy in corners]
    return Rect(min(across), min(down), max(across), max(down))


def _block(paragraph: Paragraph, span: Span, words: str, level: int) -> Block:
    from luoshi.readers.blocks import classify  # here, because readers of pages import this module

    kind, depth = (paragraph.kind, paragraph.level) if paragraph.kind else classify(words, level)
    return Block(kind, span, depth, paragraph.table, paragraph.row, paragraph.column)

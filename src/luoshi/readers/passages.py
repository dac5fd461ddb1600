"""What readers of marked-up formats (web pages, Word, ODT, sheets) find, and one text with its blocks made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from luoshi.model import Block, BlockKind, Span, Stated
from luoshi.readers.blocks import classify, may_be_heading, numbered
from luoshi.readers.parsed import Parsed

_WHITE = re.compile(r"[ \t\r\n\f\v\xa0\u200b\ufeff]+")
_LONGEST_CELL = 300  # characters; a table with longer cells lays out a page


class Passage(NamedTuple):
    """One paragraph, heading, list item or table cell. ``linked`` says that nearly all of it is links."""

    words: str
    kind: BlockKind
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    linked: bool = False


def tidied(raw: str) -> str:
    """The words of a passage: white space as single spaces, none around them."""
    return _WHITE.sub(" ", raw).strip(" \u3000")


def holds_data(rows: int, cells: Sequence[str], nested: bool) -> bool:
    """Whether a table holds data rather than laying out a page: rows and columns of short cells, no table inside."""
    return rows > 1 and len(cells) >= 2 * rows - 2 and not nested and all(len(cell) <= _LONGEST_CELL for cell in cells)


def worded(raw: str, level: int = 0, number: str = "", bullet: bool = False) -> Iterator[Passage]:
    """A paragraph of a word processor as passages: more than one where its lines are broken by hand, as on web pages.

    ``level`` is that of the heading which its style makes it (0 for none), ``number`` its automatic number. A style
    does not make headings of whole sentences; a number in the words goes before the style's level.
    """
    if level and may_be_heading(words := number + tidied(raw.replace("\n", ""))):
        yield Passage(words, BlockKind.HEADING, level if level == 1 else numbered(words) or level)
        return
    for at, words in enumerate(words for line in raw.split("\n") if (words := tidied(line))):
        yield Passage(words if at else number + words, BlockKind.LIST_ITEM if bullet else BlockKind.PARAGRAPH)


def parsed_passages(
    passages: Sequence[Passage],
    encoding: str,
    media_type: str,
    title: Stated | None = None,
    issuer: Stated | None = None,
    date: Stated | None = None,
) -> Parsed:
    """What a reader gives back of the passages that it found; the rest is as in ``Parsed``."""
    text, spans = _joined(passages)
    return Parsed(text, encoding, media_type, partial(_blocks, passages, spans), title, issuer, date)


def _joined(passages: Sequence[Passage]) -> tuple[str, list[Span]]:
    """The passages one a line, cells of a row with tabs between them, and where each stands."""
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for number, passage in enumerate(passages):
        if number:
            above = passages[number - 1]
            pieces.append("\t" if passage.table >= 0 and above[3:5] == passage[3:5] else "\n")
            at += 1
        pieces.append(passage.words)
        spans.append(Span(at, at + len(passage.words)))
        at += len(passage.words)
    return "".join(pieces), spans


def _blocks(passages: Sequence[Passage], spans: Sequence[Span], title: Span | None) -> tuple[Block, ...]:
    """The passages as blocks; a paragraph may be a heading by its words (一、工作回顾)."""
    blocks: list[Block] = []
    level = 1
    for passage, span in zip(passages, spans, strict=True):
        kind, depth = passage.kind, passage.level
        if kind is BlockKind.PARAGRAPH:
            kind, depth = classify(passage.words, level)
        if title and span.start <= title.start < span.end and kind is not BlockKind.TABLE_CELL:
            kind, depth = BlockKind.HEADING, 1
        blocks.append(Block(kind, span, depth, passage.table, passage.row, passage.column))
        if kind is BlockKind.HEADING and passage.kind is BlockKind.HEADING:
            level = depth
    return tuple(blocks)

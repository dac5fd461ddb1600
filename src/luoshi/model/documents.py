"""What was read: a text with its parts, and the order in which it was meant to be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


class Origin(StrEnum):
    """Where a piece of metadata was found."""

    GIVEN = "given"  # by the caller: --date, --place
    MARKUP = "markup"  # in the file's own metadata: HTML meta tags, document properties
    TEXT = "text"  # in the words of the document


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata with where it was found; ``span`` only where the origin is the text."""

    value: str
    origin: Origin
    span: Span | None = None


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table cell, without the white space around it.

    ``level`` is the depth of a heading from 1 (0 for anything else). ``row`` and ``column`` place a table
    cell in table number ``table`` of the document (all -1 outside tables).
    """

    kind: BlockKind
    span: Span
    level: int = 0
    table: int = -1
    row: int = -1
    column: int = -1


class Box(NamedTuple):
    """A rectangle on a page, as shares (0 to 1) of the page's width and height from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """A page of a document that has pages. ``width`` and ``height`` are points (1/72 inch), of a picture its pixels."""

    number: int
    width: float
    height: float


class Region(NamedTuple):
    """Where on a page a stretch of the text stands: one line of print, or a part of it, as a rule.

    ``page`` counts from 1. ``confidence`` (0 to 1) is how sure the machine was that read it; 1 where nothing was guessed.
    """

    span: Span
    page: int
    box: Box
    confidence: float = 1.0


class Correction(NamedTuple):
    """Words of the text that were read otherwise: ``read`` is what the machine had seen in their place."""

    span: Span
    read: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it was read. Never changed after reading.

    ``name`` is the file name without its ending (the ``doc`` of every record), ``source`` the path or "-".
    ``digest`` is the SHA-256 of the file's bytes, in hexadecimal. ``date`` is an ISO 8601 date, perhaps
    reduced (2025-08-20, 2025-08, 2025). ``place`` and ``issuer`` are names as written. ``pages``, ``regions`` and
    ``corrections`` are empty for what has no pages; ``regions`` and ``corrections`` ascend by their spans, which do not
    overlap. ``metadata`` is what else came with the text: further columns of a table of texts, by their names.
    """

    name: str
    source: str
    text: str
    digest: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    title: Stated | None = None
    issuer: Stated | None = None
    date: Stated | None = None
    place: Stated | None = None
    pages: tuple[Page, ...] = ()
    regions: tuple[Region, ...] = ()
    corrections: tuple[Correction, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Repetition:
    """A stretch that repeats an earlier one: ``span`` is the repetition, ``original`` what it repeats."""

    span: Span
    original: Span


class Piece(NamedTuple):
    """``length`` characters of a flow from ``flow`` on are those of the document from ``start`` on."""

    flow: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The text in the order in which it was meant to be read: repetitions left out, broken paragraphs joined.

    Paragraphs are separated by line feeds. Each character of ``text`` is one of the document's, except the line
    feeds that repair put between paragraphs; ``pieces`` (ascending by ``flow``) says which.
    """

    text: str
    pieces: tuple[Piece, ...]
    repetitions: tuple[Repetition, ...] = ()

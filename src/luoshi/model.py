"""The nouns of Luoshi: what a document is, and what is read out of it.

Nothing here computes. Every stage (readers, repair, extraction, register, checks, publishing) takes and
gives these types and knows nothing of the stages after it.

Offsets are always characters of ``Document.text``; ``document.text[span.start:span.end]`` is the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


# --------------------------------------------------------------------------------------------- documents


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


# --------------------------------------------------------------------------------------------- repair


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


# --------------------------------------------------------------------------------------------- figures


class Measure(StrEnum):
    """What kind of number a figure is (docs/records.md)."""

    LEVEL = "level"
    GROWTH = "growth"
    AVERAGE_GROWTH = "average_growth"
    CHANGE = "change"
    GAP = "gap"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Status(StrEnum):
    ACTUAL = "actual"
    TARGET = "target"


@dataclass(slots=True)
class Figure:
    """One number that measures or counts something, as a complete record (docs/records.md).

    ``value`` is the exact decimal as written, in ``unit`` with the unit's multiplier (10.3, 万亿元); ``None`` for a
    target without a number, which has a ``relation`` instead. ``high`` is the upper end where ``bound`` is range.
    ``period`` is 2025, 2025-H1, 2025-Q1, 2025-09, 2021/2025; unknown digits of a year are X (XXXX-H1); "" is unknown.
    ``place`` is "" for the document's own place. ``span`` is the number with its unit, ``evidence`` the sentence
    (several spans where damage tore it apart); ``mentions`` are further places where the same words stand again.
    """

    indicator: str
    measure: Measure
    value: Decimal | None
    unit: str
    span: Span
    evidence: tuple[Span, ...]
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    status: Status = Status.ACTUAL
    period: str = ""
    place: str = ""
    base: str = ""
    indicator_id: str = ""
    relation: str = ""
    indicator_span: Span | None = None
    period_span: Span | None = None
    place_span: Span | None = None
    mentions: tuple[Span, ...] = ()


# --------------------------------------------------------------------------------------------- people and promises


@dataclass(frozen=True, slots=True)
class Post:
    """An office held: its full name (市发展和改革委员会主任) and the words that say so."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A named person with the posts that the document gives, in order; ``mentions`` are where the name stands."""

    name: str
    posts: tuple[Post, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a person: ``direct`` inside quotation marks, or reported. ``speaker`` is a ``Person.name``.

    ``words`` are the spans of what was said (one a paragraph), ``evidence`` the sentence that names the speaker.
    """

    speaker: str
    direct: bool
    words: tuple[Span, ...]
    evidence: tuple[Span, ...]


@dataclass(slots=True)
class Commitment:
    """An undertaking: the words, who undertakes it ("" for the issuer), and for when ("" where not said).

    ``checkable`` says whether a later reader could say yes or no from published facts. ``figures`` are the
    value spans of the figures inside the words, ``programmes`` the names of the programmes in them. ``title``,
    ``action`` and ``object`` are words of the text ("" where the words show no action). ``lead`` and ``cooperating``
    are the bodies that the text makes answerable, ``bodies`` the words that say so. ``theme`` is a key of
    catalogue/themes.toml.
    """

    span: Span
    evidence: tuple[Span, ...]
    actor: str = ""
    deadline: str = ""
    checkable: bool = False
    figures: tuple[Span, ...] = ()
    title: str = ""
    action: str = ""
    object: str = ""
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    bodies: tuple[Span, ...] = ()
    programmes: tuple[str, ...] = ()
    theme: str = ""


@dataclass(slots=True)
class Accomplishment:
    """Something reported as done: what a commitment becomes when it is kept. ``period`` is when ("" where not said).

    The other fields are those of ``Commitment``; ``actor`` is who did it ("" for the issuer).
    """

    span: Span
    evidence: tuple[Span, ...]
    actor: str = ""
    period: str = ""
    figures: tuple[Span, ...] = ()
    title: str = ""
    action: str = ""
    object: str = ""
    programmes: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A named plan, platform or slogan with its own life. ``figures`` are the value spans of its figures."""

    name: str
    mentions: tuple[Span, ...]
    figures: tuple[Span, ...] = ()


@dataclass(slots=True)
class Records:
    """All that was read out of one document."""

    figures: list[Figure] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    accomplishments: list[Accomplishment] = field(default_factory=list)


# --------------------------------------------------------------------------------------------- findings


class FindingKind(StrEnum):
    """What a person should look at. The first three are damage to the text, the others come from checks.

    The last four come only of several documents (``CrossFinding``).
    """

    REPEATED = "repeated"
    BROKEN = "broken"
    CUT = "cut"
    COUNT = "count"
    SAME_VALUE = "same-value"
    ROLE_CONFLICT = "role-conflict"
    UNKNOWN_BODY = "unknown-body"
    RUN_ON = "run-on"
    DIFFERING_VALUES = "differing-values"
    GROWTH_MISMATCH = "growth-mismatch"
    SUM_MISMATCH = "sum-mismatch"
    PART_OVER_WHOLE = "part-over-whole"
    IMPOSSIBLE_SHARE = "impossible-share"
    IMPOSSIBLE_RANK = "impossible-rank"
    UNIT_SLIP = "unit-slip"
    JUMP = "jump"
    LOW_CONFIDENCE = "low-confidence"
    CORRECTED = "corrected"
    REVISED = "revised"
    TARGET_LOWERED = "target-lowered"
    TARGET_DROPPED = "target-dropped"
    UNDELIVERED = "undelivered"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at.

    ``spans`` are the words in question, in reading order. For ``broken`` the offset just past the stop is
    ``spans[0].end`` and the place where the text goes on ``spans[1].start``; for ``cut`` the text stops at
    ``spans[0].end``; for ``repeated`` ``spans[0]`` is the repetition and ``spans[1]`` what it repeats.
    ``message`` is one plain sentence in Chinese, ``message_en`` the same in English, ``expected`` what should
    stand there where that is known, ``confidence`` from 0 to 1.
    """

    kind: FindingKind
    spans: tuple[Span, ...]
    message: str
    message_en: str
    expected: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A figure in one of several documents: ``document`` is its name, ``record`` the id of the figure, ``words`` its sentence.

    ``date`` is that of the document ("" where unknown), ``span`` the number in its text.
    """

    document: str
    date: str
    record: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class CrossFinding:
    """Something that a person should look at and that only several documents show.

    ``passages`` are the figures that do not go together: first the one in question, in the document where a person would look
    first, then what it is held against. The other fields are those of ``Finding``.
    """

    kind: FindingKind
    passages: tuple[Passage, ...]
    message: str
    message_en: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """A document with everything known of it: what the register stores and the pages show."""

    document: Document
    flow: Flow
    records: Records
    findings: tuple[Finding, ...] = ()

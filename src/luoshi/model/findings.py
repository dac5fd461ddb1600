"""What a person should look at, in one document or in several."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from luoshi.model.documents import Document, Flow, Span
from luoshi.model.records import Records


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
class Citation:
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

    ``citations`` are the figures that do not go together: first the one in question, in the document where a person would look
    first, then what it is held against. The other fields are those of ``Finding``.
    """

    kind: FindingKind
    citations: tuple[Citation, ...]
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

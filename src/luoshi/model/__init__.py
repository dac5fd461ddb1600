"""The nouns of Luoshi: what a document is, and what is read out of it.

Nothing here computes. Every stage (readers, repair, extraction, register, checks, publishing) takes and
gives these types and knows nothing of the stages after it.

Offsets are always characters of ``Document.text``; ``document.text[span.start:span.end]`` is the evidence.
"""

from __future__ import annotations

from luoshi.model.documents import (
    Block,
    BlockKind,
    Box,
    Correction,
    Document,
    Flow,
    Origin,
    Page,
    Piece,
    Region,
    Repetition,
    Span,
    Stated,
)
from luoshi.model.figures import Bound, Figure, Measure, Status
from luoshi.model.findings import Case, Citation, CrossFinding, Finding, FindingKind
from luoshi.model.records import Accomplishment, Commitment, Person, Post, Programme, Records, Remark

__all__ = [
    "Accomplishment",
    "Block",
    "BlockKind",
    "Bound",
    "Box",
    "Case",
    "Citation",
    "Commitment",
    "Correction",
    "CrossFinding",
    "Document",
    "Figure",
    "Finding",
    "FindingKind",
    "Flow",
    "Measure",
    "Origin",
    "Page",
    "Person",
    "Piece",
    "Post",
    "Programme",
    "Records",
    "Region",
    "Remark",
    "Repetition",
    "Span",
    "Stated",
    "Status",
]

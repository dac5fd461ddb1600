"""Findings across documents as lines for programs and as rows for people (docs/checks.md)."""

from __future__ import annotations

from typing import Any

from luoshi.model import Citation, CrossFinding
from luoshi.publishing.words import word
from luoshi.record_ids import joint_id

Line = dict[str, Any]

_PASSAGE = ("doc", "date", "record", "start", "end", "text")
_FINDING = ("kind", "id", "message", "message_en", "confidence")
COLUMNS = (*_FINDING, *_PASSAGE, *(f"related_{name}" for name in _PASSAGE), "further")
"""The columns of a row of findings; also the head of its CSV. ``further`` is where other citations stand: doc:start-end."""

HEADS = {"类 kind": "left", "文件 documents": "fold", "问题 finding": "fold"}


def finding_line(finding: CrossFinding) -> Line:
    """A finding across documents, as ``luoshi check --format jsonl`` writes it: a finding's keys, and what it is held against."""
    first, *others = finding.citations
    line: Line = {
        "type": "finding",
        "doc": first.document,
        "id": joint_id(finding.kind.value, [citation.record for citation in finding.citations]),
        "kind": finding.kind.value,
        "start": first.span.start,
        "end": first.span.end,
        "date": first.date,
        "record": first.record,
        "text": first.words,
    }
    return line | {
        "spans": [list(first.span)],
        "message": finding.message,
        "message_en": finding.message_en,
        "expected": "",
        "confidence": finding.confidence,
        "related": [_passage(citation) for citation in others],
    }


def finding_row(finding: CrossFinding) -> Line:
    """The same as one flat row with the names of ``COLUMNS``."""
    line = finding_line(finding)
    first, *further = line["related"]
    return {
        **line,
        **{f"related_{name}": first[name] for name in _PASSAGE},
        "further": "; ".join(f"{at['doc']}:{at['start']}-{at['end']}" for at in further),
    }


def finding_cells(finding: CrossFinding) -> tuple[str, ...]:
    """The cells of a finding in the terminal's table."""
    documents = dict.fromkeys(citation.document for citation in finding.citations)
    return word("kinds", finding.kind.value).zh, "\n".join(documents), finding.message


def _passage(citation: Citation) -> Line:
    return {
        "doc": citation.document,
        "date": citation.date,
        "record": citation.record,
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.words,
    }

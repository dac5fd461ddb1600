"""A case as JSON Lines: one object for the document, each record and each finding (docs/records.md).

Offsets are characters of the document's text. Where damage tore a sentence apart, ``evidence`` is the part that
holds the record and ``evidence_parts`` gives all of them. ``text`` is always the words of the evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from luoshi.model import (
    Accomplishment,
    Case,
    Commitment,
    Document,
    Figure,
    Finding,
    FindingKind,
    Person,
    Programme,
    Records,
    Remark,
    Span,
)
from luoshi.positions import Positions
from luoshi.record_ids import document_id, record_ids

TYPES = ("document", "figure", "target", "person", "remark", "commitment", "accomplishment", "programme", "finding")
"""The values of ``type``, in the order in which the lines come; "target" is a target without a number."""

Line = dict[str, Any]


def encode(line: Mapping[str, Any]) -> str:
    """The line as JSON without a line feed; decimals are written digit by digit as they are.

    The standard library can write no Decimal as a number, and a float would change some of them.
    """
    return "{" + ", ".join(f"{json.dumps(key)}: {_encode(value)}" for key, value in line.items()) + "}"


def _encode(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return encode(value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_encode, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def lines(case: Case, reasons: Mapping[Span, Mapping[str, str]] | None = None) -> Iterator[Line]:
    """Every record of a case: the document, the figures by where they stand, then the others and the findings.

    With ``reasons`` (see ``pipeline.reasons_of``) each figure says which rule gave each of its fields. Of a document
    with pages each record says on which ``page`` it stands, and in which ``regions``.
    """
    positions = Positions(case.document)
    for line in _lines(case, reasons):
        yield line | _regions(positions, line) if case.document.pages else line


def _lines(case: Case, reasons: Mapping[Span, Mapping[str, str]] | None) -> Iterator[Line]:
    document, records, ids = case.document, case.records, record_ids(case)
    programmes = {span: programme.name for programme in reversed(records.programmes) for span in programme.figures}
    yield _document(document)
    for figure, id_ in sorted(zip(records.figures, ids.figures, strict=True), key=lambda pair: pair[0].span):
        line = _figure(document, figure, id_, programmes.get(figure.span))
        if reasons and figure.span in reasons:
            line["reasons"] = reasons[figure.span]
        yield line
    yield from map(partial(_person, document), records.people, ids.people)
    yield from map(partial(_remark, document), records.remarks, ids.remarks)
    yield from map(partial(_commitment, document), records.commitments, ids.commitments)
    yield from map(partial(_accomplishment, document), records.accomplishments, ids.accomplishments)
    yield from map(partial(_programme, document, records), records.programmes, ids.programmes)
    yield from map(partial(finding_line, document), case.findings, ids.findings)


def _document(document: Document) -> Line:
    line: Line = {
        "type": "document",
        "doc": document.name,
        "id": document_id(document.digest),
        "start": 0,
        "end": len(document.text),
        "source": document.source,
        "digest": document.digest,
        "media_type": document.media_type,
        "encoding": document.encoding,
    }
    for name in ("title", "issuer", "date", "place"):
        stated = getattr(document, name)
        line[name] = stated.value if stated else None
        line[f"{name}_origin"] = stated.origin.value if stated else None
    if document.pages:
        line["pages"] = len(document.pages)
    if document.corrections:
        line["corrections"] = [[*correction.span, correction.read] for correction in document.corrections]
    if document.metadata:
        line["metadata"] = dict(document.metadata)
    return line


def _regions(positions: Positions, line: Line) -> Line:
    """Where a record stands: shares of the page's width and height, and how sure the machine was that read it."""
    if line["type"] == "document" or line["start"] is None:
        return {}
    found = positions(Span(line["start"], line["end"]))
    regions = [{"page": at.page, "box": list(at.box), "confidence": at.confidence} for at in found]
    return {"page": found[0].page, "regions": regions} if found else {}


def _figure(document: Document, figure: Figure, id_: str, programme: str | None) -> Line:
    line: Line = {
        "type": "figure" if figure.value is not None else "target",
        "doc": document.name,
        "id": id_,
        "start": figure.span.start,
        "end": figure.span.end,
        "indicator": figure.indicator,
        "measure": figure.measure.value,
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound.value,
        "status": figure.status.value,
        "period": figure.period,
        "place": figure.place,
        "base": figure.base,
        "indicator_id": figure.indicator_id,
        **_evidence(document, figure.evidence, figure.span),
        "value_text": figure.span.of(document.text),
    }
    if figure.relation:
        line["relation"] = figure.relation
    if figure.mentions:
        line["mentions"] = _pairs(figure.mentions)
    if programme:
        line["programme"] = programme
    return line


def _person(document: Document, person: Person, id_: str) -> Line:
    return {
        "type": "person",
        "doc": document.name,
        "id": id_,
        **_hull(person.mentions[:1] or [post.span for post in person.posts[:1]]),
        "name": person.name,
        "posts": [{"name": post.name, "start": post.span.start, "end": post.span.end} for post in person.posts],
        "mentions": _pairs(person.mentions),
    }


def _remark(document: Document, remark: Remark, id_: str) -> Line:
    return {
        "type": "remark",
        "doc": document.name,
        "id": id_,
        **_hull(remark.words),
        "speaker": remark.speaker,
        "direct": remark.direct,
        "words": _pairs(remark.words),
        "said": "\n".join(span.of(document.text) for span in remark.words),
        **_evidence(document, remark.evidence, remark.evidence[0] if remark.evidence else Span(0, 0)),
    }


def _commitment(document: Document, commitment: Commitment, id_: str) -> Line:
    return {
        "type": "commitment",
        "doc": document.name,
        "id": id_,
        "start": commitment.span.start,
        "end": commitment.span.end,
        "actor": commitment.actor,
        "deadline": commitment.deadline,
        "checkable": commitment.checkable,
        **_wording(commitment),
        "lead": list(commitment.lead),
        "cooperating": list(commitment.cooperating),
        **({"bodies": _pairs(commitment.bodies)} if commitment.bodies else {}),
        "figures": _pairs(commitment.figures),
        **_evidence(document, commitment.evidence, commitment.span),
    }


def _accomplishment(document: Document, done: Accomplishment, id_: str) -> Line:
    return {
        "type": "accomplishment",
        "id": id_,
        "doc": document.name,
        "start": done.span.start,
        "end": done.span.end,
        "actor": done.actor,
        "period": done.period,
        **_wording(done),
        "figures": _pairs(done.figures),
        **_evidence(document, done.evidence, done.span),
    }


def _wording(record: Commitment | Accomplishment) -> Line:
    return {
        "title": record.title,
        "action": record.action,
        "object": record.object,
        "theme": record.theme,
        "programmes": list(record.programmes),
    }


def _programme(document: Document, records: Records, programme: Programme, id_: str) -> Line:
    return {
        "type": "programme",
        "doc": document.name,
        "id": id_,
        **_hull(programme.mentions[:1]),
        "name": programme.name,
        "mentions": _pairs(programme.mentions),
        "figures": _pairs(programme.figures),
        "commitments": _pairs(record.span for record in records.commitments if programme.name in record.programmes),
    }


def finding_line(document: Document, finding: Finding, id_: str) -> Line:
    """A finding; damage to the text has ``at`` (the stop) and ``continues`` (where the text goes on) as well."""
    line: Line = {
        "type": "finding",
        "doc": document.name,
        "id": id_,
        "kind": finding.kind.value,
        **_hull(finding.spans[:1]),
    }
    if finding.kind in (FindingKind.BROKEN, FindingKind.CUT) and finding.spans:
        line["at"] = finding.spans[0].end
    if finding.kind is FindingKind.BROKEN and len(finding.spans) > 1:
        line["continues"] = finding.spans[1].start
    line |= {
        "spans": _pairs(finding.spans),
        "message": finding.message,
        "message_en": finding.message_en,
        "expected": finding.expected,
        "confidence": finding.confidence,
    }
    return line


def _hull(spans: Iterable[Span]) -> Line:
    """``start`` and ``end`` of everything the spans cover; null where there are none."""
    spans = list(spans)
    return {
        "start": min((span.start for span in spans), default=None),
        "end": max((span.end for span in spans), default=None),
    }


def _evidence(document: Document, evidence: tuple[Span, ...], home: Span) -> Line:
    """``evidence`` is the part in which ``home`` lies; ``evidence_parts`` is there only for a torn sentence."""
    own = next((part for part in evidence if part.start <= home.start < part.end), evidence[0] if evidence else home)
    line: Line = {"evidence": list(own), "text": "".join(part.of(document.text) for part in evidence or (own,))}
    if len(evidence) > 1:
        line["evidence_parts"] = _pairs(evidence)
    return line


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]

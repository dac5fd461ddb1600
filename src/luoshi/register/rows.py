"""Between a ``Case`` and the rows of a register, in both directions and without loss."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping, Table

from luoshi.model import (
    Block,
    BlockKind,
    Bound,
    Case,
    Commitment,
    Document,
    Figure,
    Finding,
    FindingKind,
    Flow,
    Measure,
    Origin,
    Person,
    Piece,
    Post,
    Programme,
    Records,
    Remark,
    Repetition,
    Span,
    Stated,
    Status,
)
from luoshi.register import schema

Read = Callable[[Table], Iterable[RowMapping]]
Spans = Mapping[str, tuple[Span, ...]]

_FIGURE_WORDS = ("indicator", "indicator_id", "unit", "period", "place", "base", "relation")
_FIGURE_PARTS = ("indicator", "period", "place")  # each may have one span of its own


# ------------------------------------------------------------------------------------------- Case → rows


def document_row(document: Document, flow: Flow) -> dict[str, Any]:
    """The columns of ``documents`` that come from the document and its flow."""
    row: dict[str, Any] = {
        name: getattr(document, name) for name in ("digest", "name", "source", "media_type", "encoding", "text")
    }
    row["flow_text"] = None if flow.text == document.text else flow.text
    for name in schema.STATED:
        stated: Stated | None = getattr(document, name)
        span = stated.span if stated else None
        row[name] = stated.value if stated else None
        row[f"{name}_origin"] = stated.origin.value if stated else None
        row[f"{name}_start"], row[f"{name}_end"] = span or (None, None)
    return row


class _Rows:
    """Collects the rows of one document, table by table."""

    def __init__(self, document_id: int) -> None:
        self.id = document_id
        self.tables: dict[Table, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: Table, number: int, **columns: Any) -> None:
        self.tables[table].append({"document_id": self.id, "number": number, **columns})

    def spans(self, table: Table, number: int, role: str, spans: Iterable[Span]) -> None:
        for position, (start, end) in enumerate(spans):
            self.add(table, number, role=role, position=position, start_offset=start, end_offset=end)


def owned_rows(case: Case, document_id: int) -> dict[Table, list[dict[str, Any]]]:
    """The rows of all other tables, owners before the spans that refer to them."""
    rows = _Rows(document_id)
    for n, block in enumerate(case.document.blocks):
        rows.add(
            schema.blocks,
            n,
            kind=block.kind.value,
            start_offset=block.span.start,
            end_offset=block.span.end,
            level=block.level,
            table_number=block.table,
            row_number=block.row,
            column_number=block.column,
        )
    for n, piece in enumerate(case.flow.pieces):
        rows.add(schema.flow_pieces, n, flow_offset=piece.flow, start_offset=piece.start, length=piece.length)
    for n, repetition in enumerate(case.flow.repetitions):
        rows.add(
            schema.repetitions,
            n,
            start_offset=repetition.span.start,
            end_offset=repetition.span.end,
            original_start=repetition.original.start,
            original_end=repetition.original.end,
        )
    for n, figure in enumerate(case.records.figures):
        _add_figure(rows, n, figure)
    _add_people_and_promises(rows, case.records)
    for n, finding in enumerate(case.findings):
        words = {name: getattr(finding, name) for name in ("message", "message_en", "expected", "confidence")}
        rows.add(schema.findings, n, kind=finding.kind.value, **words)
        rows.spans(schema.finding_spans, n, "span", finding.spans)
    return rows.tables


def _add_figure(rows: _Rows, n: int, figure: Figure) -> None:
    rows.add(
        schema.figures,
        n,
        **{name: getattr(figure, name) for name in _FIGURE_WORDS},
        **{name: getattr(figure, name).value for name in ("measure", "bound", "status")},
        **_number("value", figure.value),
        **_number("high", figure.high),
        start_offset=figure.span.start,
        end_offset=figure.span.end,
    )
    for name in _FIGURE_PARTS:
        span: Span | None = getattr(figure, f"{name}_span")
        rows.spans(schema.figure_spans, n, name, [span] if span else [])
    rows.spans(schema.figure_spans, n, "evidence", figure.evidence)
    rows.spans(schema.figure_spans, n, "mention", figure.mentions)


def _number(name: str, value: Decimal | None) -> dict[str, Any]:
    return {
        name: None if value is None else str(value),
        f"{name}_real": None if value is None else float(value),
    }


def _add_people_and_promises(rows: _Rows, records: Records) -> None:
    for n, person in enumerate(records.people):
        rows.add(schema.people, n, name=person.name)
        for position, post in enumerate(person.posts):
            start, end = post.span
            rows.add(schema.posts, n, position=position, name=post.name, start_offset=start, end_offset=end)
        rows.spans(schema.person_spans, n, "mention", person.mentions)
    for n, remark in enumerate(records.remarks):
        rows.add(schema.remarks, n, speaker=remark.speaker, direct=remark.direct)
        rows.spans(schema.remark_spans, n, "words", remark.words)
        rows.spans(schema.remark_spans, n, "evidence", remark.evidence)
    for n, promise in enumerate(records.commitments):
        words = {name: getattr(promise, name) for name in ("actor", "deadline", "checkable")}
        start, end = promise.span
        rows.add(schema.commitments, n, start_offset=start, end_offset=end, **words)
        rows.spans(schema.commitment_spans, n, "evidence", promise.evidence)
        rows.spans(schema.commitment_spans, n, "figure", promise.figures)
    for n, programme in enumerate(records.programmes):
        rows.add(schema.programmes, n, name=programme.name)
        rows.spans(schema.programme_spans, n, "mention", programme.mentions)
        rows.spans(schema.programme_spans, n, "figure", programme.figures)


# ------------------------------------------------------------------------------------------- rows → Case


def span_of(row: RowMapping) -> Span:
    """The stretch of text that a row stands for."""
    return Span(row["start_offset"], row["end_offset"])


def grouped_spans(rows: Iterable[RowMapping]) -> dict[tuple[int, int], dict[str, tuple[Span, ...]]]:
    """Spans by (document, number of their owner), then by role; ``rows`` come in the order of position."""
    groups: dict[tuple[int, int], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        groups[row["document_id"], row["number"]][row["role"]].append(span_of(row))
    return {owner: {role: tuple(spans) for role, spans in roles.items()} for owner, roles in groups.items()}


def figure_of(row: RowMapping, spans: Spans) -> Figure:
    """The figure that a row of ``figures`` and its spans stand for."""
    parts: dict[str, Any] = {f"{name}_span": spans[name][0] for name in _FIGURE_PARTS if name in spans}
    return Figure(
        **{name: row[name] for name in _FIGURE_WORDS},
        measure=Measure(row["measure"]),
        bound=Bound(row["bound"]),
        status=Status(row["status"]),
        value=None if row["value"] is None else Decimal(row["value"]),
        high=None if row["high"] is None else Decimal(row["high"]),
        span=span_of(row),
        evidence=spans.get("evidence", ()),
        mentions=spans.get("mention", ()),
        **parts,
    )


def document_of(row: RowMapping, read: Read) -> Document:
    """The document that a row of ``documents`` stands for; ``read`` gives its rows of a table, in order."""
    stated: dict[str, Any] = {}
    for name in schema.STATED:
        if row[name] is not None:
            start, end = row[f"{name}_start"], row[f"{name}_end"]
            span = None if start is None else Span(start, end)
            stated[name] = Stated(row[name], Origin(row[f"{name}_origin"]), span)
    blocks = tuple(
        Block(
            BlockKind(block["kind"]),
            span_of(block),
            level=block["level"],
            table=block["table_number"],
            row=block["row_number"],
            column=block["column_number"],
        )
        for block in read(schema.blocks)
    )
    words = {name: row[name] for name in ("name", "source", "text", "digest", "media_type", "encoding")}
    return Document(**words, blocks=blocks, **stated)


def _flow_of(document: RowMapping, read: Read) -> Flow:
    text = document["text"] if document["flow_text"] is None else document["flow_text"]
    pieces = (Piece(row["flow_offset"], row["start_offset"], row["length"]) for row in read(schema.flow_pieces))
    repetitions = (
        Repetition(span_of(row), Span(row["original_start"], row["original_end"])) for row in read(schema.repetitions)
    )
    return Flow(text, tuple(pieces), tuple(repetitions))


def case_of(document: RowMapping, read: Read) -> Case:
    """The case that a row of ``documents`` stands for; ``read`` gives its rows of any other table, in order."""

    def owned(table: Table, spans: Table) -> Iterable[tuple[RowMapping, Spans]]:
        groups = grouped_spans(read(spans))
        return [(row, groups.get((row["document_id"], row["number"]), {})) for row in read(table)]

    posts: dict[int, list[Post]] = defaultdict(list)
    for row in read(schema.posts):
        posts[row["number"]].append(Post(row["name"], span_of(row)))
    records = Records(
        figures=[figure_of(row, spans) for row, spans in owned(schema.figures, schema.figure_spans)],
        people=[
            Person(row["name"], tuple(posts[row["number"]]), spans.get("mention", ()))
            for row, spans in owned(schema.people, schema.person_spans)
        ],
        remarks=[
            Remark(row["speaker"], row["direct"], spans.get("words", ()), spans.get("evidence", ()))
            for row, spans in owned(schema.remarks, schema.remark_spans)
        ],
        commitments=[
            Commitment(
                span_of(row),
                spans.get("evidence", ()),
                actor=row["actor"],
                deadline=row["deadline"],
                checkable=row["checkable"],
                figures=spans.get("figure", ()),
            )
            for row, spans in owned(schema.commitments, schema.commitment_spans)
        ],
        programmes=[
            Programme(row["name"], spans.get("mention", ()), spans.get("figure", ()))
            for row, spans in owned(schema.programmes, schema.programme_spans)
        ],
    )
    findings = tuple(
        Finding(
            FindingKind(row["kind"]),
            spans.get("span", ()),
            row["message"],
            row["message_en"],
            expected=row["expected"],
            confidence=row["confidence"],
        )
        for row, spans in owned(schema.findings, schema.finding_spans)
    )
    return Case(document_of(document, read), _flow_of(document, read), records, findings)

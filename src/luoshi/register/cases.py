"""From the rows of a register back to the ``Case`` that they were made of (``luoshi.rows`` makes them)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping, Table

from luoshi.flows import rebuilt
from luoshi.model import (
    Accomplishment,
    Block,
    BlockKind,
    Bound,
    Box,
    Case,
    Commitment,
    Correction,
    Document,
    Figure,
    Finding,
    FindingKind,
    Flow,
    Measure,
    Origin,
    Page,
    Person,
    Piece,
    Post,
    Programme,
    Records,
    Region,
    Remark,
    Repetition,
    Span,
    Stated,
    Status,
)
from luoshi.register import schema
from luoshi.rows import FIGURE_PARTS, STATED, parted

Read = Callable[[Table], Iterable[RowMapping]]
Spans = Mapping[str, tuple[Span, ...]]

_FIGURE_WORDS = ("indicator", "indicator_id", "unit", "period", "place", "base", "relation")


def span_of(row: RowMapping) -> Span:
    """The stretch of text that a row stands for."""
    return Span(row["start_offset"], row["end_offset"])


def grouped_spans(rows: Iterable[RowMapping]) -> dict[tuple[int, int], dict[str, tuple[Span, ...]]]:
    """Spans by (document, number of their owner), then by role; ``rows`` come in the order of position."""
    groups: dict[tuple[int, int], dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        groups[row["document_id"], row["number"]][row["role"]].append(span_of(row))
    return {owner: {role: tuple(spans) for role, spans in roles.items()} for owner, roles in groups.items()}


def _inline(row: RowMapping, name: str) -> tuple[Span, ...]:
    start = row[f"{name}_start"]
    return () if start is None else (Span(start, row[f"{name}_end"]),)


def figure_of(row: RowMapping, spans: Spans) -> Figure:
    """The figure that a row of ``figures`` and its further spans stand for."""
    parts: dict[str, Any] = {f"{name}_span": found[0] for name in FIGURE_PARTS if (found := _inline(row, name))}
    return Figure(
        **{name: row[name] for name in _FIGURE_WORDS},
        measure=Measure(row["measure"]),
        bound=Bound(row["bound"]),
        status=Status(row["status"]),
        value=None if row["value"] is None else Decimal(row["value"]),
        high=None if row["high"] is None else Decimal(row["high"]),
        span=span_of(row),
        evidence=_inline(row, "evidence") + spans.get("evidence", ()),
        mentions=spans.get("mention", ()),
        **parts,
    )


def document_of(row: RowMapping, read: Read) -> Document:
    """The document that a row of ``documents`` stands for; ``read`` gives its rows of a table, in order."""
    stated: dict[str, Any] = {}
    for name in STATED:
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
    return Document(
        **words,
        **stated,
        blocks=blocks,
        pages=tuple(Page(page["page"], page["width"], page["height"]) for page in read(schema.pages)),
        regions=tuple(map(_region_of, read(schema.regions))),
        corrections=tuple(Correction(span_of(item), item["seen"]) for item in read(schema.corrections)),
        metadata=tuple((pair["name"], pair["value"]) for pair in read(schema.further_metadata)),
    )


def _region_of(row: RowMapping) -> Region:
    box = Box(row["box_left"], row["box_top"], row["box_right"], row["box_bottom"])
    return Region(span_of(row), row["page"], box, row["confidence"])


def _flow_of(document: RowMapping, read: Read) -> Flow:
    pieces = tuple(Piece(row["flow_offset"], row["start_offset"], row["length"]) for row in read(schema.flow_pieces))
    text = rebuilt(document["text"], pieces) if document["flow_text"] is None else document["flow_text"]
    repetitions = (
        Repetition(span_of(row), Span(row["original_start"], row["original_end"])) for row in read(schema.repetitions)
    )
    return Flow(text, pieces, tuple(repetitions))


def _wording(row: RowMapping) -> dict[str, Any]:
    words = {name: row[name] for name in ("title", "action", "object", "theme")}
    return {**words, "programmes": parted(row["programmes"])}


def commitment_of(row: RowMapping, spans: Spans) -> Commitment:
    """The commitment that a row of ``commitments`` and its further spans stand for."""
    return Commitment(
        span_of(row),
        _inline(row, "evidence") + spans.get("evidence", ()),
        actor=row["actor"],
        deadline=row["deadline"],
        checkable=row["checkable"],
        figures=spans.get("figure", ()),
        lead=parted(row["lead"]),
        cooperating=parted(row["cooperating"]),
        bodies=spans.get("body", ()),
        **_wording(row),
    )


def accomplishment_of(row: RowMapping, spans: Spans) -> Accomplishment:
    """The accomplishment that a row of ``accomplishments`` and its further spans stand for."""
    return Accomplishment(
        span_of(row),
        _inline(row, "evidence") + spans.get("evidence", ()),
        actor=row["actor"],
        period=row["period"],
        figures=spans.get("figure", ()),
        **_wording(row),
    )


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
        commitments=[commitment_of(row, spans) for row, spans in owned(schema.commitments, schema.commitment_spans)],
        accomplishments=[
            accomplishment_of(row, spans) for row, spans in owned(schema.accomplishments, schema.accomplishment_spans)
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

"""A case as the rows of a register: plain tuples that cross to another process cheaply and need no database library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from luoshi.flows import rebuilt
from luoshi.model import Accomplishment, Case, Commitment, Document, Figure, Flow, Records, Span, Stated
from luoshi.record_ids import RecordIds, record_ids

STATED = ("title", "issuer", "date", "place")
"""The fields of ``Document`` that say where they were found; each has four columns."""

FIGURE_PARTS = ("indicator", "period", "place")
"""What of a figure may have one span of its own."""

NOWHERE = (None, None)

Row = tuple[Any, ...]
Proofs = Mapping[str, Iterable[Span]]


class CaseRows(NamedTuple):
    """``document`` is its row by column; ``owned`` the rows of the other tables, owners before their spans.

    A row of ``owned`` has the columns of its table (``register/schema.py``) in their order, without the first: the
    document's id, which the register gives, and for figures the last. Truths are 0 and 1: Python's sqlite3 looks
    for an adapter for each bool, which costs more than any other column.
    """

    document: dict[str, Any]
    owned: dict[str, list[Row]]


def rows_of(case: Case) -> CaseRows:
    """Everything known of a document, without loss (``register/cases.py`` is the way back)."""
    document, flow, ids = case.document, case.flow, record_ids(case)
    owned: dict[str, list[Row]] = {
        "blocks": [
            (n, block.kind.value, *block.span, block.level, block.table, block.row, block.column)
            for n, block in enumerate(document.blocks)
        ],
        "flow_pieces": [(n, *piece) for n, piece in enumerate(flow.pieces)],
        "repetitions": [(n, *item.span, *item.original) for n, item in enumerate(flow.repetitions)],
        "pages": [(n, *page) for n, page in enumerate(document.pages)],
        "regions": [
            (n, *region.span, region.page, *region.box, region.confidence) for n, region in enumerate(document.regions)
        ],
        "corrections": [(n, *correction.span, correction.read) for n, correction in enumerate(document.corrections)],
        "metadata": [(n, *pair) for n, pair in enumerate(document.metadata)],
        **_rows_of_records(case.records, ids, document.place.value if document.place else ""),
        "findings": [
            (n, ids.findings[n], item.kind.value, item.message, item.message_en, item.expected, item.confidence)
            for n, item in enumerate(case.findings)
        ],
        "finding_spans": _span_rows({"span": finding.spans} for finding in case.findings),
    }
    return CaseRows(_document_row(document, flow), {table: rows for table, rows in owned.items() if rows})


def _document_row(document: Document, flow: Flow) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: getattr(document, name) for name in ("digest", "name", "source", "media_type", "encoding", "text")
    }
    row["flow_text"] = None if flow.text == rebuilt(document.text, flow.pieces) else flow.text
    for name in STATED:
        stated: Stated | None = getattr(document, name)
        span = stated.span if stated else None
        row[name] = stated.value if stated else None
        row[f"{name}_origin"] = stated.origin.value if stated else None
        row[f"{name}_start"], row[f"{name}_end"] = span or NOWHERE
    return row


def _rows_of_records(records: Records, ids: RecordIds, place: str) -> dict[str, list[Row]]:
    """``place`` is the document's."""
    return {
        "figures": [
            (n, ids.figures[n], *_figure_columns(figure), figure.place or place)
            for n, figure in enumerate(records.figures)
        ],
        "figure_spans": _span_rows(
            ({"evidence": figure.evidence, "mention": figure.mentions} for figure in records.figures), inline="evidence"
        ),
        "people": [(n, ids.people[n], person.name) for n, person in enumerate(records.people)],
        "person_spans": _span_rows({"mention": person.mentions} for person in records.people),
        "posts": [
            (n, position, post.name, *post.span)
            for n, person in enumerate(records.people)
            for position, post in enumerate(person.posts)
        ],
        "remarks": [
            (n, ids.remarks[n], remark.speaker, int(remark.direct)) for n, remark in enumerate(records.remarks)
        ],
        "remark_spans": _span_rows({"words": remark.words, "evidence": remark.evidence} for remark in records.remarks),
        "commitments": [
            (
                n,
                ids.commitments[n],
                *promise.span,
                *(promise.evidence[0] if promise.evidence else NOWHERE),
                promise.actor,
                promise.deadline,
                int(promise.checkable),
                *_commitment_words(promise),
            )
            for n, promise in enumerate(records.commitments)
        ],
        "commitment_spans": _span_rows(
            (
                {"evidence": promise.evidence, "figure": promise.figures, "body": promise.bodies}
                for promise in records.commitments
            ),
            inline="evidence",
        ),
        "accomplishments": [
            (
                n,
                ids.accomplishments[n],
                *done.span,
                *(done.evidence[0] if done.evidence else NOWHERE),
                done.actor,
                done.period,
                *_wording(done),
            )
            for n, done in enumerate(records.accomplishments)
        ],
        "accomplishment_spans": _span_rows(
            ({"evidence": done.evidence, "figure": done.figures} for done in records.accomplishments),
            inline="evidence",
        ),
        "programmes": [(n, ids.programmes[n], plan.name) for n, plan in enumerate(records.programmes)],
        "programme_spans": _span_rows(
            {"mention": programme.mentions, "figure": programme.figures} for programme in records.programmes
        ),
    }


def _wording(record: Commitment | Accomplishment) -> Row:
    return (record.title, record.action, record.object, record.theme, joined(record.programmes))


def _commitment_words(promise: Commitment) -> Row:
    return (*_wording(promise), joined(promise.lead), joined(promise.cooperating))


def joined(names: Iterable[str]) -> str:
    """A list of names as one column: one a line."""
    return "\n".join(names)


def parted(names: str) -> tuple[str, ...]:
    """The list of names that a column holds."""
    return tuple(names.split("\n")) if names else ()


def _figure_columns(figure: Figure) -> Row:
    return (
        figure.indicator,
        figure.indicator_id,
        figure.measure.value,
        *_exact_and_real(figure.value),
        *_exact_and_real(figure.high),
        figure.unit,
        figure.bound.value,
        figure.status.value,
        figure.period,
        figure.place,
        figure.base,
        figure.relation,
        *figure.span,
        *(figure.evidence[0] if figure.evidence else NOWHERE),
        *(figure.indicator_span or NOWHERE),
        *(figure.period_span or NOWHERE),
        *(figure.place_span or NOWHERE),
    )


def _exact_and_real(value: Decimal | None) -> tuple[str | None, float | None]:
    return (None, None) if value is None else (str(value), float(value))


def _span_rows(owners: Iterable[Proofs], inline: str = "") -> list[Row]:
    """The stretches of text that prove each owner, by what they prove; the first of ``inline`` stands with its owner."""
    return [
        (n, role, position, *span)
        for n, proofs in enumerate(owners)
        for role, spans in proofs.items()
        if spans
        for position, span in enumerate(spans)
        if position or role != inline
    ]

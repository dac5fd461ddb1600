"""What a register knows of programmes: their names in all documents, and what one document says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, Table, func, select

from luoshi.model import Accomplishment, Commitment, Figure, Programme, Span
from luoshi.record_ids import DOCUMENT_DIGITS
from luoshi.register import queries, schema
from luoshi.register.cases import accomplishment_of, commitment_of, grouped_spans
from luoshi.register.queries import is_newest

_SHORT = re.compile(r"[”’]?[（(](?:以下|下称|下文)?简?称为?[：:]?[“‘]?([^”’（）()，。]{2,16})[”’]?[）)]")
"""Words right behind a name that say how it is called from there on."""


class Holder(NamedTuple):
    """A document that names programmes. ``state`` changes whenever anything that is read out of it, or said of it, does."""

    id: int
    slug: str
    name: str
    title: str
    date: str
    place: str
    digest: str
    state: tuple[str, ...]


class Sightings(NamedTuple):
    """What a document says of its programmes; ``commitments`` and ``accomplishments`` are those that name any, with their
    records' ids."""

    text: str
    programmes: list[Programme]
    figures: dict[Span, Figure]
    commitments: list[tuple[str, Commitment]]
    accomplishments: list[tuple[str, Accomplishment]]


def holders(connection: Connection) -> list[Holder]:
    """The newest versions of documents, in the order in which they were registered."""
    columns = schema.documents.c
    asked = select(
        *(columns.id, columns.slug, columns.name, columns.title, columns.date, columns.place),
        *(columns.digest, columns.version, columns.given_date, columns.given_place),
    )
    touched = _touched(connection)
    return [
        Holder(
            *(row.id, row.slug, row.name, row.title or row.name, row.date or "", row.place or "", row.digest),
            (row.version, row.given_date or "", row.given_place or "", touched.get(row.digest[:DOCUMENT_DIGITS], "")),
        )
        for row in connection.execute(asked.where(is_newest()).order_by(columns.id))
    ]


def _touched(connection: Connection) -> dict[str, str]:
    """When people last corrected or said something, by the ids of documents."""
    latest: dict[str, str] = {}
    for table, column in (
        (schema.user_corrections, "corrected_at"),
        (schema.task_notes, "said_at"),
        (schema.result_decisions, "said_at"),
    ):
        of_document = func.substr(table.c.record_id, 1, DOCUMENT_DIGITS)
        counted = func.count().label("number")
        asked = select(of_document, func.max(table.c[column]), counted).group_by(of_document)
        for document, at, number in connection.execute(asked):
            latest[document] = f"{latest.get(document, '')}{at}×{number};"
    return latest


def names(connection: Connection) -> Iterator[tuple[int, int, str]]:
    """Document, number and name of every programme of the newest versions, in the order of the documents."""
    table = schema.programmes.c
    found = schema.programmes.join(schema.documents, table.document_id == schema.documents.c.id)
    asked = select(table.document_id, table.number, table.name).select_from(found).where(is_newest())
    for row in connection.execute(asked.order_by(table.document_id, table.number)):
        yield row.document_id, row.number, row.name


def short_forms(connection: Connection) -> dict[tuple[int, int], tuple[str, ...]]:
    """Forms that documents say to stand for a programme (以下简称…), by document and number."""
    spans, columns = schema.programme_spans.c, schema.documents.c
    asked = select(columns.id, columns.text).where(is_newest(), columns.text.contains("简称"))
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for id_, text in connection.execute(asked).all():
        mentions = select(spans.number, spans.end_offset).where(spans.document_id == id_, spans.role == "mention")
        for number, end in connection.execute(mentions):
            if said := _SHORT.match(text, end):
                found[id_, number] = (*found.get((id_, number), ()), said[1])
    return found


def sightings(connection: Connection, document: int) -> Sightings:
    """What a document says of its programmes."""

    def rows(table: Table) -> Iterable[RowMapping]:
        asked = select(table).where(table.c.document_id == document).order_by(*table.primary_key.columns)
        return connection.execute(asked).mappings()

    text = connection.scalar(select(schema.documents.c.text).where(schema.documents.c.id == document)) or ""
    further = grouped_spans(rows(schema.programme_spans))
    programmes = []
    for row in rows(schema.programmes):
        spans = further.get((document, row["number"]), {})
        programmes.append(Programme(row["name"], spans.get("mention", ()), spans.get("figure", ())))
    wanted = {span for programme in programmes for span in programme.figures}
    figures = {
        found.figure.span: found.figure
        for found in (queries.figures(connection, document=document) if wanted else ())
        if found.figure.span in wanted
    }
    promised = [(row["record_id"], commitment_of(row, {})) for row in rows(schema.commitments) if row["programmes"]]
    done = [(row["record_id"], accomplishment_of(row, {})) for row in rows(schema.accomplishments) if row["programmes"]]
    return Sightings(text, programmes, figures, promised, done)


def mention_counts(connection: Connection) -> dict[tuple[int, int], int]:
    """How often each programme is mentioned, by document and number."""
    spans = schema.programme_spans.c
    asked = select(spans.document_id, spans.number, func.count()).where(spans.role == "mention")
    grouped = asked.group_by(spans.document_id, spans.number)
    return {(document, number): count for document, number, count in connection.execute(grouped)}

"""What the ledger asks of a register: figures beside the text that they stand in, document by document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, RowMapping, Table, select

from luoshi.model import Accomplishment, Commitment
from luoshi.register import queries, schema
from luoshi.register.cases import Spans, accomplishment_of, commitment_of, grouped_spans
from luoshi.register.queries import DocumentEntry, FigureEntry

Record = TypeVar("Record")


class Undertaken(NamedTuple):
    """A document with its text and what it undertakes and reports as done, each with its record's id."""

    document: DocumentEntry
    text: str
    commitments: list[tuple[str, Commitment]]
    accomplishments: list[tuple[str, Accomplishment]]


def figures_by_document(connection: Connection) -> Iterator[tuple[DocumentEntry, str, list[FigureEntry]]]:
    """Each document with its text and its figures; only one text at a time is held in memory."""
    for document in queries.documents(connection):
        yield document, _text_of(connection, document), queries.figures(connection, document=document.id)


def undertaken_by_document(connection: Connection) -> Iterator[Undertaken]:
    """Each document with its text, its commitments and its accomplishments."""
    for document in queries.documents(connection):
        yield Undertaken(
            document,
            _text_of(connection, document),
            _records(connection, document, schema.commitments, schema.commitment_spans, commitment_of),
            _records(connection, document, schema.accomplishments, schema.accomplishment_spans, accomplishment_of),
        )


def _text_of(connection: Connection, document: DocumentEntry) -> str:
    columns = schema.documents.c
    return connection.scalar(select(columns.text).where(columns.id == document.id)) or ""


def _records(
    connection: Connection,
    document: DocumentEntry,
    table: Table,
    spans: Table,
    made: Callable[[RowMapping, Spans], Record],
) -> list[tuple[str, Record]]:
    def rows(wanted: Table) -> Iterator[RowMapping]:
        asked = select(wanted).where(wanted.c.document_id == document.id).order_by(*wanted.primary_key.columns)
        return connection.execute(asked).mappings()

    further = grouped_spans(rows(spans))
    return [(row["record_id"], made(row, further.get((document.id, row["number"]), {}))) for row in rows(table)]

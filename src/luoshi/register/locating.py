"""Where a record of a given id stands in the tables."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, and_, false, literal, select

from luoshi.record_ids import DOCUMENT_DIGITS
from luoshi.register import schema


def where_id(table: Table, record_id: str) -> ColumnElement[bool]:
    """What the row of the record with that id meets, in the table of documents or of records."""
    documents, document = schema.documents, record_id.partition("-")[0]
    # as a range, so that the index finds it; "g" comes after every hexadecimal digit
    of_document = and_(documents.c.digest >= document, documents.c.digest < f"{document}g")
    if table is documents:
        return of_document if len(record_id) == DOCUMENT_DIGITS else false()
    return and_(
        table.c.document_id.in_(select(documents.c.id).where(of_document)),
        table.c.record_id == record_id,
    )


def is_in(connection: Connection, table: Table, record_id: str) -> bool:
    """Whether a table holds a record with that id."""
    asked = select(literal(1)).select_from(table).where(where_id(table, record_id))
    return connection.execute(asked).first() is not None

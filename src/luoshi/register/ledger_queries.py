"""What the ledger asks of a register: figures beside the text that they stand in, document by document."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from luoshi.model import Figure
from luoshi.register import queries, schema
from luoshi.register.queries import DocumentEntry


def figures_by_document(connection: Connection) -> Iterator[tuple[DocumentEntry, str, list[Figure]]]:
    """Each document with its text and its figures; only one text at a time is held in memory."""
    columns = schema.documents.c
    for document in queries.documents(connection):
        text = connection.scalar(select(columns.text).where(columns.id == document.id)) or ""
        yield document, text, [found.figure for found in queries.figures(connection, document=document.id)]

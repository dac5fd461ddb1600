"""What the ledger asks of a register: figures beside the text that they stand in, document by document."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from luoshi.register import queries, schema
from luoshi.register.queries import DocumentEntry, FigureEntry


def figures_by_document(connection: Connection) -> Iterator[tuple[DocumentEntry, str, list[FigureEntry]]]:
    """Each document with its text and its figures, one document after the other."""
    columns = schema.documents.c
    for document in queries.documents(connection):
        text = connection.scalar(select(columns.text).where(columns.id == document.id)) or ""
        yield document, text, queries.figures(connection, document=document.id)

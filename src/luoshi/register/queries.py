"""Asking a register: its documents, its figures, whole cases and counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, Select, Table, and_, func, or_, select

from luoshi.counts import Counts
from luoshi.errors import RegisterError
from luoshi.model import Case, Figure, Status
from luoshi.register import schema
from luoshi.register.cases import case_of, figure_of, grouped_spans


class DocumentEntry(NamedTuple):
    """A registered document without its text. ``title``, ``issuer``, ``date`` and ``place`` are None where unknown."""

    id: int
    name: str
    slug: str
    source: str
    digest: str
    title: str | None
    issuer: str | None
    date: str | None
    place: str | None


class FigureEntry(NamedTuple):
    """A registered figure, the document it came from, and the place it speaks of ("" where unknown)."""

    document_id: int
    document: str
    number: int
    place: str
    figure: Figure


def documents(connection: Connection) -> list[DocumentEntry]:
    """Every document, in the order in which they were registered."""
    columns = [schema.documents.c[name] for name in DocumentEntry._fields]
    rows = connection.execute(select(*columns).order_by(schema.documents.c.id))
    return [DocumentEntry(*row) for row in rows]


def load(connection: Connection, document_id: int) -> Case:
    """The case just as it was put. Raises RegisterError where there is no such document."""
    asked = select(schema.documents).where(schema.documents.c.id == document_id)
    document = connection.execute(asked).mappings().one_or_none()
    if document is None:
        raise RegisterError(f"There is no document {document_id} in this register.")

    def read(table: Table) -> Iterable[RowMapping]:
        rows = select(table).where(table.c.document_id == document_id).order_by(*table.primary_key.columns)
        return connection.execute(rows).mappings()

    return case_of(document, read)


def figures(
    connection: Connection,
    *,
    document: int | None = None,
    indicator: str | None = None,
    place: str | None = None,
    period: str | None = None,
    status: Status | None = None,
) -> list[FigureEntry]:
    """The figures that meet every condition given, by document and in the order of the text.

    ``indicator`` is an indicator's name or its id. ``place`` is the place that a figure speaks of: its own,
    or else its document's.
    """
    table, owner = schema.figures.c, schema.documents.c
    spoken = func.coalesce(func.nullif(table.place, ""), owner.place, "")
    wanted = [
        document is None or table.document_id == document,
        indicator is None or or_(table.indicator == indicator, table.indicator_id == indicator),
        place is None or spoken == place,
        period is None or table.period == period,
        status is None or table.status == status.value,
    ]
    conditions = [condition for condition in wanted if condition is not True]
    found = schema.figures.join(schema.documents, table.document_id == owner.id)

    def matching(asked: Select[Any]) -> Select[Any]:
        return asked.where(*conditions).order_by(table.document_id, table.number)

    spans = schema.figure_spans
    same = and_(spans.c.document_id == table.document_id, spans.c.number == table.number)
    asked_spans = matching(select(spans).select_from(found.join(spans, same)))
    grouped = grouped_spans(connection.execute(asked_spans.order_by(spans.c.role, spans.c.position)).mappings())
    asked = matching(select(schema.figures, owner.name.label("document"), spoken.label("spoken")).select_from(found))
    return [
        FigureEntry(
            row["document_id"],
            row["document"],
            row["number"],
            row["spoken"],
            figure_of(row, grouped.get((row["document_id"], row["number"]), {})),
        )
        for row in connection.execute(asked).mappings()
    ]


def counts(connection: Connection, document: int | None = None) -> Counts:
    """How much the register holds, or one of its documents."""

    def number(table: Table) -> int:
        key = table.c.id if table is schema.documents else table.c.document_id
        asked = select(func.count()).select_from(table)
        return connection.scalar(asked if document is None else asked.where(key == document)) or 0

    def grouped(table: Table, name: str) -> dict[str, int]:
        column = table.c[name]
        asked = select(column, func.count()).group_by(column).order_by(column)
        rows = connection.execute(asked if document is None else asked.where(table.c.document_id == document))
        return {row[0]: row[1] for row in rows}

    by_status = grouped(schema.figures, "status")
    return Counts(
        documents=number(schema.documents),
        actual=by_status.get(Status.ACTUAL.value, 0),
        target=by_status.get(Status.TARGET.value, 0),
        people=number(schema.people),
        remarks=number(schema.remarks),
        commitments=number(schema.commitments),
        accomplishments=number(schema.accomplishments),
        programmes=number(schema.programmes),
        findings=grouped(schema.findings, "kind"),
    )

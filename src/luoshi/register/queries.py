"""Asking a register: its documents, its figures, whole cases and counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, func, select, true

from luoshi.counts import Counts
from luoshi.errors import RegisterError
from luoshi.model import Case, Figure, Measure, Status
from luoshi.register import schema
from luoshi.register.cases import case_of, figure_of, grouped_spans
from luoshi.register.indicator_decisions import numbers_of


class DocumentEntry(NamedTuple):
    """A registered document without its text. ``title``, ``issuer``, ``date`` and ``place`` are None where unknown.

    ``superseded_by`` is the id of its corrected version, where there is one.
    """

    id: int
    name: str
    slug: str
    source: str
    digest: str
    title: str | None
    issuer: str | None
    date: str | None
    place: str | None
    superseded_by: int | None = None


class FigureEntry(NamedTuple):
    """A registered figure, the document it came from, and the place it speaks of ("" where unknown).

    ``record_id`` stays the same from run to run.
    """

    document_id: int
    document: str
    number: int
    place: str
    figure: Figure
    record_id: str = ""


Words = str | Collection[str]
"""One value, or several of which any will do."""


def documents(connection: Connection, *, superseded: bool = False) -> list[DocumentEntry]:
    """The newest version of every document, in the order in which they were registered; or all versions."""
    columns = [schema.documents.c[name] for name in DocumentEntry._fields]
    asked = select(*columns).order_by(schema.documents.c.id)
    return [DocumentEntry(*row) for row in connection.execute(asked if superseded else asked.where(is_newest()))]


def document(connection: Connection, document_id: int) -> DocumentEntry:
    """One document, whether superseded or not. Raises RegisterError where there is no such document."""
    columns = [schema.documents.c[name] for name in DocumentEntry._fields]
    row = connection.execute(select(*columns).where(schema.documents.c.id == document_id)).one_or_none()
    if row is None:
        raise _no_document(document_id)
    return DocumentEntry(*row)


def _no_document(document_id: int) -> RegisterError:
    return RegisterError(f"There is no document {document_id} in this register.")


def is_newest() -> ColumnElement[bool]:
    """What the row of a document meets that no other supersedes."""
    return schema.documents.c.superseded_by.is_(None)


def _is_any(column: ColumnElement[Any], wanted: Words) -> ColumnElement[bool]:
    return column == wanted if isinstance(wanted, str) else column.in_(wanted)


def load(connection: Connection, document_id: int) -> Case:
    """The case as it was put, with a person's corrections. Raises RegisterError where there is no such document."""
    asked = select(schema.documents).where(schema.documents.c.id == document_id)
    document = connection.execute(asked).mappings().one_or_none()
    if document is None:
        raise _no_document(document_id)

    def read(table: Table) -> Iterable[RowMapping]:
        rows = select(table).where(table.c.document_id == document_id).order_by(*table.primary_key.columns)
        return connection.execute(rows).mappings()

    return case_of(document, read)


def figures(
    connection: Connection,
    *,
    document: int | None = None,
    indicator: str | None = None,
    place: Words | None = None,
    period: Words | None = None,
    status: Status | None = None,
    measure: Measure | None = None,
    superseded: bool = False,
) -> list[FigureEntry]:
    """The figures that meet every condition given, by document and in the order of the text.

    ``indicator`` is an indicator's name or its id; names that a person joined to it belong to it, names split off do not.
    ``place`` is the place that a figure speaks of: its own, or else its document's. Superseded versions of documents are
    left out, unless they are wanted or ``document`` is one.
    """
    table, owner = schema.figures.c, schema.documents.c
    wanted = [
        document is None or table.document_id == document,
        indicator is None or table.wording.in_(numbers_of(connection, indicator)),
        place is None or _is_any(table.speaks_of, place),
        period is None or _is_any(table.period, period),
        status is None or table.status == status.value,
        measure is None or table.measure == measure.value,
        superseded or document is not None or is_newest(),
    ]
    conditions = [condition for condition in wanted if condition is not True]
    found = schema.figures.join(schema.documents, table.document_id == owner.id)

    def matching(asked: Select[Any]) -> Select[Any]:
        return asked.where(*conditions).order_by(table.document_id, table.number)

    spans = schema.figure_spans
    same = and_(spans.c.document_id == table.document_id, spans.c.number == table.number)
    asked_spans = matching(select(spans).select_from(found.join(spans, same)))
    grouped = grouped_spans(connection.execute(asked_spans.order_by(spans.c.role, spans.c.position)).mappings())
    asked = matching(select(schema.figures, owner.name.label("document")).select_from(found))
    return [
        FigureEntry(
            row["document_id"],
            row["document"],
            row["number"],
            row["speaks_of"],
            figure_of(row, grouped.get((row["document_id"], row["number"]), {})),
            row["record_id"],
        )
        for row in connection.execute(asked).mappings()
    ]


def counts(connection: Connection, document: int | None = None, *, superseded: bool = False) -> Counts:
    """How much the register holds in the newest versions of its documents (or in all), or one of its documents."""

    def within(table: Table) -> ColumnElement[bool]:
        key = table.c.id if table is schema.documents else table.c.document_id
        if document is not None:
            return key == document
        if superseded:
            return true()
        older = select(schema.documents.c.id).where(schema.documents.c.superseded_by.is_not(None))
        return key.not_in(older)

    def number(table: Table) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(within(table))) or 0

    def grouped(table: Table, name: str) -> dict[str, int]:
        column = table.c[name]
        asked = select(column, func.count()).where(within(table)).group_by(column).order_by(column)
        return {row[0]: row[1] for row in connection.execute(asked)}

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

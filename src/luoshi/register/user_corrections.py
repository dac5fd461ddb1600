"""What a person corrects in records: kept beside them, and put into them again whenever they are read anew."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, and_, case, func, literal, select, update

from luoshi.errors import RegisterError
from luoshi.record_ids import document_id
from luoshi.register import schema, wordings
from luoshi.register.correctable import FIELDS, Value, as_text, checked, columns
from luoshi.register.locating import is_in, where_id
from luoshi.register.wordings import Wording

_KEPT = schema.user_corrections


class UserCorrection(NamedTuple):
    """A field of a record as a person corrected it; ``extracted`` is what was read in its place, both as text.

    ``at`` is the moment in ISO 8601 (UTC), ``by`` whoever did it. ``found`` says whether the record is there now.
    """

    record_id: str
    field: str
    value: str | None
    extracted: str | None
    at: str
    by: str
    found: bool


def correct(connection: Connection, record_id: str, field: str, value: Value, by: str) -> None:
    """Corrects a field of a record. Raises RegisterError where there is none such, or the value is impossible."""
    table = next((table for table in map(_table, FIELDS) if is_in(connection, table, record_id)), None)
    if table is None:
        raise RegisterError(f"There is no record {record_id} in this register that can be corrected.")
    new = checked(table.name, field, value)
    row = {
        "record_id": record_id,
        "record_table": table.name,
        "field": field,
        "value": as_text(new),
        "extracted": as_text(connection.scalar(select(table.c[field]).where(where_id(table, record_id)))),
        "corrected_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "corrected_by": by,
    }
    same = and_(_KEPT.c.record_id == record_id, _KEPT.c.field == field)
    if (before := connection.execute(select(_KEPT.c.extracted).where(same)).first()) is not None:
        row["extracted"] = before.extracted
        connection.execute(_KEPT.delete().where(same))
    connection.execute(_KEPT.insert().values(row))
    _put_in(connection, table, record_id, field, new)


def all_in(connection: Connection) -> list[UserCorrection]:
    """Every correction by record and field, also those of records that are not there any more."""
    rows = connection.execute(select(_KEPT).order_by(_KEPT.c.record_id, _KEPT.c.field)).all()
    return [
        UserCorrection(
            *(row.record_id, row.field, row.value, row.extracted, row.corrected_at, row.corrected_by),
            is_in(connection, _table(row.record_table), row.record_id),
        )
        for row in rows
    ]


def any_in(connection: Connection) -> bool:
    """Whether there are any."""
    return connection.execute(select(literal(1)).select_from(_KEPT).limit(1)).first() is not None


def apply_to(connection: Connection, digest: str) -> bool:
    """Puts a person's corrections into the records of a document that were just written; says whether there were any."""
    applied = False
    own = _KEPT.c.record_id.startswith(document_id(digest), autoescape=True)
    for row in connection.execute(select(_KEPT).where(own)).all():
        table = _table(row.record_table)
        if not is_in(connection, table, row.record_id):
            continue
        extracted = connection.scalar(select(table.c[row.field]).where(where_id(table, row.record_id)))
        same = and_(_KEPT.c.record_id == row.record_id, _KEPT.c.field == row.field)
        connection.execute(update(_KEPT).where(same).values(extracted=as_text(extracted)))
        _put_in(connection, table, row.record_id, row.field, checked(table.name, row.field, row.value))
        applied = True
    return applied


def carry_over(connection: Connection, older: str, newer: str) -> None:
    """Gives the corrections of a document's records, by its digest, to the records of a newer version that have the
    same words in the same surroundings.
    """
    before, after = document_id(older), document_id(newer)
    there = {(row.record_id, row.field) for row in connection.execute(select(_KEPT.c.record_id, _KEPT.c.field))}
    own = _KEPT.c.record_id.startswith(f"{before}-", autoescape=True)
    for row in connection.execute(select(_KEPT).where(own)).mappings().all():
        record_id = after + row["record_id"].removeprefix(before)
        if (record_id, row["field"]) not in there and is_in(connection, _table(row["record_table"]), record_id):
            connection.execute(_KEPT.insert().values({**row, "record_id": record_id}))


def _table(name: str) -> Table:
    return schema.metadata.tables[name]


def _put_in(connection: Connection, table: Table, record_id: str, field: str, value: Value) -> None:
    new: dict[str, Any] = columns(table.name, field, value)
    connection.execute(update(table).where(where_id(table, record_id)).values(new))
    if field == "place":
        _place_figures(connection, table, record_id)
    if field in Wording._fields:
        _name_figure(connection, record_id)


def _name_figure(connection: Connection, record_id: str) -> None:
    """Says anew what a figure's indicator is called, when its name or id was corrected."""
    figures = schema.figures
    within = where_id(figures, record_id)
    row = connection.execute(select(figures.c.indicator, figures.c.indicator_id).where(within)).one()
    called = (row.indicator, row.indicator_id)
    number = wordings.numbers(connection, {called})[called]
    connection.execute(update(figures).where(within).values(wording=number))


def _place_figures(connection: Connection, table: Table, record_id: str) -> None:
    """Says anew of which place figures speak, when their own or their document's was corrected."""
    figures, documents = schema.figures, schema.documents
    own = select(func.coalesce(documents.c.place, "")).where(documents.c.id == figures.c.document_id).scalar_subquery()
    within = where_id(figures, record_id)
    if table is documents:
        within = figures.c.document_id.in_(select(documents.c.id).where(where_id(documents, record_id)))
    speaks_of = case((figures.c.place != "", figures.c.place), else_=own)
    connection.execute(update(figures).where(within).values(speaks_of=speaks_of))

"""Putting a case into a register: the whole document in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from sqlalchemy import Connection, Dialect, RowMapping, Table, delete, func, insert, select, update

from luoshi.register import schema
from luoshi.rows import CaseRows, Row

Change = Literal["registered", "replaced", "unchanged", "duplicate"]

_SLUG_BYTES = 200  # leaves room for a counter and an ending in the 255 bytes of a file name
_RESERVED = {"", "index"}  # index.html is the overview


class Given(NamedTuple):
    """What decides, beside the bytes, what is read out: the caller's date and place, and the version that reads."""

    date: str | None
    place: str | None
    version: str


class Entry(NamedTuple):
    """A document in the register. ``slug`` is its name made unique; ``change`` what was done to bring it there."""

    id: int
    name: str
    slug: str
    change: Change


def _row_of(connection: Connection, digest: str) -> RowMapping | None:
    columns = schema.documents.c
    asked = select(columns.id, columns.name, columns.slug, columns.given_date, columns.given_place, columns.version)
    return connection.execute(asked.where(columns.digest == digest)).mappings().one_or_none()


def find(connection: Connection, digest: str, name: str, given: Given) -> Entry | None:
    """The entry of a file that needs no reading: its bytes are here, read with the same ``given``."""
    return _known(_row_of(connection, digest), name, given)


def _known(row: RowMapping | None, name: str, given: Given) -> Entry | None:
    if row is None or (row["given_date"], row["given_place"], row["version"]) != given:
        return None
    return Entry(row["id"], row["name"], row["slug"], "unchanged" if row["name"] == name else "duplicate")


def put(connection: Connection, rows: CaseRows, given: Given) -> Entry:
    """Stores a case inside the transaction of ``connection``.

    The same bytes read with the same ``given`` leave the register as it is. With another date, place or
    version the document's records are replaced; its id and slug stay.
    """
    digest, name = rows.document["digest"], rows.document["name"]
    row = _row_of(connection, digest)
    if known := _known(row, name, given):
        return known
    values = {**rows.document, "given_date": given.date, "given_place": given.place, "version": given.version}
    if row is None:
        slug = _free_slug(connection, name)
        added = insert(schema.documents).returning(schema.documents.c.id)
        entry = Entry(connection.execute(added, {"slug": slug, **values}).scalar_one(), name, slug, "registered")
    else:
        connection.execute(update(schema.documents).where(schema.documents.c.id == row["id"]).values(values))
        for table in schema.OWNED:
            connection.execute(delete(table).where(table.c.document_id == row["id"]))
        entry = Entry(row["id"], name, row["slug"], "replaced")
    for table_name, owned in rows.owned.items():
        add_rows(connection, schema.metadata.tables[table_name], [(entry.id, *columns) for columns in owned])
    return entry


def add_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts whole rows. Where the driver takes plain tuples they go straight to it: that is three times as fast."""
    dialect = connection.dialect
    if dialect.positional:
        connection.exec_driver_sql(_insertion(table, dialect), rows)
    else:
        names = table.columns.keys()
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])


@lru_cache
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))


def _free_slug(connection: Connection, name: str) -> str:
    base = name.encode()[:_SLUG_BYTES].decode(errors="ignore").replace("/", "-").replace("\\", "-").strip(". ")
    slug, count = base, 1
    # compared without case, for file systems that do not tell Page from page
    while slug.lower() in _RESERVED or _taken(connection, slug):
        count += 1
        slug = f"{base or 'document'}-{count}"
    return slug


def _taken(connection: Connection, slug: str) -> bool:
    asked = select(schema.documents.c.id).where(func.lower(schema.documents.c.slug) == slug.lower())
    return connection.execute(asked).first() is not None

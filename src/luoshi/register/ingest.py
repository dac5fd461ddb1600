"""Putting a case into a register: the whole document in one transaction, or nothing."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from luoshi.model import Case
from luoshi.register import schema
from luoshi.register.rows import document_row, owned_rows

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


def put(connection: Connection, case: Case, given: Given) -> Entry:
    """Stores a case inside the transaction of ``connection``.

    The same bytes read with the same ``given`` leave the register as it is. With another date, place or
    version the document's records are replaced; its id and slug stay.
    """
    document = case.document
    row = _row_of(connection, document.digest)
    if known := _known(row, document.name, given):
        return known
    values = document_row(document, case.flow)
    values.update(given_date=given.date, given_place=given.place, version=given.version)
    if row is None:
        slug = _free_slug(connection, document.name)
        added = insert(schema.documents).values(slug=slug, **values).returning(schema.documents.c.id)
        entry = Entry(connection.execute(added).scalar_one(), document.name, slug, "registered")
    else:
        connection.execute(update(schema.documents).where(schema.documents.c.id == row["id"]).values(values))
        for table in schema.OWNED:
            connection.execute(delete(table).where(table.c.document_id == row["id"]))
        entry = Entry(row["id"], document.name, row["slug"], "replaced")
    for table, rows in owned_rows(case, entry.id).items():
        connection.execute(insert(table), rows)
    return entry


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

"""Which registered document a new one is a corrected version of (docs/register.md says the rule in words)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from luoshi.errors import RegisterError
from luoshi.register import schema

_STATED = ("title", "issuer", "date")
_SHINGLE = 8  # characters: longer than a set phrase, shorter than what lies between two corrections
_ALIKE = 0.5  # of all shingles of both texts; reports of one place in two years share far less
_WHITE = re.compile(r"\s+")
_AT_ONCE = 500  # values in one question to the database

Row = Mapping[str, Any] | RowMapping


class Versions:
    """Finds what the documents of one batch supersede, among those registered before and in the batch itself."""

    def __init__(self, connection: Connection, batch: Iterable[Row]) -> None:
        self._connection = connection
        self._current: dict[int, Row] = {}
        self._by: dict[tuple[str, str], set[int]] = {}
        new = list(batch)
        for column, values in (("source", _identifying(new)), ("title", {row["title"] for row in new} - {None})):
            for row in _current(connection, column, sorted(values)):
                self._add(row)

    def superseded(self, row: Row) -> list[Row]:
        """The current documents that a new one supersedes; from now on it is current itself."""
        keys = [("source", row["source"]), ("title", row["title"] or "")]
        candidates = sorted(set().union(*(self._by.get(key, ()) for key in keys)))
        current = [self._current[id_] for id_ in candidates if id_ in self._current]
        found = [older for older in current if self._is_version(row, older)]
        for older in found:
            del self._current[older["id"]]
        self._add(row)
        return found

    def _add(self, row: Row) -> None:
        self._current[row["id"]] = row
        for column in ("source", "title"):
            self._by.setdefault((column, row[column] or ""), set()).add(row["id"])

    def _is_version(self, newer: Row, older: Row) -> bool:
        return (_same_file(newer, older) or _same_head(newer, older)) and alike(newer["text"], self._text(older))

    def _text(self, row: Row) -> str:
        if "text" in row:
            return str(row["text"])
        return self._connection.scalar(select(schema.documents.c.text).where(schema.documents.c.id == row["id"])) or ""


def _identifying(rows: Iterable[Row]) -> set[str]:
    """The sources that name the same document tomorrow: not standard input, and not the numbers of a table's rows."""
    return {row["source"] for row in rows if row["source"] not in ("", "-") and "#row=" not in row["source"]}


def _same_file(newer: Row, older: Row) -> bool:
    return newer["source"] == older["source"] and newer["name"] == older["name"] and bool(_identifying([newer]))


def _same_head(newer: Row, older: Row) -> bool:
    return all(newer[name] and newer[name] == older[name] for name in _STATED) and newer["place"] == older["place"]


def alike(text: str, other: str) -> bool:
    """Whether two texts are as like as versions of one document: half of their stretches of eight characters."""
    mine, others = _shingles(text), _shingles(other)
    return len(mine & others) >= _ALIKE * len(mine | others)


def _shingles(text: str) -> set[str]:
    text = _WHITE.sub("", text)
    return {text[n : n + _SHINGLE] for n in range(max(len(text) - _SHINGLE, 0) + 1)}


def _current(connection: Connection, column: str, values: Sequence[str]) -> Iterator[Row]:
    columns = schema.documents.c
    asked: Select[Any] = select(*(columns[name] for name in ("id", "digest", "source", "name", *_STATED, "place")))
    for n in range(0, len(values), _AT_ONCE):
        wanted = columns[column].in_(values[n : n + _AT_ONCE])
        yield from connection.execute(asked.where(wanted, columns.superseded_by.is_(None))).mappings()


def supersede(connection: Connection, older: int, newer: int | None) -> None:
    """Says by hand which document supersedes another, or that none does. Raises RegisterError."""
    columns = schema.documents.c
    links = {row.id: row.superseded_by for row in connection.execute(select(columns.id, columns.superseded_by))}
    for document in (older, *([] if newer is None else [newer])):
        if document not in links:
            raise RegisterError(f"There is no document {document} in this register.")
    later = newer
    while later is not None:
        if later == older:
            raise RegisterError(f"Document {older} cannot be superseded by {newer}, which it supersedes itself.")
        later = links[later]
    connection.execute(schema.documents.update().where(columns.id == older).values(superseded_by=newer))

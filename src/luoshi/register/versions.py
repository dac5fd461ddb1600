"""Which registered document a new one is a corrected version of (docs/register.md says the rule in words)."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, or_, select

from luoshi.errors import RegisterError
from luoshi.register import schema

_HEAD = ("title", "date", "issuer")
_SHINGLE = 8  # characters: longer than a set phrase, shorter than what lies between two corrections
_ALIKE = 0.5  # of all shingles of both texts; reports of one place in two years share far less
_WHITE = re.compile(r"\s+")
_AT_ONCE = 100  # conditions in one question to the database

Row = Mapping[str, Any] | RowMapping


class Versions:
    """Finds what the documents of one batch supersede, among those registered before and in the batch itself."""

    def __init__(self, connection: Connection, batch: Iterable[Row]) -> None:
        self._connection = connection
        self._current: dict[int, Row] = {}
        self._by: dict[Hashable, set[int]] = {}
        columns, new = schema.documents.c, list(batch)
        sources = sorted({source for row in new if (source := _source(row))})
        heads = sorted({head for row in new if (head := _head(row))})
        same = [columns.source == source for source in sources]
        # as many small questions: the index of heads answers no question about tuples
        same += [and_(*(columns[name] == value for name, value in zip(_HEAD, head, strict=True))) for head in heads]
        for row in _current(connection, same):
            self._add(row)

    def superseded(self, row: Row) -> list[Row]:
        """The current documents that a new one supersedes; from now on it is current itself."""
        candidates = sorted(set().union(*(self._by.get(key, ()) for key in _keys(row))))
        current = [self._current[id_] for id_ in candidates if id_ in self._current]
        found = [older for older in current if self._is_version(row, older)]
        for older in found:
            del self._current[older["id"]]
        self._add(row)
        return found

    def _add(self, row: Row) -> None:
        self._current[row["id"]] = row
        for key in _keys(row):
            self._by.setdefault(key, set()).add(row["id"])

    def _is_version(self, newer: Row, older: Row) -> bool:
        same_file = _source(newer) is not None and all(newer[name] == older[name] for name in ("source", "name"))
        same_head = _head(newer) is not None and all(newer[name] == older[name] for name in (*_HEAD, "place"))
        return (same_file or same_head) and alike(newer["text"], self._text(older))

    def _text(self, row: Row) -> str:
        if "text" in row:
            return str(row["text"])
        return self._connection.scalar(select(schema.documents.c.text).where(schema.documents.c.id == row["id"])) or ""


def _source(row: Row) -> str | None:
    """The source, where it names the same document tomorrow: not standard input, and not the number of a table's row."""
    source: str = row["source"]
    return source if source not in ("", "-") and "#row=" not in source else None


def _head(row: Row) -> tuple[str, ...] | None:
    """Title, date and issuer, where all are known."""
    head = tuple(row[name] for name in _HEAD)
    return head if all(head) else None


def _keys(row: Row) -> list[Hashable]:
    return [key for key in (_source(row), _head(row)) if key]


def alike(text: str, other: str) -> bool:
    """Whether two texts are as like as versions of one document: half of their stretches of eight characters."""
    mine, others = _shingles(text), _shingles(other)
    return len(mine & others) >= _ALIKE * len(mine | others)


def _shingles(text: str) -> set[str]:
    text = _WHITE.sub("", text)
    return {text[n : n + _SHINGLE] for n in range(max(len(text) - _SHINGLE, 0) + 1)}


def _current(connection: Connection, conditions: Sequence[ColumnElement[bool]]) -> Iterator[Row]:
    columns = schema.documents.c
    asked = select(*(columns[name] for name in ("id", "digest", "source", "name", *_HEAD, "place")))
    for n in range(0, len(conditions), _AT_ONCE):
        wanted = or_(*conditions[n : n + _AT_ONCE])
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

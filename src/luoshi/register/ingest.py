"""Putting cases into a register: all in the transaction of the caller, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Dialect, Table, bindparam, delete, func, insert, select, update

from luoshi.register import follow_up, schema, user_corrections, wordings
from luoshi.register.slugs import Slugs
from luoshi.register.versions import Row as Older
from luoshi.register.versions import Versions
from luoshi.register.wordings import Numbers
from luoshi.rows import CaseRows, Row

Change = Literal["registered", "replaced", "unchanged", "duplicate"]

_AT_ONCE = 500  # values in one question to the database
_VARIABLES = 999  # that every SQLite takes in one statement

_called = itemgetter(2, 3)  # the indicator and its id in a row of figures without its document

Owned = list[tuple[int, list[Row]]]
"""Rows of one table by document."""


class Given(NamedTuple):
    """What decides, beside the bytes, what is read out: the caller's date and place, and the version that reads."""

    date: str | None
    place: str | None
    version: str


class Entry(NamedTuple):
    """A document in the register. ``slug`` is its name made unique; ``change`` what was done to bring it there.

    ``supersedes`` are the documents that it is a corrected version of; ``corrected`` says that a person's corrections
    stand in its records, or that something said of an older version is said of it too.
    """

    id: int
    name: str
    slug: str
    change: Change
    supersedes: tuple[int, ...] = ()
    corrected: bool = False


class _Known(NamedTuple):
    id: int
    name: str
    slug: str
    given: Given

    def entry(self, name: str, given: Given) -> Entry | None:
        """The entry of a document of these bytes that needs no reading."""
        if self.given != given:
            return None
        return Entry(self.id, self.name, self.slug, "unchanged" if self.name == name else "duplicate")


def find(connection: Connection, digest: str, name: str, given: Given) -> Entry | None:
    """The entry of a file that needs no reading: its bytes are here, read with the same ``given``."""
    known = _known(connection, [digest]).get(digest)
    return known.entry(name, given) if known else None


def put_all(
    connection: Connection, cases: Sequence[CaseRows], given: Given, called: Numbers
) -> tuple[list[Entry], Numbers]:
    """Stores cases inside the transaction of ``connection``, the only one that writes.

    The same bytes read with the same ``given`` leave the register as it is. With another date, place or version the
    document's records are replaced; its id and slug stay, and a person's corrections stand again. ``called`` are numbers of
    indicators' names that are known to be in the register; given back are those of the cases, which holds once it is committed.
    """
    batch = _Batch(connection, cases, given, called)
    entries = [batch.take(rows) for rows in cases]
    batch.write()
    return [batch.corrected(entry) for entry in entries], batch.called


class _Batch:
    """What is to be written for several cases: a statement for each table costs less than one for each case."""

    def __init__(self, connection: Connection, cases: Sequence[CaseRows], given: Given, called: Numbers) -> None:
        self.called = called
        self._connection = connection
        self._given = given
        self._known = _known(connection, [rows.document["digest"] for rows in cases])
        new = [rows.document for rows in cases if rows.document["digest"] not in self._known]
        self._versions = Versions(connection, new)
        self._slugs = Slugs(connection, [row["name"] for row in new])
        self._next = (connection.scalar(select(func.max(schema.documents.c.id))) or 0) + 1
        self._inserted: list[dict[str, Any]] = []
        self._replaced: list[dict[str, Any]] = []
        self._superseded: list[tuple[Older, dict[str, Any]]] = []
        self._owned: dict[str, Owned] = {}
        self._corrected: set[int] = set()

    def take(self, rows: CaseRows) -> Entry:
        """Adds a case to what will be written."""
        digest, name = rows.document["digest"], rows.document["name"]
        known = self._known.get(digest)
        if known and (entry := known.entry(name, self._given)):
            return entry
        entry = self._replace(known, rows) if known else self._register(rows)
        self._known[digest] = _Known(entry.id, name, entry.slug, self._given)
        for table, owned in rows.owned.items():
            self._owned.setdefault(table, []).append((entry.id, owned))
        return entry

    def _values(self, id_: int, rows: CaseRows) -> dict[str, Any]:
        given = self._given
        return {
            **rows.document,
            "id": id_,
            "given_date": given.date,
            "given_place": given.place,
            "version": given.version,
        }

    def _register(self, rows: CaseRows) -> Entry:
        name, values = rows.document["name"], self._values(self._next, rows)
        self._next += 1
        values |= {"slug": self._slugs.free(name), "superseded_by": None}
        older = self._versions.superseded(values)
        self._superseded += [(row, values) for row in older]
        self._inserted.append(values)
        return Entry(values["id"], name, values["slug"], "registered", tuple(row["id"] for row in older))

    def _replace(self, known: _Known, rows: CaseRows) -> Entry:
        self._replaced.append(self._values(known.id, rows))
        return Entry(known.id, rows.document["name"], known.slug, "replaced")

    def write(self) -> None:
        """Writes it all, documents before what they own, records before their spans."""
        documents = schema.documents
        for values in self._replaced:
            self._connection.execute(update(documents).where(documents.c.id == values["id"]).values(values))
            for table in schema.OWNED:
                self._connection.execute(delete(table).where(table.c.document_id == values["id"]))
        names = documents.columns.keys()
        add_rows(self._connection, documents, [tuple(values[name] for name in names) for values in self._inserted])
        for table in schema.metadata.sorted_tables:
            if owned := self._owned.get(table.name):
                add_rows(self._connection, table, self._with_document(table, owned))
        if self._superseded:
            link = update(documents).where(documents.c.id == bindparam("older"))
            links = [{"older": older["id"], "newer": newer["id"]} for older, newer in self._superseded]
            self._connection.execute(link.values(superseded_by=bindparam("newer")), links)
        self._keep_corrections()
        if self._superseded and follow_up.any_in(self._connection):
            for older, newer in self._superseded:
                if follow_up.carry_over(self._connection, older["digest"], newer["digest"]):
                    self._corrected.add(newer["id"])

    def _with_document(self, table: Table, owned: Owned) -> Iterator[Row]:
        """The rows of a table with what a case alone does not know: its document's id, and for figures the number of
        what the indicator is called.
        """
        if table is not schema.figures:
            # joined by methods of tuples: a generator's frame for each row takes as long as SQLite does for some of them
            return chain.from_iterable(map((id_,).__add__, rows) for id_, rows in owned)
        number = self.called = wordings.numbers(
            self._connection, {_called(row) for _, rows in owned for row in rows}, self.called
        )
        return ((id_, *row, number[_called(row)]) for id_, rows in owned for row in rows)

    def _keep_corrections(self) -> None:
        if not user_corrections.any_in(self._connection):
            return
        for older, newer in self._superseded:
            user_corrections.carry_over(self._connection, older["digest"], newer["digest"])
        for values in self._inserted + self._replaced:
            if user_corrections.apply_to(self._connection, values["digest"]):
                self._corrected.add(values["id"])

    def corrected(self, entry: Entry) -> Entry:
        """The entry, with whether its records are other than those that were put."""
        return entry._replace(corrected=entry.id in self._corrected)


def _known(connection: Connection, digests: Sequence[str]) -> dict[str, _Known]:
    columns = schema.documents.c
    asked = select(
        columns.digest,
        *(columns.id, columns.name, columns.slug),
        *(columns.given_date, columns.given_place, columns.version),
    )
    known: dict[str, _Known] = {}
    for n in range(0, len(digests), _AT_ONCE):
        for row in connection.execute(asked.where(columns.digest.in_(digests[n : n + _AT_ONCE]))):
            known[row[0]] = _Known(row[1], row[2], row[3], Given(*row[4:]))
    return known


def add_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Inserts whole rows. Where the driver takes plain tuples they go straight to it, and many in a statement: that is three
    times as fast.
    """
    rows, dialect = list(rows), connection.dialect
    if not dialect.positional:
        names = table.columns.keys()
        if rows:
            connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    many = _VARIABLES // len(table.columns)
    whole = len(rows) - len(rows) % many
    together = (tuple(chain.from_iterable(rows[n : n + many])) for n in range(0, whole, many))
    raw: Any = connection.connection  # its type wants all rows at once
    with closing(raw.cursor()) as cursor:
        cursor.executemany(_insertion(table, dialect, many), together)
        cursor.executemany(_insertion(table, dialect, 1), rows[whole:])


@lru_cache
def _insertion(table: Table, dialect: Dialect, rows: int) -> str:
    one = str(insert(table).compile(dialect=dialect))
    marks = one[one.rindex("(") :]
    return one + f", {marks}" * (rows - 1)

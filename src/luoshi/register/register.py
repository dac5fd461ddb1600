"""The stored ledger: an SQLite file (or any other database) of documents and what was read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from luoshi.counts import Counts
from luoshi.model import Case, Status
from luoshi.register import ingest, queries
from luoshi.register.engine import open_engine, reading, register_url, reporting, shown
from luoshi.register.ingest import Entry, Given
from luoshi.register.queries import DocumentEntry, FigureEntry
from luoshi.rows import CaseRows, rows_of


class Register:
    """A register at a file or a database URL, made where there is none. A context manager.

    A document is in it whole or not at all, also when the program is killed; several programs may use it at
    once. Every method raises RegisterError, in one sentence that names the register, when it cannot be used.
    """

    def __init__(self, where: str | Path) -> None:
        url = register_url(where)
        self.name = shown(url)
        self._engine = open_engine(url)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find(self, digest: str, name: str, given: Given) -> Entry | None:
        """The entry of a file that needs no reading: its bytes (by SHA-256) are here, read with the same ``given``."""
        with self._reading() as connection:
            return ingest.find(connection, digest, name, given)

    def put(self, case: Case | CaseRows, given: Given) -> Entry:
        """Stores a case, or what ``rows_of`` made of one, in one transaction, and says what that changed."""
        (entry,) = self.put_all([case], given)
        return entry

    def put_all(self, cases: Iterable[Case | CaseRows], given: Given) -> list[Entry]:
        """Stores several cases in one transaction, which costs less than one for each: all of them or none."""
        prepared = [case if isinstance(case, CaseRows) else rows_of(case) for case in cases]
        with reporting(self.name), self._engine.begin() as connection:
            return [ingest.put(connection, rows, given) for rows in prepared]

    def case(self, document_id: int) -> Case:
        """A document with everything known of it, just as it was put."""
        with self._reading() as connection:
            return queries.load(connection, document_id)

    def documents(self) -> list[DocumentEntry]:
        """Every document, in the order in which they were registered."""
        with self._reading() as connection:
            return queries.documents(connection)

    def figures(
        self,
        *,
        document: int | None = None,
        indicator: str | None = None,
        place: str | None = None,
        period: str | None = None,
        status: Status | None = None,
    ) -> list[FigureEntry]:
        """The figures that meet every condition given (see ``luoshi.register.queries.figures``)."""
        with self._reading() as connection:
            return queries.figures(
                connection, document=document, indicator=indicator, place=place, period=period, status=status
            )

    def counts(self, document: int | None = None) -> Counts:
        """How much the register holds, or one of its documents."""
        with self._reading() as connection:
            return queries.counts(connection, document)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reporting(self.name), reading(self._engine) as connection:
            yield connection

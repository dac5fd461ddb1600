"""The stored ledger: an SQLite file (or any other database) of documents and what was read out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from luoshi.counts import Counts
from luoshi.model import Case, Measure, Status
from luoshi.register import (
    follow_up,
    identity_queries,
    indicator_decisions,
    indicator_queries,
    ingest,
    ledger_queries,
    programme_queries,
    queries,
    user_corrections,
    versions,
)
from luoshi.register.correctable import Value
from luoshi.register.engine import existing, open_engine, reading, register_url, shown, writing
from luoshi.register.indicator_decisions import Choice, IndicatorDecision, Kind
from luoshi.register.indicator_queries import Name
from luoshi.register.ingest import Entry, Given
from luoshi.register.ledger_queries import Undertaken
from luoshi.register.programme_queries import Holder, Sightings
from luoshi.register.queries import DocumentEntry, FigureEntry, Words
from luoshi.register.reporting import reporting
from luoshi.register.user_corrections import UserCorrection
from luoshi.rows import CaseRows, rows_of
from luoshi.said import Decision, FollowUp, Said, TaskStatus

if TYPE_CHECKING:
    from luoshi.identities.actors import Actor
    from luoshi.identities.people import Identity

_REMEMBERED = 50_000
"""Names of indicators whose numbers an open register keeps in mind."""


class Register:
    """A register at a file or a database URL, made where there is none. A context manager.

    A document is in it whole or not at all, also when the program is killed; several programs may use it at
    once. Every method raises RegisterError, in one sentence that names the register, when it cannot be used.
    """

    def __init__(self, where: str | Path) -> None:
        url = register_url(where)
        self.name = shown(url)
        self._engine = open_engine(url)
        self._called: dict[tuple[str, str], int] = {}  # of what was put before, for what is put next

    @classmethod
    def existing(cls, where: str | Path) -> Self:
        """A register that is there. Raises RegisterError where there is none."""
        existing(where)
        return cls(where)

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
        with self._writing() as connection:
            entries, called = ingest.put_all(connection, prepared, given, self._called)
        if len(self._called) > _REMEMBERED:
            self._called.clear()
        self._called.update(called)
        return entries

    def case(self, document_id: int) -> Case:
        """A document with everything known of it: as it was put, with what a person corrected."""
        with self._reading() as connection:
            return queries.load(connection, document_id)

    def documents(self, *, superseded: bool = False) -> list[DocumentEntry]:
        """The newest version of every document, in the order in which they were registered; or all versions."""
        with self._reading() as connection:
            return queries.documents(connection, superseded=superseded)

    def document(self, document_id: int) -> DocumentEntry:
        """One document, whether superseded or not."""
        with self._reading() as connection:
            return queries.document(connection, document_id)

    def figures(
        self,
        *,
        document: int | None = None,
        indicator: str | None = None,
        place: Words | None = None,
        period: Words | None = None,
        status: Status | None = None,
        measure: Measure | None = None,
        superseded: bool = False,
    ) -> list[FigureEntry]:
        """The figures that meet every condition given (see ``luoshi.register.queries.figures``)."""
        with self._reading() as connection:
            return queries.figures(
                connection,
                document=document,
                indicator=indicator,
                place=place,
                period=period,
                status=status,
                measure=measure,
                superseded=superseded,
            )

    def counts(self, document: int | None = None, *, superseded: bool = False) -> Counts:
        """How much the register holds in the newest versions of its documents (or in all), or one of its documents."""
        with self._reading() as connection:
            return queries.counts(connection, document, superseded=superseded)

    def correct(self, record_id: str, field: str, value: Value, *, by: str) -> None:
        """Corrects a field of a record, by whom; every query shows it, also after the document was read anew.

        The fields are those of ``luoshi.register.correctable``; ``record_id`` may be a document's id too, for its title,
        issuer, date and place. None empties a field that can be empty.
        """
        with self._writing() as connection:
            user_corrections.correct(connection, record_id, field, value, by)

    def user_corrections(self) -> list[UserCorrection]:
        """Everything that persons corrected, also where the record is not found any more."""
        with self._reading() as connection:
            return user_corrections.all_in(connection)

    def say(self, record_id: str, status: TaskStatus | None, remark: str = "", *, by: str) -> bool:
        """Notes how a commitment stands, and a remark; says whether that changed anything."""
        with self._writing() as connection:
            return follow_up.say(connection, record_id, status, remark, by)

    def decide(self, record_id: str, result_id: str, decision: Decision | None, *, by: str) -> bool:
        """Notes whether an accomplishment is the result of a commitment (None takes that back); says whether that changed
        anything."""
        with self._writing() as connection:
            return follow_up.decide(connection, record_id, result_id, decision, by)

    def undertaken(self) -> list[Undertaken]:
        """The newest version of every document with its text, its commitments and its accomplishments."""
        with self._reading() as connection:
            return list(ledger_queries.undertaken_by_document(connection))

    def follow_up(self) -> FollowUp:
        """All that people said of commitments and of results that were proposed for them."""
        with self._reading() as connection:
            return follow_up.all_in(connection)

    def said(self) -> dict[str, dict[str, Said]]:
        """The same by document and commitment (their ids), with the words of results that were confirmed."""
        with self._reading() as connection:
            return follow_up.by_document(connection)

    def holders(self) -> list[Holder]:
        """The newest version of every document, with what shows whether anything of it changed."""
        with self._reading() as connection:
            return programme_queries.holders(connection)

    def programme_names(self) -> list[tuple[int, int, str]]:
        """Document, number and name of every programme."""
        with self._reading() as connection:
            return list(programme_queries.names(connection))

    def short_forms(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """Forms that documents say to stand for a programme (以下简称…), by document and number."""
        with self._reading() as connection:
            return programme_queries.short_forms(connection)

    def sightings(self, document: int) -> Sightings:
        """What a document says of its programmes."""
        with self._reading() as connection:
            return programme_queries.sightings(connection, document)

    def mention_counts(self) -> dict[tuple[int, int], int]:
        """How often each programme is mentioned, by document and number."""
        with self._reading() as connection:
            return programme_queries.mention_counts(connection)

    def indicator_names(self) -> list[Name]:
        """What figures call their indicators, or once called them."""
        with self._reading() as connection:
            return indicator_queries.names(connection)

    def indicator_counts(self, numbers: Sequence[int]) -> dict[int, int]:
        """How many figures have each of these names, by their numbers; those that none has are left out."""
        with self._reading() as connection:
            return indicator_queries.counts(connection, numbers)

    def indicator_places(self, numbers: Sequence[int]) -> list[str]:
        """The places that figures of these names speak of."""
        with self._reading() as connection:
            return indicator_queries.places(connection, numbers)

    def indicator_units(self, numbers: Sequence[int]) -> list[str]:
        """Units that figures of these names have, the most frequent first."""
        with self._reading() as connection:
            return indicator_queries.units(connection, numbers)

    def decide_indicators(
        self, kind: Kind, choices: Mapping[str, str], *, by: str, forced: bool = False
    ) -> IndicatorDecision:
        """Keeps a person's decision on names of indicators (``luoshi.progress.joining`` says which make sense)."""
        with self._writing() as connection:
            return indicator_decisions.decide(connection, kind, choices, by, forced=forced)

    def undo_indicators(self, number: int | None, *, by: str) -> IndicatorDecision:
        """Undoes a decision on indicators, or (None) the last that holds."""
        with self._writing() as connection:
            return indicator_decisions.undo(connection, number, by)

    def indicator_decisions(self) -> list[IndicatorDecision]:
        """Every decision on indicators, also those undone."""
        with self._reading() as connection:
            return indicator_decisions.decisions(connection)

    def indicator_choices(self) -> list[Choice]:
        """What the decisions that hold say of each name."""
        with self._reading() as connection:
            return list(indicator_decisions.holding(connection).of.values())

    def bodies(self) -> list[Actor]:
        """The bodies that commitments name, each once however it is called, those with the most commitments first."""
        from luoshi.identities.actors import actors

        with self._reading() as connection:
            return actors(identity_queries.named(connection))

    def people(self, name: str = "") -> list[Identity]:
        """The people that documents name (or those of one name), each with the posts of all documents in which it is."""
        from luoshi.identities.people import people

        with self._reading() as connection:
            return people(identity_queries.held(connection, name))

    def supersede(self, older: int, newer: int | None) -> None:
        """Says which document is the corrected version of another, or (None) that none is; it stays so."""
        with self._writing() as connection:
            versions.supersede(connection, older, newer)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reporting(self.name), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with reporting(self.name), writing(self._engine) as connection:
            yield connection

"""Where what the ledger looks at comes from: a register, documents, or both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from luoshi.inputs import Input
from luoshi.model import Case
from luoshi.pipeline import process
from luoshi.progress.choices import Choices
from luoshi.progress.duties import Undertakings, make_undertakings
from luoshi.progress.entries import Reading, make_reading, make_source
from luoshi.register.engine import existing, open_engine, reading, shown
from luoshi.register.follow_up import all_in
from luoshi.register.indicator_decisions import holding
from luoshi.register.ledger_queries import Undertaken, figures_by_document, undertaken_by_document
from luoshi.register.queries import DocumentEntry
from luoshi.register.reporting import reporting
from luoshi.said import FollowUp

Made = TypeVar("Made")


class Followed(NamedTuple):
    """What documents undertake and report, and what people said of it."""

    documents: list[Undertakings]
    follow_up: FollowUp


def from_register(where: str) -> tuple[list[Reading], Choices]:
    """The figures of a register that is there, and what persons decided of indicators in it. Raises RegisterError."""
    with _opened(where) as connection:
        choices = Choices(holding(connection).of.values())
        return [
            make_reading(
                document.name,
                document.date or "",
                document.place or "",
                _head(document),
                text,
                ((entry.figure, entry.record_id) for entry in figures),
                choices,
            )
            for document, text, figures in figures_by_document(connection)
        ], choices


def followed_in_register(where: str) -> Followed:
    """The commitments and accomplishments of a register that is there. Raises RegisterError."""
    with _opened(where) as connection:
        return Followed(list(registered(undertaken_by_document(connection))), all_in(connection))


def registered(found: Iterable[Undertaken]) -> Iterator[Undertakings]:
    """The commitments and accomplishments of documents as a register has them."""
    for document, text, commitments, accomplishments in found:
        source = make_source(document.name, document.date or "", document.place or "", _head(document), text)
        yield make_undertakings(source, text, commitments, accomplishments)


def from_documents(
    inputs: Iterable[Input], made: Callable[[Case], Made], failed: Callable[[Input, Exception | None], None]
) -> Iterator[Made]:
    """What ``made`` makes of each document; ``failed`` is told of each that cannot be read, and the rest goes on."""
    for item in inputs:
        if item.problem:
            failed(item, None)
            continue
        try:
            yield made(process(item))
        except Exception as error:  # one bad document does not stop the rest
            failed(item, error)


def _head(document: DocumentEntry) -> str:
    return f"{document.title or ''} {document.issuer or ''}"


@contextmanager
def _opened(where: str) -> Iterator[Connection]:
    url = existing(where)
    name = shown(url)
    engine = open_engine(url)
    try:
        with reporting(name), reading(engine) as connection:
            yield connection
    finally:
        engine.dispose()

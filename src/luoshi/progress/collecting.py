"""Where the figures of the ledger come from: a register, documents, or both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from luoshi.inputs import Input
from luoshi.pipeline import process
from luoshi.progress.choices import NO_CHOICES, Choices
from luoshi.progress.entries import Reading, make_reading, reading_of
from luoshi.register.engine import existing, open_engine, reading, shown
from luoshi.register.indicator_decisions import holding
from luoshi.register.ledger_queries import figures_by_document
from luoshi.register.reporting import reporting


def from_register(where: str) -> tuple[list[Reading], Choices]:
    """The figures of a register that is there, and what persons decided of indicators in it. Raises RegisterError."""
    url = existing(where)
    name = shown(url)
    engine = open_engine(url)
    try:
        with reporting(name), reading(engine) as connection:
            choices = Choices(holding(connection).of.values())
            return [
                make_reading(
                    document.name,
                    document.date or "",
                    document.place or "",
                    f"{document.title or ''} {document.issuer or ''}",
                    text,
                    ((entry.figure, entry.record_id) for entry in figures),
                    choices,
                )
                for document, text, figures in figures_by_document(connection)
            ], choices
    finally:
        engine.dispose()


def from_documents(
    inputs: Iterable[Input], failed: Callable[[Input, Exception | None], None], choices: Choices = NO_CHOICES
) -> Iterator[Reading]:
    """The figures of documents; ``failed`` is told of each that cannot be read, and the rest goes on."""
    for item in inputs:
        if item.problem:
            failed(item, None)
            continue
        try:
            yield reading_of(process(item), choices)
        except Exception as error:  # one bad document does not stop the rest
            failed(item, error)

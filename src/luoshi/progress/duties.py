"""Commitments and accomplishments of documents as the ledger looks at them: whose, for when, and the words at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from luoshi.model import Accomplishment, Case, Commitment, Span
from luoshi.progress.entries import Source, make_source
from luoshi.progress.intervals import Interval, interval
from luoshi.record_ids import record_ids

Told = TypeVar("Told", Commitment, Accomplishment)


@dataclass(frozen=True, slots=True)
class Duty(Generic[Told]):
    """A commitment or an accomplishment of a document.

    ``words`` are its own from where its title begins, behind frames and time, ``sentence`` is the whole. ``interval`` is its
    deadline or the time in which it was done, None where unknown. ``record_id`` stays the same from run to run.
    """

    record: Told
    record_id: str
    source: Source
    words: str
    sentence: str
    interval: Interval | None

    @property
    def matter(self) -> str:
        """The words without the verb that opens them."""
        return self.words.removeprefix(self.record.action)


class Undertakings(NamedTuple):
    """What a document undertakes and what it reports as done, in the order of the text."""

    source: Source
    commitments: tuple[Duty[Commitment], ...]
    accomplishments: tuple[Duty[Accomplishment], ...]


def undertakings_of(case: Case) -> Undertakings:
    """The commitments and accomplishments of a case."""
    ids, document = record_ids(case), case.document
    title, issuer, date, place = (
        stated.value if stated else "" for stated in (document.title, document.issuer, document.date, document.place)
    )
    source = make_source(document.name, date, place, f"{title} {issuer}", document.text)
    return make_undertakings(
        source,
        document.text,
        zip(ids.commitments, case.records.commitments, strict=True),
        zip(ids.accomplishments, case.records.accomplishments, strict=True),
    )


def make_undertakings(
    source: Source,
    text: str,
    commitments: Iterable[tuple[str, Commitment]],
    accomplishments: Iterable[tuple[str, Accomplishment]],
) -> Undertakings:
    """The records of the document that says ``text``, each with its id."""
    return Undertakings(
        source,
        tuple(_duty(*pair, pair[1].deadline, source, text) for pair in commitments),
        tuple(_duty(*pair, pair[1].period, source, text) for pair in accomplishments),
    )


def _duty(record_id: str, record: Told, time: str, source: Source, text: str) -> Duty[Told]:
    words = _line((record.span,), text)
    own = words[max(words.find(record.title), 0) :]
    return Duty(record, record_id, source, own, _line(record.evidence, text), interval(time))


def _line(spans: Iterable[Span], text: str) -> str:
    """Words that may run over lines of print, as one line."""
    return "".join(line.strip() for span in spans for line in span.of(text).splitlines())

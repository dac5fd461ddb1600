"""What one document says of one programme, as its page shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from luoshi.model import Accomplishment, Commitment, Figure, Programme, Span, Status
from luoshi.publishing.tracked import number_words
from luoshi.register.programme_queries import Sightings
from luoshi.said import Said, TaskNote

_STOPS = "。！？；\n"
_BEFORE, _AFTER = 60, 90  # characters of a sentence shown on either side of a name

Sentence = tuple[str, str, str]
"""The words before a name, the name, the words after it."""


class Number(NamedTuple):
    """A figure of a programme."""

    indicator: str
    number: str
    period: str
    is_target: bool


class Record(NamedTuple):
    """A commitment or a result that names a programme: its words, deadline or time, and what people said of it."""

    words: str
    period: str
    checkable: bool
    note: TaskNote | None


class Account(NamedTuple):
    """``names`` are the document's own names where they are not that of the page. ``href`` is "" where no page is there."""

    title: str
    place: str
    date: str
    href: str
    names: tuple[str, ...]
    mentions: int
    figures: tuple[Number, ...]
    commitments: tuple[Record, ...]
    accomplishments: tuple[Record, ...]
    sentences: tuple[Sentence, ...]


def sentences(text: str, mentions: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences that name a programme, each once."""
    found: list[Sentence] = []
    reach = -1
    for span in sorted(mentions):
        if span.start < reach:
            continue
        start = max(text.rfind(stop, 0, span.start) for stop in _STOPS) + 1
        ends = [at for stop in _STOPS if (at := text.find(stop, span.end)) >= 0]
        reach = min(ends, default=len(text) - 1) + 1
        before, after = _line(text[start : span.start]), _line(text[span.end : reach])
        if len(before) > _BEFORE:
            before = "…" + before[-_BEFORE:]
        if len(after) > _AFTER:
            after = after[:_AFTER] + "…"
        found.append((before, _line(span.of(text)), after))
    return tuple(found)


def numbers(programmes: Iterable[Programme], figures: Mapping[Span, Figure]) -> tuple[Number, ...]:
    """The figures of programmes in the order of the text, each once."""
    spans = sorted({span for programme in programmes for span in programme.figures if span in figures})
    return tuple(dict.fromkeys(_number(figures[span]) for span in spans))


def _number(figure: Figure) -> Number:
    value = number_words(figure.value, figure.high, figure.unit, figure.bound) if figure.value is not None else ""
    return Number(figure.indicator, value or figure.relation, figure.period, figure.status is Status.TARGET)


def commitments(found: Sightings, names: Collection[str], said: Mapping[str, Said]) -> tuple[Record, ...]:
    """The commitments that name one of the programmes."""
    return tuple(
        Record(_words(one, found.text), one.deadline, one.checkable, own.note if (own := said.get(id_)) else None)
        for id_, one in found.commitments
        if not set(names).isdisjoint(one.programmes)
    )


def accomplishments(found: Sightings, names: Collection[str]) -> tuple[Record, ...]:
    """The results that name one of the programmes."""
    return tuple(
        Record(_words(one, found.text), one.period, True, None)
        for _, one in found.accomplishments
        if not set(names).isdisjoint(one.programmes)
    )


def _words(record: Commitment | Accomplishment, text: str) -> str:
    return _line(record.span.of(text))


def _line(words: str) -> str:
    """Words that may run over lines of print, as one line."""
    return "".join(line.strip() for line in words.splitlines())

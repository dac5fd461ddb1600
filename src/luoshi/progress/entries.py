"""The figures of documents as the ledger looks at them: what, where and when are resolved, and the words are at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from luoshi.extraction.naming import indicator_id
from luoshi.model import Case, Figure
from luoshi.progress.choices import NO_CHOICES, Choices
from luoshi.progress.definitions import Identity, identify
from luoshi.progress.extents import Extent, extent
from luoshi.progress.intervals import Interval, interval, month_of
from luoshi.progress.localities import Locality, locality
from luoshi.record_ids import figure_ids

_AND = re.compile("[、和与及]")
_OPENING = 200  # characters of a document in which it says for whom it speaks
_BEFORE = 12  # characters before a number that may name its prices


@dataclass(frozen=True, slots=True)
class Source:
    """The document of an entry: ``month`` is when it was published, as intervals count months, None where unknown."""

    name: str
    date: str
    home: Locality
    month: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a document. ``words`` is its sentence, ``interval`` None where its time is unknown, ``id`` that of its record,
    ``extent`` how much of its time the figure takes in.

    ``named`` is the indicator that its name says, ``identity`` the one that it is by what persons decided.
    """

    figure: Figure
    source: Source
    place: Locality
    named: Identity
    identity: Identity
    interval: Interval | None
    words: str
    id: str = ""
    extent: Extent = Extent.UNSTATED


class Reading(NamedTuple):
    """A document with its figures in the order of the text; a document without any is a document too."""

    source: Source
    entries: tuple[Entry, ...]
    text: str


def reading_of(case: Case, choices: Choices = NO_CHOICES) -> Reading:
    """The figures of a case; ``choices`` are what persons decided of indicators."""
    document = case.document
    title, issuer, date, place = (
        stated.value if stated else "" for stated in (document.title, document.issuer, document.date, document.place)
    )
    figures = zip(case.records.figures, figure_ids(case), strict=True)
    return make_reading(document.name, date, place, f"{title} {issuer}", document.text, figures, choices)


def make_reading(
    name: str,
    date: str,
    place: str,
    head: str,
    text: str,
    figures: Iterable[tuple[Figure, str]],
    choices: Choices = NO_CHOICES,
) -> Reading:
    """The figures, each with its id, of the document that says ``text``; ``head`` is its title and issuer.

    "" stands for what is unknown.
    """
    source = make_source(name, date, place, head, text)
    ordered = sorted(figures, key=lambda pair: pair[0].span)
    entries = tuple(_entry(part, source, text, id_, choices) for figure, id_ in ordered for part in apart(figure))
    return Reading(source, entries, text)


def make_source(name: str, date: str, place: str, head: str, text: str) -> Source:
    """The document that says ``text``; ``head`` is its title and issuer, "" stands for what is unknown."""
    home = locality(place, f"{head} {text[:_OPENING]}") if place else Locality("")
    return Source(name, date, home, month_of(date[:7]))


def apart(figure: Figure) -> list[Figure]:
    """A number that several known indicators share (甲、乙均增长8%) as a figure of each; any other figure as it is.

    What the last name alone spells out is given to those before it: 城镇和农村居民人均可支配收入.
    """
    names = _AND.split(figure.indicator)
    if figure.indicator_id or len(names) < 2:
        return [figure]
    last = names[-1]
    full = [
        next((name + last[i:] for i in range(len(last), 0, -1) if indicator_id(name + last[i:])), "") for name in names
    ]
    if not all(full):
        return [figure]
    return [replace(figure, indicator=name, indicator_id=indicator_id(name)) for name in full]


def _entry(figure: Figure, source: Source, text: str, id_: str, choices: Choices) -> Entry:
    place = locality(figure.place, "", source.home) if figure.place else source.home
    before = text[max(figure.span.start - _BEFORE, 0) : figure.span.start]
    named = identify(figure.indicator, figure.indicator_id, before)
    identity = choices.identity(figure.indicator, figure.indicator_id, named)
    when, taken_in = extent(figure, identity, interval(figure.period), text)
    return Entry(
        figure,
        source,
        place,
        named,
        identity,
        when,
        "".join(part.of(text) for part in figure.evidence or (figure.span,)).strip(),
        id_,
        taken_in,
    )

"""What a document's properties are worth: programs fill them in with names of users, templates and dates of copies.

A property counts only where the document's own words bear it out.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from luoshi.model import Origin, Stated
from luoshi.readers.lines import squeezed

_HEAD = 1_000  # characters at the beginning among which a title stands
_SHORTEST = 6  # characters of a title or of a body's name
_DAYS = 31  # a document is written and saved for the last time within so many days


class Properties(NamedTuple):
    """Title, author and the dates of making and of last saving, as the file has them; "" and None where it has not."""

    title: str = ""
    author: str = ""
    created: date | None = None
    saved: date | None = None


class Borne(NamedTuple):
    """The properties that count, as in ``luoshi.readers.parsed.Parsed``."""

    title: Stated | None
    issuer: Stated | None
    date: Stated | None


def borne_out(properties: Properties, words: str) -> Borne:
    """The title and the author (a body, no user) if they stand among the words of the text, the year and month of the last
    saving if that was soon after the making and the text names the year."""
    text = squeezed("".join(words.split()))
    title, author = squeezed(properties.title), squeezed(properties.author)
    created, saved = properties.created, properties.saved
    dated = (
        created is not None and saved is not None and 0 <= (saved - created).days <= _DAYS and f"{saved.year}年" in text
    )
    return Borne(
        _stated(properties.title.strip(), len(title) >= _SHORTEST and title in text[:_HEAD]),
        _stated(properties.author.strip(), len(author) >= _SHORTEST and author in text),
        _stated(f"{saved:%Y-%m}" if saved else "", dated),
    )


def day(moment: datetime | None) -> date | None:
    """The day of a moment that may not be known."""
    return moment.date() if moment is not None else None


def _stated(value: str, counts: bool) -> Stated | None:
    return Stated(value, Origin.MARKUP) if counts else None

"""Where a text may undertake something: the parts that set tasks, and what people say, each with what is known of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.extraction.posts import body_of
from luoshi.extraction.sections import Mode, paragraphs
from luoshi.model import Document, Flow, Person, Remark

QUOTED = "quoted"  # said in direct speech: only 将, 力争 … announce something
REPORTED = "reported"

_OPENING = 60
"""Characters of a paragraph that tell its theme."""


class Passage(NamedTuple):
    """A stretch to look at, in offsets of the flow. ``mode`` is that of its section, or ``QUOTED`` or ``REPORTED``.

    ``actor`` acts where nobody is named, ``period`` is the time its section is for. ``around`` are the words that tell its
    theme where a clause does not: the opening of its paragraph and the heading above.
    """

    start: int
    end: int
    mode: str
    actor: str
    period: str
    around: tuple[str, str]


class Spoken(NamedTuple):
    """Words of a person, in offsets of the flow."""

    start: int
    end: int
    mode: str
    body: str


def year_of(document: Document) -> int | None:
    """The year of a document's date, or else of its title."""
    for stated in (document.date, document.title):
        if stated is not None and (found := re.search(r"20\d\d", stated.value)):
            return int(found[0])
    return None


def passages(text: str, document: Document, spoken: Sequence[Spoken]) -> Iterator[Passage]:
    """Every paragraph that is no heading, and of those in which somebody speaks only what is said."""
    title = document.title.value if document.title else ""
    starts = [words.start for words in spoken]
    heading = ""
    for line in paragraphs(text, title, year_of(document)):
        if line.heading:
            heading = text[line.start : line.end]
            continue
        around = (text[line.start : min(line.end, line.start + _OPENING)], heading)
        inside = spoken[bisect_left(starts, line.start) : bisect_right(starts, line.end)]
        for words in inside:
            yield Passage(words.start, words.end, words.mode, words.body, "", around)
        if not inside:
            yield Passage(line.start, line.end, line.mode.value, "", line.period, around)


def spoken_in(flow: Flow, people: Sequence[Person], remarks: Sequence[Remark]) -> list[Spoken]:
    """What was said, in reading order, with the speaker's body."""
    bodies = {person.name: _body(person) for person in people}
    pieces = sorted(flow.pieces, key=lambda piece: piece.start)
    starts = [piece.start for piece in pieces]
    found: list[Spoken] = []
    for remark in remarks:
        for span in remark.words:
            piece = pieces[max(bisect_right(starts, span.start) - 1, 0)]
            at = piece.flow + span.start - piece.start
            mode = QUOTED if remark.direct else REPORTED
            found.append(Spoken(at, at + span.end - span.start, mode, bodies.get(remark.speaker, "")))
    return sorted(found)


def sets_tasks(mode: str) -> bool:
    """Whether undertakings may stand in a passage of that mode."""
    return mode in (Mode.PLAN, Mode.UNKNOWN, QUOTED, REPORTED)


def _body(person: Person) -> str:
    """The body that somebody speaks for: that of the first post that is more than a membership."""
    for post in person.posts:
        if not post.name.endswith(("委员", "代表", "常委", "成员", "记者")) and (body := body_of(post.name)):
            return body
    return ""

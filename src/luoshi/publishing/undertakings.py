"""Who undertakes what: commitments under the people who said them, under the bodies they name, or by theme."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from luoshi.model import Case, Commitment, Person, Remark, Span
from luoshi.publishing.themes import Theme, theme_called
from luoshi.record_ids import record_ids
from luoshi.said import Said

_BORDER = re.compile(r"[，,；;。、！？]")

EXAMPLES = (
    ("加快建设物流枢纽，打造内陆开放高地。", 30, "加快建设物流枢纽，打造内陆开放高地"),
    ("加快建设物流枢纽，打造内陆开放高地，推动班列提质增效。", 20, "加快建设物流枢纽，打造内陆开放高地……"),
    ("一个没有任何停顿而且长得放不下的说法", 8, "一个没有任何停顿……"),
)


def said_of(case: Case, said: Mapping[str, Said]) -> dict[Span, Said]:
    """What people said of a document's commitments (``said`` has it by their ids), by the span of the commitment."""
    if not said:
        return {}
    ids = record_ids(case).commitments
    return {
        commitment.span: said[own] for commitment, own in zip(case.records.commitments, ids, strict=True) if own in said
    }


def shorten(words: str, limit: int) -> str:
    """The words up to the last clause border within ``limit`` characters, without the closing mark; …… where cut."""
    words = " ".join(words.split())
    bare = words.rstrip("，,；;。、！？ ")
    if len(bare) <= limit:
        return bare
    borders = [m.start() for m in _BORDER.finditer(bare[: limit + 1])]
    cut = borders[-1] if borders and borders[-1] >= limit // 3 else limit
    return bare[:cut] + "……"


def shorten_middle(words: str, limit: int) -> str:
    """Long words with their middle left out, for a quotation whose two ends tell it apart."""
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    return words[: limit * 2 // 3] + "……" + words[-(limit // 3) :]


@dataclass(slots=True)
class Voice:
    """A person who speaks in the document, with what they undertake and what they say."""

    person: Person
    commitments: list[Commitment] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Undertakings:
    """``actors`` are bodies and places by name, ``themes`` what the document itself undertakes."""

    voices: list[Voice]
    actors: list[tuple[str, list[Commitment]]]
    themes: list[tuple[Theme, list[Commitment]]]
    silent: list[Person]


class Speakers:
    """Whose words a place of the text belongs to."""

    def __init__(self, case: Case) -> None:
        people = {person.name: person for person in case.records.people}
        said = [
            (span, people[remark.speaker])
            for remark in case.records.remarks
            if remark.speaker in people
            for span in remark.words
        ]
        self._said = sorted(said, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._said]

    def __call__(self, span: Span) -> Person | None:
        """The person in whose remark ``span`` begins."""
        index = bisect_right(self._starts, span.start) - 1
        # Remarks seldom overlap; a reported remark may hold a direct one, so the few before are looked at too.
        for said, person in reversed(self._said[max(index - 3, 0) : index + 1]):
            if said.start <= span.start < said.end:
                return person
        return None


def _checkable_first(commitments: Iterable[Commitment]) -> list[Commitment]:
    return sorted(commitments, key=lambda c: (not c.checkable, not c.figures, c.span.start))


def undertakings(case: Case) -> Undertakings:
    """The commitments of a document as the page shows them, checkable ones first."""
    speaker = Speakers(case)
    voices = {person.name: Voice(person) for person in case.records.people}
    actors: dict[str, list[Commitment]] = defaultdict(list)
    themes: dict[Theme, list[Commitment]] = defaultdict(list)
    for commitment in case.records.commitments:
        person = speaker(commitment.span) or getattr(voices.get(commitment.actor), "person", None)
        if person:
            voices[person.name].commitments.append(commitment)
        elif commitment.actor:
            actors[commitment.actor].append(commitment)
        else:
            themes[theme_called(commitment.theme)].append(commitment)
    for remark in case.records.remarks:
        if remark.speaker in voices:
            voices[remark.speaker].remarks.append(remark)
    for voice in voices.values():
        voice.commitments = _checkable_first(voice.commitments)
    return Undertakings(
        [voice for voice in voices.values() if voice.commitments or voice.remarks],
        [(name, _checkable_first(items)) for name, items in sorted(actors.items(), key=lambda item: -len(item[1]))],
        [(theme, _checkable_first(items)) for theme, items in sorted(themes.items(), key=lambda i: i[0].order)],
        [v.person for v in voices.values() if not v.commitments and not v.remarks],
    )

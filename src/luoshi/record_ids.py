"""Names for records that stay the same from run to run, so that what a person adds to a record stays with it.

An id is its document's (the first digits of the SHA-256 of its bytes), a hyphen, and a digest of where the record stands:
its kind, its first words and the characters before them, without white space. No other field of a record goes into it:
rules that read a number better leave its id alone. The second half says nothing of the document, so that a record keeps it
in a corrected version where its surroundings are unchanged. Ids are kept in registers for years: this rule never changes.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.model import Case, Finding, Person, Programme, Span

DOCUMENT_DIGITS = 12
"""How much of a document's digest is its id."""

_BYTES = 6  # of the digest within a document
_BEFORE = 24  # characters before a record's first word that tell its place
_OWN = 24  # characters of the record itself: where it ends is a matter of rules
_WHITE = re.compile(r"\s")


class RecordIds(NamedTuple):
    """The ids of a case: its document's, and one for each record in the order of ``Records`` and of the findings."""

    document: str
    figures: list[str]
    people: list[str]
    remarks: list[str]
    commitments: list[str]
    accomplishments: list[str]
    programmes: list[str]
    findings: list[str]


class Namer:
    """Gives the ids of one document's records; what stands in one place alike is told apart by its number there."""

    def __init__(self, digest: str, text: str) -> None:
        self.document = document_id(digest)
        self._white = [match.start() for match in _WHITE.finditer(text)]
        self._text = _WHITE.sub("", text)
        self._seen: Counter[str] = Counter()
        self._given: set[str] = set()

    def at(self, kind: str, span: Span, beside: str = "") -> str:
        """The id of a record by the place where it stands; ``beside`` tells apart what stands in the same place."""
        start = span.start - bisect_left(self._white, span.start)
        end = span.end - bisect_left(self._white, span.end)
        before, own = self._text[max(start - _BEFORE, 0) : start], self._text[start : min(end, start + _OWN)]
        return self.named(kind, f"{before}\x1f{own}\x1f{beside}")

    def named(self, kind: str, name: str) -> str:
        """The id of a record that is one in its document, wherever it stands."""
        place = f"{kind}\x1f{name}"
        own = ""
        while not own or own in self._given:
            self._seen[place] += 1
            numbered = f"{place}\x1f{self._seen[place]}".encode(errors="surrogatepass")
            own = hashlib.blake2b(numbered, digest_size=_BYTES).hexdigest()
        self._given.add(own)
        return f"{self.document}-{own}"

    def figures(self, places: Sequence[tuple[Span, Span | None]]) -> list[str]:
        """The ids of figures by their span and that of their indicator, which tells apart those of one number."""
        shared = Counter(span for span, _ in places)
        return [
            self.at("figure", span, self._words(indicator) if indicator and shared[span] > 1 else "")
            for span, indicator in places
        ]

    def mentioned(self, kind: str, mentions: Sequence[Span], name: str) -> str:
        """The id of what has a name, by the words of its first mention."""
        return self.named(kind, self._words(mentions[0]) if mentions else name)

    def _words(self, span: Span) -> str:
        start = span.start - bisect_left(self._white, span.start)
        return self._text[start : span.end - bisect_left(self._white, span.end)]


def document_id(digest: str) -> str:
    """The id of a document; those of its records begin with it."""
    return digest[:DOCUMENT_DIGITS]


def record_ids(case: Case) -> RecordIds:
    """The ids of a document and of everything that was read out of it."""
    records = case.records
    namer = Namer(case.document.digest, case.document.text)

    def mentioned(kind: str, owners: Sequence[Person] | Sequence[Programme]) -> list[str]:
        return [namer.mentioned(kind, owner.mentions, owner.name) for owner in owners]

    return RecordIds(
        namer.document,
        _figure_ids(namer, case),
        mentioned("person", records.people),
        [namer.at("remark", remark.words[0] if remark.words else Span(0, 0)) for remark in records.remarks],
        [namer.at("commitment", promise.span) for promise in records.commitments],
        [namer.at("accomplishment", done.span) for done in records.accomplishments],
        mentioned("programme", records.programmes),
        finding_ids(namer, case.findings),
    )


def figure_ids(case: Case) -> list[str]:
    """The ids of the figures of a case alone, in their order."""
    return _figure_ids(Namer(case.document.digest, case.document.text), case)


def _figure_ids(namer: Namer, case: Case) -> list[str]:
    return namer.figures([(figure.span, figure.indicator_span) for figure in case.records.figures])


def joint_id(kind: str, records: Sequence[str]) -> str:
    """The id of a finding about several records, by their ids; its first half is the first one's document."""
    named = "\x1f".join((kind, *records)).encode()
    return f"{records[0][:DOCUMENT_DIGITS]}-{hashlib.blake2b(named, digest_size=_BYTES).hexdigest()}"


def finding_ids(namer: Namer, findings: Sequence[Finding]) -> list[str]:
    """The ids of findings, by their kind and the first words in question."""
    return [
        namer.at(finding.kind.value, finding.spans[0]) if finding.spans else namer.named(finding.kind.value, "")
        for finding in findings
    ]

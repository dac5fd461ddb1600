"""Paragraphs that stop in mid-sentence and go on after others: columns read across, a text torn by a picture.

Each paragraph that stops open is a head; each later one within reach may be its tail. The best scored pairs are taken
first, each paragraph as head and as tail of one pair at most, as far as the score says that the tail belongs there.
A tail directly below its head is a line end inside a sentence, which is joined but is no damage worth a finding.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from luoshi.repair import cues
from luoshi.repair.paragraphs import Paragraph
from luoshi.repair.seams import Seams

_REACH: Final = 24  # paragraphs after the head among which the tail is looked for
_ENOUGH: Final = -4.0  # log odds from which a paragraph that certainly stops open is joined: somewhere it goes on
_ENOUGH_WITH_COMMA: Final = 1.0  # the same for a line that may as well be a title with a comma
_ENOUGH_FOR_TITLES: Final = 4.0  # and without
_ENOUGH_BELOW: Final = 3.0  # the same for a tail directly below its head
_LEAST_CONFIDENCE: Final = 0.2
_LINKS: Final = 3  # further tails of one paragraph
_SHORTEST_HEAD: Final = 12
_SHORTEST_TAIL: Final = 6
_TITLE: Final = 50  # characters up to which a line with one comma may be a title
_TITLE_OF_THREE: Final = 30  # the same with more commas: 在…中奋起，向…要动力，以…求实效
_UNPUNCTUATED: Final = 0.3  # share of open paragraphs from which a text does not end its sentences with marks
_FEW: Final = 8  # open paragraphs up to which that share says nothing
_INDENTED: Final = 0.7  # share of indented paragraphs from which a text indents its paragraphs
_COPY: Final = 16  # characters of a head by which a whole copy of the paragraph is found
_COPY_SAYS: Final = 20.0  # log odds that a whole copy gives to the seam it shows
_COPIES: Final = 4
_DISTURBED: Final = 6  # characters of the tail that must stand in the copy after the head


@dataclass(frozen=True, slots=True)
class Join:
    """Paragraph ``tail`` goes on where paragraph ``head`` stops.

    ``confidence`` is the probability of this tail among all that the head may have, and none.
    """

    head: int
    tail: int
    confidence: float

    @property
    def damage(self) -> bool:
        """Whether other paragraphs stand in between."""
        return self.tail > self.head + 1


def find_joins(texts: Sequence[Paragraph], copies: Collection[int]) -> dict[int, Join]:
    """The joins by their heads. ``copies`` are the paragraphs that repeat others: neither heads nor tails."""
    prose = [at for at, line in enumerate(texts) if at not in copies and not line.cell]
    heads = [at for at in prose if _may_be_head(texts[at])]
    certain = {at for at in heads if _stops(texts[at].text)}
    if not heads or (len(certain) > _FEW and len(certain) > _UNPUNCTUATED * len(prose)):
        return {}
    joiner = _Joiner(texts, copies, prose)
    joins = joiner.joins({at: texts[at].text for at in heads}, {})
    for _ in range(_LINKS):  # a tail that stops open itself goes on in turn: …，PM / 2.5 / 浓度…
        open_tails = {
            join.tail: texts[at].text + texts[join.tail].text
            for at, join in joins.items()
            if join.tail not in joins and cues.is_open(texts[join.tail].text)
        }
        further = joiner.joins(open_tails, joins)
        if not further:
            break
        joins |= further
    return joins


class _Joiner:
    """Scores the seams of one text."""

    def __init__(self, texts: Sequence[Paragraph], copies: Collection[int], prose: Sequence[int]) -> None:
        self._texts = texts
        self._copies = copies
        self._seams = Seams(texts[at].text for at in prose)
        self._indents = sum(texts[at].indented for at in prose) >= _INDENTED * len(prose)
        self._wholes = _wholes(texts)

    def joins(self, heads: Mapping[int, str], taken: Mapping[int, Join]) -> dict[int, Join]:
        """The best pairs of the heads (their texts by their places) with tails that are not taken."""
        used = {join.tail for join in taken.values()}
        scores = {at: self._scores(at, words) for at, words in heads.items()}
        enough = {at: _enough(words) for at, words in heads.items()}
        pairs = sorted(
            (-odds, head, tail)
            for head, row in scores.items()
            for tail, odds in row.items()
            if tail not in used and _suffices(odds, enough[head], directly=tail == head + 1)
        )
        chosen: dict[int, int] = {}
        for _, head, tail in pairs:
            if head not in chosen and tail not in used:
                chosen[head] = tail
                used.add(tail)
        joins = {}
        for head, tail in chosen.items():
            free = (odds for at, odds in scores[head].items() if at == tail or at not in used)
            confidence = math.exp(scores[head][tail]) / (math.exp(enough[head]) + sum(map(math.exp, free)))
            if confidence >= _LEAST_CONFIDENCE:
                joins[head] = Join(head, tail, confidence)
        return joins

    def _scores(self, head: int, words: str) -> dict[int, float]:
        """The log odds of the tails that a head may have."""
        wholes = [self._texts[at].text for at in self._wholes.get(words[:_COPY], ())]
        scores: dict[int, float] = {}
        for tail in _reach(self._texts, head, self._copies):
            line = self._texts[tail]
            indented = line.indented if self._indents else None
            odds = self._seams.score(words, line.text, tail - head - 1, indented=indented)
            scores[tail] = odds + (_COPY_SAYS if _shown(words, line.text, wholes) else 0.0)
        return scores


def _may_be_head(line: Paragraph) -> bool:
    text = line.text
    return (
        len(text) >= _SHORTEST_HEAD
        and not (line.heading and not cues.has_full_stop(text))
        and cues.is_open(text)
        and not cues.is_furniture(text)
        and not cues.is_date(text)
        and not cues.is_title(text)
        and not cues.is_label(text)
        and not cues.is_credit(text)
        and not cues.is_heading(text)
        and not cues.is_signature(text)
    )


def _stops(text: str) -> bool:
    """Whether an open line certainly stops in mid-sentence: no title has a full stop, or a comma at its end, or is long."""
    if cues.has_full_stop(text) or text[-1] in cues.INNER:
        return True
    commas = cues.marks(text)
    longest = _TITLE if commas == 1 else _TITLE_OF_THREE
    return commas > 0 and (len(text) > longest or cues.is_counted_prose(text))


def _enough(text: str) -> float:
    """The odds from which an open line is joined with a tail."""
    if _stops(text):
        return _ENOUGH
    return _ENOUGH_WITH_COMMA if cues.has_mark(text) else _ENOUGH_FOR_TITLES


def _suffices(odds: float, enough: float, *, directly: bool) -> bool:
    """Whether a tail may be joined; a title is never joined with the line directly below it."""
    return odds >= enough and (not directly or (odds >= _ENOUGH_BELOW and enough == _ENOUGH))


def _reach(texts: Sequence[Paragraph], head: int, copies: Collection[int]) -> list[int]:
    """The paragraphs that may go on from a head."""
    return [
        at
        for at in range(head + 1, min(head + 1 + _REACH, len(texts)))
        if at not in copies
        and not texts[at].cell
        and (len(texts[at].text) >= _SHORTEST_TAIL or at == head + 1)
        and (cues.has_mark(texts[at].text) or at == head + 1)
        and not (texts[at].heading and not cues.has_full_stop(texts[at].text))
        and not cues.is_furniture(texts[at].text)
        and not cues.is_date(texts[at].text)
        and not cues.is_label(texts[at].text)
        and not cues.is_heading(texts[at].text)
    ]


def _wholes(texts: Sequence[Paragraph]) -> dict[str, list[int]]:
    """Paragraphs by their first characters: among them a whole copy of one that was torn apart."""
    wholes: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(texts):
        if len(line.text) > _COPY and len(wholes[line.text[:_COPY]]) < _COPIES:
            wholes[line.text[:_COPY]].append(at)
    return wholes


def _shown(head: str, tail: str, wholes: Sequence[str]) -> bool:
    """Whether a whole copy shows this seam: the head's words go on with the tail's, a few characters apart."""
    for whole in wholes:
        at = len(head)
        if len(whole) > at + _DISTURBED and tail[:_DISTURBED] in whole[at - 3 : at + _DISTURBED + 3]:
            return True
    return False

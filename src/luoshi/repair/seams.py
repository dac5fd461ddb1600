"""How well two texts read across a seam: does the second go on in the middle of the first one's sentence?

The score is a logarithm of odds (natural): how likely the first characters of the tail are after the last characters
of the head, against how likely they are at the head of a paragraph. The likelihoods come from counts of one to three
characters in official prose with the counts of the document itself added, smoothed by interpolation (Witten and Bell
1991); to these is added what pairs of marks, the first clause of the tail, its indent and the distance say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from luoshi.repair import cues, grams
from luoshi.repair.grams import START, normal

_PRIOR: Final = 2.0  # the least that the shorter history weighs
_BESIDE: Final = 8  # characters beside the seam among which two that are counted are looked for
_ALPHABET: Final = 4000  # characters that official prose uses
_CLAUSE: Final = re.compile(r"[，。；：！？、]")
_TOPIC_LENGTH: Final = 24  # 加快发展现代服务业。 A paragraph likes to open with a short sentence that names its topic
_SHORTEST_TOPIC: Final = 5
_TOPIC: Final = -1.7  # measured: 58 of 100 paragraphs of work reports open so, 11 of 100 tails of cut ones
_STUB: Final = 2.0  # 城市。 No paragraph opens with so short a sentence
_SPEAKER: Final = -5.0  # it opens as paragraphs of news do: who says it, or a whole sentence between quotation marks
_OPENING: Final = -2.0  # it opens with a time or with a word that links it to the paragraph before
_NEVER: Final = 6.0  # no paragraph begins with a comma or a closing bracket
_PAIR_KEPT: Final = 5.0  # a mark opened in the head is closed in the tail
_PAIR_LEFT: Final = -5.0  # it is not
_PAIR_ALIEN: Final = -2.0  # the tail closes what the head has not opened
_COUNTED: Final = -4.0  # the tail begins with a counter
_INDENT: Final = 3.0  # where paragraphs are indented, one without an indent goes on and one with it does not
_DISTANCE: Final = -1.0  # for each doubling of the paragraphs in between
_NEAR: Final = 64  # paragraphs of which is kept what they say by themselves: each is judged beside many
_DOCUMENT_SAMPLE: Final = 60_000  # characters of the document that are counted

# a head, the tail that goes on where it stops, and a paragraph that does not; a test goes through them
EXAMPLES: Final = (
    ("全年新开工保障性住", "房4200套，基本建成3600套。", "持续改善人居环境。新建口袋公园12个。"),
    ("老旧小区改造惠及居民1", "20万户。加装电梯300部。", "临江市住房局局长王明说，将继续推进加装电梯。"),
    ("深入开展“清河", "行动”，关停排污口17个。", "近年来，河长制落到了村组。"),
    ("让群众的操心事", "、烦心事、揪心事有人管。", "今年将办好十件民生实事。"),
    ("把责任落实到", "每一个岗位、每一名干部。", "“干部来得勤，事情办得快。”居民李梅说。"),
)


class Seams:
    """Scores seams in one document; ``texts`` are its paragraphs without repetitions."""

    def __init__(self, texts: Iterable[str]) -> None:
        sample: list[str] = []
        left = _DOCUMENT_SAMPLE
        for text in texts:
            sample.append(text[:left])
            left -= len(text)
            if left <= 0:
                break
        self._prose = grams.prose()
        self._own = grams.Sample(sample)
        self._known: dict[tuple[str, str, int], float] = {}  # the same tails are judged for many heads

    def _log_chance(self, history: str, character: str, without: int = 0) -> float:
        """The logarithm of the chance of a character after a history."""
        asked = (history, character, without)
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = math.log(self._chance(*asked))
        return found

    def _chance(self, history: str, character: str, without: int) -> float:
        """How likely a character is after a history of up to two characters.

        ``without`` is 1 at the beginning of a paragraph of the document itself, which is no evidence for its own start.
        """
        counts, seen, weight = self._prose.after(history)
        if not history:
            return (counts.get(character, 0) + self._own[character] + 0.5) / (seen + _ALPHABET)
        counted = counts.get(character, 0) + max(self._own[history + character] - without, 0)
        total = seen + max(self._own[history] - without, 0) + (weight + _PRIOR)
        return (counted + (weight + _PRIOR) * self._chance(history[1:], character, 0)) / total

    def words(self, head: str, tail: str) -> float:
        """What the characters beside the seam say."""
        goes_on, starts = _head(head).ends, START
        odds = 0.0
        for character in _tail(tail).begins:
            odds += self._log_chance(goes_on[-2:], character) - self._log_chance(starts[-2:], character, 1)
            goes_on, starts = goes_on + character, starts + character
        return odds

    def score(self, head: str, tail: str, between: int, *, indented: bool | None = None) -> float:
        """Log odds that ``tail`` goes on where ``head`` stops, ``between`` paragraphs later.

        ``indented`` is whether the tail is indented, None in a text without indents.
        """
        odds = (
            self.words(head, tail) + _pairs(_head(head).opened, _tail(tail).closes) + _DISTANCE * math.log2(between + 1)
        )
        odds += _tail(tail).opening
        if _tail(tail).counted:
            odds += _COUNTED
        if indented is not None:
            odds += -_INDENT if indented else _INDENT
        return odds


def _opening(tail: str) -> float:
    """What the first clause of the tail says."""
    if tail[0] in cues.NEVER_FIRST:
        return _NEVER
    if cues.SPEAKER_OPENING.match(tail):
        return _SPEAKER
    if cues.TIME_OPENING.match(tail) or cues.LINK_OPENING.match(tail):
        return _OPENING
    clause = _CLAUSE.search(normal(tail[: _TOPIC_LENGTH + 1]))
    if clause is None or clause.group() != "。":
        return 0.0
    return _TOPIC if clause.start() >= _SHORTEST_TOPIC else _STUB


def _opened(head: str) -> Iterator[bool | None]:
    """For each kind of quotation marks and brackets, whether one is open at the end of the head.

    Where a mark is opened twice before it is closed, one was misread, and that kind of mark says nothing (None).
    """
    for pair in cues.PAIRS:
        opening, closing = pair[0], pair[1]
        last = head.rfind(opening)
        left_open = last > head.rfind(closing)
        misread = left_open and head.rfind(opening, 0, last) > head.rfind(closing, 0, last)
        yield None if misread else left_open


def _closes(tail: str) -> Iterator[bool]:
    """For each kind of quotation marks and brackets, whether the tail closes one that it has not opened."""
    for pair in cues.PAIRS:
        opening, closing = pair[0], pair[1]
        closes, opens = tail.find(closing), tail.find(opening)
        yield closes >= 0 and (opens < 0 or closes < opens)


def _pairs(opened: Iterable[bool | None], closes: Iterable[bool]) -> float:
    """What quotation marks and brackets say that are open at the seam."""
    odds = 0.0
    for left_open, closed in zip(opened, closes, strict=True):
        if left_open:
            odds += _PAIR_KEPT if closed else _PAIR_LEFT
        elif closed and left_open is not None:
            odds += _PAIR_ALIEN
    return odds


class _Head(NamedTuple):
    """What a head says by itself; ``ends`` are its last characters."""

    ends: str
    opened: tuple[bool | None, ...]


class _Tail(NamedTuple):
    """What a tail says by itself; ``begins`` are its first characters."""

    begins: str
    closes: tuple[bool, ...]
    opening: float
    counted: bool


@lru_cache(_NEAR)
def _head(text: str) -> _Head:
    return _Head(normal(text[-_BESIDE:])[-2:], tuple(_opened(text)))


@lru_cache(_NEAR)
def _tail(text: str) -> _Tail:
    counted = cues.after_counter(text) > 0
    return _Tail(normal(text[:_BESIDE])[:2], tuple(_closes(text)), _opening(text), counted)

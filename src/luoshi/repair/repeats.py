"""Paragraphs that stand a second time: word for word, misread in a few characters, or under a counter that went on.

A long paragraph of prose that stands again is damage by itself. A short line (a heading, 开展活动百余场。) is
damage only beside such a one, in the place that it had beside the first copy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from luoshi.repair import cues
from luoshi.repair.alike import replaced
from luoshi.repair.index import Index
from luoshi.repair.likeness import differences
from luoshi.repair.paragraphs import Paragraph

_LONG: Final = 30  # characters from which a paragraph of prose is no refrain (各位代表！)
_SHORT: Final = 4  # characters below which a line says nothing
_CANDIDATES: Final = 3  # originals that a paragraph is compared with
_STUCK_PERIOD: Final = 6  # short lines that go round together
_STUCK_TIMES: Final = 4  # rounds from which short lines alone are a stuck reader
_LONGEST_HEADING: Final = 40
_HALF: Final = 0.5  # share of a heading that a copy may not fall below

_MARKS: Final = tuple(zip("，：；！？（）．“”‘’ \t\u3000\xa0", [*",:;!?().\"\"''", *[""] * 4], strict=True))


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph that repeats paragraph ``original``, ``differing`` in so many characters."""

    original: int
    differing: int = 0


def find_copies(texts: Sequence[Paragraph], also: Mapping[int, Sequence[str]] | None = None) -> dict[int, Copy]:
    """Which paragraphs repeat an earlier one; the originals are first copies.

    ``also`` gives further texts under which a paragraph is known (the head alone of one that was torn apart).
    """
    search = _Search(texts, also or {})
    search.long_ones()
    search.stuck_short_ones()
    search.neighbours()
    for at, copy in sorted(search.copies.items()):  # a copy of a copy is a copy of the first
        first = search.copies.get(copy.original)
        if first is not None:
            search.copies[at] = Copy(first.original, max(copy.differing, first.differing))
    return search.copies


def _keys(lines: Sequence[str]) -> list[str]:
    """What makes two lines the same: their words without the counter, whichever width their marks have."""
    return replaced([line[cues.after_counter(line) :] for line in lines], _MARKS)


def _period(row: Sequence[int], at: int) -> int:
    """The shortest period with which a row goes round from a place on; 0 where it does not."""
    if row[at] not in row[at + 1 : at + 1 + _STUCK_PERIOD]:
        return 0
    return next((n for n in range(1, _STUCK_PERIOD + 1) if row[at : at + n] == row[at + n : at + 2 * n]), 0)


class _Search:
    def __init__(self, texts: Sequence[Paragraph], also: Mapping[int, Sequence[str]]) -> None:
        self.texts = texts
        self.keys = _keys([paragraph.text for paragraph in texts])
        self.also = also
        self.copies: dict[int, Copy] = {}
        self.first: dict[str, int] = {}
        self._index = Index()

    def long_ones(self) -> None:
        for at, (paragraph, key) in enumerate(zip(self.texts, self.keys, strict=True)):
            if not paragraph.cell:
                self._long_one(at, paragraph, key)

    def _long_one(self, at: int, paragraph: Paragraph, key: str) -> None:
        original = self.first.setdefault(key, at)
        if len(key) < _LONG or not cues.has_mark(paragraph.text) or cues.is_label(paragraph.text):
            return
        if original != at:
            self.copies[at] = Copy(original)
            return
        near = self._near(key)
        if near is not None:
            self.copies[at] = near
            self.first[key] = near.original  # a further copy with the same misreadings
            return
        for known in self._names(at):
            self.first.setdefault(known, at)
            self._index.add(known, at)

    def _near(self, key: str) -> Copy | None:
        """The paragraph that this one is a misread copy of."""
        for at in self._index.nearest(key, _CANDIDATES):
            for known in self._names(at):
                differing = differences(known, key)
                if differing is not None:
                    return Copy(at, differing)
        return None

    def _names(self, at: int) -> list[str]:
        """The keys under which a paragraph is known."""
        return [self.keys[at], *_keys(self.also[at])] if at in self.also else [self.keys[at]]

    def stuck_short_ones(self) -> None:
        """Short lines that go round and round by themselves."""
        numbers: dict[str, int] = {}
        row = [numbers.setdefault(key, len(numbers)) for key in self.keys]
        at = 0 if len(numbers) < len(row) else len(row)
        while at < len(row):
            period = _period(row, at)
            end = at + period
            while period and end < len(row) and row[end] == row[end - period]:
                end += 1
            if period and end - at >= _STUCK_TIMES * period and self._says_something(at, at + period):
                for line in range(at + period, end):
                    original = self.first.get(self.keys[line], line)
                    if original < line and not self.texts[line].cell:
                        self.copies.setdefault(line, Copy(original))
            at = max(end - period, at + 1)

    def _says_something(self, start: int, end: int) -> bool:
        return sum(cues.han(key) for key in self.keys[start:end]) >= 2 * _SHORT and not all(
            cues.is_furniture(line.text) or cues.is_label(line.text) for line in self.texts[start:end]
        )

    def neighbours(self) -> None:
        """Short lines beside a copy, in the place that they have beside its original; first downwards, then up."""
        if not self.copies:
            return
        size = len(self.texts)
        for at in range(size):
            self._neighbour(at, -1)
        for at in range(size - 1, -1, -1):
            self._neighbour(at, +1)
        for at in range(size):
            self._neighbour(at, -1)

    def _neighbour(self, at: int, side: int) -> None:
        beside = self.copies.get(at + side)
        key = self.keys[at]
        if beside is None or at in self.copies or self.texts[at].cell or len(key) < _SHORT:
            return
        exact = self.first.get(key, at)
        counted = cues.after_counter(self.texts[at].text) > 0
        if exact < at and (counted or self._place(exact, side) == beside.original):
            self.copies[at] = Copy(exact)
            return
        there = beside.original - side
        if 0 <= there < at and there not in self.copies and self._same_heading(self.keys[there], key):
            self.copies[at] = Copy(there, abs(len(key) - len(self.keys[there])))

    def _place(self, at: int, side: int) -> int:
        """The first copy of what stands beside a line."""
        beside = at + side
        return self.copies[beside].original if beside in self.copies else beside

    @staticmethod
    def _same_heading(first: str, again: str) -> bool:
        """Whether a heading is another that lost its first or its last characters, or that was misread."""
        short, long = sorted((first, again), key=len)
        if len(short) < max(_SHORT, _HALF * len(long)) or len(long) > _LONGEST_HEADING or cues.has_mark(long + short):
            return False
        return long.endswith(short) or long.startswith(short) or differences(first, again) is not None

"""How often characters follow one another: in official prose (catalogue/seams.tsv) and in a document.

Both are asked for few histories only, so that both count on demand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from operator import add
from typing import Final, NamedTuple

from luoshi.repair.alike import replaced

START: Final = "^"  # stands before the first character of a paragraph in the counts

_ON_DEMAND: Final = 200  # searches of a text that take as long as counting all that is in it

# One width of mark, one digit for all, no quotation marks: machines lose them, and the words are the same without.
_CLASSES: Final = (
    *zip(",:;!?()０１２３４５６７８９123456789", "，：；！？（）" + "0" * 19, strict=True),
    *((mark, "") for mark in "“”‘’\"'「」『』" + START),
)
_OF_CHARACTER: Final = str.maketrans(dict(_CLASSES))


def normal(text: str) -> str:
    """A few characters as they are counted: full-width marks, 0 for every digit, no quotation marks."""
    return text.translate(_OF_CHARACTER)


def count(paragraphs: Iterable[str]) -> Counter[str]:
    """Counts of one, two and three characters of paragraphs, and of how they begin."""
    counts: Counter[str] = Counter()
    for paragraph in replaced(paragraphs, _CLASSES):
        text = START + paragraph
        counts.update(text)
        counts.update(map(add, text, text[1:]))  # map and add stay in C
        counts.update(map(add, map(add, text, text[1:]), text[2:]))
    return counts


class Sample:
    """The counts of a few paragraphs."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._paragraphs = list(paragraphs)
        lines = [START + paragraph for paragraph in replaced(self._paragraphs, _CLASSES)]
        self._text = "\n".join(lines)
        self._beginnings = "\n".join(line[:3] for line in lines)
        self._known: dict[str, int] = {}
        self._known_behind: dict[str, str] = {}
        self._searches = 0
        self._all: Counter[str] | None = None

    def __getitem__(self, gram: str) -> int:
        number = self._known.get(gram)
        if number is None:
            number = self._known[gram] = self._count(gram)
        return number

    def _count(self, gram: str) -> int:
        if len(gram) == 3 and not (self[gram[:2]] and self[gram[1:]]):
            return 0
        if gram[0] == START:
            return self._beginnings.count(gram)
        if self._all is None and self._searches == _ON_DEMAND:
            self._all = count(self._paragraphs)
        if self._all is not None:
            return self._all[gram]
        return self._find(gram)

    def _find(self, gram: str) -> int:
        first, others = gram[0], gram[1:]
        if others and first not in others:
            return self._behind(first).count("\n" + others)
        self._searches += 1
        if not others:
            return self._text.count(first)
        return len(re.findall(f"{re.escape(first)}(?={re.escape(others)})", self._text))  # it may overlap itself

    def _behind(self, character: str) -> str:
        """The two characters behind each place of a character, which is not one of them, a line each."""
        lines = self._known_behind.get(character)
        if lines is None:
            self._searches += 1
            lines = "\n" + "\n".join([behind[:2] for behind in self._text.split(character)[1:]])
            self._known_behind[character] = lines
        return lines


class Followers(NamedTuple):
    """What follows a history: how often each character, ``seen`` in all, and the ``weight`` of the shorter history.

    The weight is the number of different followers (Witten and Bell 1991, method C) and of followers too rare to be
    counted, against which the history's own counts stand.
    """

    counts: Mapping[str, int]
    seen: int = 0
    weight: int = 0


class Table:
    """Counts as seams.tsv holds them: remarks, then a line for each history, with each follower and its count."""

    def __init__(self, text: str) -> None:
        while text.startswith("#"):
            text = text.partition("\n")[2]
        cells = text.rstrip("\n").replace("\n", "\t").split("\t")
        self._rows = dict(zip(cells[::2], cells[1::2], strict=True))
        self._known: dict[str, Followers] = {}

    def after(self, history: str) -> Followers:
        """What follows a history."""
        found = self._known.get(history)
        if found is None:
            found = self._known[history] = self._read(history)
        return found

    def _read(self, history: str) -> Followers:
        row = self._rows.get(history)
        if row is None:
            return Followers({})
        counts = {follower[0]: int(follower[1:]) for follower in row.split(" ")}
        seen = sum(counts.values())
        rare = max(self.after(history[:-1]).counts.get(history[-1], 0) - seen, 0) if history else 0
        return Followers(counts, seen, len(counts) + rare)


@cache
def prose() -> Table:
    """The counts of official prose."""
    return Table(resources.files("luoshi.catalogue").joinpath("seams.tsv").read_text(encoding="utf-8"))

"""How well a text was read from pages: wrong characters, the order of paragraphs, figures.

Texts are compared without white space and in Unicode's compatibility form (NFKC): full-width and half-width signs, and the
radicals that fonts sometimes stand in for characters with, count as the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from pages.truth import Truth, Unit

LIKE = 50.0  # of 100: a line less like what stands there has not been found
_FURNITURE = 80.0  # of 100: a word as like as that to one of a running head is one
_SHORTEST = 4  # characters of a line that tells where its paragraph stands, unless it has no longer one
_TAKEN = "\0"

_SIGNS = re.compile(r"[\W_]+")
_SPACE = re.compile(r"[\s\u200b\ufeff\0]+")


def normal(text: str) -> str:
    """A text as it is compared."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


def _bare(text: str) -> str:
    """A text without its signs: nobody reads the dashes around a page number the same way."""
    return _SIGNS.sub("", normal(text))


def without_furniture(text: str, truth: Truth) -> str:
    """A text without the lines that say nothing but what mastheads, running heads and page numbers say.

    Where a line of the text itself says the same (a title that is the running head too), the first such line stays.
    """
    words = {_bare(word) for line in truth.furniture for word in (line, *line.split())} | {""}
    joined = _bare("".join(truth.furniture))
    own = Counter(normal(line) for unit in truth.units for line in unit.lines)
    own = Counter({line: number for line, number in own.items() if _bare(line) in words})

    def known(word: str) -> bool:
        return word in words or (
            len(word) > 2 and (word in joined or any(fuzz.ratio(word, w) >= _FURNITURE for w in words))
        )

    kept = []
    for line in text.splitlines():
        if match := process.extractOne(normal(line), list(+own), scorer=fuzz.ratio, score_cutoff=_FURNITURE):
            own[match[0]] -= 1
        elif line.strip() and all(known(_bare(word)) for word in line.split()):
            continue
        kept.append(line)
    return "\n".join(kept)


def character_error(truth: str, found: str) -> float:
    """Edit distance as a share of the true text's length. Text in another order, and text that is not there, is wrong."""
    true = normal(truth)
    return Levenshtein.distance(true, normal(found)) / max(len(true), 1)


class Place(NamedTuple):
    """Where a line stands in a text (-1: nowhere), and how many of its characters are wrong there."""

    start: int
    end: int
    errors: int


def locate(lines: Sequence[str], text: str) -> list[Place]:
    """The best place of each line in a text, which is not normalised yet; no two lines take the same characters."""
    rest = normal(text)
    true = [normal(line) for line in lines]
    places: dict[int, Place] = {}
    by_length = sorted(range(len(true)), key=lambda n: -len(true[n]))
    for search in (_exact, _closest):
        for n in by_length:
            if n not in places and (place := search(true[n], rest)) is not None:
                places[n] = place
                rest = rest[: place.start] + _TAKEN * (place.end - place.start) + rest[place.end :]
    return [places.get(n, Place(-1, -1, len(true[n]))) for n in range(len(true))]


def _exact(line: str, text: str) -> Place | None:
    at = text.find(line) if line else -1
    return Place(at, at + len(line), 0) if at >= 0 else None


def _closest(line: str, text: str) -> Place | None:
    """The place of what is most like a line."""
    found = fuzz.partial_ratio_alignment(line, text, score_cutoff=LIKE) if line and text else None
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    slack = 2 + len(line) // 5

    def errors(first: int, last: int) -> int:
        return Levenshtein.distance(line, text[first:last])

    starts = range(max(start - slack, 0), min(start + slack, end))
    start = min(starts, key=lambda at: (errors(at, end), abs(at - start)))
    ends = range(max(end - slack, start), min(end + slack, len(text)) + 1)
    end = min(ends, key=lambda at: (errors(start, at), abs(at - end)))
    wrong = errors(start, end)
    return Place(start, end, wrong) if wrong < len(line) else None


class Order(NamedTuple):
    """Shares of pairs of paragraphs of a page in their true order.

    In ``free`` all pairs of two articles may be turned, whichever is better: which article comes first is a matter of taste, but
    they must not mix.
    """

    strict: float
    free: float


class Reading(NamedTuple):
    """What was measured of one text.

    ``error`` is the character error of the text in its true order without captions and notes, for which no place is the only
    right one; ``line_error`` that of all lines one by one, wherever they stand.
    """

    error: float
    line_error: float
    order: Order


def measure(units: Sequence[Unit], text: str) -> Reading:
    """Measures a text, from which furniture has been taken, against the paragraphs and rows that are true."""
    places = iter(locate([line for unit in units for line in unit.lines], text))
    own = [[next(places) for _ in unit.lines] for unit in units]
    length = sum(len(normal(line)) for unit in units for line in unit.lines)
    errors = sum(place.errors for placed in own for place in placed)
    rest = normal(text)
    for unit, placed in zip(units, own, strict=True):
        for place in placed if unit.floats else ():
            if place.start >= 0:
                rest = rest[: place.start] + _TAKEN * (place.end - place.start) + rest[place.end :]
    true = "".join(unit.text for unit in units if not unit.floats)
    located = [_telling(unit, placed) for unit, placed in zip(units, own, strict=True)]
    return Reading(character_error(true, rest), errors / max(length, 1), order(units, located))


def _telling(unit: Unit, placed: Sequence[Place]) -> list[int]:
    """Where the lines of a paragraph stand that are long enough to be told from others."""
    long = [p.start for p, line in zip(placed, unit.lines, strict=True) if len(normal(line)) >= _SHORTEST]
    return long or [place.start for place in placed]


def order(units: Sequence[Unit], located: Sequence[Sequence[int]]) -> Order:
    """How well the order of paragraphs is kept, by where their lines were found (-1: not).

    A pair counts by the share of the pairs of their lines that are in order, so that two paragraphs whose lines alternate
    are half right. Where a caption or a note stands in its own article counts for nothing.
    """
    strict = 0.0
    count = 0
    within = 0.0  # of the pairs of one article
    between: defaultdict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for a, b in combinations(range(len(units)), 2):
        one, other = units[a], units[b]
        same = one.article == other.article
        if not one.pages & other.pages or (same and (one.floats or other.floats)):
            continue
        count += 1
        right = _before(located[a], located[b])
        strict += right
        if same:
            within += right
        else:
            sums = between[min(one.article, other.article), max(one.article, other.article)]
            sums[0] += right
            sums[1] += _before(located[b], located[a])
    free = within + sum(max(sums) for sums in between.values())
    return Order(strict / count, free / count) if count else Order(1.0, 1.0)


def _before(one: Sequence[int], other: Sequence[int]) -> float:
    """The share of pairs of lines in which that of ``one`` stands first."""
    pairs = [(a, b) for a in one for b in other]
    return sum(0 <= a < b for a, b in pairs) / len(pairs)


def f1(true: Iterable[Hashable], found: Iterable[Hashable]) -> float:
    """F1 of two collections in which things may stand more than once."""
    wanted, given = Counter(true), Counter(found)
    total = wanted.total() + given.total()
    return 2 * (wanted & given).total() / total if total else 1.0

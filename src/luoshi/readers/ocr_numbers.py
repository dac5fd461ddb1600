"""Numbers as they were read, put right where only one reading is possible: 35万1亿 is no number, 35万亿 is one.

What is a number with its unit is asked of ``luoshi.extraction``, in the line as it stands; what characters are taken for
which is data (catalogue/misreadings.tsv). Nothing is changed that is possible as it was read, or in more than one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from luoshi.catalogue import table
from luoshi.extraction.normal import normal
from luoshi.extraction.quantities import scan

EXAMPLES = (  # a line as it was read, and as it is
    ("将超过35万1亿元", "将超过35万亿元"),
    ("外贸规模将超过5万化元", "外贸规模将超过5万亿元"),
    ("推动产业数字5化、绿色化元件生产", "推动产业数字5化、绿色化元件生产"),
    ("增长3S.2%", "增长35.2%"),
    ("新建学校l2所", "新建学校12所"),
    ("增长5。6%", "增长5.6%"),
    ("增长5,6%，达到4180亿元", "增长5.6%，达到4180亿元"),
    ("财政收入增长4.1%0左右", "财政收入增长4.1%左右"),
    ("总产值12O忆元", "总产值120亿元"),
    ("预期增长5一6%", "预期增长5—6%"),
    ("投资1,499亿元", "投资1,499亿元"),
    ("2O25年，S2线、B1层、4S店、G60、5G基站", "2O25年，S2线、B1层、4S店、G60、5G基站"),
    ("迈向B5座，3方面", "迈向B5座，3方面"),
    ("分别为5、6、7个", "分别为5、6、7个"),
    ("全市排名第5。6个县", "全市排名第5。6个县"),
    ("截至2025,12个项目开工", "截至2025,12个项目开工"),
)

_RUN = "0-9.,%％‰万亿千百"  # characters of a number
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d$")  # has no decimals
_MOST = 4  # misread places in one number; with more there is no telling


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of a line stand for ``meant``."""

    start: int
    end: int
    meant: str


def corrected(words: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The line with its numbers put right, and (start, end, what was read) for each place in it that was changed."""
    done: list[tuple[int, int, str]] = []
    at = 0  # what stands before has been seen to
    while suspects := [change for change in _suspects(words) if change.start >= at]:
        start, end = _run(words, suspects[0])
        here = [change for change in suspects if change.start < end]
        at = end
        if len(here) > _MOST or _is_quantity(words, start, end):
            continue
        ways = [way for way in _ways(here) if _is_possible(words, start, end, way)]
        if len(ways) == 1:
            length = len(words)
            words, places = _changed(words, ways[0])
            done += places
            at += len(words) - length
    return words, tuple(done)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = []
    for read, meant, *around in table("misreadings"):
        after, before = (*around, "", "")[:2]
        behind = f"(?:^|(?<=[{after}]))" if after.startswith("^") else f"(?<=[{after}])" if after else ""
        found.append((re.compile(behind + re.escape(read) + (f"(?=[{before}])" if before else "")), meant))
    return tuple(found)


@cache
def _any() -> re.Pattern[str]:
    """Finds out at once that a line has nothing to look at."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _patterns()))


def _suspects(words: str) -> list[Change]:
    """Places that may have been misread, in order."""
    if not _any().search(words):
        return []
    places = (Change(*match.span(), meant) for pattern, meant in _patterns() for match in pattern.finditer(words))
    return sorted(place for place in places if not (place.meant == "." and _YEAR.search(words, 0, place.start)))


def _run(words: str, suspect: Change) -> tuple[int, int]:
    """The stretch of characters of one number around a place."""
    others = {at for change in _suspects(words) for at in range(change.start, change.end)}
    number = re.compile(f"[{_RUN}]")
    start, end = suspect.start, suspect.end
    while start and (start - 1 in others or number.match(words[start - 1])):
        start -= 1
    while end < len(words) and (end in others or number.match(words[end])):
        end += 1
    return start, end


def _ways(changes: list[Change]) -> Iterator[tuple[Change, ...]]:
    """All choices of one or more of the changes that do not overlap."""
    for number in range(1, len(changes) + 1):
        for way in combinations(changes, number):
            if all(one.end <= two.start for one, two in pairwise(way)):
                yield way


def _changed(words: str, way: Iterable[Change]) -> tuple[str, list[tuple[int, int, str]]]:
    """The line with the changes made, and where each stands in it."""
    places = []
    shift = 0
    for start, end, meant in way:
        begin = start + shift
        read = words[begin : end + shift]
        words = words[:begin] + meant + words[end + shift :]
        places.append((begin, begin + len(meant), read))
        shift += len(meant) - len(read)
    return words, places


def _is_possible(words: str, start: int, end: int, way: tuple[Change, ...]) -> bool:
    changed, _ = _changed(words, way)
    return _is_quantity(changed, start, end + len(changed) - len(words))


def _is_quantity(words: str, start: int, end: int) -> bool:
    """Whether the stretch lies within one number with its unit."""
    return any(found.start <= start and end <= found.end and found.unit for found in scan(normal(words)))

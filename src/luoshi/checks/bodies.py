"""The names of party and government bodies that are known, and the known name nearest to one that is not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from luoshi.catalogue import table
from luoshi.checks.reading import pairs

_SUFFIX = re.compile(r"(?:委员会|办公室|管理局|监督管理局|厅|局|部|委|办|署)$")
_MOST_EDITS = 2
_LEAST_NAME = 6  # characters; two shorter names can differ by one character and both be real (民政局, 财政局)


class Near(NamedTuple):
    """A known name and its edit distance."""

    name: str
    distance: int


@cache
def known_names() -> frozenset[str]:
    """Full names and short forms, without the name of a place."""
    rows = [row for row in table("bodies") if row[1] != "domain"]
    return frozenset(name for row in rows for name in (row[0], *row[3].split()))


@cache
def _fields() -> frozenset[str]:
    return frozenset(row[0] for row in table("bodies") if row[1] == "domain")


@cache
def _longest() -> int:
    return max(map(len, known_names()))


def longest_known(words: str) -> int:
    """The length of the longest known name that ends ``words``; 0 where none does."""
    known = known_names()
    return next((n for n in range(min(len(words), _longest()), 1, -1) if words[-n:] in known), 0)


@lru_cache(maxsize=4096)
def is_joint_name(name: str) -> bool:
    """Whether a name is made of fields of work alone (教育+体育+局, 科技+和+工业+信息化+局), as counties make them."""
    suffix = _SUFFIX.search(name)
    if suffix is None:
        return False
    core, fields = name[: suffix.start()], _fields()
    reached = {0}
    for end in range(1, len(core) + 1):
        if any(start in reached and core[start:end].lstrip("和、") in fields for start in range(max(0, end - 9), end)):
            reached.add(end)
    return bool(core) and len(core) in reached


@lru_cache(maxsize=4096)
def nearest(name: str) -> Near | None:
    """The known full name that is at most two edits from ``name`` (Levenshtein, 1965); None where there is none.

    Only names that share half of their pairs of characters with ``name`` are measured.
    """
    if len(name) < _LEAST_NAME:
        return None
    shared = Counter(known for pair in pairs(name) for known in _by_pair().get(pair, ()))
    best: list[Near] = []
    for known, count in shared.items():
        if abs(len(known) - len(name)) > _MOST_EDITS or count * 2 < len(known) - 1:
            continue
        distance = edit_distance(name, known)
        if 0 < distance <= _MOST_EDITS and distance * 3 <= len(known):
            best.append(Near(known, distance))
    return min(best, key=lambda near: (near.distance, -shared[near.name], near.name), default=None)


@cache
def _by_pair() -> dict[str, tuple[str, ...]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for row in table("bodies"):
        if row[1] != "domain" and len(row[0]) >= _LEAST_NAME - _MOST_EDITS:
            for pair in pairs(row[0]):
                index[pair].append(row[0])
    return {pair: tuple(dict.fromkeys(names)) for pair, names in index.items()}


def edit_distance(one: str, other: str) -> int:
    """The least number of characters to put in, leave out or change (Levenshtein, 1965)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]

"""How alike two wordings of indicators are that no list knows. In doubt they are two indicators."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from luoshi.catalogue import settings
from luoshi.extraction.naming import full_name

LIKE = 0.75
"""From here on two wordings are taken for one indicator, and the join says so."""

HEAD = 2
"""The last characters of a wording, which say what kind of thing is measured: those of one indicator are the same."""

_THING = 3  # characters of what a deed is done to, at least

EXAMPLES = (  # two wordings, whether they are one indicator
    ("新增商业营业面积", "新增商业面积", True),
    ("新增就业", "城镇新增就业", True),
    ("地产蔬菜产量", "蔬菜产量", True),
    ("建成蔬菜大棚", "新建蔬菜大棚", True),
    ("建设高标准农田", "高标准农田建设", True),
    ("培育高新技术企业", "新认定高新技术企业", True),
    ("新增新能源装机", "新能源新增装机", True),
    ("改造老旧小区", "老旧小区改造", True),
    ("改造老旧小区", "新建老旧小区", False),
    ("新增大棚", "累计大棚", False),
    ("蔬菜种植面积", "蔬菜产量", False),
    ("小学建设项目", "初中建设项目", False),
    ("A区雨水管网改造", "A区供水管网改造", False),
    ("“甲计划”培训人数", "“乙计划”培训人数", False),
    ("100个示范村", "200个示范村", False),
    ("项目", "工业项目", False),
)

_DROPPED = re.compile(r"[\s《》（）()\[\]【】·、，的]+")
_QUOTED = re.compile(r"“([^”]*)”")
_DIGITS = re.compile(r"\d+(?:\.\d+)?|[A-Z]+")


@lru_cache(maxsize=8192)
def normal_wording(name: str) -> str:
    """The name with short forms written out, without brackets, 的, and words that do not change what is measured."""
    text = full_name(_DROPPED.sub("", name))
    loose = settings("definitions")["loose"]
    for word in sorted(loose["before"].split(), key=len, reverse=True):
        if text.startswith(word) and len(text) - len(word) >= 2:
            text = text[len(word) :]
    for word in loose["after"].split():
        if text.endswith(word) and len(text) - len(word) >= 4:
            text = text[: -len(word)]
            break
    return _deed_first(text)


def _deed_first(text: str) -> str:
    """The wording with what is done before the thing, in one word for one deed: 建成甲, 新建甲 and 甲建设 are one.

    What is to be built is reported as built, in whatever words; a total keeps its 累计 and stays another thing (contrasts).
    """
    for deed, first, last in _deeds():
        if (found := first.match(text)) and len(text) - found.end() >= _THING:
            return deed + text[found.end() :]
        if (found := last.search(text)) and len(text) - len(found[0]) >= _THING:
            return deed + text[: found.start()] + text[found.end() :]
    return text


@cache
def _deeds() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """One word for a deed, its words where a wording begins with them, and where they stand behind the thing."""
    return tuple(
        (row["deed"], re.compile("|".join(row["first"].split())), re.compile("|".join(row["behind"].split())))
        for row in settings("definitions")["deed"]
    )


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of pairs of neighbouring characters that two normal wordings have in common (Dice).

    0 where they look alike and cannot be one: their heads differ, or the numbers, letters or quoted names in
    them do, or they hold words that exclude each other (进口, 出口).
    """
    if one == other:
        return 1.0
    if one[-HEAD:] != other[-HEAD:]:
        return 0.0
    a, b = pairs(one), pairs(other)
    total = a.total() + b.total()
    alike = 2 * (a & b).total() / total if total else 0.0
    return 0.0 if alike >= LIKE and (_marks(one) != _marks(other) or contrast(one, other)) else alike


def shared_words(one: str, other: str) -> float:
    """The share of one sentence's pairs of neighbouring characters (not digits) that another sentence has too."""
    a, b = (pairs(_DIGITS.sub("", text)) for text in (one, other))
    return (a & b).total() / a.total() if a else 0.0


def pairs(text: str) -> Counter[str]:
    """The pairs of neighbouring characters."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


def _marks(text: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_QUOTED.findall(text)), frozenset(_DIGITS.findall(text))


@cache
def _contrasts() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(group.split()) for group in row) for row in settings("definitions")["contrasts"].values())


def contrast(one: str, other: str) -> bool:
    """Whether some row of contrasting words has one group in the one name and only another group in the other."""
    for row in _contrasts():
        a = {n for n, group in enumerate(row) if any(word in one for word in group)}
        b = {n for n, group in enumerate(row) if any(word in other for word in group)}
        if a and b and a.isdisjoint(b):
            return True
    return False

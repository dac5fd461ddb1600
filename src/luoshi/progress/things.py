"""What an undertaking or a result is about: its items, and the pairs of characters by which they are found again.

Words that stand in any undertaking (项目, 全面, 建成) are dropped first, amounts are kept apart: 2000 大棚 and 2350 大棚 are one thing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from luoshi.catalogue import settings, table
from luoshi.catalogue import words as listed

EXAMPLES = (  # words, the items in them
    ("完成旧桥巷供热管网改造、石牌街道路硬化", ("旧桥巷供热管网改造", "石牌街道路硬化")),
    ("蔬菜大棚2000亩、3座仓储库", ("蔬菜大棚", "仓储库")),
    ("建成“云帆”科创园二期", ("云帆科创园二期",)),
    ("全面推进各项工作", ()),
)

_NUMERAL = "一二两三四五六七八九十百"
_QUOTES = re.compile(r"[“”‘’《》（）()\s]|[—－-]")
_PART = re.compile(r"[、，,；;：:。\n]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]+\d*")
_AMOUNT_OF_WORDS = re.compile(rf"[{_NUMERAL}]+(?:个(?!体)|条|座|所(?=[^有])|栋|家(?!庭)|项|处|批|套)")


class Thing(NamedTuple):
    """One item: its words without the common ones, its pairs of characters, and what numbers it in a row (第九届, 二期)."""

    words: str
    pairs: frozenset[str]
    ordinals: frozenset[tuple[str, str]]


class About(NamedTuple):
    """What words are about: items, and the amounts in them as written (2000亩)."""

    things: tuple[Thing, ...]
    amounts: frozenset[str]


class _Patterns(NamedTuple):
    amount: re.Pattern[str]
    common: re.Pattern[str]
    ordinal: re.Pattern[str]
    join: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    rows = settings("proposals")
    units = sorted({row[0] for row in table("units") if row[0]}, key=len, reverse=True)
    return _Patterns(
        amount=re.compile(
            rf"\d[\d.,]*(?:[×xX—-]\d[\d.]*)?(?:[十百千万亿]*(?:{'|'.join(map(re.escape, units))})|[十百千万亿余多]*)"
        ),
        common=re.compile(
            _either(" ".join([rows["common"]["words"], *(w for w in listed("commitments", "adverbs") if len(w) > 1)]))
        ),
        ordinal=re.compile(rf"第?([{_NUMERAL}\d]+)({_either(rows['ordinals']['kinds'])})"),
        join=re.compile(rf"(?<=[^\n]{{3}})(?:{_either(rows['parting']['joins'])})(?=[^\n]{{3}})"),
    )


def _either(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


@lru_cache(maxsize=65536)
def about(words: str) -> About:
    """What words are about."""
    patterns = _patterns()
    plain = _QUOTES.sub("", words)
    amounts = frozenset(found[0] for found in patterns.amount.finditer(plain))
    things = []
    for part in _PART.split(plain):
        for item in patterns.join.sub("\n", part).split("\n"):
            ordinals = frozenset((found[2], found[1]) for found in patterns.ordinal.finditer(item))
            kept = patterns.common.sub(" ", _AMOUNT_OF_WORDS.sub(" ", patterns.amount.sub(" ", item)))
            runs = _HAN.findall(kept)
            pairs = frozenset(run[i : i + 2] for run in runs for i in range(max(len(run) - 1, 1)))
            if any(len(pair) > 1 for pair in pairs):
                things.append(Thing("".join(runs), frozenset(p for p in pairs if len(p) > 1), ordinals))
    return About(tuple(dict.fromkeys(things)), amounts)


def differ_in_order(one: Thing, other: Thing) -> bool:
    """Whether two items are told apart by their number in a row: 第八届 and 第九届."""
    for kind, number in one.ordinals:
        others = {n for k, n in other.ordinals if k == kind}
        if others and number not in others:
            return True
    return False

"""How sure it is that a result is what became of a commitment, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from luoshi.catalogue import settings
from luoshi.progress.duties import Duty
from luoshi.progress.rarity import Rarity
from luoshi.progress.things import About, Thing
from luoshi.progress.verbs import answer

_WIDER, _NARROWER = 0.55, 0.45
"""What the two wordings count: the one of which more is shared, and the other."""

_RARE = 1.2
"""The weight of shared pairs at which 63 % of the sureness that they can give is reached."""

_REPLACED = 2  # characters on both sides from which on one word stands in the place of another (健康社区, 正阳社区)


_SUREST = 0.99


class Reason(NamedTuple):
    """A reason in both languages."""

    zh: str
    en: str


class Agreement(NamedTuple):
    """In what a commitment and a result agree. ``sureness`` is from 0 to 1; ``things`` are the items that are alike."""

    sureness: float
    reasons: tuple[Reason, ...]
    things: tuple[str, str]


class Side(NamedTuple):
    """One side of a pair: a commitment or a result, what it is about, and the item of it that is looked at."""

    duty: Duty[Any]
    about: About
    thing: Thing


def agreement(promised: Side, done: Side, rarity: Rarity, least: float = 0) -> Agreement | None:
    """How far an item of a commitment agrees with one of a result; None where that is surely less than ``least``."""
    factors = settings("proposals")["factors"]
    one, other = promised.thing, done.thing
    shared = rarity.weight(one.pairs & other.pairs)
    narrow, wide = sorted((shared / rarity.weight(one.pairs), shared / rarity.weight(other.pairs)))
    sure = (_WIDER * wide + _NARROWER * narrow) * (1 - math.exp(-shared / _RARE))
    if sure + factors["amounts"] + factors["programmes"] < least:
        return None
    reasons = [_reason("object", words=_common(one.words, other.words))]
    for key in _less_sure(promised, done, exact=narrow == 1):
        sure *= factors[key]
        reasons.append(_reason(key, promised=promised.duty.record.action, done=done.duty.record.action))
    for key, words in (
        ("amounts", promised.about.amounts & done.about.amounts),
        ("programmes", {*promised.duty.record.programmes} & {*done.duty.record.programmes}),
    ):
        if words:
            sure += factors[key]
            reasons.append(_reason(key, words="、".join(sorted(words))))
    return Agreement(min(round(sure, 2), _SUREST), tuple(reasons), (one.words, other.words))


def _less_sure(promised: Side, done: Side, *, exact: bool) -> Iterator[str]:
    """The keys of what speaks for a pair or against it, each with a factor; ``exact`` where all is shared."""
    one, other = promised.thing.words, done.thing.words
    if not exact and _replaced(one, other):
        yield "replaced"
    measured = tuple(settings("proposals")["measured"]["ends"].split())
    if one.endswith(measured) != other.endswith(measured):
        yield "measured"
    yield answer(promised.duty, done.duty).value
    if not promised.duty.record.checkable:
        yield "intent"


def _reason(key: str, **values: str) -> Reason:
    row = settings("proposals")["reasons"][key]
    return Reason(row["zh"].format(**values), row["en"].format(**values))


def _common(one: str, other: str) -> str:
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[found.a : found.a + found.size]


def _replaced(one: str, other: str) -> bool:
    """Whether where the two differ one word stands in the place of another."""
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return any(
        kind == "replace" and min(to - start, end - begin) >= _REPLACED for kind, start, to, begin, end in changes
    )

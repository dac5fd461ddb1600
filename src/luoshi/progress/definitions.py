"""What an indicator is: which one, and how it is measured (口径), so that unlike things are never joined in silence."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from luoshi.catalogue import settings
from luoshi.extraction.naming import indicator_id as known_id
from luoshi.extraction.naming import indicators, known
from luoshi.progress.likeness import HEAD, LIKE, likeness, normal_wording

EXAMPLES: tuple[tuple[str, str, dict[str, str]], ...] = (  # name, the wording or id of what is measured, and how
    ("规上工业增加值", "industrial_value_added", {"threshold": "above_scale"}),
    ("工业增加值", "industrial_value_added", {}),
    ("区本级全社会固定资产投资额", "fixed_asset_investment", {"tier": "own", "coverage": "all"}),
    ("固定资产投资", "fixed_asset_investment", {}),
    ("固定资产投资（不含农户）", "fixed_asset_investment", {"coverage": "without_farms"}),
    ("地方财政总收入", "fiscal_revenue_total", {"fiscal_share": "local"}),
    ("城镇人均可支配收入", "disposable_income_per_capita", {"residents": "urban"}),
    ("农民人均纯收入", "net_income_rural", {"residents": "rural"}),
    ("城镇新增就业", "urban_new_jobs", {}),
    ("全社会用电量", "electricity_consumption", {}),
    ("规模工业增加值", "industrial_value_added", {"threshold": "above_scale"}),
    ("户籍人口城镇化率", "urbanisation_rate_registered", {"population": "registered"}),
    ("居民消费价格涨幅", "cpi", {}),
    ("农民工月均收入", "农民工月均收入", {}),
)

_PRICE_REACH = 10  # characters before a number within which the words stand that name its prices
_MARKS = "，。；、：（）"
_BASES = {"like_for_like": "同口径", "real": "按可比价", "nominal": "按现价"}


class Agreement(StrEnum):
    """What two indicators are to each other."""

    SAME = "same"
    OPEN = "open"  # one does not say how it is measured: perhaps the same
    LIKE = "like"  # alike in wording, known to no list
    UNLIKE = "unlike"  # the same thing measured otherwise: not comparable
    OTHER = "other"  # two indicators


class Identity(NamedTuple):
    """``core`` is the id of what is measured, or its normal wording; ``parts`` say how, by dimension (definitions.toml).

    ``also`` are further normal wordings of it that a person joined. ``alone`` is what a person split off: nothing else is it.
    """

    core: str
    parts: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()
    alone: bool = False

    @property
    def listed(self) -> bool:
        """Whether the catalogue knows it."""
        return self.core in indicators()

    @property
    def decided(self) -> bool:
        """Whether a person said what belongs to it."""
        return self.alone or bool(self.also)


class Comparison(NamedTuple):
    """``score`` (0 to 1) is how sure it is that both are one; ``differing`` names the dimensions that do not agree."""

    agreement: Agreement
    score: float
    differing: tuple[str, ...] = ()
    note: str = ""


class _Dimension(NamedTuple):
    key: str
    name: str
    unstated: str
    group: bool
    within: tuple[str, ...]
    words: tuple[tuple[str, str], ...]  # word and value, longest word first
    labels: tuple[tuple[str, str], ...]  # value and the word that it is shown by


@lru_cache(maxsize=8192)
def identify(name: str, id: str = "", before: str = "") -> Identity:
    """What the name of an indicator stands for. ``before`` are the words before its number, which may name the prices."""
    if id not in indicators():
        id = ""  # none, or one that the catalogue does not have any more
    full = known(id).name if id else name
    parts: dict[str, str] = {}
    rest, wording = normal_wording(full), normal_wording(name)
    for dimension in dimensions():
        said, (canonical, shorter) = _taken(dimension, wording)[0], _taken(dimension, rest)
        value = canonical or said
        if id and not dimension.within:
            value = canonical  # 规模工业增加值 is known to be that 规模以上, whatever the name says
        elif dimension.unstated == "open":
            value = said  # 固定资产投资 leaves its range open, whatever its standard name is
        if value and value != dimension.unstated:
            parts[dimension.key] = value
        rest = shorter
    core = known_id(rest) or id or rest
    prices = _prices(before)
    if prices:
        parts["prices"] = prices
    return Identity(core, tuple(sorted(parts.items())))


@lru_cache(maxsize=65536)
def compare(one: Identity, other: Identity) -> Comparison:
    """Whether two indicators are one, may be one, or are the same thing measured otherwise."""
    if note := successions().get((one, other)):
        return Comparison(Agreement.UNLIKE, 0.0, ("successor",), note)
    score = 1.0
    if is_bare(one) or is_bare(other):
        return Comparison(Agreement.OTHER, 0.0)
    if one.core != other.core:
        score = _likeness(one, other)
        if score < LIKE:
            return Comparison(Agreement.OTHER, 0.0)
    elif one.alone != other.alone:
        return Comparison(Agreement.OTHER, 0.0)
    a, b = dict(one.parts), dict(other.parts)
    differing, unlike = [], False
    for dimension in (*dimensions(), _PRICES):
        mine, theirs = a.get(dimension.key, ""), b.get(dimension.key, "")
        if mine == theirs:
            continue
        if dimension.group:
            return Comparison(Agreement.OTHER, 0.0)
        differing.append(dimension.key)
        unlike = unlike or dimension.unstated != "open" or bool(mine and theirs)
    if unlike:
        return Comparison(Agreement.UNLIKE, 0.0, tuple(differing))
    agreement = Agreement.LIKE if score < 1 else Agreement.OPEN if differing else Agreement.SAME
    return Comparison(agreement, round(score * 0.9 ** len(differing), 3), tuple(differing))


def _likeness(one: Identity, other: Identity) -> float:
    """How alike the most alike of their wordings are; 0 where a person or the catalogue tells them apart."""
    if one.alone or other.alone or (one.decided and other.decided) or (one.listed and other.listed):
        return 0.0
    return max(likeness(a, b) for a in wordings(one) for b in wordings(other))


@lru_cache(maxsize=65536)
def heads(identity: Identity) -> tuple[str, ...]:
    """What all that is not another indicator than this one shares with it: the ends of its wordings. To look things up by."""
    return tuple(dict.fromkeys(wording[-HEAD:] for wording in wordings(identity)))


def definition_words(identity: Identity) -> str:
    """How it is measured, in words: 统计起点：规模以上; "" where the name says nothing."""
    names = {dimension.key: dimension for dimension in dimensions()}
    said = []
    for key, value in identity.parts:
        if key in names:
            said.append(f"{names[key].name}：{dict(names[key].labels)[value]}")
        else:
            said.append(_BASES[value])
    return "，".join(said)


def measured_in_real_terms(identity: Identity) -> bool:
    """Whether the growth of it is at constant prices: it does not follow from two levels."""
    prices = settings("definitions")["prices"]
    if ("prices", "real") in identity.parts or identity.core in prices["real_ids"].split():
        return True
    return any(word in _wording(identity) for word in prices["real_names"].split())


def better(identity: Identity) -> str:
    """up, down or none as the catalogue says of a known indicator; "" for one that it does not know."""
    return known(identity.core).better if identity.listed else ""


@cache
def dimensions() -> tuple[_Dimension, ...]:
    """The dimensions of definitions.toml."""
    return tuple(
        _Dimension(
            row["key"],
            row["name"],
            row["unstated"],
            row.get("group", False),
            tuple(row.get("within", "").split()),
            tuple(
                sorted(
                    ((word, value) for value, words in row["values"].items() for word in words.split()),
                    key=lambda pair: -len(pair[0]),
                )
            ),
            tuple((value, words.split()[0]) for value, words in row["values"].items()),
        )
        for row in settings("definitions")["dimension"]
    )


_PRICES = _Dimension("prices", "价格", "open", False, (), (), ())


@cache
def successions() -> dict[tuple[Identity, Identity], str]:
    """Pairs of indicators of which one took the other's place with another definition, and why."""
    found = {}
    for row in settings("definitions")["successor"]:
        first, last = (identify(known(row[end]).name, row[end]) for end in ("from", "to"))
        found[first, last] = found[last, first] = row["note"]
    return found


def _taken(dimension: _Dimension, name: str) -> tuple[str, str]:
    """The value that a name states of a dimension, and the name without the words that state it."""
    if dimension.within and not any(word in name for word in dimension.within):
        return "", name
    for word, value in dimension.words:
        if word in name and len(name) - len(word) >= 2:
            return value, name.replace(word, "", 1)
    return "", name


def is_bare(identity: Identity) -> bool:
    """Whether a name says only what kind of thing is counted (投资, 项目): two of that name need not be one."""
    return not (identity.listed or identity.decided) and (identity.core in _bare() or len(identity.core) < 2)


@cache
def _bare() -> frozenset[str]:
    return frozenset(settings("definitions")["loose"]["bare"].split())


def _wording(identity: Identity) -> str:
    return normal_wording(known(identity.core).name) if identity.listed else identity.core


def wordings(identity: Identity) -> tuple[str, ...]:
    """The normal wordings of it that are known, its own first."""
    return (_wording(identity), *identity.also)


@cache
def _price_words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    prices = settings("definitions")["prices"]
    return tuple(
        (key, re.compile("|".join(sorted(map(re.escape, prices[key].split()), key=len, reverse=True))))
        for key in _BASES
    )


def _prices(before: str) -> str:
    """On which basis a growth is measured, where the words right before its number say so (扣除价格因素实际增长)."""
    near = before[-_PRICE_REACH:]
    near = near[max(near.rfind(mark) for mark in _MARKS) + 1 :]
    return next((key for key, pattern in _price_words() if pattern.search(near)), "")

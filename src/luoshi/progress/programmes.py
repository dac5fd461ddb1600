"""The same programme under its variants in several documents: with and without marks and head noun, and in short.

Short forms are joined where a document says that they are (以下简称“百千万工程”), and where they take just the numerals out of one
longer name (百县千镇万村 → 百千万) that has the same head noun and is used in the same place. What only counts (“五大战略”, “两个中心”)
is in each place another programme.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from luoshi.extraction.programmes import head_noun, programme_key

EXAMPLES = (  # names in documents of one place, those that are one programme
    (("“产业倍增”战略", "产业倍增", "产业倍增行动"), (("“产业倍增”战略", "产业倍增", "产业倍增行动"),)),
    (("“百县千镇万村”工程", "“百千万”工程"), (("“百县千镇万村”工程", "“百千万”工程"),)),
    (("百县千镇万村高质量发展工程", "百千万工程"), (("百县千镇万村高质量发展工程", "百千万工程"),)),
    (("千企万户大走访", "千万工程"), (("千企万户大走访",), ("千万工程",))),
    (("“百企千品”行动", "“百村千景”行动", "“百千”行动"), (("“百企千品”行动",), ("“百村千景”行动",), ("“百千”行动",))),
    (("“云桥计划”", "“云帆计划”"), (("“云桥计划”",), ("“云帆计划”",))),
)

_NUMERALS = "一二三四五六七八九十百千万亿两双0123456789"
_NUMERAL = re.compile(f"[{_NUMERALS}]")
_FEWEST = 2  # numerals that make a short form
_COUNTING = re.compile(rf"[{_NUMERALS}]{{1,2}}[个大项条张类].{{0,3}}|[\dA-Za-z+＋×.\-—]+")
"""A key that only counts, or is a code (“965”): names of one place."""


class Named(NamedTuple):
    """A programme as a document names it: ``number`` is its place among the document's programmes, ``place`` the
    document's own. ``short`` are forms that the document says to stand for it."""

    document: int
    number: int
    name: str
    place: str
    short: tuple[str, ...] = ()


class Group(NamedTuple):
    """One programme over all documents. ``key`` tells it apart, ``keys`` are those of all its variants."""

    key: str
    name: str
    variants: tuple[str, ...]
    keys: tuple[str, ...]
    named: tuple[Named, ...]


def key_in(name: str, place: str) -> str:
    """The key of a programme that a document of ``place`` names so."""
    key = programme_key(name)
    return f"{key}（{place}）" if _COUNTING.fullmatch(key) else key


def joined(named: Iterable[Named]) -> list[Group]:
    """The programmes, each with all its names, in the order in which they first stand."""
    by_key: dict[str, list[Named]] = defaultdict(list)
    for item in named:
        by_key[key_in(item.name, item.place)].append(item)
    full = _full_forms(by_key)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in by_key:
        groups[_last(full, key)].append(key)
    return [_group(key, keys, by_key) for key, keys in groups.items()]


def _group(key: str, keys: list[str], by_key: Mapping[str, list[Named]]) -> Group:
    items = tuple(sorted(item for one in keys for item in by_key[one]))
    own = Counter(item.name for item in by_key[key])
    name = max(own, key=lambda name: (own[name], len(name), name))
    variants = tuple(sorted({item.name for item in items} - {name}))
    return Group(key, name, variants, tuple(keys), items)


def _full_forms(by_key: Mapping[str, list[Named]]) -> dict[str, str]:
    """The key of the long form for those of short forms."""
    said = {
        own: key
        for key, items in by_key.items()
        for item in items
        for short in item.short
        if (own := key_in(short, item.place)) != key
    }
    full = {short: key for short, key in said.items() if short in by_key}
    by_numerals: dict[str, set[str]] = defaultdict(set)
    for key in by_key:
        numerals = "".join(_NUMERAL.findall(key))
        if len(numerals) >= _FEWEST and numerals != key:
            by_numerals[numerals].add(key)
    for key in by_key.keys() & by_numerals.keys():
        uses = _uses(by_key[key])
        longer = [other for other in by_numerals[key] if uses & _uses(by_key[other])]
        if len(longer) == 1 and key not in full:
            full[key] = longer[0]
    return full


def _uses(items: Iterable[Named]) -> set[tuple[str, str]]:
    """In which places a programme is named with which head noun ("" where the name has none)."""
    return {(item.place, head_noun(item.name)) for item in items if item.place}


def _last(full: Mapping[str, str], key: str) -> str:
    """The longest form; where two are said to stand for each other, the one that comes round first."""
    seen = {key}
    while (longer := full.get(key)) is not None and longer not in seen:
        key = longer
        seen.add(key)
    return key

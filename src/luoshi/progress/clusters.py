"""The indicators of many figures: names that are one by what persons decided, by the catalogue, or by their wording."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from luoshi.extraction.naming import indicators
from luoshi.progress.choices import Choices
from luoshi.progress.definitions import Agreement, Identity, compare, definition_words, identify, is_bare, wordings
from luoshi.progress.likeness import HEAD, LIKE, normal_wording, pairs

_SHARED = LIKE / (2 - LIKE)
"""Of a wording's pairs the least share that an alike one (Dice) has too, even one that is all contained in it."""


class Wording(NamedTuple):
    """What figures call an indicator, with the id that they have ("" where the catalogue does not know it).

    ``numbers`` are the register's for it, ``figures`` how many call it so.
    """

    name: str
    indicator_id: str
    numbers: tuple[int, ...]
    figures: int


class Cluster(NamedTuple):
    """Names of one indicator, the most frequent first. ``id`` is the catalogue's, or made of the ``name``.

    ``decided``: a person joined or split it. ``bare``: the name says only what kind of thing is counted, and two figures of it
    need not be of one.
    """

    id: str
    name: str
    identity: Identity
    wordings: tuple[Wording, ...]

    @property
    def decided(self) -> bool:
        return self.identity.decided

    @property
    def bare(self) -> bool:
        return is_bare(self.identity)

    @property
    def figures(self) -> int:
        return sum(wording.figures for wording in self.wordings)

    def defined(self) -> list[tuple[Wording, str]]:
        """The wordings, each with how it says that it measures."""
        return [(own, definition_words(identify(own.name, own.indicator_id))) for own in self.wordings]

    @property
    def definitions(self) -> tuple[str, ...]:
        """How the wordings say that they measure, each once; "" for what says nothing."""
        return tuple(dict.fromkeys(words for _, words in self.defined()))


def made_id(name: str) -> str:
    """The id of an indicator that the catalogue does not know, by its normal wording."""
    return f"u-{hashlib.sha256(normal_wording(name).encode()).hexdigest()[:8]}"


def clusters(names: Iterable[Wording], choices: Choices) -> list[Cluster]:
    """The indicators, those with the most figures first.

    What no person and no list knows is joined to the more frequent wording that it is most like (``likeness``), never through
    a third one: of a chain of wordings the ends may be anything.
    """
    fixed: dict[tuple[str, bool], list[Wording]] = defaultdict(list)
    named: dict[tuple[str, bool], Identity] = {}
    loose: list[tuple[Wording, Identity]] = []
    for wording in sorted(names, key=lambda wording: (-wording.figures, wording.name, wording.indicator_id)):
        own = identify(wording.name, wording.indicator_id)
        identity = choices.identity(wording.name, wording.indicator_id, own)
        if identity.decided or identity.listed:
            key = identity.core, identity.alone
            fixed[key].append(wording)
            named.setdefault(key, identity)
        else:
            loose.append((wording, identity))
    groups = [_Group(identity, fixed[key]) for key, identity in named.items()]
    groups += _by_wording(groups, loose)
    found = [_cluster(group, choices) for group in groups]
    return sorted(found, key=lambda cluster: (-cluster.figures, cluster.id))


class _Group(NamedTuple):
    identity: Identity
    names: list[Wording]


def _cluster(group: _Group, choices: Choices) -> Cluster:
    first = group.names[0]
    if group.identity.listed:
        name = indicators()[group.identity.core].name
        return Cluster(group.identity.core, name, group.identity, tuple(group.names))
    choice = choices.of(first.name, first.indicator_id)
    name = choices.held.final(choice.wording) if choice is not None else first.name
    return Cluster(made_id(name), name, group.identity, tuple(group.names))


def _by_wording(decided: list[_Group], loose: list[tuple[Wording, Identity]]) -> list[_Group]:
    """Puts each wording into the group that it is most like, or makes a group of it; gives the groups made."""
    index = _Index(identity for _, identity in loose)
    made: list[_Group] = []
    for group in decided:
        if not group.identity.alone and group.identity.also:
            index.add(group)
    for wording, identity in loose:
        scored = ((compare(group.identity, identity), group) for group in index.near(identity))
        joined = [pair for pair in scored if pair[0].agreement in _JOINED]
        if joined:
            max(joined, key=lambda pair: pair[0].score)[1].names.append(wording)
        else:
            made.append(_Group(identity, [wording]))
            if not is_bare(identity):
                index.add(made[-1])
    return made


_JOINED = (Agreement.SAME, Agreement.OPEN, Agreement.LIKE)


class _Index:
    """Groups by their wordings' heads and rarer pairs of characters: alike wordings have one of these in common.

    Alike wordings share at least ``_SHARED`` of their pairs, so that among the rarest pairs of each, one more than the others are,
    there is one of the other (prefix filtering, Chaudhuri et al. 2006).
    """

    def __init__(self, identities: Iterable[Identity]) -> None:
        self._frequency = Counter(pair for identity in identities for pair in set(pairs(identity.core)))
        self._entries: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)

    def add(self, group: _Group) -> None:
        for wording in wordings(group.identity):
            entry = _Entry(group, frozenset(pairs(wording)), pairs(wording).total())
            for key in self._keys(wording):
                self._entries[key].append(entry)

    def near(self, identity: Identity) -> list[_Group]:
        """The groups that may be like it, in the order in which they were added."""
        found: dict[int, _Group] = {}
        for wording in wordings(identity):
            own = pairs(wording)
            distinct, size = own.keys(), own.total()
            seen: set[int] = set()
            for key in self._keys(wording):
                for entry in self._entries.get(key, ()):
                    if id(entry) not in seen and id(entry.group) not in found:
                        seen.add(id(entry))
                        shared = len(entry.pairs & distinct) + size - len(distinct)  # no fewer than are shared
                        if 2 * shared >= LIKE * (size + entry.size):
                            found[id(entry.group)] = entry.group
        return list(found.values())

    def _keys(self, wording: str) -> Iterator[tuple[str, str]]:
        own = sorted(pairs(wording).elements(), key=lambda pair: (self._frequency[pair], pair))
        rare = own[: len(own) - ceil(_SHARED * len(own)) + 1]
        return ((wording[-HEAD:], pair) for pair in dict.fromkeys(rare))


class _Entry(NamedTuple):
    """A wording of a group by its pairs of characters; ``size`` counts those that it has twice."""

    group: _Group
    pairs: frozenset[str]
    size: int

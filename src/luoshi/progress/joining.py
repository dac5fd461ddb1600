"""Looking at the indicators of a register, and joining or splitting them by hand (docs/register.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations, islice, product

from luoshi.amounts import same_units
from luoshi.errors import RegisterError
from luoshi.extraction.naming import indicator_id, indicators
from luoshi.progress.choices import Choices
from luoshi.progress.clusters import Cluster, Wording, clusters, made_id
from luoshi.progress.definitions import Agreement, Identity, compare, definition_words, identify, wordings
from luoshi.progress.likeness import HEAD, contrast, normal_wording
from luoshi.register import IndicatorDecision, Register
from luoshi.register.indicator_queries import Name

Parts = tuple[tuple[str, str], ...]
"""How an indicator is measured, as Identity has it."""


class Unlike(RegisterError):
    """Two indicators that are measured otherwise: only by force are they joined."""


def indicators_of(register: Register, words: Collection[str] = (), *, unknown: bool = False) -> list[Cluster]:
    """The indicators of a register, those with the most figures first; with ``words`` only those of which a name holds one of
    them or which has it as its id, with ``unknown`` only those that the catalogue does not know.
    """
    choices = Choices(register.indicator_choices())
    named = [name for name in register.indicator_names() if not (unknown and name.indicator_id)]
    if words:
        named = _beside(named, words, choices)
    figures = register.indicator_counts([name.number for name in named])
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for name in named:
        if name.number in figures:
            numbers[name.indicator, name.indicator_id].append(name.number)
    found = clusters(
        (Wording(*key, tuple(own), sum(figures[number] for number in own)) for key, own in numbers.items()), choices
    )
    if unknown:
        found = [cluster for cluster in found if not cluster.identity.listed]
    return [cluster for cluster in found if not words or _holds(cluster, words)]


def _beside(names: list[Name], words: Collection[str], choices: Choices) -> list[Name]:
    """The names that hold one of the words, and all that may be of one indicator with one of these."""

    def ends(name: Name) -> frozenset[str]:
        identity = choices.identity(name.indicator, name.indicator_id, identify(name.indicator, name.indicator_id))
        return frozenset(wording[-HEAD:] for wording in wordings(identity))

    wanted = frozenset(end for name in names if _is_meant(name, words) for end in ends(name))
    return [name for name in names if normal_wording(name.indicator)[-HEAD:] in wanted or ends(name) & wanted]


def _is_meant(name: Name, words: Collection[str]) -> bool:
    own = (name.indicator, name.indicator_id, made_id(name.indicator))
    return any(word in name.indicator or word in own for word in words)


def _holds(cluster: Cluster, words: Collection[str]) -> bool:
    names = [cluster.name, *(wording.name for wording in cluster.wordings)]
    ids = {cluster.id, *(made_id(name) for name in names)}
    return any(word in ids or any(word in name for name in names) for word in words)


def merge(
    register: Register, one: str, other: str, by: str, *, into: str = "", force: bool = False
) -> IndicatorDecision:
    """Joins two indicators, each given by one of its names or its id, to one: ``into``, or the known one of both, or the first.

    Raises Unlike where they are measured otherwise and ``force`` is not set, RegisterError where one of them is not there.
    """
    first, second = found(register, one), found(register, other)
    if first.id == second.id:
        raise RegisterError(f"{one} and {other} are one indicator already: {first.name}.")
    target = _target(into) if into else next((c.id for c in (first, second) if c.identity.listed), first.name)
    differences = list(_differences(register, first, second, target))
    if differences and not force:
        raise Unlike(f"{first.name} and {second.name} are not joined: {'; '.join(differences)}; --force joins them.")
    keys = {key for cluster in (first, second) for key in _keys(cluster)}
    return register.decide_indicators("merge", dict.fromkeys(keys, target), by=by, forced=bool(differences))


def split(register: Register, wording: str, by: str, *, from_: str = "") -> IndicatorDecision:
    """Makes a name an indicator of its own that nothing else is. Raises RegisterError where it is not there, not in the
    indicator named by ``from_``, or alone already.
    """
    cluster = found(register, wording)
    names = {name.name for name in cluster.wordings if wording in (name.name, made_id(name.name))}
    if not names:
        raise RegisterError(f"{wording} is an indicator; name one of its wordings: {_some(cluster)}.")
    if from_ and found(register, from_).id != cluster.id:
        raise RegisterError(f"{wording} is not in {from_} but in {cluster.name} ({cluster.id}).")
    if cluster.identity.alone:
        raise RegisterError(f"{wording} is an indicator of its own already.")
    return register.decide_indicators("split", {name: name for name in names}, by=by)


def found(register: Register, named: str) -> Cluster:
    """The indicator that has this name among its wordings, or this id. Raises RegisterError where there is none."""
    known = indicators().get(named)
    asked = {named, known.name} if known else {named}
    near = indicators_of(register, asked)
    own = [cluster for cluster in near if named == cluster.id or named in (name.name for name in cluster.wordings)]
    own = own or [cluster for cluster in near if named in map(made_id, (name.name for name in cluster.wordings))]
    own = own or [cluster for cluster in near if named == cluster.name]
    if own:
        return own[0]
    id = known.id if known else indicator_id(named)
    if id:
        row = indicators()[id]
        return Cluster(id, row.name, identify(row.name, id), ())
    raise RegisterError(f"{register.name}: no figure's indicator is called {named}; luoshi indicator list shows them.")


def _target(into: str) -> str:
    return into if into in indicators() else indicator_id(into) or into


def _keys(cluster: Cluster) -> Iterator[str]:
    """The names of an indicator; of a known one its id, so that names not met yet come with it, and those that persons joined."""
    if not cluster.identity.listed:
        yield cluster.name
    else:
        yield cluster.id
    for name in cluster.wordings:
        if name.indicator_id != cluster.id or not cluster.identity.listed:
            yield name.name


def _differences(register: Register, one: Cluster, other: Cluster, target: str) -> Iterator[str]:
    """Why two indicators may be two."""
    if one.identity.listed and other.identity.listed:
        yield f"the catalogue tells {one.id} from {other.id}"
    sides = [set(_parts(one)), set(_parts(other)), set() if target in (one.name, other.name) else {_parts_of(target)}]
    apart = (
        f"measured otherwise: {_said(a)} and {_said(b)}"
        for side, opposite in combinations(sides, 2)
        for a, b in product(sorted(side), sorted(opposite))
        if _told_apart(a, b)
    )
    yield from islice(apart, 1)
    if contrast(normal_wording(one.name), normal_wording(other.name)):
        yield "their names hold words that exclude each other"
    units = [register.indicator_units(_numbers(cluster)) for cluster in (one, other)]
    if all(units) and not any(same_units(a, b) for a in units[0] for b in units[1]):
        yield f"no unit in common: {units[0][0]} and {units[1][0]}"


def _parts_of(target: str) -> Parts:
    row = indicators().get(target)
    return identify(*((row.name, row.id) if row else (target,))).parts


def _parts(cluster: Cluster) -> Iterator[Parts]:
    yield from (identify(name.name, name.indicator_id).parts for name in cluster.wordings)
    if not cluster.wordings:
        yield cluster.identity.parts


def _told_apart(one: Parts, other: Parts) -> bool:
    same = "gdp"  # anything that both are
    return compare(Identity(same, one), Identity(same, other)).agreement in (Agreement.UNLIKE, Agreement.OTHER)


def _said(parts: Parts) -> str:
    return definition_words(Identity("", parts)) or "未说明口径"


def _numbers(cluster: Cluster) -> list[int]:
    return [number for name in cluster.wordings for number in name.numbers]


def _some(cluster: Cluster) -> str:
    return "、".join(name.name for name in cluster.wordings[:5])

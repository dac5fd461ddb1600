"""Which results may be what became of a commitment: proposals, each with its sureness and reasons, for a person to decide.

A commitment of one document and an accomplishment of a later one of the same place are set beside each other where items of
theirs have pairs of characters in common that are rare in the documents at hand. Nothing is closed by this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from luoshi.catalogue import settings
from luoshi.extraction import word_kinds
from luoshi.model import Accomplishment, Commitment
from luoshi.progress.duties import Duty, Undertakings
from luoshi.progress.rarity import Rarity
from luoshi.progress.sureness import Agreement, Side, agreement
from luoshi.progress.things import Thing, about, differ_in_order

_CANDIDATES = 24
"""Items of results that are looked at for one item of a commitment: those that share the most."""

_LEADING = 0.15
"""How rare a pair of characters must be to lead to candidates."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A commitment with a result that may be what became of it. A commitment may have several, and a result too."""

    commitment: Duty[Commitment]
    result: Duty[Accomplishment]
    agreement: Agreement

    @property
    def sureness(self) -> float:
        return self.agreement.sureness

    @property
    def key(self) -> tuple[str, str]:
        """The ids of the two records."""
        return self.commitment.record_id, self.result.record_id


def propose(documents: Iterable[Undertakings], least: float | None = None) -> list[Proposal]:
    """The proposals among the documents, by commitment in the order of the documents, the surest first.

    ``least`` is the sureness from which on they are given; without it that of catalogue/proposals.toml.
    """
    documents = list(documents)
    bound = shown_from() if least is None else least
    rarity = Rarity(about(matter) for document in documents for matter in _matters(document))
    results = _Results(documents, rarity)
    found: list[Proposal] = []
    for document in documents:
        for commitment in document.commitments:
            found += [one for one in _of(commitment, results, rarity, bound) if one.sureness >= bound]
    return found


def shown_from() -> float:
    """The sureness from which on a proposal is shown."""
    return float(settings("proposals")["sureness"]["shown"])


def _matters(document: Undertakings) -> Iterator[str]:
    for commitment in document.commitments:
        yield commitment.matter
    for result in document.accomplishments:
        yield result.matter


class _Results:
    """The items of all results by place and pair of characters."""

    def __init__(self, documents: Iterable[Undertakings], rarity: Rarity) -> None:
        self._rarity = rarity
        self._items: list[Side] = []
        self._holding: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for document in documents:
            for result in document.accomplishments:
                told = about(result.matter)
                for thing in told.things:
                    for pair in thing.pairs:
                        if rarity.of(pair) >= _LEADING:
                            self._holding[result.source.home.key, pair].append(len(self._items))
                    self._items.append(Side(result, told, thing))

    def like(self, place: str, thing: Thing) -> Iterator[Side]:
        """The items of that place that share the most with a thing."""
        shared: defaultdict[int, float] = defaultdict(float)
        for pair in thing.pairs:
            weight = self._rarity.of(pair)
            for number in self._holding.get((place, pair), ()) if weight >= _LEADING else ():
                shared[number] += weight
        best = sorted(shared, key=lambda number: (-shared[number], number))
        return (self._items[number] for number in best)


def _of(commitment: Duty[Commitment], results: _Results, rarity: Rarity, least: float) -> list[Proposal]:
    """The proposals for one commitment, one for each result, the surest first; those surely below ``least`` are left out."""
    best: dict[str, Proposal] = {}
    told = about(commitment.matter)
    for thing in told.things:
        looked_at = 0
        for item in results.like(commitment.source.home.key, thing):
            if not fits(commitment, item.duty) or differ_in_order(thing, item.thing):
                continue
            if word_kinds.measures(thing.words) and _of_another_year(commitment, item.duty):
                continue
            looked_at += 1
            if looked_at > _CANDIDATES:
                break
            found = agreement(Side(commitment, told, thing), item, rarity, least)
            if found is None:
                continue
            proposal = Proposal(commitment, item.duty, found)
            known = best.get(item.duty.record_id)
            if known is None or known.sureness < proposal.sureness:
                best[item.duty.record_id] = proposal
    return sorted(best.values(), key=lambda proposal: (-proposal.sureness, proposal.result.record.span))


def _of_another_year(commitment: Duty[Commitment], result: Duty[Accomplishment]) -> bool:
    """Whether a result is of a later year than what was promised: a building may be late, the product of a year cannot."""
    due = commitment.interval.last if commitment.interval else commitment.source.month
    return due is not None and result.interval is not None and result.interval.year > due // 12


def fits(commitment: Duty[Commitment], result: Duty[Accomplishment]) -> bool:
    """Whether a result can be that of a commitment by place, time and actor: told in a later document of the same
    place, not long after the deadline, and not done before the commitment was made."""
    made, told = commitment.source, result.source
    if not made.home.name or made.home.key != told.home.key or made.month is None or told.month is None:
        return False
    due = commitment.interval.last if commitment.interval else made.month
    if not made.month < told.month <= max(due, made.month) + int(settings("proposals")["sureness"]["months"]):
        return False
    if result.interval is not None and result.interval.last < made.month:
        return False
    actors = {commitment.record.actor, result.record.actor} - {""}
    return len(actors) < 2

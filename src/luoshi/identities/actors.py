"""The bodies that commitments of many documents name, each once, with what they are called and what they are to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from luoshi.identities.bodies import NOWHERE, Body, body
from luoshi.model import Commitment
from luoshi.progress.localities import Locality, locality
from luoshi.register.identity_queries import Named


@dataclass(slots=True)
class Actor:
    """A body; ``names`` are how often documents call it what, ``lead``, ``cooperating`` and ``acting`` count commitments."""

    body: Body
    names: Counter[str] = field(default_factory=Counter)
    documents: set[int] = field(default_factory=set)
    lead: int = 0
    cooperating: int = 0
    acting: int = 0

    @property
    def commitments(self) -> int:
        return self.lead + self.cooperating + self.acting


def home_of(place: str, head: str) -> Locality:
    """The place for which a document speaks; ``head`` is its title and issuer."""
    return locality(place, head) if place else NOWHERE


def actors(rows: Iterable[Named]) -> list[Actor]:
    """The bodies, those with the most commitments first. Where the place is unknown the bodies of each document are its own."""
    found: dict[tuple[Body, int | None], Actor] = {}
    for row in rows:
        home = home_of(row.place, row.head)
        for role, name in _roles(row):
            who = body(name, home)
            actor = found.setdefault((who, None if who.place.key else row.document_id), Actor(who))
            actor.names[name] += row.commitments
            actor.documents.add(row.document_id)
            setattr(actor, role, getattr(actor, role) + row.commitments)
    return sorted(found.values(), key=lambda actor: (-actor.commitments, actor.body.full_name))


def _roles(row: Named) -> Iterator[tuple[str, str]]:
    if row.actor:
        yield "acting", row.actor
    yield from (("lead", name) for name in row.lead)
    yield from (("cooperating", name) for name in row.cooperating)


def is_led_by(commitment: Commitment, name: str, home: Locality) -> bool:
    """Whether the body of that name leads a commitment of a document that speaks for ``home``, or acts where none leads."""
    wanted = body(name, home)
    return wanted in (body(leading, home) for leading in commitment.lead or (commitment.actor,) if leading)

"""What a register knows of who acts: the people and bodies that its documents name, each with its document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from luoshi.register import schema
from luoshi.rows import parted

_DOCUMENTS = schema.documents.c


class Held(NamedTuple):
    """A post ("" for none) of a person named in a document; ``number`` is the person's in it."""

    document_id: int
    document: str
    date: str
    place: str
    head: str
    number: int
    person: str
    post: str


class Named(NamedTuple):
    """Bodies that a document names as ``actor``, as leading or as cooperating ones, in so many commitments."""

    document_id: int
    document: str
    place: str
    head: str
    actor: str
    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    commitments: int


_HEAD = func.coalesce(_DOCUMENTS.title, "") + " " + func.coalesce(_DOCUMENTS.issuer, "")


def held(connection: Connection, name: str = "") -> Iterator[Held]:
    """The people named in the newest versions of documents, or those of one name, with their posts, by document."""
    people, posts = schema.people, schema.posts
    same = and_(posts.c.document_id == people.c.document_id, posts.c.number == people.c.number)
    asked = (
        select(
            *(people.c.document_id, _DOCUMENTS.name, func.coalesce(_DOCUMENTS.date, "")),
            *(func.coalesce(_DOCUMENTS.place, ""), _HEAD),
            *(people.c.number, people.c.name, func.coalesce(posts.c.name, "")),
        )
        .select_from(people.join(schema.documents, people.c.document_id == _DOCUMENTS.id).outerjoin(posts, same))
        .where(_DOCUMENTS.superseded_by.is_(None))
        .order_by(people.c.document_id, people.c.number, posts.c.position)
    )
    for row in connection.execute(asked.where(people.c.name == name) if name else asked):
        yield Held(*row)


def named(connection: Connection) -> Iterator[Named]:
    """The bodies that commitments of the newest versions of documents name, by document."""
    columns = schema.commitments.c
    words = (columns.actor, columns.lead, columns.cooperating)
    asked = (
        select(columns.document_id, _DOCUMENTS.name, func.coalesce(_DOCUMENTS.place, ""), _HEAD, *words, func.count())
        .select_from(schema.commitments.join(schema.documents, columns.document_id == _DOCUMENTS.id))
        .where(_DOCUMENTS.superseded_by.is_(None), or_(*(column != "" for column in words)))
        .group_by(columns.document_id, *(_DOCUMENTS[name] for name in ("name", "place", "title", "issuer")), *words)
        .order_by(columns.document_id, *words)
    )
    for row in connection.execute(asked):
        document_id, document, place, head, actor, lead, cooperating, number = row
        yield Named(document_id, document, place, head, actor, parted(lead), parted(cooperating), number)

"""Bodies and people of a register as lines for programs and rows for people (docs/register.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.identities.actors import Actor
from luoshi.identities.people import Identity

Line = dict[str, Any]

BODY_COLUMNS = ("body", "place", "place_code", "level", "kind", "names", "documents", "acting", "lead", "cooperating")
BODY_HEADS = {
    "机构 body": "fold",
    "级别 level": "left",
    "类别 kind": "left",
    "说法 names": "fold",
    "文件 documents": "right",
    "承担 acting": "right",
    "牵头 lead": "right",
    "配合 cooperating": "right",
}

PERSON_COLUMNS = ("name", "post", "from", "until", "documents")
PERSON_HEADS = {
    "姓名 name": "left",
    "职务 post": "fold",
    "自 from": "left",
    "至 until": "left",
    "文件 documents": "fold",
}


def body_line(actor: Actor) -> Line:
    """A body with what it is called and what it is to do."""
    who = actor.body
    return {
        "body": who.full_name,
        "place": who.place.name,
        "place_code": who.place.code,
        "level": who.level,
        "kind": who.kind,
        "names": [name for name, _ in actor.names.most_common()],
        "documents": len(actor.documents),
        "acting": actor.acting,
        "lead": actor.lead,
        "cooperating": actor.cooperating,
    }


def body_row(actor: Actor) -> Line:
    """The same as a flat row."""
    return {**body_line(actor), "names": "、".join(actor.names)}


def body_cells(actor: Actor) -> tuple[str, ...]:
    """The cells of a body in the terminal's table."""
    row = body_row(actor)
    names = ("body", "level", "kind", "names", "documents", "acting", "lead", "cooperating")
    return tuple(str(row[name]) for name in names)


def person_line(person: Identity) -> Line:
    """A person with all posts, each with the dates of the first and the last document that names it."""
    posts = [{"post": post, "from": first, "until": last} for post, first, last in person.posts]
    return {"name": person.name, "posts": posts, "documents": person.documents}


def person_rows(person: Identity) -> Iterator[Line]:
    """A row for each post, or one for a person without any."""
    for post, first, last in person.posts or [("", person.history[0].date, person.history[-1].date)]:
        documents = "、".join(person.documents)
        yield {"name": person.name, "post": post, "from": first, "until": last, "documents": documents}


def person_cells(person: Identity) -> Iterator[tuple[str, ...]]:
    """The rows of a person in the terminal's table: the name once."""
    for n, row in enumerate(person_rows(person)):
        name, documents = ("", "") if n else (person.name, row["documents"])
        yield name, row["post"], row["from"], row["until"], documents

"""Which people of many documents are one, with their posts over time.

Two people of one name are one where a body in which they hold a post is the same, or where their posts are in one place and follow one
another: who is head of 财政局 in one year and of 商务局 in the next has changed posts, who is both by turns is two. All others of one name are
kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.extraction.posts import body_of
from luoshi.identities.actors import home_of
from luoshi.identities.bodies import COUNTRY, Body, body
from luoshi.progress.localities import Locality
from luoshi.register.identity_queries import Held


class Tenure(NamedTuple):
    """A post in a document: ``date`` is the document's ("" where unknown)."""

    date: str
    post: str
    body: Body
    document: str


@dataclass(slots=True)
class Identity:
    """A person; ``history`` are the posts by the dates of their documents, the same post of several documents several times."""

    name: str
    history: list[Tenure]
    documents: list[str]

    @property
    def posts(self) -> list[tuple[str, str, str]]:
        """Each post as it is called, with its body's place, and the dates of the first and the last document that names it."""
        dates: defaultdict[tuple[Body, str], list[str]] = defaultdict(list)
        for tenure in self.history:
            if tenure.post:
                dates[tenure.body, tenure.post].append(tenure.date)
        return [(_with_place(who, post), min(said), max(said)) for (who, post), said in dates.items()]


def people(rows: Iterable[Held]) -> list[Identity]:
    """The people, by name, of one name those of the earliest document first."""
    by_name: defaultdict[str, list[Identity]] = defaultdict(list)
    for (_, _), held in groupby(rows, key=lambda row: (row.document_id, row.number)):
        one = _in_document(list(held))
        by_name[one.name].append(one)
    return [person for name in sorted(by_name) for person in _joined(by_name[name])]


def _in_document(held: list[Held]) -> Identity:
    first = held[0]
    home = home_of(first.place, first.head)
    history = [Tenure(row.date, row.post, _body(row.post, home), row.document) for row in held]
    return Identity(first.person, history, [first.document])


def _body(post: str, home: Locality) -> Body:
    if post.endswith(words("body_words", "central_posts")):
        return COUNTRY
    named = body_of(post)
    if not named and post.endswith(words("posts", "heads")):
        named = post[-2]  # 市长: of 市
    return body(named, home) if named else Body("", home, "", "")


def _joined(people: list[Identity]) -> list[Identity]:
    """People of one name, those that are one as one."""
    people = sorted(people, key=lambda person: person.history[0].date)
    same: list[Identity] = []
    for person in people:  # the same body first: it is the surer sign
        mine = [other for other in same if _bodies(other) & _bodies(person)]
        same = [other for other in same if other not in mine] + [_one([*mine, person])]
    joined: list[Identity] = []
    for person in sorted(same, key=_first):
        before = next((other for other in joined if _follows(person, other)), None)
        if before is None:
            joined.append(person)
        else:
            joined[joined.index(before)] = _one([before, person])
    return joined


def _one(parts: list[Identity]) -> Identity:
    history = sorted((tenure for part in parts for tenure in part.history), key=lambda tenure: tenure.date)
    return Identity(parts[0].name, history, list(dict.fromkeys(name for part in parts for name in part.documents)))


def _bodies(person: Identity) -> set[Body]:
    return {tenure.body for tenure in person.history if tenure.body.kind and tenure.body.place.key}


def _follows(person: Identity, other: Identity) -> bool:
    """Whether the posts of both are in one place and those of one come after those of the other, or one has none in a body."""
    places = [{tenure.body.place.key for tenure in each.history} - {""} for each in (person, other)]
    if not places[0] & places[1]:
        return False
    if not _bodies(person) or not _bodies(other):
        return True
    dates = [sorted(tenure.date for tenure in each.history) for each in (person, other)]
    return bool(dates[0][0] and dates[1][0]) and dates[1][-1] < dates[0][0]


def _first(person: Identity) -> str:
    return person.history[0].date


def _with_place(who: Body, post: str) -> str:
    """The post with the name of its place where that is not in it: 武汉市发展和改革委员会主任."""
    named = body_of(post)
    if not who.place.name or who.level == "central" or post.startswith(who.place.name):
        return post
    return f"{who.full_name}{post.removeprefix(named)}" if named else f"{who.place.name} {post}"

"""What is read out of a document besides figures: people, what they say, what is undertaken and done, and programmes."""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi.model.documents import Span
from luoshi.model.figures import Figure


@dataclass(frozen=True, slots=True)
class Post:
    """An office held: its full name (市发展和改革委员会主任) and the words that say so."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A named person with the posts that the document gives, in order; ``mentions`` are where the name stands."""

    name: str
    posts: tuple[Post, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of a person: ``direct`` inside quotation marks, or reported. ``speaker`` is a ``Person.name``.

    ``words`` are the spans of what was said (one a paragraph), ``evidence`` the sentence that names the speaker.
    """

    speaker: str
    direct: bool
    words: tuple[Span, ...]
    evidence: tuple[Span, ...]


@dataclass(slots=True)
class Commitment:
    """An undertaking: the words, who undertakes it ("" for the issuer), and for when ("" where not said).

    ``checkable`` says whether a later reader could say yes or no from published facts. ``figures`` are the
    value spans of the figures inside the words, ``programmes`` the names of the programmes in them. ``title``,
    ``action`` and ``object`` are words of the text ("" where the words show no action). ``lead`` and ``cooperating``
    are the bodies that the text makes answerable, ``bodies`` the words that say so. ``theme`` is a key of
    catalogue/themes.toml.
    """

    span: Span
    evidence: tuple[Span, ...]
    actor: str = ""
    deadline: str = ""
    checkable: bool = False
    figures: tuple[Span, ...] = ()
    title: str = ""
    action: str = ""
    object: str = ""
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    bodies: tuple[Span, ...] = ()
    programmes: tuple[str, ...] = ()
    theme: str = ""


@dataclass(slots=True)
class Accomplishment:
    """Something reported as done: what a commitment becomes when it is kept. ``period`` is when ("" where not said).

    The other fields are those of ``Commitment``; ``actor`` is who did it ("" for the issuer).
    """

    span: Span
    evidence: tuple[Span, ...]
    actor: str = ""
    period: str = ""
    figures: tuple[Span, ...] = ()
    title: str = ""
    action: str = ""
    object: str = ""
    programmes: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A named plan, platform or slogan with its own life. ``figures`` are the value spans of its figures."""

    name: str
    mentions: tuple[Span, ...]
    figures: tuple[Span, ...] = ()


@dataclass(slots=True)
class Records:
    """All that was read out of one document."""

    figures: list[Figure] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    accomplishments: list[Accomplishment] = field(default_factory=list)

"""The page of a programme over all documents, and the list of programmes: one HTML file each that needs nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from luoshi.publishing.page import environment, frame
from luoshi.publishing.programme_accounts import Account

_SHOWN = 4
"""Sentences of a document that are shown at once."""

_MARK = '<meta name="luoshi-content" content="{state}">'


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """A programme with what each document says of it."""

    name: str
    variants: tuple[str, ...]
    accounts: tuple[Account, ...]

    @property
    def mentions(self) -> int:
        return sum(account.mentions for account in self.accounts)

    @property
    def figures(self) -> int:
        return sum(len(account.figures) for account in self.accounts)

    @property
    def commitments(self) -> int:
        return sum(len(account.commitments) for account in self.accounts)

    @property
    def accomplishments(self) -> int:
        return sum(len(account.accomplishments) for account in self.accounts)


class ProgrammeRow(NamedTuple):
    """A programme in the list."""

    name: str
    variants: tuple[str, ...]
    href: str
    documents: int
    mentions: int


def programme_page(programme: ProgrammePage, state: str) -> str:
    """The page; ``state`` is noted in it, so that one whose content is the same need not be written again."""
    template = environment().get_template("programme.html.j2")
    return template.render(**frame("programme.css"), programme=programme, state=state, shown=_SHOWN)


def programme_index(rows: Sequence[ProgrammeRow], documents: int, state: str) -> str:
    """The list of programmes in ``documents`` documents, those named in most documents first."""
    ordered = sorted(rows, key=lambda row: (-row.documents, -row.mentions, row.name))
    template = environment().get_template("programme_index.html.j2")
    return template.render(**frame("programme.css"), rows=ordered, documents=documents, state=state)


def has_state(head: bytes, tail: bytes, state: str) -> bool:
    """Whether a page, by its first and last bytes, is whole and was drawn of that content."""
    return _MARK.format(state=state).encode() in head and tail.rstrip().endswith(b"</html>")


@cache
def drawing() -> str:
    """A digest of what decides how these pages look."""
    digest = hashlib.blake2b(digest_size=8)
    for folder, names in (
        ("templates", ("programme.html.j2", "programme_index.html.j2", "base.css", "programme.css", "page.js")),
        ("", ("programme_accounts.py", "programme_pages.py", "tracked.py", "words.py")),
    ):
        for name in names:
            digest.update((resources.files("luoshi.publishing") / folder / name).read_bytes())
    digest.update((resources.files("luoshi.catalogue") / "page_words.toml").read_bytes())
    return digest.hexdigest()

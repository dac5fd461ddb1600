"""Names of documents made unique, to be the names of their pages."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from luoshi.register import schema

_BYTES = 200  # leaves room for a counter and an ending in the 255 bytes of a file name
_RESERVED = {"", "index"}  # index.html is the overview
_AT_ONCE = 500  # values in one question to the database


class Slugs:
    """Gives slugs to new documents, of which one batch is known by name; compared without case, as file systems do."""

    def __init__(self, connection: Connection, names: Iterable[str]) -> None:
        self._connection = connection
        self._taken = _RESERVED | _taken(connection, {form for name in names for form in _forms(_base(name))})

    def free(self, name: str) -> str:
        """A slug that no document has; from now on this one has it."""
        base = _base(name)
        numbered = base or "document"
        slug = base
        if self._taken & _forms(base):
            taken, free = 1, 2
            while self._is_taken(f"{numbered}-{free}"):  # in steps that double: thousands may be called content
                taken, free = free, 2 * free
            while free - taken > 1:
                middle = (taken + free) // 2
                taken, free = (middle, free) if self._is_taken(f"{numbered}-{middle}") else (taken, middle)
            slug = f"{numbered}-{free}"
        self._taken |= _forms(slug)
        return slug

    def _is_taken(self, slug: str) -> bool:
        return bool(self._taken & _forms(slug) or _taken(self._connection, _forms(slug)))


def _base(name: str) -> str:
    return (
        name.encode()[:_BYTES]
        .decode(errors="ignore")
        .replace("\0", "-")
        .replace("/", "-")
        .replace("\\", "-")
        .strip(". ")
    )


def _forms(slug: str) -> set[str]:
    """The slug without case: in Unicode, and as SQLite sees it, which knows only that of ASCII."""
    return {slug.lower(), slug.encode().lower().decode()}


def _taken(connection: Connection, forms: Iterable[str]) -> set[str]:
    lowered = func.lower(schema.documents.c.slug)
    wanted, found = sorted(forms), set[str]()
    for n in range(0, len(wanted), _AT_ONCE):
        found.update(connection.scalars(select(lowered).where(lowered.in_(wanted[n : n + _AT_ONCE]))))
    return found

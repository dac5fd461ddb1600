"""Words of a list looked up at a place in a text: the longest that stands there, without a scan over the list."""

from __future__ import annotations

from collections.abc import Iterable


class Lexicon:
    """Words by their first two characters."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = {}
        self._single: set[str] = set()
        for entry in sorted(set(entries), key=len, reverse=True):
            if len(entry) == 1:
                self._single.add(entry)
            else:
                self._by_pair.setdefault(entry[:2], []).append(entry)

    def end(self, text: str, at: int, limit: int) -> int:
        """Where the longest word at ``at`` ends, not beyond ``limit``; ``at`` where none stands there."""
        for entry in self._by_pair.get(text[at : at + 2], ()):
            if text.startswith(entry, at, limit):
                return at + len(entry)
        return at + 1 if at < limit and text[at] in self._single else at

"""Whether a text names an indicator at all, perhaps without a number."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from luoshi.extraction.naming import known
from luoshi.model import Span
from luoshi.progress.definitions import Identity
from luoshi.progress.entries import Entry

_END = 3  # characters at the end of a name by which others may call it (再就业, 参保率)
_LEAST = 3


def is_mentioned(target: Entry, text: str, but: Collection[Span]) -> bool:
    """Whether a name of the indicator, or the end of one, stands in a text outside of the stretches ``but``."""
    pattern = _names(target.identity, target.figure.indicator)
    return any(not any(start <= match.start() < end for start, end in but) for match in re.finditer(pattern, text))


@lru_cache(maxsize=512)
def _names(identity: Identity, name: str) -> str:
    names = {name, name[-_END:]}
    if identity.listed:
        row = known(identity.core)
        names |= {row.name, row.name[-_END:], *row.aliases}
    return "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True) if len(word) >= _LEAST)

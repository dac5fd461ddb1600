"""Under which theme words come: the taxonomy of themes.toml, decided by the longest cue in the words."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import add
from typing import Any, NamedTuple

from luoshi.catalogue import settings

OTHER = "other"
"""The key of the theme that takes what no other does."""

EXAMPLES = (
    ("实施城乡居民增收计划", "income", ()),
    ("新建口袋公园20个", "city", ()),
    ("加快推进", "education", ("办好人民满意的教育",)),
    ("加快推进", "education", ("进一步统筹推进", "（六）办好人民满意的教育")),
    ("无从归类之物", OTHER, ("同样无从归类",)),
)


class _Cue(NamedTuple):
    words: str
    theme: str


class _Cues(NamedTuple):
    """Cues that decide, by their first two characters, the longest first; and the weak ones, the longest first."""

    by_pair: dict[str, tuple[_Cue, ...]]
    pairs: frozenset[str]
    weak: tuple[_Cue, ...]


@cache
def _cues() -> _Cues:
    rows: list[dict[str, Any]] = settings("themes")["theme"]
    by_pair: dict[str, list[_Cue]] = {}
    strong = [_Cue(words, row["key"]) for row in rows for words in row["cues"]]
    for cue in sorted(strong, key=lambda cue: -len(cue.words)):
        by_pair.setdefault(cue.words[:2], []).append(cue)
    weak = [_Cue(words, row["key"]) for row in rows for words in row.get("weak", ())]
    return _Cues({pair: tuple(own) for pair, own in by_pair.items()}, frozenset(by_pair), tuple(weak))


@lru_cache(maxsize=8192)
def theme_in(words: str) -> str:
    """The key of the theme that ``words`` decide, "" where none does.

    The longest cue wins, of two equally long ones the later. One that ends the words counts for more, since the head of a
    Chinese noun phrase stands at its end. Weak cues decide only where there is no other: the last one.
    """
    known, best, theme = _cues(), (0, 0), ""
    for pair in known.pairs.intersection(map(add, words, words[1:])):
        for cue in known.by_pair[pair]:
            at = words.rfind(cue.words)
            if at >= 0:
                end = at + len(cue.words)
                weight = len(cue.words) + (2 if end == len(words) else 0)
                if (weight, end) > best:
                    best, theme = (weight, end), cue.theme
                break
    if theme:
        return theme
    ends = [(words.rfind(cue.words) + len(cue.words), cue.theme) for cue in known.weak if cue.words in words]
    return max(ends)[1] if ends else ""


def theme_key(words: str, *around: str) -> str:
    """The theme of ``words``, or else of the first of the texts around them that decides one, or else ``OTHER``."""
    return next((theme for text in (words, *around) if (theme := theme_in(text))), OTHER)

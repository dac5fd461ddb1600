"""Under which theme words come: the taxonomy of themes.toml, decided by the longest cue in the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
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
    """Cues by how they begin, the longest first. ``begins_in`` finds what in words may begin one."""

    by_begin: dict[str, tuple[_Cue, ...]]
    begins: frozenset[str]
    begins_in: Callable[[str], list[str]]


class _Known(NamedTuple):
    strong: _Cues
    weak: _Cues  # decide only where no strong one does


@cache
def _known() -> _Known:
    rows: list[dict[str, Any]] = settings("themes")["theme"]
    return _Known(
        _cues([_Cue(words, row["key"]) for row in rows for words in row["cues"]], 2),
        _cues([_Cue(words, row["key"]) for row in rows for words in row.get("weak", ())], 1),
    )


def _cues(cues: Iterable[_Cue], width: int) -> _Cues:
    """``width`` is how many characters of a cue it is looked up by; none is shorter."""
    by_begin: dict[str, list[_Cue]] = {}
    for cue in sorted(cues, key=lambda cue: -len(cue.words)):
        by_begin.setdefault(cue.words[:width], []).append(cue)
    classes = ("".join(map(re.escape, sorted({begin[at] for begin in by_begin}))) for at in range(width))
    pattern = re.compile(f"(?=({''.join(f'[{characters}]' for characters in classes)}))")
    return _Cues({begin: tuple(own) for begin, own in by_begin.items()}, frozenset(by_begin), pattern.findall)


@lru_cache(maxsize=8192)
def theme_in(words: str) -> str:
    """The key of the theme that ``words`` decide, "" where none does.

    The longest cue wins, of two equally long ones the later. One that ends the words counts for more, since the head of a
    Chinese noun phrase stands at its end. Weak cues decide only where there is no other: the last one.
    """
    strong, weak = _known()
    best, theme = (0, 0), ""
    for begin in strong.begins.intersection(strong.begins_in(words)):
        for cue, own in strong.by_begin[begin]:
            at = words.rfind(cue)
            if at >= 0:
                end = at + len(cue)
                weight = len(cue) + (2 if end == len(words) else 0)
                if (weight, end) > best:
                    best, theme = (weight, end), own
                break
    if theme:
        return theme
    ends = [
        (words.rfind(cue) + len(cue), own)
        for begin in weak.begins.intersection(weak.begins_in(words))
        for cue, own in weak.by_begin[begin]
        if cue in words
    ]
    return max(ends)[1] if ends else ""


def theme_key(words: str, *around: str) -> str:
    """The theme of ``words``, or else of the first of the texts around them that decides one, or else ``OTHER``."""
    if theme := theme_in(words):
        return theme
    for text in around:
        if theme := theme_in(text):
            return theme
    return OTHER

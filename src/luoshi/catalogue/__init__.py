"""What is known before reading, as data: each file beside this one says where its rows come from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``name``.tsv as tuples of cells; empty lines and lines that begin with # are left out."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def settings(name: str) -> dict[str, Any]:
    """The content of ``name``.toml."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The word list ``key`` of ``name``.toml (white-space separated), longest first so that patterns prefer long words."""
    return tuple(sorted(settings(name)[key].split(), key=lambda word: (-len(word), word)))


@cache
def either(name: str, *keys: str) -> str:
    """The words of lists of ``name``.toml as a pattern, longest first."""
    return branches({word: "" for key in keys for word in words(name, key)})


def branches(behind: Mapping[str, str]) -> str:
    """Words as a pattern, longest first, each with the pattern of what must stand behind it.

    Words with the same first character share a branch, so that ``re`` compares that character once.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(behind, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + behind[word])
    return "|".join(
        re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items()
    )


def in_order(patterns: Iterable[str]) -> str:
    """Patterns as one, in their order among those that begin with the same Chinese character, which share a branch; those that
    begin otherwise come last."""
    rests: dict[str, dict[str, None]] = {}
    others: list[str] = []
    for pattern in patterns:
        if "\u4e00" <= pattern[0] <= "\u9fff":
            rests.setdefault(pattern[0], {})[pattern[1:]] = None
        else:
            others.append(pattern)
    return "|".join([*(f"{first}(?:{'|'.join(own)})" for first, own in rests.items()), *others])


@cache
def by_first_character(name: str, key: str) -> dict[str, tuple[str, ...]]:
    """The words of a list of ``name``.toml by their first character, longest first."""
    grouped: dict[str, tuple[str, ...]] = {}
    for word in words(name, key):
        grouped[word[0]] = (*grouped.get(word[0], ()), word)
    return grouped


@cache
def first_characters(name: str, *keys: str) -> frozenset[str]:
    """The first characters of the words of lists of ``name``.toml."""
    return frozenset(word[0] for key in keys for word in words(name, key))


@cache
def last_characters(name: str, *keys: str) -> frozenset[str]:
    """The last characters of the words of lists of ``name``.toml."""
    return frozenset(word[-1] for key in keys for word in words(name, key))

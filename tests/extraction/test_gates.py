"""What is asked of a character before a pattern is tried must hold of whatever the pattern can match.

The sets of characters are checked against the patterns as ``re`` itself parses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from luoshi.catalogue import words
from luoshi.extraction import characters, clauses, context, indicators, measures, naming, phrases, word_kinds

parser = pytest.importorskip("re._parser")  # private, and in no other place from Python 3.11 on

HAN = frozenset(map(chr, range(ord("一"), ord("鿿") + 1)))

ENDS = (
    (characters._NEAR, characters._NEAR_ENDS),
    (characters._REACHED, characters._REACHED_ENDS),
    (phrases._BOUND, phrases._BOUND_ENDS),
    (phrases._EACH, phrases._EACH_ENDS),
    (phrases._THAN, phrases._THAN_ENDS),
    (phrases._TO, phrases._TO_ENDS),
    (phrases._CHANGE, phrases._CHANGE_ENDS),
    (phrases._LEVEL, phrases._LEVEL_ENDS),
    (phrases._ADVERBS, phrases._ADVERB_ENDS),
    (phrases._STREAK, phrases._STREAK_ENDS),
    (phrases._OVER_YEARS, phrases._STREAK_ENDS),
    (phrases._BEYOND, phrases._ENDS),
    (indicators._TAIL, indicators._TAIL_ENDS),
    (word_kinds._BARE, word_kinds._BARE_ENDS),
    (word_kinds._BARE_OBJECT_TAIL, word_kinds._BARE_OBJECT_ENDS),
    (word_kinds._MEASURING, word_kinds._MEASURING_ENDS),
)
STARTS = (
    (indicators._OPENING, indicators._OPENING_STARTS),
    (indicators._LIGHT, indicators._LIGHT_STARTS),
    (measures._EVERY_YEAR, {"年"}),
    (clauses._CHANGED_TO, HAN),
    (clauses._THINGS_CHANGED, HAN),
    (clauses._TURNED_INTO, HAN),
    (clauses._MORE_VALUES, {"、"}),
    (word_kinds._ACTIONS, word_kinds._ACTIONS_AT.keys() | word_kinds._AGAIN),
    (word_kinds._DONE, word_kinds._DONE_STARTS),
    (word_kinds._BARE, word_kinds._BARE_STARTS),
    (word_kinds._BARE_OBJECT, word_kinds._BARE_OBJECT_STARTS),
    (word_kinds._DEPENDS, word_kinds._DEPENDS_STARTS),
    (word_kinds._ASPECT, word_kinds._ASPECT_STARTS),
    (context._OPENING, context._OPENING_STARTS | {" "}),
)


@pytest.mark.parametrize(("pattern", "characters"), ENDS)
def test_ends(pattern: re.Pattern[str], characters: frozenset[str]) -> None:
    found, _ = _edge(reversed(list(parser.parse(pattern.pattern))), reverse=True)
    assert found <= characters


@pytest.mark.parametrize(("pattern", "characters"), STARTS)
def test_starts(pattern: re.Pattern[str], characters: frozenset[str]) -> None:
    found, _ = _edge(parser.parse(pattern.pattern), reverse=False)
    assert found <= characters


def test_no_phrase_begins_with_a_mark() -> None:
    assert [mark for mark in clauses._MARKS if (m := clauses._PHRASE.match(mark)) is not None and m[0]] == []


def test_verbs_are_known_by_their_first_characters() -> None:
    for verb in words("figures", "action"):
        for again in ("", *word_kinds._AGAIN):
            assert word_kinds.acts(again + verb)


def test_suffixes() -> None:
    assert {suffix[-1] for suffix in naming._SUFFIXES} == naming._SUFFIX_ENDS


def _edge(items: Iterable[Any], *, reverse: bool) -> tuple[set[str], bool]:
    """The characters that items of a pattern can begin (end) with, and whether they can match nothing."""
    found: set[str] = set()
    for kind, argument in items:
        characters, empty = _edge_of(str(kind), argument, reverse=reverse)
        found |= characters
        if not empty:
            return found, False
    return found, True


def _edge_of(kind: str, argument: Any, *, reverse: bool) -> tuple[set[str], bool]:
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(), True
    if kind == "LITERAL":
        return {chr(argument)}, False
    if kind == "IN":
        return set(_members(argument)), False
    if kind == "BRANCH":
        parts = [_edge(_ordered(part, reverse=reverse), reverse=reverse) for part in argument[1]]
        return set().union(*(characters for characters, _ in parts)), any(empty for _, empty in parts)
    if kind == "SUBPATTERN":
        return _edge(_ordered(argument[-1], reverse=reverse), reverse=reverse)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        characters, empty = _edge(_ordered(argument[2], reverse=reverse), reverse=reverse)
        return characters, empty or argument[0] == 0
    raise AssertionError(kind)


def _ordered(items: Any, *, reverse: bool) -> Iterable[Any]:
    return reversed(list(items)) if reverse else items


def _members(items: Any) -> Iterator[str]:
    for kind, argument in items:
        if str(kind) == "LITERAL":
            yield chr(argument)
        elif str(kind) == "RANGE":
            yield from map(chr, range(argument[0], argument[1] + 1))
        else:
            assert str(argument) == "CATEGORY_SPACE", (kind, argument)
            yield " "

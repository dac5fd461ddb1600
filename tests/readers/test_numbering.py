"""Numbers as word processors write them before paragraphs."""

from __future__ import annotations

import pytest

from luoshi.readers.numbering import EXAMPLES, Counter, Level, numeral


@pytest.mark.parametrize(("format_", "number", "written"), EXAMPLES)
def test_examples(format_: str, number: int, written: str) -> None:
    assert numeral(number, format_) == written


def test_levels_below_begin_anew() -> None:
    levels = {0: Level("decimal", "%1"), 1: Level("decimal", "%1.%2", start=3)}
    counter = Counter()
    assert [counter.count(level, levels) for level in (0, 1, 1, 0, 1)] == ["1 ", "1.3 ", "1.4 ", "2 ", "2.3 "]


def test_a_level_that_no_item_has_reached_counts_as_begun() -> None:
    assert Counter().count(1, {0: Level("decimal"), 1: Level("decimal", "%1.%2")}) == "1.1 "


def test_a_level_that_the_list_lacks_has_no_number() -> None:
    assert Counter().count(4, {}) == ""

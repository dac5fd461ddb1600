"""luoshi.extract: one import away, and its documented example holds."""

from __future__ import annotations

import doctest
from decimal import Decimal

import pytest

import luoshi


def test_documented_example() -> None:
    assert doctest.testmod(luoshi, raise_on_error=True).attempted == 3


def test_spans_are_characters_of_the_text_as_it_stands() -> None:
    text = "\r\n 全年财政收入达到１２３．５亿元,\r\n增长4%。"
    level, growth = luoshi.extract(text, date="2026")
    assert level.value == Decimal("123.5")
    assert level.span.of(text) == "１２３．５亿元"
    assert growth.span.of(text) == "4%"


def test_date_that_is_none() -> None:
    with pytest.raises(ValueError, match="last spring"):
        luoshi.extract("增长4%。", date="last spring")


def test_no_text() -> None:
    assert luoshi.extract("") == []

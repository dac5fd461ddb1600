"""The examples that stand beside the rules hold."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.extraction import articles, indicators, normal, notes, numerals, periods, quantities, relations, speaking
from luoshi.model import Document, Origin, Stated


@pytest.mark.parametrize(("written", "value"), numerals.EXAMPLES)
def test_numerals(written: str, value: str) -> None:
    assert numerals.chinese_number(written) == Decimal(value)


@pytest.mark.parametrize("words", ["", "万物", "点五", "五点", "abc"])
def test_no_numerals(words: str) -> None:
    assert numerals.chinese_number(words) is None


@pytest.mark.parametrize(("before", "after"), normal.EXAMPLES)
def test_normal(before: str, after: str) -> None:
    assert normal.normal(before) == after


@given(st.text())
def test_normal_keeps_the_length(text: str) -> None:
    assert len(normal.normal(text)) == len(text)


@pytest.mark.parametrize(("words", "flow", "stock"), periods.EXAMPLES)
def test_periods(words: str, flow: str, stock: str) -> None:
    (mention,) = periods.find_periods(words, periods.Calendar(2026))
    assert (mention.flow, mention.stock) == (flow, stock)
    assert words[mention.start : mention.end] == words


def test_five_year_plans() -> None:
    assert periods.plan_years(14) == (2021, 2025)
    assert periods.plan_years(13) == (2016, 2020)


def test_unknown_year_is_written_with_x() -> None:
    (mention,) = periods.find_periods("一季度", periods.Calendar())
    assert mention.flow == "XXXX-Q1"


@pytest.mark.parametrize(("text", "numbers"), notes.EXAMPLES)
def test_notes(text: str, numbers: tuple[int, ...]) -> None:
    assert notes.notes_of(text) == {line_starts(text)[number] for number in numbers}


@pytest.mark.parametrize(("text", "numbers"), articles.EXAMPLES)
def test_articles(text: str, numbers: tuple[int, ...]) -> None:
    assert articles.article_starts(text) == {line_starts(text)[number] for number in numbers}


def line_starts(text: str) -> list[int]:
    return [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]


@pytest.mark.parametrize(("words", "indicator"), indicators.EXAMPLES)
def test_indicators(words: str, indicator: str) -> None:
    assert indicators.clean(words) == indicator


@pytest.mark.parametrize(("sentence", "written"), quantities.EXAMPLES)
def test_quantities(sentence: str, written: tuple[str, ...]) -> None:
    text = normal.normal(sentence)
    assert tuple(text[q.start : q.end] for q in quantities.scan(text)) == written


@given(st.text(alphabet="0123456789.,%第前近万亿十百一二两个家元至—、从到。，倍成分之翻番/∶1", max_size=60))
def test_quantities_never_overlap(text: str) -> None:
    found = quantities.scan(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= q.after <= len(text) for q in found)


@pytest.mark.parametrize(("clause", "indicator", "kind", "base"), relations.EXAMPLES)
def test_relations(clause: str, indicator: str, kind: str, base: str) -> None:
    (found,) = relations.Relations(clause).within(0, len(clause))
    assert (found.indicator, found.kind, found.base) == (indicator, kind, base)
    assert clause[slice(*found.subject)] == indicator


def test_a_clause_with_a_number_is_no_relation() -> None:
    text = "城镇调查失业率稳定在5.5%左右，居民收入增速高于1.2%"
    assert list(relations.Relations(text).within(0, len(text))) == []


@pytest.mark.parametrize(("title", "flow"), speaking.EXAMPLES)
def test_the_time_that_a_title_speaks_of(title: str, flow: str) -> None:
    calendar = speaking.calendar_of(Document("t", "t", title, "", title=Stated(title, Origin.TEXT)))
    assert speaking.first_frame(title, calendar).flow == flow

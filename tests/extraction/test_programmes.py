"""Named programmes, told apart from quoted words, with their mentions and figures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.extraction import programmes, slogans
from luoshi.extraction.mentions import occurrences
from luoshi.extraction.programmes import find_programmes
from luoshi.flows import plain_flow
from luoshi.model import Document, Figure, Flow, Measure, Piece, Programme, Repetition, Span

NUMBER = re.compile(r"\d[\d.]*(?:万|亿)*[余多]?(?:[\u4e00-\u9fff]|亿元|%)元?")


def figures_of(text: str) -> list[Figure]:
    return [Figure("", Measure.LEVEL, Decimal(1), "", Span(*found.span()), ()) for found in NUMBER.finditer(text)]


def read(text: str) -> list[Programme]:
    document = Document("t", "t", text, "")
    return find_programmes(document, plain_flow(document), figures_of(text))


def bare(names: Iterable[str]) -> set[str]:
    return {re.sub("[“”‘’]", "", name) for name in names}


@pytest.mark.parametrize(("text", "expected"), slogans.EXAMPLES)
def test_names_of_each_example(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(name.name for name in slogans.find_names(text)) == expected


@pytest.mark.parametrize(("text", "expected"), programmes.EXAMPLES)
def test_mentions_and_figures_of_each_example(text: str, expected: tuple[tuple[object, ...], ...]) -> None:
    found = [(p.name, len(p.mentions), *(span.of(text) for span in p.figures)) for p in read(text)]
    assert found == list(expected)


def test_wordings_with_and_without_head_noun_are_one_programme() -> None:
    text = "实施“五河战略”。“五河”战略见效。五河战略深入人心。"
    assert [(p.name, len(p.mentions)) for p in read(text)] == [("五河战略", 3)]


def test_a_figure_of_another_subject_is_not_the_programmes() -> None:
    text = "实施“链长领航”行动，全市工业增加值增长7.4%。“链长领航”的企业有20家。"
    assert [programme.figures for programme in read(text)] == [()]


def test_a_term_of_daily_use_is_only_meant_where_it_is_quoted() -> None:
    text = "实施“入境旅游”行动。入境旅游人次增长9%，入境旅游收入增长8%。"
    assert [(len(p.mentions), p.figures) for p in read(text)] == [(1, ())]


def test_an_extra_closing_mark_does_not_hide_the_name() -> None:
    assert [p.name for p in read("举办“链先行”强产业”活动，")] == ["链先行"]


def test_speech_and_titles_of_documents_are_no_programmes() -> None:
    assert read("“要抓好落实。”大家说。出台《水岸更新行动计划》。") == []


def test_repeated_stretches_hold_further_mentions() -> None:
    text = "“青创通”累计孵化项目9项。\n“青创通”累计孵化项目9项。"
    document = Document("t", "t", text, "")
    flow = Flow(text[:14], (Piece(0, 0, 14),), (Repetition(Span(15, 29), Span(0, 14)),))
    (programme,) = find_programmes(document, flow, figures_of(text))
    assert [span.start for span in programme.mentions] == [1, 16]
    assert [span.of(text) for span in programme.figures] == ["9项"]


@pytest.mark.parametrize("extra", [0, 40])
def test_occurrences_prefer_the_longest_name_and_do_not_overlap(extra: int) -> None:
    wanted = ["三水", "三水共治", *(f"甲{chr(0x4E00 + n)}" for n in range(extra))]
    assert list(occurrences("三水共治，三水", wanted)) == [(0, "三水共治"), (5, "三水")]


def test_the_programmes_of_the_newspaper_page(eval_data: Path) -> None:
    text = (eval_data / "corpus" / "seed" / "page.txt").read_bytes().decode("utf-8")
    gold = json.loads((eval_data / "gold" / "seed" / "people-and-programmes.json").read_text("utf-8"))
    found = {programme.name: programme for programme in read(text)}
    assert len(bare(gold["programmes"]) & bare(found)) >= 12
    assert {"1000余项", "5500余项"} <= {span.of(text) for span in found["武创通"].figures}
    assert {"4218亿元"} <= {span.of(text) for span in found["汉融通"].figures}

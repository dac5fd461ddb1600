"""The measures of benchmarks/pages see what is wrong with a text, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pages.measures import character_error, f1, locate, measure, normal, without_furniture
from pages.truth import Kind, Piece, PrintedLine, Truth

FIRST = "全市新建学校十二所，新增学位两万个。"
SECOND = "沿江步道全线打通，居民出门便到江边。"
THIRD = "粮食又获丰收，合作社年底分了红。"


def _piece(text: str, article: int = 1, kind: Kind = Kind.PARAGRAPH, width: int = 9, page: int = 1) -> Piece:
    lines = [PrintedLine(text[at : at + width], page, (0, 0, 1, 1)) for at in range(0, len(text), width)]
    return Piece(kind, article, text, lines=tuple(lines))


def _truth(*pieces: Piece) -> Truth:
    return Truth("t", "letter", "2026-01-12", "青澜市", ((595.0, 842.0),), pieces)


THREE = _truth(_piece(FIRST), _piece(SECOND), _piece(THIRD))


def test_a_text_read_as_it_is_has_no_error_whatever_its_line_breaks_and_widths() -> None:
    read = measure(THREE.units, f" {FIRST}\n{SECOND[:5]} \n{SECOND[5:]}{THIRD}".replace("，", ","))
    assert read == (0.0, 0.0, (1.0, 1.0))


def test_wrong_missing_and_additional_characters_are_counted() -> None:
    assert character_error("一二三四五", "一二山四五") == 0.2
    assert character_error("一二三四五", "") == 1.0
    assert character_error("一二三四五", "一二三四五六") == 0.2
    wrong = measure(THREE.units, THREE.text.replace("学位", "学拉").replace("江边", "汀边"))
    assert wrong.error == wrong.line_error == 2 / len(normal(THREE.text))
    assert wrong.order == (1.0, 1.0)


def test_turned_paragraphs_are_wrong_in_order_and_right_line_by_line() -> None:
    read = measure(THREE.units, "\n".join((SECOND, FIRST, THIRD)))
    assert read.line_error == 0.0
    assert read.error > 0.3
    assert read.order.strict == pytest.approx(2 / 3)


def test_lines_of_two_paragraphs_by_turns_are_out_of_order_and_right_line_by_line() -> None:
    units = _truth(_piece(FIRST), _piece(SECOND)).units
    by_turns = "\n".join(f"{a}{b}" for a, b in zip(units[0].lines, units[1].lines, strict=True))
    read = measure(units, by_turns)
    assert read.line_error == 0.0
    assert 0.5 <= read.order.strict < 1.0


def test_articles_may_stand_in_any_order_but_not_mix() -> None:
    units = _truth(_piece(FIRST, 1), _piece(SECOND, 1), _piece(THIRD, 2)).units
    assert measure(units, "\n".join((THIRD, FIRST, SECOND))).order == (pytest.approx(1 / 3), 1.0)
    assert measure(units, "\n".join((FIRST, THIRD, SECOND))).order.free == pytest.approx(2 / 3)


def test_a_paragraph_that_is_not_there_is_in_no_order() -> None:
    assert measure(THREE.units, f"{FIRST}\n{THIRD}").order.strict == pytest.approx(1 / 3)


def test_captions_may_stand_anywhere_in_their_article_but_must_be_there() -> None:
    caption = _piece("候鸟飞临河滩。", kind=Kind.CAPTION)
    units = _truth(_piece(FIRST), caption, _piece(SECOND)).units
    for text in (f"{FIRST}\n{SECOND}\n{caption.text}", f"{FIRST[:9]}\n{caption.text}\n{FIRST[9:]}{SECOND}"):
        assert measure(units, text) == (0.0, 0.0, (1.0, 1.0))
    assert measure(units, f"{FIRST}\n{SECOND}").line_error > 0


def test_pairs_on_different_pages_count_for_nothing() -> None:
    units = _truth(_piece(FIRST, page=1), _piece(SECOND, page=2)).units
    assert measure(units, f"{SECOND}\n{FIRST}").order == (1.0, 1.0)


def test_a_line_that_stands_twice_is_found_twice() -> None:
    assert [place.start for place in locate(["合计12", "合计12"], "合计12\n其他\n合计12")] == [0, 6]
    assert [place.start for place in locate(["合计12", "合计12"], "合计12")] == [0, -1]


def test_a_line_with_a_wrong_character_does_not_reach_into_the_lines_beside_it() -> None:
    lines = ["规划期内，居民人均可支配收入年", "均增长百分之五，城乡收入比缩小"]
    text = "规划期内，居⺠人均可支配收入年\n均增⻓百分之五，城乡收入比缩小"
    assert [place.errors for place in locate(lines, text)] == [1, 1]
    (place,) = locate(lines[:1], f"左边{lines[0][:-1]}右边")
    assert (place.start, place.errors) == (2, 1)


def test_furniture_is_taken_away_and_a_title_that_says_the_same_stays() -> None:
    title = "青澜市收入专题报告"
    truth = _truth(_piece(title, kind=Kind.FURNITURE), _piece("1", kind=Kind.FURNITURE), _piece(title), _piece(FIRST))
    assert without_furniture(f"{title}\n{title}\n{FIRST}\n1", truth) == f"{title}\n{FIRST}"


def test_cells_of_a_row_are_one_unit_with_tabs() -> None:
    cells = [Piece(Kind.CELL, 1, words, 0, row, column) for row in (0, 1) for column, words in enumerate("甲乙")]
    assert [unit.text for unit in _truth(*cells, _piece(FIRST)).units] == ["甲\t乙", "甲\t乙", FIRST]


def test_f1_counts_things_that_stand_twice() -> None:
    assert f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(2 / 3)
    assert f1([], []) == 1.0
    assert f1(["a"], []) == 0.0


def test_the_truth_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    THREE.write(tmp_path / "truth.json")
    assert Truth.read(tmp_path / "truth.json") == THREE
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["text"] == THREE.text

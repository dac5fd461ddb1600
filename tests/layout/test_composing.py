"""Text, blocks and regions out of paragraphs in reading order."""

from __future__ import annotations

import pytest

from luoshi.layout import Line, Paragraph, Rect, Sheet, compose
from luoshi.model import BlockKind, Box, Correction, Page, Region, Span


def line(words: str, top: float = 0, **more: object) -> Line:
    return Line(words, Rect(10, top, 90, top + 10), 10, **more)  # type: ignore[arg-type]


def sheet(*lines: Line, number: int = 1) -> Sheet:
    return Sheet(number, 100, 200, lines)


def test_the_lines_of_a_paragraph_run_on_and_each_has_its_place() -> None:
    first, second = line("全市新建学校1", 20), line("2所。", 40, confidence=0.8)
    composed = compose([Paragraph(((1, first), (1, second)))], [sheet(first, second)])
    assert composed.text == "全市新建学校12所。"
    assert composed.pages == (Page(1, 100, 200),)
    assert composed.regions == (
        Region(Span(0, 7), 1, Box(0.1, 0.1, 0.9, 0.15), 1.0),
        Region(Span(7, 10), 1, Box(0.1, 0.2, 0.9, 0.25), 0.8),
    )
    assert [(block.kind, block.span) for block in composed.blocks] == [(BlockKind.PARAGRAPH, Span(0, 10))]


def test_paragraphs_are_lines_and_the_words_tell_a_heading() -> None:
    heading, body = line("一、2025年工作回顾"), line("全市地区生产总值增长5.5%。")
    composed = compose([Paragraph(((1, heading),)), Paragraph(((2, body),))], [sheet(heading), sheet(body, number=2)])
    assert composed.text == "一、2025年工作回顾\n全市地区生产总值增长5.5%。"
    assert [(block.kind, block.level) for block in composed.blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert [region.page for region in composed.regions] == [1, 2]


def test_cells_of_a_row_stand_in_one_line() -> None:
    words = ("指标", "数值", "地区生产总值", "105亿元")
    cells = [
        Paragraph(((1, line(word)),), BlockKind.TABLE_CELL, table=0, row=number // 2, column=number % 2)
        for number, word in enumerate(words)
    ]
    composed = compose(cells, [sheet()])
    assert composed.text == "指标\t数值\n地区生产总值\t105亿元"
    assert [block.span.of(composed.text) for block in composed.blocks] == list(words)


def test_words_of_other_scripts_are_joined_with_a_space() -> None:
    composed = compose([Paragraph(((1, line("the green")), (1, line("economy 绿色")), (1, line("经济"))))], [sheet()])
    assert composed.text == "the green economy 绿色经济"


def test_corrections_move_with_their_line() -> None:
    first, second = line("总量"), line("35万亿", corrected=((2, 4, "万1亿"),))
    composed = compose([Paragraph(((1, first), (1, second)))], [sheet()])
    assert composed.corrections == (Correction(Span(4, 6), "万1亿"),)
    assert composed.corrections[0].span.of(composed.text) == "万亿"


def test_what_reaches_over_the_edge_is_cut_to_the_page() -> None:
    over = Line("乡村振兴", Rect(-5, -5, 120, 10), 10)
    assert compose([Paragraph(((1, over),))], [sheet(over)]).regions[0].box == Box(0, 0, 1, 0.05)


def test_places_on_a_page_that_slants_are_those_on_the_page_as_it_is_shown() -> None:
    level = Line("全市经济稳中向好。", Rect(600, 480, 1000, 520), 40)
    sheet = Sheet(1, 1000, 1000, (level,), slant=5.0)
    (region,) = compose([Paragraph(((1, level),))], [sheet]).regions
    left, top, right, bottom = region.box
    assert top == pytest.approx((500 + 100 * 0.0872 - 20 * 0.9962) / 1000, abs=0.001)
    assert bottom == pytest.approx((500 + 500 * 0.0872 + 20 * 0.9962) / 1000, abs=0.001)
    assert 0.59 < left < 0.6 and right < 1

"""Tables with ruling lines and without."""

from __future__ import annotations

from itertools import product

from typeset import column, line, sheet, trembling

from luoshi.layout import Line, Rect, Sheet, arrange, compose
from luoshi.model import BlockKind

TEXT = "全市今年计划新开工保障性住房四千二百套，基本建成三千六百套，改造老旧小区三十个，惠及居民一万二千户。"
ROWS = (("指标", "单位", "数值"), ("地区生产总值", "亿元", "4680.5"), ("财政收入", "亿元", "286.3"))


def cells(*sheets: Sheet) -> list[tuple[int, int, int, str]]:
    composed = compose(arrange(sheets), sheets)
    return [
        (block.table, block.row, block.column, block.span.of(composed.text))
        for block in composed.blocks
        if block.kind is BlockKind.TABLE_CELL
    ]


def written(top: float, left: float = 100, width: float = 120, height: float = 24) -> list[Line]:
    return [
        line(ROWS[row][at], left + width * at + 6, top + height * row + 6) for row, at in product(range(3), range(3))
    ]


WANTED = [(0, row, at, ROWS[row][at]) for row, at in product(range(3), range(3))]


def test_a_grid_of_lines() -> None:
    across = [Rect(100, 100 + 24 * n, 460, 100.7 + 24 * n) for n in range(4)]
    down = [Rect(100 + 120 * n, 100, 100.7 + 120 * n, 172.7) for n in range(4)]
    page = sheet(*column([TEXT], 60, 60, 40), *written(100), *column([TEXT], 60, 200, 40), rules=(*across, *down))
    for seen in (page, trembling(page, 1)):
        assert cells(seen) == WANTED
        text = compose(arrange([seen]), [seen]).text.split("\n")
        assert (text[0], text[-1]) == (TEXT, TEXT)


def test_borders_that_come_cell_by_cell_and_none_at_the_sides() -> None:
    pieces = [Rect(100 + 120 * at, 100 + 24 * n, 220 + 120 * at, 100.7 + 24 * n) for n in range(4) for at in range(3)]
    inner = [Rect(220 + 120 * n, 100 + 24 * row, 220.7 + 120 * n, 124 + 24 * row) for n in range(2) for row in range(3)]
    assert cells(sheet(*written(100), rules=(*pieces, *inner))) == WANTED


def test_a_cell_that_spans_columns_and_one_of_two_lines() -> None:
    across = [Rect(100, 100, 340, 101), Rect(100, 124, 340, 125), Rect(100, 164, 340, 165)]
    down = [Rect(100, 100, 101, 164), Rect(220, 124, 221, 164), Rect(340, 100, 341, 164)]
    words = (line("主要任务", 180, 106), line("改造老旧", 106, 130), line("小区", 106, 146), line("市住建局", 226, 138))
    assert cells(sheet(*words, rules=(*across, *down))) == [
        (0, 0, 0, "主要任务"),
        (0, 1, 0, "改造老旧小区"),
        (0, 1, 1, "市住建局"),
    ]


def test_a_border_that_was_not_seen_between_two_cells() -> None:
    across = [Rect(100, 100 + 24 * n, 460, 100.7 + 24 * n) for n in range(4)]
    across[2] = Rect(220, 148, 460, 148.7)  # it does not reach below the first column
    down = [Rect(100 + 120 * n, 100, 100.7 + 120 * n, 172.7) for n in range(4)]
    assert cells(sheet(*written(100), rules=(*across, *down))) == WANTED


def test_a_head_in_the_middle_over_numbers_on_the_right() -> None:
    heads = (line("地区", 100, 100), line("总量", 240, 100), line("增长", 340, 100))
    rows = [
        one
        for row, name in enumerate(("东岭区", "南屿区", "北山区", "西桥区"), 1)
        for one in (
            line(name, 100, 100 + 20 * row),
            *(line(number, left, 100 + 20 * row) for number, left in (("52.7", 240), ("3.9", 372))),
        )
    ]
    found = cells(sheet(*heads, *rows))
    assert {column for _, _, column, words in found if words in ("增长", "3.9")} == {2}


def test_columns_of_numbers_without_lines() -> None:
    page = sheet(*column([TEXT], 60, 60, 40), *written(120, height=18), *column([TEXT], 60, 200, 40))
    assert cells(page) == WANTED


def test_columns_of_text_are_no_table() -> None:
    left, right = column([TEXT], 60, 100, 15), column([TEXT[::-1]], 240, 100, 15)
    assert cells(sheet(*left, *right)) == []


def test_lines_that_part_a_page_into_boxes_are_no_table() -> None:
    boxes = [(column([TEXT * 3], 66 + 240 * x, 106 + 180 * y, 22)) for x, y in product(range(2), range(2))]
    across = [Rect(60, 100 + 180 * n, 540, 101 + 180 * n) for n in range(3)]
    down = [Rect(60 + 240 * n, 100, 61 + 240 * n, 460) for n in range(3)]
    page = sheet(*(one for box in boxes for one in box), rules=(*across, *down))
    assert cells(page) == []
    assert compose(arrange([page]), [page]).text == "\n".join([TEXT * 3] * 4)

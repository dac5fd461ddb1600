"""Words and the number below or above them, on pages that hold nothing else."""

from __future__ import annotations

from luoshi.layout import Line, Rect, Sheet, arrange
from luoshi.layout.cards import is_card
from luoshi.model import BlockKind


def line(words: str, top: float, size: float, left: float = 60.0) -> Line:
    return Line(words, Rect(left, top, left + len(words) * size, top + size), size)


def paragraphs(*lines: Line) -> list[str]:
    sheet = Sheet(1, 1080, 1440, lines)
    return ["".join(part.words for _, part in paragraph.lines) for paragraph in arrange([sheet])]


def tile(words: str, number: str, left: float, top: float, *, number_first: bool = False) -> list[Line]:
    """Words and their number, the one centred below the other."""
    height = 110.0 if number_first else 55.0
    lines = [line(number, top, 80, left), line(words, top + height, 50, left)]
    return lines if number_first else [line(words, top, 50, left), line(number, top + height, 80, left)]


def test_a_number_below_its_words_is_one_with_them() -> None:
    found = paragraphs(
        line("数说开局", 60, 100),
        line("港口吞吐量", 300, 60),
        line("近2亿吨", 380, 120),
        line("空气优良天数比例", 700, 60),
        line("达到95.7%", 780, 120),
    )
    assert found == ["数说开局", "港口吞吐量近2亿吨", "空气优良天数比例达到95.7%"]


def test_words_far_above_a_number_are_no_label_of_it() -> None:
    found = paragraphs(line("数说开局", 60, 100), line("3165万人次", 300, 120), line("来源：市统计局", 1300, 26))
    assert found == ["数说开局", "3165万人次", "来源：市统计局"]


def test_a_heading_over_text_is_none_either() -> None:
    found = paragraphs(
        line("经济运行", 60, 60),
        line("前三季度增长5.6%。", 130, 30),
        line("消费回暖。", 200, 30),
    )
    assert found[0] == "经济运行"


def test_a_number_with_words_of_its_own_takes_none_from_above() -> None:
    found = paragraphs(line("民生清单来了", 60, 90), line("新增学位2.8万个", 155, 90), line("近3亿吨", 500, 90))
    assert found == ["民生清单来了", "新增学位2.8万个", "近3亿吨"]


def test_tiles_are_read_row_by_row() -> None:
    found = paragraphs(
        line("数说开局", 60, 90),
        *tile("港口吞吐量", "近2亿吨", 60, 300),
        *tile("新增学位", "1.4万个", 600, 310),
        *tile("粮食产量", "超210万吨", 60, 700),
        *tile("建成绿道", "249公里", 600, 690),
        line("来源：市统计局", 1300, 26),
    )
    assert found == [
        "数说开局",
        "港口吞吐量近2亿吨",
        "新增学位1.4万个",
        "粮食产量超210万吨",
        "建成绿道249公里",
        "来源：市统计局",
    ]


def test_numbers_may_stand_over_their_words() -> None:
    found = paragraphs(
        *tile("改造老旧小区", "175个", 60, 300, number_first=True),
        *tile("新建改建学校", "38所", 600, 300, number_first=True),
        *tile("新能源汽车产量", "12.6万辆", 60, 600, number_first=True),
        *tile("新增学位", "1.4万个", 600, 600, number_first=True),
    )
    assert found == ["改造老旧小区175个", "新建改建学校38所", "新能源汽车产量12.6万辆", "新增学位1.4万个"]


def test_a_statement_is_no_heading_however_large() -> None:
    lines = (line("数说开局", 60, 120), *tile("港口吞吐量", "近2亿吨", 60, 300), line("新增学位1.4万个", 700, 40))
    kinds = [paragraph.kind for paragraph in arrange([Sheet(1, 1080, 1440, lines)])]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_table_in_small_type_is_no_card() -> None:
    rows = [line(f"第{n}项收入{n}.5亿元", 100 + 30 * n, 16, 60 + 400 * (n % 2)) for n in range(1, 8)]
    assert not is_card(rows)
    assert is_card([line("新增学位1.4万个", 100, 60), line("近2亿吨", 300, 60)])

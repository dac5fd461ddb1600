"""Words and the number below them, on pages that hold nothing else."""

from __future__ import annotations

from luoshi.layout import Line, Rect, Sheet, arrange


def line(words: str, top: float, size: float, left: float = 60.0) -> Line:
    return Line(words, Rect(left, top, left + len(words) * size, top + size), size)


def paragraphs(*lines: Line) -> list[str]:
    sheet = Sheet(1, 1080, 1440, lines)
    return ["".join(part.words for _, part in paragraph.lines) for paragraph in arrange([sheet])]


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

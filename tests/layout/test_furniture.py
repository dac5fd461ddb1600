"""Running heads, feet and numbers of pages are left out, and nothing else."""

from __future__ import annotations

import pytest
from typeset import column, line, sheet

from luoshi.layout import Sheet, arrange, compose
from luoshi.layout.furniture import EXAMPLES, is_page_number

TEXT = "全市今年计划新开工保障性住房四千二百套，基本建成三千六百套，改造老旧小区三十个，惠及居民一万二千户。"


@pytest.mark.parametrize(("words", "is_number"), EXAMPLES)
def test_numbers_of_pages(words: str, is_number: bool) -> None:
    assert is_page_number(words) is is_number


def pages(count: int, head: str, foot: str) -> list[Sheet]:
    """Pages with a head, a foot and a text of their own; {} stands for the number of the page."""
    return [
        sheet(
            line(head.format(number), 60, 30, 9),
            *column([f"第{number}项。{TEXT}"], 60, 120, 40),
            line(foot.format(number), 280, 770, 9),
            number=number,
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("head", "foot"),
    [("青澜市统计年鉴", "— {} —"), ("青澜市2025年统计公报 第{}页", "{}"), ("统计公报", "第{}页 共12页")],
)
def test_heads_and_feet_are_left_out(head: str, foot: str) -> None:
    some = pages(5, head, foot)
    assert compose(arrange(some), some).text == "\n".join(f"第{number}项。{TEXT}" for number in range(1, 6))


def test_heads_of_the_left_and_the_right_pages_differ() -> None:
    some = [
        page._replace(lines=(line(("青澜市统计年鉴", "第三章 人口")[page.number % 2], 60, 30, 9), *page.lines[1:]))
        for page in pages(8, "", "{}")
    ]
    assert "年鉴" not in compose(arrange(some), some).text
    assert "人口" not in compose(arrange(some), some).text


def test_a_head_that_stands_on_one_page_only_where_the_others_have_theirs() -> None:
    some = [
        page._replace(lines=(line("青澜市统计年鉴" if page.number % 2 else "第三章 人口", 60, 30, 9), *page.lines[1:]))
        for page in pages(3, "", "{}")
    ]
    text = compose(arrange(some), some).text
    assert "人口" not in text
    assert text.count("项") == 3


def test_a_caption_below_the_head_is_kept_though_others_stand_at_its_height() -> None:
    some = [
        page._replace(lines=(*page.lines, line(f"表{page.number}", 200, 60), line(name, 240, 60)))
        for page, name in zip(pages(3, "青澜市统计年鉴", "{}"), ("各区人口", "各区产值", "各区投资"), strict=True)
    ]
    text = compose(arrange(some), some).text
    assert all(words in text for words in ("表1 各区人口", "表2 各区产值", "表3 各区投资"))


def test_text_at_the_height_of_a_head_is_kept() -> None:
    some = pages(3, "青澜市统计年鉴", "{}")
    some[2] = sheet(*column([f"本页没有页眉。{TEXT}"], 60, 28, 40, 9), number=3)
    assert "本页没有页眉。" in compose(arrange(some), some).text


def test_the_date_of_a_newspaper_is_kept_once() -> None:
    some = pages(4, "2025年7月29日 星期二", "青澜日报")
    text = compose(arrange(some), some).text
    assert text.count("2025年7月29日") == 1
    assert "青澜日报" not in text


def test_the_unit_above_a_table_is_no_head_though_each_page_has_it() -> None:
    some = pages(4, "单位：亿元", "{}")
    assert compose(arrange(some), some).text.count("单位：亿元") == 4


def test_a_head_that_stands_once_is_text() -> None:
    one = sheet(line("青澜市人民政府文件", 200, 40, 30), *column([TEXT], 60, 120, 40), line("— 1 —", 280, 770, 9))
    assert compose(arrange([one]), [one]).text == f"青澜市人民政府文件\n{TEXT}"

"""Where paragraphs begin and end, what goes on over a page, headings, notes."""

from __future__ import annotations

import pytest
from typeset import PITCH, column, line, sheet

from luoshi.layout import Line, Rect, Sheet, arrange, compose
from luoshi.model import BlockKind

ONE = "全市今年计划新开工保障性住房四千二百套，基本建成三千六百套，改造老旧小区三十个，惠及居民一万二千户，加装电梯三百部。"
TWO = "市住房和城乡建设局负责人介绍，下一步将把更多实事办到群众家门口，让老城区的居民也能用上新设施，走上平整的路。"


def read(*sheets: Sheet) -> list[str]:
    return compose(arrange(sheets), sheets).text.split("\n")


def kinds(*sheets: Sheet) -> list[tuple[str, BlockKind, int]]:
    composed = compose(arrange(sheets), sheets)
    return [(block.span.of(composed.text), block.kind, block.level) for block in composed.blocks]


def test_paragraphs_are_indented() -> None:
    assert read(sheet(*column([ONE, TWO], 60, 100, 40))) == [ONE, TWO]


def test_paragraphs_that_are_not_indented_end_early() -> None:
    assert read(sheet(*column(["…" + ONE, "…" + TWO], 60, 100, 40))) == [ONE, TWO]


def test_a_full_last_line_ends_a_paragraph_where_the_next_stands_apart() -> None:
    full = ONE[:-1] + ONE[-19:]
    upper, lower = column(["…" + full], 60, 100, len(full) // 2), column(["…" + TWO], 60, 140, len(full) // 2)
    assert len(full) % 2 == 0
    assert read(sheet(*upper, *lower)) == [full, TWO]


@pytest.mark.parametrize("cut", [1, 2])
def test_a_paragraph_goes_on_on_the_next_page(cut: int) -> None:
    lines = column([ONE, TWO], 60, 100, 25)
    first = sheet(*lines[: 3 + cut], line("— 1 —", 280, 770, 9))
    rest = [one._replace(rect=Rect(one.rect.left, 100, one.rect.right, 110)) for one in lines[3 + cut :]]
    second = sheet(
        *(
            one._replace(rect=Rect(one.rect.left, 100 + PITCH * n, one.rect.right, 110 + PITCH * n))
            for n, one in enumerate(rest)
        ),
        line("— 2 —", 280, 770, 9),
        number=2,
    )
    assert read(first, second) == [ONE, TWO]


def test_a_note_does_not_stand_in_the_sentence_that_a_page_end_tears() -> None:
    lines = column([ONE], 60, 100, 25)
    note = line("①不含农村自建住房。", 60, 720, 8)
    second = sheet(line(lines[-1].words, 60, 100), *column([TWO], 60, 116, 25), number=2)
    assert read(sheet(*lines[:-1], note), second) == [ONE, "①不含农村自建住房。", TWO]


@pytest.mark.parametrize("aside", ["青澜市情研究", "上坪村的果园。王明 摄"])
def test_text_goes_on_past_a_head_and_past_a_caption(aside: str) -> None:
    lines = column([ONE], 60, 100, 25)
    second = sheet(line(aside, 60, 60, 8), line(lines[-1].words, 60, 100), *column([TWO], 60, 116, 25), number=2)
    assert read(sheet(*lines[:-1]), second) == [ONE, aside, TWO]


@pytest.mark.parametrize("indented", [True, False])
def test_a_sentence_that_ends_with_its_page_need_not_end_its_paragraph(indented: bool) -> None:
    width = 25
    full = "各地稳住了生产。" * 6  # two lines, the first indented by two
    assert len(full) == 2 * width - 2
    rest = column([TWO if indented else "…" + TWO], 60, 100, width)
    found = read(sheet(*column([full], 60, 100, width)), sheet(*rest, *column([ONE], 60, 400, width), number=2))
    assert found == ([full, TWO, ONE] if indented else [full + TWO, ONE])


def test_a_column_under_a_wider_headline_is_measured_by_its_own_lines() -> None:
    body = column(["…" + ONE], 60, 130, 12)
    page = sheet(line("保障性住房今年再添四千二百套，惠及居民", 60, 108, 11.5), *body, *column([TWO], 60, 600, 45))
    assert ONE in read(page)


def test_a_title_of_several_lines_is_one_heading() -> None:
    page = sheet(
        line("关于青澜市2025年国民经济和社会发展计划", 130, 60, 18),
        line("执行情况的报告", 247, 90, 18),
        *column([ONE, TWO], 60, 140, 45),
    )
    assert kinds(page)[0] == ("关于青澜市2025年国民经济和社会发展计划执行情况的报告", BlockKind.HEADING, 1)


def test_levels_of_headings_by_size_and_by_number() -> None:
    page = sheet(
        line("政府工作报告", 240, 40, 22),
        line("主要成绩", 260, 90, 16),
        *column([ONE], 60, 130, 45),
        *column(["一、今年工作安排"], 60, 180, 45),
        *column([TWO], 60, 196, 45),
    )
    assert kinds(page) == [
        ("政府工作报告", BlockKind.HEADING, 1),
        ("主要成绩", BlockKind.HEADING, 2),
        (ONE, BlockKind.PARAGRAPH, 0),
        ("一、今年工作安排", BlockKind.HEADING, 2),
        (TWO, BlockKind.PARAGRAPH, 0),
    ]


def test_the_end_of_a_letter() -> None:
    page = sheet(
        *column([ONE], 60, 100, 45),
        line("青澜市人民政府", 390, 180),
        line("2025年9月27日", 382, 196),
        line("（此件公开发布）", 80, 230),
    )
    assert read(page) == [ONE, "青澜市人民政府", "2025年9月27日", "（此件公开发布）"]


def test_lines_of_contents_stay_apart() -> None:
    contents = [f"{n}、主要目标{'…' * 20}{page}" for n, page in zip("一二三", (1, 12, 25), strict=True)]
    lines = [line(words, 60, 100 + PITCH * n) for n, words in enumerate(contents)]
    assert read(sheet(*lines)) == contents


def test_words_set_in_under_a_number() -> None:
    page = sheet(
        line("（1）新开工保障性住房四千二百套，基本建成三千六百套，改", 60, 100),
        line("造老旧小区三十个，惠及居民一万二千户，加装电梯三", 85, 116),
        line("百部。", 85, 132),
        line("（2）建成口袋公园十二个。", 60, 148),
    )
    assert read(page) == [
        "（1）新开工保障性住房四千二百套，基本建成三千六百套，改造老旧小区三十个，惠及居民一万二千户，加装电梯三百部。",
        "（2）建成口袋公园十二个。",
    ]


def pieces(*words: str, top: float, gap: float) -> list[Line]:
    found: list[Line] = []
    left = 100.0
    for word in words:
        found.append(line(word, left, top))
        left = found[-1].rect.right + gap
    return found


def test_pieces_of_a_line_are_joined() -> None:
    assert read(sheet(*pieces(*"政府工作报告", top=100, gap=10))) == ["政 府 工 作 报 告"]
    assert read(sheet(*pieces("（一）", "加快建设口袋公园", top=100, gap=10))) == ["（一） 加快建设口袋公园"]

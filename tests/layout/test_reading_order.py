"""The reading order of pages with columns, headlines, boxes and pictures; as files say it and as scans do."""

from __future__ import annotations

import pytest
from typeset import column, line, sheet, trembling

from luoshi.layout import Line, Rect, Sheet, arrange, compose
from luoshi.layout.headlines import Headlines, beginning_paragraphs
from luoshi.layout.strokes import strokes_of
from luoshi.layout.text_blocks import TextBlock, text_blocks

ONE = "全市今年计划新开工保障性住房四千二百套，基本建成三千六百套，改造老旧小区三十个，惠及居民一万二千户，加装电梯三百部。"
TWO = "市住房和城乡建设局负责人介绍，下一步将把更多实事办到群众家门口，让老城区的居民也能用上新设施，走上平整的路。"
THREE = "与此同时，城市更新的资金来源也在拓宽，社会资本参与的项目已有十五个，总投资二十三亿元，占全部投资的四成以上。"
OTHER = "入冬以来，市水务局对全市一百二十条排水管道逐一清淤，冬修水利工程开工八十处，完成土石方一百一十万立方米。"


def read(*sheets: Sheet) -> str:
    return compose(arrange(sheets), sheets).text


def split(paragraphs: list[str], characters: int, lines: list[int]) -> list[list[Line]]:
    """Paragraphs set as one column and cut into columns of so many lines each, whose tops are 0."""
    whole = column(paragraphs, 0, 0, characters)
    parts: list[list[Line]] = []
    for count in lines:
        parts.append(moved(whole[:count], 0, -whole[0].rect.top))
        whole = whole[count:]
    assert not whole
    return parts


def moved(lines: list[Line], x: float, y: float) -> list[Line]:
    return [
        one._replace(rect=Rect(one.rect.left + x, one.rect.top + y, one.rect.right + x, one.rect.bottom + y))
        for one in lines
    ]


def three_columns(headline: str, text: list[str], top: float, lines: list[int]) -> list[Line]:
    first, second, third = split(text, 12, lines)
    return [
        line(headline, 100, top, 24),
        *moved(first, 40, top + 40),
        *moved(second, 172, top + 40),
        *moved(third, 304, top + 40),
    ]


def both(page: Sheet) -> list[Sheet]:
    return [page, *(trembling(page, seed) for seed in range(3))]


def test_columns_under_a_headline() -> None:
    page = sheet(*three_columns("让老城区住得更好", [ONE, TWO, THREE], 60, [6, 6, 5]))
    for seen in both(page):
        assert read(seen) == "\n".join(["让老城区住得更好", ONE, TWO, THREE])


def test_a_line_below_a_headline_in_the_type_of_the_text_stands_above_it() -> None:
    first, second = split([ONE, TWO], 12, [6, 5])
    page = sheet(
        line("让老城区住得更好", 40, 40, 24),
        line("年内改造小区三十个", 40, 72),
        *moved(first, 40, 92),
        *moved(second, 172, 92),
    )
    for seen in both(page):
        assert read(seen) == "\n".join(["让老城区住得更好", "年内改造小区三十个", ONE, TWO])


def test_a_headline_in_two_pieces_over_two_columns() -> None:
    first, second = split([ONE, TWO], 12, [6, 5])
    head = (line("老城区，", 60, 40, 24), line("住得更好", 172, 40, 24))
    page = sheet(*head, *moved(first, 40, 92), *moved(second, 172, 92))
    for seen in both(page):
        assert read(seen).replace(" ", "") == "\n".join(["老城区，住得更好", ONE, TWO])


def test_two_articles_one_above_the_other() -> None:
    upper = three_columns("让老城区住得更好", [ONE, TWO, THREE], 60, [6, 6, 5])
    lower = three_columns("冬修水利开工八十处", [OTHER], 260, [2, 2, 1])
    for seen in both(sheet(*lower, *upper)):
        assert read(seen) == "\n".join(["让老城区住得更好", ONE, TWO, THREE, "冬修水利开工八十处", OTHER])


def test_text_goes_on_below_a_picture_in_its_own_column() -> None:
    """The first column ends at the picture; only the words tell that it goes on below and not in the second."""
    first, second = split([ONE, TWO], 12, [6, 5])
    page = sheet(
        line("让老城区住得更好", 60, 40, 24),
        *moved(first[:3], 40, 80),
        *moved(first[3:], 40, 80 + 160),
        *moved(second, 172, 80),
        pictures=(Rect(40, 140, 160, 275),),
    )
    for seen in both(page):
        assert read(seen) == "\n".join(["让老城区住得更好", ONE, TWO])


def test_columns_end_at_a_picture_across_the_page() -> None:
    """The same places, other words: the text goes on in the second column above the picture."""
    parts = split([ONE, TWO, THREE], 12, [4, 4, 5, 4])
    lefts, tops = (40, 172, 40, 172), (80, 80, 300, 300)
    page = sheet(
        line("让老城区住得更好", 60, 40, 24),
        *(one for part, left, top in zip(parts, lefts, tops, strict=True) for one in moved(part, left, top)),
        pictures=(Rect(40, 160, 292, 280),),
    )
    for seen in both(page):
        assert read(seen) == "\n".join(["让老城区住得更好", ONE, TWO, THREE])


def test_a_box_in_the_middle_is_read_as_a_whole() -> None:
    first, second, third = split([ONE, TWO, THREE], 12, [6, 6, 5])
    inside = column([OTHER], 190, 150, 19)
    page = sheet(
        line("让老城区住得更好", 100, 40, 24),
        *moved(first, 40, 80),
        *moved(second[:3], 172, 80),
        *moved(second[3:], 172, 270),
        *moved(third[:3], 304, 80),
        *moved(third[3:], 304, 270),
        *inside,
        rules=(Rect(172, 135, 424, 258),),
    )
    for seen in both(page):
        found = read(seen).split("\n")
        assert [one for one in found if one != OTHER] == ["让老城区住得更好", ONE, TWO, THREE]
        assert OTHER in found


def test_a_column_beside_the_headline_belongs_to_the_text_that_goes_on_in_it() -> None:
    """An article shaped like an L: its last column reaches up beside the headline, below the end of another article."""
    first, second, third = split([ONE, TWO, THREE], 12, [5, 5, 7])
    page = sheet(
        *three_columns("冬修水利开工八十处", [OTHER], 40, [2, 2, 1]),
        line("让老城区住得更好", 60, 170, 24),
        *moved(first, 40, 210),
        *moved(second, 172, 210),
        *moved(third, 304, 170),
        rules=(Rect(40, 150, 424, 151),),
    )
    for seen in both(page):
        assert read(seen) == "\n".join(["冬修水利开工八十处", OTHER, "让老城区住得更好", ONE, TWO, THREE])


def test_what_stands_beside_a_letters_head_does_not_wait_for_its_end() -> None:
    body = column([ONE, TWO], 60, 160, 40)
    page = sheet(
        line("青政函〔2025〕3号", 60, 60),
        line("签发人：王明", 400, 60),
        line("关于改造老旧小区的函", 160, 100, 22),
        *body,
    )
    assert read(page).split("\n") == ["青政函〔2025〕3号", "签发人：王明", "关于改造老旧小区的函", ONE, TWO]


def test_a_page_of_nothing_and_a_page_of_too_much() -> None:
    assert arrange([sheet()]) == ()
    crowd = [line("字", 5 + 11 * (n % 50), 5 + 11 * (n // 50), 8) for n in range(3_000)]
    assert len(read(sheet(*crowd)).replace(" ", "").replace("\n", "").replace("\t", "")) == 3_000


@pytest.mark.parametrize("turned", [False, True])
def test_every_line_is_read_once(turned: bool) -> None:
    page = sheet(*three_columns("让老城区住得更好", [ONE, TWO, THREE], 60, [6, 6, 5]), *column([OTHER], 40, 300, 20))
    seen = trembling(page, 7) if turned else page
    read_lines = [one.words for paragraph in arrange([seen]) for _, one in paragraph.lines]
    assert sorted(read_lines) == sorted(one.words for one in page.lines)


def test_a_headline_is_not_read_into_the_middle_of_a_paragraph() -> None:
    """White on both sides lets a centred headline reach over the last column of the article on its left."""
    rects = (
        Rect(360, 60, 500, 84),
        Rect(172, 100, 292, 200),
        Rect(172, 210, 292, 260),
        Rect(304, 124, 424, 240),
        Rect(436, 124, 556, 240),
    )
    blocks = [TextBlock(rect, (), 10.5) for rect in rects]
    found = Headlines({0: 0}, (None, 0, 0, 0, 0), (0, 1, 1, 3, 4), {0: 1})
    assert beginning_paragraphs(found, blocks, {1}).firsts == {0: 3}
    assert beginning_paragraphs(found, blocks, {1, 3}).firsts == {0: 4}
    assert beginning_paragraphs(found, blocks, {1, 3, 4}).firsts == {0: 1}  # it has no other
    assert beginning_paragraphs(found, blocks, ()).firsts == {0: 1}


def test_a_recognised_headline_is_no_line_of_the_column_under_its_middle() -> None:
    headline = line("农村居民人均可支配收入增长8.5%", 100, 100, 12)._replace(confidence=0.99)
    under = [one._replace(confidence=0.99) for one in column([ONE], 140, 115, 10)]
    page = sheet(headline, *under)
    blocks = text_blocks(page.lines, (), strokes_of(page))
    assert [len(block.lines) for block in blocks] == [1, len(under)]
    short = headline._replace(words="收入增长8.5%", rect=Rect(140, 100, 224, 112))
    assert [len(block.lines) for block in text_blocks([short, *under], (), strokes_of(page))] == [1 + len(under)]

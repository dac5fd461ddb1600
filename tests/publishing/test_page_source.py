"""The marked source text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from page_cases import Draft, small_case
from selectolax.lexbor import LexborHTMLParser

from luoshi.model import Block, BlockKind, FindingKind, Span
from luoshi.publishing.source_text import SourceText


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def shown(html: str) -> str:
    tree = LexborHTMLParser(f"<div id=t>{html}</div>")
    for note in tree.css(".join, .cutmark"):
        note.decompose()
    found = tree.css_first("#t")
    assert found is not None
    return squeezed(found.text())


@given(st.text(alphabet="甲乙<&>\"'。\n ", max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45))))
def test_not_a_character_is_lost_whatever_is_marked(text: str, ends: list[tuple[int, int]]) -> None:
    source = SourceText(Draft(text).case())
    for index, (a, b) in enumerate(ends):
        source.link(Span(min(a, b), max(a, b)), value=index % 2 == 0)
    assert shown(str(source.html())) == squeezed(text)


def test_text_outside_all_blocks_is_shown_too() -> None:
    draft = Draft("标题之前的话\n正文在这里。\n最后一行")
    block = Block(BlockKind.PARAGRAPH, draft.span("正文在这里。"))
    assert shown(str(SourceText(draft.case(blocks=(block,))).html())) == "标题之前的话正文在这里。最后一行"


def test_number_mark_leads_back_to_the_page() -> None:
    draft = Draft("产量40万吨。")
    source = SourceText(draft.case())
    assert str(source.link(draft.span("40万吨"), value=True)) == 'href="#m1" id="r1"'
    assert '<a href="#r1" class="n" data-m="1" id="m1">40万吨</a>' in source.html()


def test_further_mention_leads_back_to_the_first() -> None:
    draft = Draft("产量40万吨。产量40万吨。")
    source = SourceText(draft.case())
    source.link(draft.span("40万吨"), value=True)
    source.link(draft.span("40万吨", 1), value=True, of=draft.span("40万吨"))
    assert str(source.html()).count('href="#r1"') == 2


def test_sentence_is_named_on_every_piece_of_it() -> None:
    draft = Draft("产量40万吨。")
    source = SourceText(draft.case())
    source.link(draft.span("40万吨"), [draft.span("产量40万吨。")], value=True)
    tree = LexborHTMLParser(str(source.html()))
    sentence = [piece.text() for piece in tree.css("[data-m]") if "2" in (piece.attributes["data-m"] or "").split()]
    assert "".join(sentence) == "产量40万吨。"


def test_repeated_words_are_grey() -> None:
    tree = LexborHTMLParser(str(SourceText(small_case()).html()))
    assert "".join(piece.text() for piece in tree.css(".rep")) == "城镇新增就业3.2万人。"


def test_break_has_an_arrow_on_both_sides() -> None:
    tree = LexborHTMLParser(str(SourceText(small_case()).html()))
    joins = [(a.attributes["id"], a.attributes["href"]) for a in tree.css("a.join")]
    assert joins == [("j1a", "#j1b"), ("j1b", "#j1a")]
    line = next(p for p in tree.css("p") if p.css_first("#j1a"))
    assert squeezed(line.text()).startswith("工业投资增长9%,其中技术改造投资⤵")


def test_cut_is_marked_at_the_end() -> None:
    assert re.search(r'已经开(</\w+>)*<span class="cutmark">', str(SourceText(small_case()).html()))


def test_table_cells_become_a_table() -> None:
    draft = Draft("指标\n数值\n产量\n40")
    cells = tuple(
        Block(BlockKind.TABLE_CELL, draft.span(words), table=0, row=row, column=column)
        for words, row, column in (("指标", 0, 0), ("数值", 0, 1), ("产量", 1, 0), ("40", 1, 1))
    )
    tree = LexborHTMLParser(str(SourceText(draft.case(blocks=cells)).html()))
    assert [[cell.text() for cell in row.css("td")] for row in tree.css("tr")] == [["指标", "数值"], ["产量", "40"]]


def test_doubtful_words_are_underlined() -> None:
    draft = Draft("市信息技术局来信。")
    draft.finding(FindingKind.UNKNOWN_BODY, draft.span("市信息技术局"))
    tree = LexborHTMLParser(str(SourceText(draft.case()).html()))
    assert [piece.text() for piece in tree.css(".chk")] == ["市信息技术局"]

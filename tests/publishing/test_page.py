"""The whole page and the overview."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace

import pytest
from page_cases import HOSTILE, Draft, hostile_case, small_case
from selectolax.lexbor import LexborHTMLParser, LexborNode

from luoshi.model import FindingKind
from luoshi.publishing.page import entry, index, render


@pytest.fixture(scope="module")
def tree() -> LexborHTMLParser:
    return LexborHTMLParser(render(small_case()))


def words_of(tree: LexborHTMLParser, selector: str) -> str:
    return " ".join(re.sub(r"\s+", " ", node.text()) for node in tree.css(selector))


def test_every_link_of_the_page_leads_somewhere(tree: LexborHTMLParser) -> None:
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    goals = {(node.attributes["href"] or "")[1:] for node in tree.css("a[href^='#']")}
    assert goals - ids == set()


def test_no_id_stands_twice(tree: LexborHTMLParser) -> None:
    assert [i for i, times in Counter(node.attributes["id"] for node in tree.css("[id]")).items() if times > 1] == []


def test_evidence_of_every_link_is_marked(tree: LexborHTMLParser) -> None:
    marked = {n for node in tree.css("[data-m]") for n in (node.attributes["data-m"] or "").split()}
    named = {n for node in tree.css("[data-e]") for n in (node.attributes["data-e"] or "").split()}
    assert named
    assert named - marked == set()


def test_every_figure_stands_on_the_page_and_is_marked_in_the_text() -> None:
    case = small_case()
    tree = LexborHTMLParser(render(case))
    marks = {node.attributes["id"]: node.text() for node in tree.css("#source a.n[id]")}
    pointed = {marks.get((a.attributes["href"] or "")[1:]) for a in tree.css("main a.v")}
    assert {figure.span.of(case.document.text) for figure in case.records.figures} <= pointed


def test_policy_allows_our_style_and_script_and_nothing_else(tree: LexborHTMLParser) -> None:
    policy = tree.css_first("meta[http-equiv]").attributes["content"]  # type: ignore[union-attr]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for selector in ("style", "script"):
        (node,) = tree.css(selector)
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
        assert f"{selector}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("draw", [render, lambda case: index([entry(case, HOSTILE)])])
def test_hostile_words_are_inert(draw: object) -> None:
    tree = LexborHTMLParser(draw(hostile_case()))  # type: ignore[operator]
    assert len(tree.css("script")) == 1
    assert len(tree.css("style")) == 1
    assert tree.css("img") == []
    handlers = [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert handlers == []
    assert HOSTILE in (tree.css_first("body").text() if tree.css_first("body") else "")  # type: ignore[union-attr]


def test_nothing_is_fetched(tree: LexborHTMLParser) -> None:
    assert [n.tag for n in tree.css("[src], link:not([href^='data:'])")] == []
    style = tree.css_first("style")
    assert isinstance(style, LexborNode)
    assert "url(" not in style.text()
    assert "@import" not in style.text()


def test_what_is_not_known_is_said_to_be_unknown(tree: LexborHTMLParser) -> None:
    rows = [re.sub(r"\s+", "", node.text()) for node in tree.css(".meta div")]
    assert "日期Date未注明notstated" in rows
    assert "地方Place青川市由使用者给定givenbytheuser" in rows


def test_leading_target_is_the_largest_and_says_for_when_where_and_whose(tree: LexborHTMLParser) -> None:
    lead = words_of(tree, ".lead.first")
    for words in ("1200", "亿元", "以上", "经济总量", "2030年", "青川市", "方立提出"):
        assert words in lead


def test_target_of_another_place_says_so(tree: LexborHTMLParser) -> None:
    assert "东沟区" in words_of(tree, ".lead.second")


def test_target_without_a_time_says_so(tree: LexborHTMLParser) -> None:
    assert "时间未注明" in words_of(tree, "#targets .row")


def test_growth_and_rank_stand_on_the_card_of_the_level(tree: LexborHTMLParser) -> None:
    card = words_of(tree, "#results .top")
    for words in ("800", "地区生产总值", "增长", "6.1", "全省", "第2"):
        assert words in card


def test_mention_in_a_repeated_stretch_is_a_link_and_no_card(tree: LexborHTMLParser) -> None:
    assert len([node for node in tree.css("#results .ind") if node.text() == "城镇新增就业"]) == 1
    assert len(tree.css("#results .again a")) == 1


def test_doubtful_number_carries_a_flag() -> None:
    draft = Draft("产量40万吨。")
    draft.figure("产量", "40万吨")
    draft.finding(FindingKind.SAME_VALUE, draft.span("产量40万吨"))
    assert len(LexborHTMLParser(render(draft.case())).css("a.flag")) == 1


def test_finding_is_told_in_both_languages_with_its_words(tree: LexborHTMLParser) -> None:
    check = words_of(tree, "#check")
    for words in (
        "机构存疑",
        "Unknown body",
        "请看这一处。",
        "Look at this place.",
        "市信息技术局",
        "市经济和信息化局",
    ):
        assert words in check


def test_repetitions_are_one_line() -> None:
    draft = Draft("甲乙丙丁。" * 9)
    for nth in range(1, 9):
        draft.finding(FindingKind.REPEATED, draft.span("甲乙丙丁。", nth), draft.span("甲乙丙丁。"))
    tree = LexborHTMLParser(render(draft.case()))
    assert "8 处文字与前文重复，共 40 字" in words_of(tree, "#check .sum")
    assert len(tree.css("#check .matter details li")) == 8


def test_programme_shows_its_figures(tree: LexborHTMLParser) -> None:
    assert "1200" in words_of(tree, "#programmes .plans li")


def test_long_lists_are_closed_but_whole() -> None:
    draft = Draft("".join(f"第{n:02}类公园{n}座。" for n in range(10, 60)))
    for n in range(10, 60):
        draft.figure(f"第{n}类公园", f"{n}座")
    tree = LexborHTMLParser(render(draft.case()))
    assert len(tree.css("#results .row, #results .top")) == 50
    assert len(tree.css("#results details.more:not([open]) .row")) == 36


def test_page_of_an_empty_case_says_that_nothing_was_found() -> None:
    tree = LexborHTMLParser(render(Draft("").case(title=None, place=None)))
    assert "没有读到目标数字。" in words_of(tree, "#targets")
    assert words_of(tree, "h1") == "notice"


def test_same_case_gives_the_same_page() -> None:
    assert render(small_case()) == render(small_case())


def test_entry_counts_what_the_page_shows() -> None:
    line = entry(small_case(), "notice.html")
    assert (line.targets, line.results, line.findings) == (3, 6, 4)
    assert line.headline is not None
    assert line.headline.indicator == "经济总量"


def test_overview_leads_to_the_pages() -> None:
    tree = LexborHTMLParser(index([entry(small_case(), "a.html"), entry(small_case(), "b.html")]))
    assert [a.attributes["href"] for a in tree.css(".doc h2 a")] == ["a.html", "b.html"]


def test_overview_draws_bars_only_where_targets_compare() -> None:
    one = entry(small_case(), "a.html")
    assert one.headline is not None
    other = replace(one, headline=replace(one.headline, period="2027"))
    assert len(LexborHTMLParser(index([one, one])).css(".bar")) == 2
    assert LexborHTMLParser(index([one, other])).css(".bar") == []


def test_overview_of_nothing_says_so() -> None:
    assert "没有读到文件。" in index([])


def test_target_without_a_number_shows_its_words_in_the_fine_list() -> None:
    draft = Draft("居民收入增长与经济增长同步。")
    draft.target("居民收入", "与经济增长同步", relation="与经济增长同步")
    tree = LexborHTMLParser(render(draft.case()))
    assert tree.css(".leads, .mids") == []
    assert "与经济增长同步" in words_of(tree, "#targets .row.said")


def test_path_of_the_file_is_not_told(tree: LexborHTMLParser) -> None:
    assert "notice.txt" in words_of(tree, ".foot")
    assert "in/" not in words_of(tree, ".foot")

"""Headings, paragraphs, list items and table cells of plain text and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from luoshi.model import Block, BlockKind
from luoshi.readers import blocks, from_text, markdown, read, read_bytes
from luoshi.readers.blocks import blocks_of, classify
from luoshi.readers.markdown import markdown_blocks

words = [
    "一、工作回顾",
    "（一）稳增长",
    "全市经济稳中向好。",
    "各位代表：",
    "政府工作报告",
    "2026年1月20日",
    "——",
    "a\tb",
    "1.",
]
marks = ["\t", "\n", "\r\n", "\u3000\u3000", " ", "# ", "- ", "**", "|", "---", "\f", "\u2028"]
pieces = st.sampled_from([*words, *marks])


def shown(found: tuple[Block, ...], text: str) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(text)) for block in found]


@pytest.mark.parametrize(("line", "kind", "level"), blocks.EXAMPLES)
def test_lines(line: str, kind: BlockKind, level: int) -> None:
    assert classify(line) == (kind, level)


@pytest.mark.parametrize(("line", "kind", "level", "words"), markdown.EXAMPLES)
def test_lines_of_markdown(line: str, kind: BlockKind, level: int, words: str) -> None:
    text = f"{line}\n\n全市经济稳中向好。"
    assert shown(markdown_blocks(text), text)[0] == (kind.value, level, words)


@given(st.lists(pieces).map("".join))
@example("**\u3000\u3000**")
def test_blocks_are_ascending_and_bare(text: str) -> None:
    for found in (from_text(text).blocks, markdown_blocks(text)):
        end = 0
        for block in found:
            assert end <= block.span.start < block.span.end
            assert block.span.of(text) == block.span.of(text).strip(" \t\r\n\u3000\f\u2028")
            end = block.span.end


@given(st.lists(pieces).map("".join))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(block.span.of(text) for block in blocks_of(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_a_report() -> None:
    text = "政府工作报告\r\n省长　王明\r\n各位代表：\r\n　　一、工作回顾\r\n　　（一）稳增长。抓好落实，\r\n旧城改造\r\n　　全市经济稳中向好。\r\n"
    assert shown(from_text(text).blocks, text) == [
        ("heading", 1, "政府工作报告"),
        ("paragraph", 0, "省长　王明"),
        ("paragraph", 0, "各位代表："),
        ("heading", 2, "一、工作回顾"),
        ("paragraph", 0, "（一）稳增长。抓好落实，"),
        ("heading", 3, "旧城改造"),
        ("paragraph", 0, "全市经济稳中向好。"),
    ]


def test_the_end_of_a_torn_sentence_is_no_heading() -> None:
    text = "各位代表：\n我们聚焦实体经济，深入推进产业转型，持续优化营商环境，加快培育新兴\n产业集群和未来产业\n全市经济稳中向好。"
    assert shown(blocks_of(text), text)[2] == ("paragraph", 0, "产业集群和未来产业")


def test_a_last_line_is_no_heading() -> None:
    text = "全市经济稳中向好。\n\n当前发展面临"
    assert shown(blocks_of(text), text)[-1] == ("paragraph", 0, "当前发展面临")


def test_lines_with_tabs_are_a_table() -> None:
    text = "指标\t2025年\n地区生产总值\t1200\n\n全市经济稳中向好。"
    cells = [(block.table, block.row, block.column, block.span.of(text)) for block in blocks_of(text)]
    assert cells == [
        (0, 0, 0, "指标"),
        (0, 0, 1, "2025年"),
        (0, 1, 0, "地区生产总值"),
        (0, 1, 1, "1200"),
        (-1, -1, -1, "全市经济稳中向好。"),
    ]


def test_a_single_tab_makes_no_table() -> None:
    text = "指标\t2025年，稳中向好。"
    assert [block.kind for block in blocks_of(text)] == [BlockKind.PARAGRAPH]


def test_markdown_is_kept_as_it_stands() -> None:
    text = "# 2026年武汉市政府工作报告\r\n\r\n| 指标 | 2025年 |\r\n|---|---:|\r\n| 地区生产总值 | 1200 |\r\n\r\n---\r\n全市经济稳中向好。\r\n"
    document = read_bytes(text.encode(), "a", "a.md", ending=".md")
    assert document.text == text
    assert document.title is not None and document.title.value == "2026年武汉市政府工作报告"
    assert [(block.kind.value, block.row, block.column, block.span.of(text)) for block in document.blocks] == [
        ("heading", -1, -1, "2026年武汉市政府工作报告"),
        ("table_cell", 0, 0, "指标"),
        ("table_cell", 0, 1, "2025年"),
        ("table_cell", 1, 0, "地区生产总值"),
        ("table_cell", 1, 1, "1200"),
        ("paragraph", -1, -1, "全市经济稳中向好。"),
    ]


def test_headings_underlined_in_markdown() -> None:
    text = "政府工作报告\n====\n工作回顾\n----\n全市经济稳中向好。"
    assert shown(markdown_blocks(text), text) == [
        ("heading", 1, "政府工作报告"),
        ("heading", 2, "工作回顾"),
        ("paragraph", 0, "全市经济稳中向好。"),
    ]


def test_reports_have_their_main_headings(eval_data: Path) -> None:
    for path in sorted((eval_data / "corpus" / "reports").glob("*.txt")):
        document = read(path)
        main = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 2]
        assert len(main) >= 3, path.stem
        assert sum(block.level == 1 for block in document.blocks) == 1, path.stem

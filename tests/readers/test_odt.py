"""OpenDocument texts: what is kept, in which order, and what is no part of the document."""

from __future__ import annotations

import pytest
from office_files import opendocument, packed

from luoshi.errors import ReadError
from luoshi.model import Document, Origin
from luoshi.readers import read_bytes

STYLES = """
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Big" style:family="paragraph" style:parent-style-name="Title"/>
<text:outline-style style:name="Outline">
 <text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
 <text:outline-level-style text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
 <text:outline-level-style text:level="3" style:num-format=""/>
</text:outline-style>
"""
AUTOMATIC = """
<style:style style:name="hid" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""


def read(body: str, meta: str = "") -> Document:
    data = opendocument(body, styles=STYLES, automatic=AUTOMATIC, meta=meta)
    return read_bytes(data, "a", "a.odt", ending=".odt")


def lines(body: str) -> list[str]:
    return read(body).text.split("\n")


def p(words: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def h(words: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def item(content: str) -> str:
    return f"<text:list-item>{content}</text:list-item>"


def test_headings_with_their_automatic_numbers() -> None:
    document = read(
        p("发展规划", "Big") + h("工作回顾", 1) + h("经济运行", 2) + h("工业", 3) + h("工作安排", 1) + h("目标", 2)
    )
    found = [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks]
    assert found == [
        ("heading", 1, "发展规划"),
        ("heading", 2, "一、工作回顾"),
        ("heading", 3, "（一）经济运行"),
        ("heading", 4, "工业"),
        ("heading", 2, "二、工作安排"),
        ("heading", 3, "（一）目标"),
    ]


def test_lists() -> None:
    inner = f"<text:list>{item(p('细目；'))}{item(p('又一细目；'))}</text:list>"
    body = (
        f'<text:list text:style-name="L1">{item(p("工业增长7%；") + p("接着说；"))}{item(p("投资增长6%；") + inner)}'
        f"<text:list-header>{p('不编号的话；')}</text:list-header></text:list>"
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item(p("消费增长5%；"))}</text:list>'
        f'<text:list text:style-name="L1">{item(p("重新开始；"))}</text:list>'
        f'<text:list text:style-name="L2">{item(p("新建学校12所"))}</text:list>'
    )
    document = read(body)
    assert document.text.split("\n") == [
        "1. 工业增长7%；",
        "接着说；",
        "2. 投资增长6%；",
        "2.1 细目；",
        "2.2 又一细目；",
        "不编号的话；",
        "3. 消费增长5%；",
        "1. 重新开始；",
        "新建学校12所",
    ]
    assert document.blocks[-1].kind.value == "list_item"


def test_what_is_no_part_of_the_document() -> None:
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('删去的话。')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p(
            '增长<text:change text:change-id="c"/><text:change-start text:change-id="d"/>6%<text:change-end text:change-id="d"/>'
            '<text:span text:style-name="hid">看不见</text:span><office:annotation><text:p>批注</text:p></office:annotation>，'
            "<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby>"
            '<text:a>链<text:s text:c="3"/>接</text:a><text:tab/>尾<text:line-break/>第二行。'
        )
        + f"<text:table-of-content><text:index-body>{p('一、工作回顾 1')}</text:index-body></text:table-of-content>"
        + f'<text:section text:display="none">{p("隐藏的节。")}</text:section><text:section>{p("节里的话。")}</text:section>'
    )
    assert lines(body) == ["增长6%，字链 接 尾", "第二行。", "节里的话。"]


def test_text_boxes_and_notes_stand_behind() -> None:
    body = p(
        f"项目<draw:frame><draw:text-box>{p('总投资30亿元。')}</draw:text-box></draw:frame>开工"
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('初步统计数')}</text:note-body></text:note>。"
    ) + p("下一段。")
    assert lines(body) == ["项目开工。", "总投资30亿元。", "下一段。", "[1] 初步统计数"]


def test_tables() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def cell(words: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{p(words)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    table = (
        "<table:table><table:table-header-rows>"
        + row(
            cell("指标", 'table:number-rows-spanned="2"'), cell("2025年", 'table:number-columns-spanned="2"'), covered
        )
        + row(covered, cell("总量"), cell("增速"))
        + "</table:table-header-rows>"
        + row(cell("粮食"), "<table:table-cell/>", cell("3%"))
        + "</table:table>"
    )
    document = read(p("表1。") + table)
    cells = [(b.row, b.column, b.span.of(document.text)) for b in document.blocks if b.table == 0]
    assert cells == [(0, 0, "指标"), (0, 1, "2025年"), (1, 1, "总量"), (1, 2, "增速"), (2, 0, "粮食"), (2, 2, "3%")]


def test_properties_that_the_text_bears_out() -> None:
    meta = (
        "<dc:title>东岭市促进消费情况的报告</dc:title><meta:initial-creator>微软用户</meta:initial-creator>"
        "<meta:creation-date>2025-11-20T08:00:00</meta:creation-date><dc:date>2025-12-03T08:00:00</dc:date>"
    )
    document = read(p("东岭市促进消费情况的报告") + p("2025年，组织活动12场。"), meta)
    assert document.title is not None and document.title.origin is Origin.MARKUP
    assert document.date is not None and document.date.value == "2025-12"


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "a", "a.odt", ending=".odt")
    return str(refused.value)


def test_what_cannot_be_read_is_said() -> None:
    whole = opendocument(p("全市经济稳中向好。"))
    assert refusal(whole[:-60]).startswith("a.odt is damaged: its list of contents cannot be found")
    assert refusal(opendocument("<text:p>")) == "a.odt is damaged: it cannot be opened as an OpenDocument text."
    assert refusal(opendocument("")) == "a.odt is an OpenDocument text without words."
    assert refusal(packed({"mimetype": "x"})) == "a.odt is damaged: it cannot be opened as an OpenDocument text."
    manifest = '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
    locked = packed({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest})
    assert refusal(locked) == "a.odt is protected by a password."
    laughs = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert "declares XML entities" in refusal(packed({"mimetype": "x", "content.xml": laughs}))

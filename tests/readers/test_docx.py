"""Word documents: what is kept, in which order, and what is no part of the document."""

from __future__ import annotations

import io
import zipfile

import pytest
from office_files import docx, packed, paragraph, run, word_table

from luoshi.errors import ReadError
from luoshi.model import BlockKind, Document, Origin
from luoshi.readers import read_bytes

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>
  <w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="ring"><w:name w:val="r"/><w:basedOn w:val="ring"/></w:style>
<w:style w:type="character" w:styleId="h"><w:name w:val="hid"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def read(body: str, **parts: str) -> Document:
    return read_bytes(docx(body, styles=STYLES, numbering=NUMBERING, **parts), "a", "a.docx", ending=".docx")


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).text.split("\n")


def blocks(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.span.of(document.text)) for block in document.blocks]


def item(words: str, level: int, num: int = 1) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def styled(words: str, style: str) -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>')


def test_headings_by_style_outline_and_words() -> None:
    body = (
        styled("发展规划", "t")
        + styled("发展环境", "1")
        + styled("指导思想", "mine")
        + paragraph("主要目标", '<w:outlineLvl w:val="2"/>')
        + styled("（三）壮大主导产业", "1")
        + styled("经济总量再上台阶。全市地区生产总值达到1200亿元。", "1")
        + paragraph("三、保障措施")
        + styled("全市经济稳中向好。", "ring")
    )
    assert blocks(read(body)) == [
        ("heading", 1, "发展规划"),
        ("heading", 2, "发展环境"),
        ("heading", 2, "指导思想"),
        ("heading", 4, "主要目标"),
        ("heading", 3, "（三）壮大主导产业"),
        ("paragraph", 0, "经济总量再上台阶。全市地区生产总值达到1200亿元。"),
        ("heading", 2, "三、保障措施"),
        ("paragraph", 0, "全市经济稳中向好。"),
    ]


def test_automatic_numbers_stand_in_the_text() -> None:
    body = (
        item("工作回顾", 0)
        + styled("经济运行", "2")
        + item("工业增长7%；", 2)
        + item("投资增长6%；", 2)
        + styled("民生事业", "2")
        + item("就业3万人；", 2)
        + item("工作安排", 0)
        + item("总量目标", 3)
        + styled("产业发展", "2")
        + item("新建园区2个；", 2, 3)
        + item("技改30项。", 2, 3)
        + item("没有编号的一段。", 2, 0)
    )
    assert lines(body) == [
        "一、工作回顾",
        "（一）经济运行",
        "1. 工业增长7%；",
        "2. 投资增长6%；",
        "（二）民生事业",
        "1. 就业3万人；",
        "二、工作安排",
        "2.1 总量目标",
        "（一）产业发展",
        "5. 新建园区2个；",
        "6. 技改30项。",
        "没有编号的一段。",
    ]
    kinds = [(kind, level) for kind, level, _ in blocks(read(body))]
    assert kinds[:4] == [("heading", 2), ("heading", 3), ("list_item", 0), ("list_item", 0)]


def test_bullets_are_list_items_without_their_marks() -> None:
    assert blocks(read(paragraph("重点项目清单") + item("新建学校12所", 0, 2)))[1] == ("list_item", 0, "新建学校12所")


def test_tracked_changes() -> None:
    body = (
        f"<w:p>{run('增长')}<w:del>{run('5%').replace('w:t', 'w:delText')}</w:del><w:ins>{run('6%')}</w:ins>{run('。')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('全市经济')}</w:p><w:p>{run('稳中向好。')}</w:p>"
        f"<w:p><w:moveFrom>{run('移走的话。')}</w:moveFrom></w:p><w:p><w:moveTo>{run('移走的话。')}</w:moveTo></w:p>"
    )
    assert lines(body) == ["增长6%。", "全市经济稳中向好。", "移走的话。"]


def test_text_boxes_stand_once_behind_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('总投资30亿元。')}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    body = f"<w:p>{run('项目')}{drawing}{run('开工。')}</w:p>" + paragraph("下一段。")
    assert lines(body) == ["项目开工。", "总投资30亿元。", "下一段。"]
    assert lines(f"<w:p>{old}</w:p>") == ["总投资30亿元。"]


def test_what_is_no_part_of_the_document() -> None:
    body = (
        "<w:p>"
        + run("看得见")
        + run("看不见", "<w:vanish/>")
        + run("也看不见", '<w:rStyle w:val="h"/>')
        + run("的", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
        + '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        f"<w:r><w:ruby><w:rt>{run('zi')}</w:rt><w:rubyBase>{run('字')}</w:rubyBase></w:ruby></w:r>{run('。')}</w:p>"
        + styled("一、工作回顾\t1", "toc1")
        + f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('目 录')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{paragraph('内容控件里的话。')}</w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["看得见的字。", "内容控件里的话。"]


def test_line_breaks_end_lines_and_signs_are_signs() -> None:
    body = (
        f"<w:p>{run('第一行。')}<w:r><w:br/></w:r>{run('第二行')}<w:r><w:tab/><w:noBreakHyphen/>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="2460"/><w:br w:type="page"/></w:r>'
        f"<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>"
    )
    assert lines(body) == ["第一行。", "第二行 -①x=1"]


def test_a_heading_broken_by_hand_is_one() -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>{run("政府工作")}<w:r><w:br/></w:r>{run("报告")}</w:p>'
    assert blocks(read(body)) == [("heading", 1, "政府工作报告")]


def test_notes_stand_behind_the_text() -> None:
    note = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{id_}">{paragraph(words)}</w:footnote>'
        for id_, words in ((1, "初步统计数"), (2, "按不变价计算"))
    )
    body = (
        f'<w:p>{run("地区生产总值")}<w:r><w:footnoteReference w:id="2"/></w:r>{run("1200亿元，")}'
        f'{run("人口")}<w:r><w:footnoteReference w:id="1"/></w:r>{run("310万人。")}</w:p>'
    )
    document = read(body, footnotes=note)
    assert document.text == "地区生产总值1200亿元，人口310万人。\n[1] 按不变价计算\n[2] 初步统计数"
    assert document.blocks[1].kind is BlockKind.LIST_ITEM


def test_tables_with_merged_cells() -> None:
    two = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("2025年")
    top = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("指标")
    rest = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph("")
    table = word_table(
        [[top, two], [rest, "总量", "增速"], ["地区</w:t></w:r></w:p><w:p><w:r><w:t>生产总值", "1200", ""]]
    )
    document = read(
        paragraph("表1 主要指标。") + table + paragraph("表后的话。") + word_table([["a", "b"], ["c", "d"]])
    )
    cells = [
        (block.table, block.row, block.column, block.span.of(document.text))
        for block in document.blocks
        if block.row >= 0
    ]
    assert cells == [
        (0, 0, 0, "指标"),
        (0, 0, 1, "2025年"),
        (0, 1, 1, "总量"),
        (0, 1, 2, "增速"),
        (0, 2, 0, "地区 生产总值"),
        (0, 2, 1, "1200"),
        (1, 0, 0, "a"),
        (1, 0, 1, "b"),
        (1, 1, 0, "c"),
        (1, 1, 1, "d"),
    ]
    assert "指标\t2025年\n总量\t增速\n地区 生产总值\t1200\n表后的话。\n" in document.text


def test_rows_that_are_deleted_and_cells_that_begin_late() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删')}</w:tc><w:tc>{paragraph('去')}</w:tc></w:tr>"
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>{paragraph("1")}</w:tc></w:tr>'
    table = word_table([["指标", "总量"], ["粮食", "33"]]).replace("</w:tbl>", f"{gone}{late}</w:tbl>")
    document = read(table)
    assert [(b.row, b.column) for b in document.blocks] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)]
    assert "删" not in document.text


def test_a_table_around_a_table_lays_out_the_page() -> None:
    inner = word_table([["指标", "总量"], ["粮食", "33"]])
    document = read(
        word_table([["左边的话。", paragraph("右边的话。") + inner + paragraph("")], ["下面的话。", "完。"]])
    )
    assert document.text == "左边的话。\n右边的话。\n指标\t总量\n粮食\t33\n下面的话。\n完。"
    assert [block.table for block in document.blocks] == [-1, -1, 0, 0, 0, 0, -1, -1]


CORE = (
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{created}T08:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{saved}T08:00:00Z</dcterms:modified>'
)
REPORT = paragraph("东岭市促进消费情况的报告") + paragraph("2025年，东岭市商务局组织活动12场。")


def test_properties_that_the_text_bears_out() -> None:
    core = CORE.format(
        title="东岭市促进消费情况的报告", author="东岭市商务局", created="2025-11-20", saved="2025-12-03"
    )
    document = read(REPORT, core=core)
    assert document.title is not None and document.issuer is not None and document.date is not None
    assert (document.title.value, document.title.origin) == ("东岭市促进消费情况的报告", Origin.MARKUP)
    assert (document.issuer.value, document.date.value) == ("东岭市商务局", "2025-12")


@pytest.mark.parametrize(
    ("created", "saved"), [("2013-12-23", "2025-12-03"), ("2027-01-05", "2027-01-06"), ("2025-12-03", "2025-11-20")]
)
def test_properties_of_users_templates_and_copies(created: str, saved: str) -> None:
    core = CORE.format(title="Microsoft Word 文档", author="微软用户", created=created, saved=saved)
    document = read(REPORT, core=core)
    assert document.title is not None and document.title.origin is Origin.TEXT
    assert document.issuer is None or document.issuer.value != "微软用户"
    assert document.date is None


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "a", "a.docx", ending=".docx")
    return str(refused.value)


def test_damaged_documents() -> None:
    whole = docx(paragraph("全市经济稳中向好。" * 50))
    assert refusal(whole[:-40]).startswith("a.docx is damaged: its list of contents cannot be found")
    assert refusal(docx("<w:p>")) == "a.docx is damaged: it cannot be opened as a Word document."
    assert refusal(packed({"word/document.xml": "x"})) == "a.docx is damaged: it cannot be opened as a Word document."
    assert refusal(packed({"a.txt": "x"})) == "a.docx is damaged: it cannot be opened as a Word document."
    assert refusal(b"PK\x03\x04").startswith("a.docx is damaged")
    assert refusal(docx("<w:p/>")) == "a.docx is a Word document without text."


def test_entities_do_not_expand() -> None:
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    assert "declares XML entities" in refusal(
        packed({"word/document.xml": f"{laughs}<w/>", "[Content_Types].xml": "<x/>"})
    )


def test_a_missing_library_is_said_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert refusal(docx(paragraph("全市。"))) == (
        "a.docx is a Word document; reading it needs: pip install 'luoshi[office]'."
    )


def test_deep_nesting_is_no_harm() -> None:
    deep = paragraph("最里面。")
    for _ in range(60):
        deep = word_table([[deep + paragraph("")]])
    assert lines(deep) == ["最里面。"]


def test_a_document_with_macros() -> None:
    plain = docx(paragraph("全市经济稳中向好。"))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main", b"vnd.ms-word.document.macroEnabled.main"
    )
    assert types != parts["[Content_Types].xml"]
    macros = packed({**parts, "[Content_Types].xml": types})
    assert read_bytes(macros, "a", "a.docm", ending=".docm").text == "全市经济稳中向好。"

"""Workbooks and tables as text: sheets, tables in them, and values as they are shown."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from office_files import opendocument, packed, sheet_rows, xlsx

from luoshi.errors import ReadError
from luoshi.model import Document
from luoshi.readers import read_bytes
from luoshi.readers.sheets import shown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOODS = sheet_rows(
    [
        ["2025年主要产品产量", None, None],
        ["产品", "单位", "产量"],
        ["钢材", "万吨", 880.0],
        ["汽车", "万辆", 62.40],
        ["注：产量为快报数。"],
    ]
)


def read(data: bytes, ending: str = ".xlsx") -> Document:
    return read_bytes(data, "a", f"a{ending}", ending=ending)


def cells(document: Document) -> list[tuple[int, int, int, str]]:
    return [
        (block.table, block.row, block.column, block.span.of(document.text))
        for block in document.blocks
        if block.row >= 0
    ]


def test_a_sheet_is_a_heading_the_lines_around_its_table_and_the_cells() -> None:
    document = read(xlsx({"工业": GOODS, "Sheet2": "", "备查": GOODS}, hidden="备查"))
    assert document.text == (
        "工业\n2025年主要产品产量\n产品\t单位\t产量\n钢材\t万吨\t880\n汽车\t万辆\t62.4\n注：产量为快报数。"
    )
    assert (document.blocks[0].kind.value, document.blocks[0].level) == ("heading", 2)
    assert cells(document)[:4] == [(0, 0, 0, "产品"), (0, 0, 1, "单位"), (0, 0, 2, "产量"), (0, 1, 0, "钢材")]


def test_a_unit_beside_the_title_is_a_line_of_its_own() -> None:
    rows = [["主要指标", None, "单位：亿元"], ["指标", "2024年", "2025年"], ["财政收入", 10.0, 12.5]]
    document = read(xlsx({"Sheet1": sheet_rows(rows)}))
    assert document.text == "主要指标\n单位：亿元\n指标\t2024年\t2025年\n财政收入\t10\t12.5"


def test_empty_rows_part_tables_and_columns_count_from_the_first_that_is_filled() -> None:
    rows = [["", "a", "b"], ["", "c", "d"], [], ["e", "f"], ["g", None, "h"], ["其中"], ["i", "j"]]
    assert cells(read(xlsx({"Sheet1": sheet_rows(rows)}))) == [
        (0, 0, 0, "a"),
        (0, 0, 1, "b"),
        (0, 1, 0, "c"),
        (0, 1, 1, "d"),
        (1, 0, 0, "e"),
        (1, 0, 1, "f"),
        (1, 1, 0, "g"),
        (1, 1, 2, "h"),
        (1, 2, 0, "其中"),
        (1, 3, 0, "i"),
        (1, 3, 1, "j"),
    ]


def test_a_sheet_of_prose_is_no_table() -> None:
    rows = [["第一段话。", None], ["第二段话。", None], ["任务", "全市经济，" * 80]]
    document = read(xlsx({"说明": sheet_rows(rows)}))
    assert cells(document) == []
    assert document.text.split("\n")[:3] == ["说明", "第一段话。", "第二段话。"]


def test_percentages_are_shown_as_such() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="176" formatCode="0.0%"/><numFmt numFmtId="177" formatCode="0.0&quot;%&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs>'
    )
    row = '<row r="1"><c r="A1" s="1"><v>0.062</v></c><c r="B1" s="2"><v>7.0000000000000007E-2</v></c><c r="C1" s="3"><v>5.5</v></c></row>'
    document = read(xlsx({"Sheet1": row + row.replace('"1"><c', '"2"><c').replace("A1", "A2")}, styles))
    assert document.text.split("\n")[0] == "6.2%\t7%\t5.5"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1234.0, "1234"),
        (0.15000000000000002, "0.15"),
        (1e20, "100000000000000000000"),
        (0.000001, "0.000001"),
        (-0.4, "-0.4"),
        (10, "10"),
        (True, "TRUE"),
        (datetime.date(2025, 7, 1), "2025-07-01"),
        (datetime.datetime(2025, 7, 1), "2025-07-01"),
        (datetime.datetime(2025, 7, 1, 9, 30), "2025-07-01 09:30:00"),
        (datetime.time(9, 30), "09:30:00"),
        ("产量", "产量"),
    ],
)
def test_values(value: object, words: str) -> None:
    assert shown(value) == words  # type: ignore[arg-type]


def test_opendocument_sheets() -> None:
    def row(*cells_: str) -> str:
        return (
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
                for cell in cells_
            )
            + "</table:table-row>"
        )

    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    data = opendocument(
        f'<table:table table:name="工业">{row("产品", "产量")}{row("钢材", "880")}{empty}</table:table>',
        kind="spreadsheet",
    )
    document = read(data, ".ods")
    assert (document.text, document.media_type) == (
        "工业\n产品\t产量\n钢材\t880",
        "application/vnd.oasis.opendocument.spreadsheet",
    )


CSV = '指标,2024年,2025年\n财政收入,"1,010.5",12\n'


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CSV.encode("gb18030"), "gb18030"),
        (CSV.encode("utf-8-sig"), "utf-8"),
        (CSV.encode("utf-16"), "utf-16-le"),
        (CSV.replace("\n", "\r\n").encode(), "utf-8"),
        (CSV.replace('"1,010.5"', "1@010.5").replace(",", ";").replace("@", ",").encode(), "utf-8"),
        (CSV.replace('"1,010.5"', "1@010.5").replace(",", "\t").replace("@", ",").encode(), "utf-8"),
    ],
)
def test_text_tables(data: bytes, encoding: str) -> None:
    document = read(data, ".csv")
    assert (document.text, document.encoding) == ("指标\t2024年\t2025年\n财政收入\t1,010.5\t12", encoding)
    assert len(cells(document)) == 6


def test_an_xls_that_is_a_text_with_tabs() -> None:
    assert cells(read("产品\t产量\n钢材\t880\n".encode("gb18030"), ".xls"))[-1] == (0, 1, 1, "880")


def test_a_csv_of_one_column_is_lines() -> None:
    assert cells(read("全市经济稳中向好。\n就业稳定。".encode(), ".csv")) == []


def refusal(data: bytes, ending: str = ".xlsx") -> str:
    with pytest.raises(ReadError) as refused:
        read(data, ending)
    return str(refused.value)


def test_a_sheet_that_claims_all_of_its_cells() -> None:
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert refusal(xlsx({"一": corners})) == (
        "a.xlsx is too large: its sheet '一' spans 17,179,869,184 cells, where at most 2,000,000 are read."
    )


def test_what_cannot_be_read_is_said() -> None:
    assert refusal(xlsx({"Sheet1": GOODS})[:-40]).startswith("a.xlsx is damaged: its list of contents cannot be found")
    assert refusal(xlsx({"Sheet1": "<row"})) == "a.xlsx is damaged: it cannot be opened as a workbook."
    assert (
        refusal(packed({"xl/workbook.xml": "<workbook"}))
        == "a.xlsx is damaged: it lacks the part xl/_rels/workbook.xml.rels."
    )
    assert refusal(xlsx({"Sheet1": ""})) == "a.xlsx is a workbook without words."
    assert refusal(OLE + "Workbook\0".encode("utf-16-le") + bytes(2000), ".xls") == (
        "a.xls is damaged: it cannot be opened as a workbook."
    )
    laughs = '<!DOCTYPE a [<!ENTITY x "ha">]><worksheet>&x;</worksheet>'
    assert "declares XML entities" in refusal(packed({"xl/workbook.xml": laughs}))


def test_a_quotation_mark_that_nothing_closes_loses_no_words() -> None:
    words = "全市经济稳中向好。" * 40_000
    assert words in read(f'a,"{words}'.encode(), ".csv").text


def test_an_old_workbook() -> None:
    data = (Path(__file__).parent / "files" / "products.xls").read_bytes()
    document = read(data, ".xls")
    assert document.text == "工业\n2025年主要产品产量\n产品\t单位\t产量\n钢材\t万吨\t880\n汽车\t万辆\t62.4"
    assert document.media_type == "application/vnd.ms-excel"

"""Tables with a text in each row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.errors import ReadError
from luoshi.readers.text_tables import Columns, Row, rows

BULLETIN = "全市地区生产总值增长5.5%。\n新建学校12所。"
COLUMNS = Columns("正文", "编号", "日期", "地区")
CSV = '编号,日期,地区,来源,正文\r\na1,2026-01-20,青澜市,日报,"全市地区生产总值增长5.5%。\n新建学校12所。"\r\na2,,,,"改造小区""30""个。"\r\n'
ROWS = [
    Row(1, BULLETIN, "a1", "2026-01-20", "青澜市", (("来源", "日报"),)),
    Row(2, '改造小区"30"个。', "a2"),
]


def read(path: Path, columns: Columns = COLUMNS) -> list[Row | str]:
    return [str(row) if isinstance(row, ReadError) else row for row in rows(path, columns)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_the_encodings_that_are_met(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_bytes(CSV.encode(encoding))
    assert read(path) == ROWS


@pytest.mark.parametrize(("name", "mark"), [("texts.tsv", "\t"), ("texts.csv", ";"), ("texts.csv", "\t")])
def test_other_marks_between_cells(name: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(CSV.replace(",", mark), encoding="utf-8", newline="")
    assert read(path) == ROWS


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    records = [
        {"编号": 7, "正文": BULLETIN, "标签": ["年报", "公报"], "空": None},
        {"正文": " "},
        {"body": "x"},
    ]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n\n".join([*lines, "{torn", "[1]"]), encoding="utf-8")
    assert read(path) == [
        Row(1, BULLETIN, "7", metadata=(("标签", '["年报", "公报"]'),)),
        f"{path}, row 2, holds no text in column '正文'.",
        f"{path}, row 3, has no column '正文' (columns: body).",
        f"{path}, line 7, is no JSON object.",
        f"{path}, line 9, is no JSON object.",
    ]


def test_parquet_over_several_row_groups(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "texts.parquet"
    table = pyarrow.table({"编号": [1, 2, 3], "正文": [BULLETIN, None, "新建学校3所。"], "年份": [2025, 2026, 2026]})
    parquet.write_table(table, path, row_group_size=2)
    assert read(path, Columns("正文", "编号")) == [
        Row(1, BULLETIN, "1", metadata=(("年份", "2025"),)),
        f"{path}, row 2, holds no text in column '正文'.",
        Row(3, "新建学校3所。", "3", metadata=(("年份", "2026"),)),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "{path} is empty."),
        ("a.csv", b"\x00\x01\x02\xff\xfe\x00", "{path} cannot be decoded"),
        ("a.csv", "日期,内容\n2026,x\n".encode(), "{path} has no column '正文' (columns: 日期, 内容)."),
        ("a.parquet", b"PAR1 and then nothing", "{path} is no Parquet file, or a damaged one."),
    ],
)
def test_a_table_that_cannot_be_read(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as refused:
        read(path, Columns("正文"))
    assert str(refused.value).startswith(message.format(path=path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read(tmp_path / "none.csv")


def test_a_bad_byte_costs_one_character(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_bytes("正文\n".encode() + "改造小区30个。\n".encode() * 60_000 + "新建\n".encode()[:-2] + b"\n")
    *_, last = read(path, Columns("正文"))
    assert isinstance(last, Row) and last.text == "新\ufffd" and last.number == 60_001


def test_rows_come_before_the_whole_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_text('正文\n第一行。\n"' + "没有结束的引号。" * 10, encoding="utf-8")
    found = rows(path, Columns("正文"))
    assert next(found) == Row(1, "第一行。")

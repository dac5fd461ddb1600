"""Task lists that are documents themselves (任务分解表): a commitment for each row."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.extraction.task_tables import EXAMPLES, tabled_deadline
from luoshi.model import Case, Commitment
from luoshi.pipeline import process

HEADS = ("序号", "工作任务", "具体举措", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "城市更新", "改造管网50公里以上", "市水务局", "市财政局、市城管委", "6月底前"),
    ("2", "", "打造滨水客厅", "市城管委", "", "全年"),
    ("3", "", "整治背街小巷", "", "", ""),
    ("4", "民生保障", "新建口袋公园20个", "市园林局", "各区政府", "2026年12月"),
)
TITLE = "青澜市2026年重点工作任务分解表"


def html(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (heads, *rows))
    return f"<html><body><h1>{TITLE}</h1><table>{lines}</table></body></html>"


def read(path: Path) -> Case:
    return process(path, date="2026-01-20", place="青澜市")


def read_html(tmp_path: Path, heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[Commitment]:
    (tmp_path / "list.html").write_text(html(heads, rows), encoding="utf-8")
    return read(tmp_path / "list.html").records.commitments


def write(path: Path) -> None:
    if path.suffix == ".html":
        path.write_text(html(HEADS, ROWS), encoding="utf-8")
    elif path.suffix == ".xlsx":
        book = pytest.importorskip("xlsxwriter").Workbook(str(path))
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, len(HEADS) - 1, TITLE)
        for number, row in enumerate((HEADS, *ROWS), start=1):
            sheet.write_row(number, 0, row)
        book.close()
    else:
        document = pytest.importorskip("docx").Document()
        document.add_heading(TITLE)
        table = document.add_table(len(ROWS) + 1, len(HEADS))
        for number, row in enumerate((HEADS, *ROWS)):
            for column, cell in enumerate(row):
                table.cell(number, column).text = cell
        document.save(str(path))


@pytest.mark.parametrize("ending", ["html", "xlsx", "docx"])
def test_each_row_is_a_commitment_with_what_its_columns_say(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list.{ending}"
    write(path)
    case = read(path)
    text = case.document.text
    first, second, third, fourth = case.records.commitments
    assert [one.span.of(text) for one in (first, second, third, fourth)] == [row[2] for row in ROWS]
    assert (first.lead, first.cooperating, first.deadline) == (("市水务局",), ("市财政局", "市城管委"), "2026-06")
    assert (first.title, first.action, first.checkable) == ("改造管网50公里以上", "改造", True)
    assert (second.lead, second.cooperating, second.deadline, second.checkable) == (("市城管委",), (), "2026", False)
    assert (third.lead, third.deadline) == (("市城管委",), "2026")  # left open, so as in the row above
    assert (fourth.lead, fourth.cooperating, fourth.deadline) == (("市园林局",), ("各区政府",), "2026-12")


@pytest.mark.parametrize("ending", ["html", "xlsx", "docx"])
def test_its_proof_are_the_cells_of_its_row(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"list.{ending}"
    write(path)
    case = read(path)
    text = case.document.text
    first, second = case.records.commitments[:2]
    assert [span.of(text) for span in first.evidence] == list(ROWS[0][1:])
    assert [span.of(text) for span in first.bodies] == ["市水务局", "市财政局、市城管委"]
    assert [span.of(text) for span in second.evidence] == ["城市更新", "打造滨水客厅", "市城管委", "全年"]


def test_who_is_responsible_leads_where_nobody_else_does(tmp_path: Path) -> None:
    heads = ("序号", "重点任务", "责任单位", "时限")
    (only,) = read_html(tmp_path, heads, ("1", "修订城市更新条例", "市住建局、市司法局", "12月"))
    assert (only.lead, only.cooperating, only.deadline) == (("市住建局", "市司法局"), (), "2026-12")
    (both,) = read_html(
        tmp_path,
        ("序号", "重点任务", "牵头单位", "责任单位", "时限"),
        ("1", "修订条例", "市住建局", "市司法局", "长期"),
    )
    assert (both.lead, both.cooperating, both.deadline) == (("市住建局",), ("市司法局",), "")


def test_numbers_of_a_column_of_targets_are_its_figures(tmp_path: Path) -> None:
    heads = ("工作任务", "目标", "单位", "责任单位")
    (one,) = read_html(tmp_path, heads, ("新增公办幼儿园学位", "8000", "个", "市教育局"))
    assert one.checkable


@pytest.mark.parametrize(
    "heads",
    [
        ("指标", "单位", "2025年", "增长"),  # a table of statistics
        ("序号", "工作任务", "备注"),  # nobody and no time: a list of anything
        ("单位", "牵头单位", "电话"),  # no task
    ],
)
def test_other_tables_are_no_task_lists(tmp_path: Path, heads: tuple[str, ...]) -> None:
    row = tuple(str(number) for number, _ in enumerate(heads))
    assert [one for one in read_html(tmp_path, heads, row, row) if one.bodies] == []


@pytest.mark.parametrize(("words", "year", "deadline"), EXAMPLES)
def test_what_a_column_of_deadlines_says(words: str, year: int | None, deadline: str) -> None:
    assert tabled_deadline(words, year) == deadline


def test_empty_rows_and_rows_that_go_across_say_nothing(tmp_path: Path) -> None:
    rows = (
        ("一、城市建设", "", "", "", "", ""),
        *ROWS[:1],
        ("", "", "", "", "", ""),
        ("5", "", "", "市园林局", "", ""),
    )
    assert [one.title for one in read_html(tmp_path, HEADS, *rows)] == ["改造管网50公里以上"]

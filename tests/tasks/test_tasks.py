"""The task list: what stands in it, how it is set, and what comes back of a filled-in one."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from command_line import luoshi_here

from luoshi.errors import ReadError
from luoshi.pipeline import process
from luoshi.record_ids import record_ids
from luoshi.register import Register
from luoshi.said import Decision, TaskStatus
from luoshi.tasks.filled import read_filled
from luoshi.tasks.plain_table import csv_of
from luoshi.tasks.rows import COLUMNS, TaskList, task_list
from luoshi.tasks.workbook import workbook_of

REPORT = """青澜市2026年政府工作报告
二、2026年工作安排
（一）推进城市更新
改造管网50公里以上，打造滨水客厅。（牵头单位：市水务局；配合单位：市财政局、市城管委）
6月底前新建口袋公园20个。
"""


def make(tmp_path: Path, text: str = REPORT, name: str = "report") -> Any:
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return process(path, date="2026-01-20", place="青澜市")


def cells(tasks: TaskList) -> list[dict[str, str]]:
    return [{column.head: cell for column, cell in zip(COLUMNS, row, strict=True)} for row in tasks.rows]


def test_each_commitment_is_a_row_with_what_is_known_of_it(tmp_path: Path) -> None:
    case = make(tmp_path)
    tasks = task_list(case, "report")
    first, second, third = cells(tasks)
    assert tasks.title == "青澜市2026年政府工作报告任务分解表"
    assert first == {
        "序号": "1",
        "工作任务": "改造管网50公里以上",
        "具体举措": "改造管网50公里以上",
        "目标": "改造管网 50公里以上",
        "牵头单位": "市水务局",
        "配合单位": "市财政局、市城管委",
        "完成时限": "2026年",
        "领域": "城乡与交通",
        "页码": "",
        "原文": "改造管网50公里以上，打造滨水客厅。",
        "进展状态": "",
        "进展说明": "",
        "成果线索": "",
        "线索核对": "",
        "记录编号": record_ids(case).commitments[0],
        "线索编号": "",
    }
    assert (second["牵头单位"], second["目标"]) == ("市水务局", "")
    assert (third["牵头单位"], third["完成时限"]) == ("", "2026年6月")


def test_only_what_can_be_checked(tmp_path: Path) -> None:
    rows = cells(task_list(make(tmp_path), "report", checkable_only=True))
    assert [(row["序号"], row["工作任务"]) for row in rows] == [("1", "改造管网50公里以上"), ("2", "新建口袋公园20个")]


def test_a_workbook_is_set_for_print_and_gives_a_choice_of_statuses(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    data = workbook_of([task_list(make(tmp_path), "report")], xlsxwriter)
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert 'state="frozen"' in sheet
    assert '<mergeCell ref="A1:P1"/>' in sheet
    assert 'sqref="K3:K5"' in sheet
    assert "已完成,推进中,未启动,已调整" in sheet


def test_words_that_look_like_formulas_stay_words(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    row = tuple("=1+1" if column.head == "原文" else "1" if column.head == "序号" else "" for column in COLUMNS)
    tasks = TaskList("表", "a", [row])
    archive = zipfile.ZipFile(io.BytesIO(workbook_of([tasks], xlsxwriter)))
    assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()
    assert "'=1+1" in csv_of([tasks]).decode("utf-8-sig")


def test_every_document_has_a_sheet_with_a_name_that_excel_takes() -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    names = ["a/b:c", "a?b*c", "A_b_C", "x" * 40, "x" * 41, ""]
    data = workbook_of([TaskList("表", name, []) for name in names], xlsxwriter)
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_list_that_nobody_filled_in_says_nothing(tmp_path: Path, ending: str) -> None:
    tasks = [task_list(make(tmp_path), "report")]
    path = tmp_path / f"tasks.{ending}"
    path.write_bytes(csv_of(tasks) if ending == "csv" else workbook_of(tasks, pytest.importorskip("xlsxwriter")))
    assert read_filled(path) == []


def filled(tasks: TaskList, **words: str) -> TaskList:
    """The list with the first row filled in."""
    first = tuple(words.get(column.head, cell) for column, cell in zip(COLUMNS, tasks.rows[0], strict=True))
    return tasks._replace(rows=[first, *tasks.rows[1:]])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_was_filled_in_comes_back_with_its_record(tmp_path: Path, ending: str) -> None:
    case = make(tmp_path)
    tasks = [filled(task_list(case, "report"), 进展状态="推进中", 进展说明="已改造20公里")]
    path = tmp_path / f"tasks.{ending}"
    path.write_bytes(csv_of(tasks) if ending == "csv" else workbook_of(tasks, pytest.importorskip("xlsxwriter")))
    (task,) = read_filled(path)
    assert task[:3] == (record_ids(case).commitments[0], TaskStatus.UNDER_WAY, "已改造20公里")


def test_columns_may_be_moved_and_the_file_saved_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    rows = [
        ["各单位填报"],
        ["说明", "进展说明", "记录编号", "进展状态"],
        ["", "完成验收", "abc-1", "已完成"],
        ["只有备注"],
    ]
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    path.write_bytes(buffer.getvalue().encode("gb18030"))
    assert read_filled(path) == [("abc-1", TaskStatus.DONE, "完成验收", "", None)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "is no task list"),
        ("记录编号,进展状态,进展说明\nx-1,差不多,\n", "row 2: '差不多' is no status"),
        (
            "记录编号,进展状态,进展说明,线索核对,线索编号\nx-1,,,确认,\n",
            "row 2: 线索核对 is filled in, but 线索编号 is empty",
        ),
        (
            "记录编号,进展状态,进展说明,线索核对,线索编号\nx-1,,,也许,y-1\n",
            "row 2: '也许' is no decision; it may be 确认, 不是",
        ),
        ("记录编号,进展状态,进展说明\n,已完成,\n", "row 2: 进展状态 is filled in, but 记录编号 is empty"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=said) as raised:
        read_filled(path)
    assert str(path) in str(raised.value)


def test_a_damaged_or_missing_workbook_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    path = tmp_path / "tasks.xlsx"
    with pytest.raises(ReadError, match="cannot be read"):
        read_filled(path)
    path.write_bytes(b"PK\x03\x04 damaged")
    with pytest.raises(ReadError, match=r"tasks\.xlsx"):
        read_filled(path)


def test_the_command_writes_a_list_and_reads_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    luoshi = luoshi_here(tmp_path, monkeypatch, capsys)
    source = tmp_path / "report.txt"
    source.write_text(REPORT, encoding="utf-8")
    luoshi("run", source, "--date", "2026-01-20", "--register", tmp_path / "l.db", "--out", tmp_path / "out", "-q")
    out = tmp_path / "tasks.csv"
    done = luoshi("tasks", "--register", tmp_path / "l.db", "--out", out)
    assert done.returncode == 0
    assert "3 tasks" in done.stdout
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    rows[2][10:12] = ["已完成", "验收"]
    rows[3][10:15] = ["推进中", "", "", "", "ffff-0000"]
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    out.write_text(buffer.getvalue(), encoding="utf-8")
    back = luoshi("tasks", "--register", tmp_path / "l.db", "--read", out)
    (line,) = map(json.loads, back.stdout.splitlines())
    assert back.returncode == 1  # one row speaks of a record that the register does not have
    assert "no commitment ffff-0000" in back.stderr
    assert (line["doc"], line["status"], line["remark"]) == ("report", "done", "验收")
    assert REPORT[line["start"] : line["end"]] == "打造滨水客厅"


def test_what_the_command_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    luoshi = luoshi_here(tmp_path, monkeypatch, capsys)
    missing = luoshi("tasks", "--register", tmp_path / "none.db")
    assert missing.returncode == 2
    assert "there is no such register" in missing.stderr
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    luoshi("run", tmp_path / "a.txt", "--register", tmp_path / "l.db", "--out", tmp_path / "out", "-q")
    for wrong, said in (
        (("--out", tmp_path / "tasks.pdf"), ".xlsx or .csv"),
        (("--document", "b"), "no document is called b"),
    ):
        refused = luoshi("tasks", "--register", tmp_path / "l.db", *wrong)
        assert refused.returncode == 2
        assert said in refused.stderr


LATER = """青澜市2027年政府工作报告
一、2026年工作回顾
完成管网改造62公里，新建口袋公园21个。
"""


def test_what_a_list_says_is_kept_and_shown_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    luoshi = luoshi_here(tmp_path, monkeypatch, capsys)
    register, out = tmp_path / "l.db", tmp_path / "tasks.csv"
    for name, text, date in (("a", REPORT, "2026-01-20"), ("b", LATER, "2027-01-20")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        given = ("--date", date, "--place", "青澜市")
        luoshi("run", tmp_path / f"{name}.txt", *given, "--register", register, "--out", tmp_path / "out", "-q")

    def listed() -> list[dict[str, str]]:
        assert luoshi("tasks", "--register", register, "--document", "a", "--out", out).returncode == 0
        return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))

    def sent_back(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, rows[0])
        writer.writeheader()
        writer.writerows(rows)
        out.write_text(buffer.getvalue(), encoding="utf-8")
        done = luoshi("tasks", "--register", register, "--read", out, "--by", "督查室")
        assert done.returncode == 0
        return [json.loads(line) for line in done.stdout.splitlines()]

    rows = listed()
    parks = next(row for row in rows if "口袋公园" in row["工作任务"])
    assert parks["成果线索"] == "完成管网改造62公里，新建口袋公园21个。（b）"
    parks |= {"进展状态": "已完成", "进展说明": "已验收", "线索核对": "确认"}
    assert [(line["status"], line["decision"], line["changed"]) for line in sent_back(rows)] == [
        ("done", "confirmed", True)
    ]
    assert [row["线索核对"] for row in listed()] == ["", "", "确认"]
    assert not any(line["changed"] for line in sent_back(listed()))

    (line,) = [
        json.loads(line)
        for line in luoshi("track", "--commitments", "--register", register, "--format", "jsonl").stdout.splitlines()
        if "口袋公园" in line
    ]
    assert (line["standing"], line["decided_by"], line["commitment"]["status"]) == ("confirmed", "督查室", "done")

    rows = listed()
    rows[2]["线索核对"] = "不是"
    sent_back(rows)
    assert listed()[2]["成果线索"] == ""  # what was refused is not proposed again
    with Register(register) as opened:
        (decided,) = opened.follow_up().decisions.values()
    assert decided.decision is Decision.REFUSED

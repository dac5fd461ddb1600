"""``luoshi bodies`` and ``luoshi people``, and the task list of one body."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from command_line import Run, answers_here, assert_one_sentence

TEXT = """武汉市2026年重点工作安排

2026年1月10日

一、完善城市功能

新建健身驿站20座。（牵头单位：市体育局；配合单位：市财政局）

新建充电车位500个。（牵头单位：市发改委）

开展能耗核查。（牵头单位：市发展和改革委员会）

市财政局局长刘明说，要把每一分钱用在刀刃上。
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``luoshi`` in this process beside a register of one document: exit code, standard output, standard error."""
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    go = answers_here(tmp_path, monkeypatch, capsys)
    assert go("run", "plan.txt", "--place", "武汉市", "--quiet")[0] == 0
    return go


def test_bodies(run: Run) -> None:
    code, out, err = run("bodies", "发改委", "--format", "jsonl")
    assert (code, err) == (0, "")
    (line,) = map(json.loads, out.splitlines())
    assert (line["body"], line["lead"], line["level"]) == ("武汉市发展和改革委员会", 2, "city")
    assert sorted(line["names"]) == ["市发展和改革委员会", "市发改委"]
    assert "武汉市体育局" in run("bodies")[1]
    assert run("bodies", "--format", "csv")[1].splitlines()[0].startswith("body,place,place_code")


def test_people(run: Run) -> None:
    (line,) = json.loads(run("people", "刘明", "--format", "json")[1])
    assert [post["post"] for post in line["posts"]] == ["武汉市财政局局长"]
    assert "武汉市财政局局长" in run("people")[1]
    assert json.loads(run("people", "王芳", "--format", "json")[1]) == []


@pytest.mark.parametrize("name", ["市发改委", "市发展和改革委员会", "武汉市发展改革委"])
def test_tasks_of_a_body_however_it_is_called(run: Run, tmp_path: Path, name: str) -> None:
    assert run("tasks", "--out", "tasks.csv", "--lead", name)[1].endswith("2 tasks\n")
    rows = list(csv.DictReader((tmp_path / "tasks.csv").read_text("utf-8-sig").splitlines()))
    assert sorted(row["牵头单位"] for row in rows) == ["市发展和改革委员会", "市发改委"]


def test_a_register_that_is_not_there(run: Run) -> None:
    for command in ("bodies", "people"):
        code, _, err = run(command, "--register", "none.db")
        assert code == 2
        assert_one_sentence(err)

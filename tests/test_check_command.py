"""``luoshi check``: what scripts rely on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from command_line import assert_one_sentence, luoshi_here

Run = Callable[..., CompletedProcess[str]]

FIRST = """云岭区人民政府工作报告

2025年1月10日

一、2024年工作回顾

旅游收入32.2亿元，粮食产量8.1万吨。

二、2025年主要预期目标

改造老旧小区12个，新建学校20所。
"""
SECOND = """云岭区人民政府工作报告

2026年1月12日

一、2025年工作回顾

旅游收入38.5亿元、增长35%。改造老旧小区12个，新建学校18所。
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return luoshi_here(tmp_path, monkeypatch, capsys)


def test_lines(run: Run) -> None:
    done = run("check", "a.txt", "b.txt", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    growth, school = map(json.loads, done.stdout.splitlines())
    assert (growth["kind"], school["kind"]) == ("growth-mismatch", "undelivered")
    assert SECOND[growth["start"] : growth["end"]] == "35%"
    assert [(at["doc"], at["start"]) for at in growth["related"]] == [
        ("a", FIRST.index("32.2亿元")),
        ("b", SECOND.index("38.5亿元")),
    ]
    assert (school["doc"], school["date"], school["text"]) == ("b", "2026-01-12", "改造老旧小区12个，新建学校18所。")
    assert "18所 ÷ 20所 = 90%" in school["message"]
    assert {line["record"].partition("-")[0] for line in (growth, school)} == {school["id"].partition("-")[0]}


def test_the_records_are_those_of_extract(run: Run) -> None:
    lines = [json.loads(line) for line in run("check", "a.txt", "b.txt", "--format", "jsonl").stdout.splitlines()]
    figures = [json.loads(line) for line in run("extract", "a.txt", "b.txt", "--type", "figure").stdout.splitlines()]
    known = {(figure["doc"], figure["id"]): (figure["start"], figure["end"]) for figure in figures}
    for line in lines:
        for at in (line, *line["related"]):
            assert known[at["doc"], at["record"]] == (at["start"], at["end"])


def test_a_register_gives_what_its_documents_give(run: Run) -> None:
    run("run", "a.txt", "b.txt", "--register", "r.db", "--quiet")
    from_documents = run("check", "b.txt", "a.txt", "--format", "jsonl").stdout
    assert run("check", "--register", "r.db", "--format", "jsonl").stdout == from_documents
    assert from_documents


def test_findings_can_be_chosen(run: Run) -> None:
    def kinds(*options: str) -> list[str]:
        found: list[dict[str, str]] = json.loads(run("check", "a.txt", "b.txt", "--format", "json", *options).stdout)
        return [line["kind"] for line in found]

    assert kinds("--kind", "undelivered") == ["undelivered"]
    assert kinds("--indicator", "旅游收入") == ["growth-mismatch"]
    assert kinds("--place", "云岭区") == ["growth-mismatch", "undelivered"]
    assert kinds("--place", "云峡区") == []


def test_a_table_and_csv(run: Run) -> None:
    table = run("check", "a.txt", "b.txt").stdout
    assert "1 growth-mismatch, 1 undelivered" in table
    assert "no findings" in run("check", "a.txt").stdout
    rows = list(csv.DictReader(io.StringIO(run("check", "a.txt", "b.txt", "--format", "csv").stdout)))
    assert [(row["kind"], row["doc"], row["related_doc"], row["further"] != "") for row in rows] == [
        ("growth-mismatch", "b", "a", True),
        ("undelivered", "b", "a", False),
    ]


def test_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"")
    done = run("check", "a.txt", "b.txt", "c.txt", "--format", "jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert_one_sentence(done.stderr, "c.txt")
    missing = run("check", "--register", "none.db")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert_one_sentence(missing.stderr, "none.db")

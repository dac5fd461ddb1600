"""``luoshi indicator``: what it shows, and that ``track`` and ``compare`` do as was decided."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Run, answers_here, assert_one_sentence

FIRST = """云岭区人民政府工作报告

2025年1月10日

二、2025年主要预期目标

新建口袋公园12个；新增城市公园绿地面积30公顷；规模以上文旅企业营业收入增长8%。
"""
SECOND = """云岭区人民政府工作报告

2026年1月12日

一、2025年工作回顾

建成街角游园13个；新增公园绿地面积31公顷；文旅企业营业收入增长9%。
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``luoshi`` in this process beside a register of two reports: exit code, standard output, standard error."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    go = answers_here(tmp_path, monkeypatch, capsys)
    assert go("run", "a.txt", "b.txt", "--quiet")[0] == 0
    return go


def verdicts(run: Run) -> dict[str, tuple[str, str]]:
    lines = [json.loads(line) for line in run("track", "--format", "jsonl")[1].splitlines()]
    return {line["indicator"]: (line["verdict"], "；".join(line["rules"])) for line in lines}


def test_list_shows_wordings_with_their_definitions(run: Run) -> None:
    code, out, err = run("indicator", "list", "--format", "csv")
    assert (code, err) == (0, "")
    rows = {row["wording"]: row for row in csv.DictReader(io.StringIO(out))}
    assert rows["新增城市公园绿地面积"]["id"] == rows["新增公园绿地面积"]["id"]
    assert rows["规模以上文旅企业营业收入"]["definition"] == "统计起点：规模以上"
    assert "3 of 5 indicators" in run("indicator", "list", "--limit", "3")[1]
    assert [
        json.loads(line)["name"] for line in run("indicator", "list", "游园", "--format", "jsonl")[1].splitlines()
    ] == ["建成街角游园"]


def test_track_obeys_merge_split_and_undo(run: Run) -> None:
    assert {name: verdict for name, (verdict, _) in verdicts(run).items()} == {
        "新建口袋公园": "not reported",
        "新增城市公园绿地面积": "met",
        "规模以上文旅企业营业收入": "not comparable",
    }
    assert run("indicator", "merge", "新建口袋公园", "建成街角游园", "--by", "陈静")[0] == 0
    verdict, rules = verdicts(run)["新建口袋公园"]
    assert verdict == "met"
    assert "“新建口袋公园”与“建成街角游园”由人工归为一个指标" in rules
    assert run("indicator", "split", "新增公园绿地面积")[0] == 0
    assert verdicts(run)["新增城市公园绿地面积"][0] == "not reported"
    assert run("indicator", "undo")[0] == 0
    assert verdicts(run)["新增城市公园绿地面积"][0] == "met"
    rows = json.loads(run("indicator", "history", "--format", "json")[1])
    assert [(row["number"], row["kind"], bool(row["undone_at"])) for row in rows] == [
        (1, "merge", False),
        (1, "merge", False),
        (2, "split", True),
    ]
    assert "陈静" in run("indicator", "history")[1]


def test_unlike_definitions_are_refused_and_by_force_said(run: Run) -> None:
    pair = ("规模以上文旅企业营业收入", "文旅企业营业收入")
    code, out, err = run("indicator", "merge", *pair)
    assert (code, out) == (2, "")
    assert_one_sentence(err)
    assert run("indicator", "merge", *pair, "--force")[0] == 0
    verdict, rules = verdicts(run)["规模以上文旅企业营业收入"]
    assert verdict == "met"
    assert "口径不同（统计起点：规模以上；未说明）" in rules


def test_compare_obeys_too(run: Run) -> None:
    def values() -> list[tuple[str, str]]:
        asked = ("compare", "新建口袋公园", "--period", "2025", "--status", "actual", "--format", "json")
        return [(row["standing"], row["indicator"]) for row in json.loads(run(*asked)[1])]

    assert values() == [("missing", None)]
    run("indicator", "merge", "新建口袋公园", "建成街角游园")
    assert [name for _, name in values()] == ["建成街角游园"]


def test_a_register_that_is_not_there(run: Run) -> None:
    code, _, err = run("indicator", "list", "--register", "none.db")
    assert code == 2
    assert_one_sentence(err)

"""``luoshi track`` and ``luoshi compare``: what scripts rely on."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Run, answers_here, assert_one_sentence

FIRST = """云岭区人民政府工作报告

2025年1月10日

一、2024年工作回顾

旅游收入32亿元。

二、2025年主要预期目标

地区生产总值增长8.5%左右；一般公共预算收入达到16.5亿元；旅游收入增长15%；改造老旧小区12个。
"""
SECOND = """云岭区人民政府工作报告

2026年1月12日

一、2025年工作回顾

地区生产总值增长8.4%；一般公共预算收入完成16.3亿元；旅游收入由上年的32.2亿元增加到38.5亿元。

二、2026年主要预期目标

地区生产总值增长8%。
"""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``luoshi`` in this process: exit code, standard output, standard error."""
    return answers_here(work, monkeypatch, capsys)


def test_track_writes_a_line_for_each_target(run: Run) -> None:
    code, out, err = run("track", "a.txt", "b.txt", "--format", "jsonl")
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [(line["indicator"], line["period"], line["verdict"]) for line in lines] == [
        ("地区生产总值", "2025", "met"),
        ("一般公共预算收入", "2025", "missed"),
        ("旅游收入", "2025", "met"),
        ("改造老旧小区", "2025", "not reported"),
        ("地区生产总值", "2026", "not yet due"),
    ]
    growth, revenue, tourism, homes, _ = lines
    assert (growth["place"], growth["year"], growth["target"]["bound"]) == ("云岭区", 2025, "about")
    assert FIRST[revenue["target"]["start"] : revenue["target"]["end"]] == "16.5亿元"
    assert SECOND[revenue["result"]["start"] : revenue["result"]["end"]] == "16.3亿元"
    assert (revenue["result"]["value"], revenue["result"]["document"]) == (16.3, "b")
    assert (tourism["result"]["derived"], len(tourism["result"]["from"])) == ("38.5亿元 ÷ 32.2亿元 − 1 = 19.6%", 1)
    assert homes["result"] is None


def test_a_register_gives_what_its_documents_give(run: Run) -> None:
    run("run", "a.txt", "b.txt", "--register", "r.db", "--quiet")
    from_documents = run("track", "a.txt", "b.txt", "--format", "jsonl")
    assert run("track", "--register", "r.db", "--format", "jsonl") == from_documents
    assert from_documents[1]


def test_the_usual_register_is_read_where_nothing_is_named(run: Run) -> None:
    run("run", "a.txt", "--quiet")
    assert "5 not yet due" in run("track", "--as-of", "2025-06")[1] or "4 not yet due" in run("track")[1]


def test_a_register_that_is_not_there(run: Run, work: Path) -> None:
    code, out, err = run("track", "--register", "none.db")
    assert (code, out) == (2, "")
    assert_one_sentence(err, "none.db")
    assert not (work / "none.db").exists()


@pytest.mark.parametrize(
    ("options", "indicators"),
    [
        (("--status", "missed"), ["一般公共预算收入"]),
        (("--status", "met", "--status", "missed"), ["地区生产总值", "一般公共预算收入", "旅游收入"]),
        (("--indicator", "GDP"), ["地区生产总值", "地区生产总值"]),
        (("--indicator", "gdp", "--status", "met"), ["地区生产总值"]),
        (("--place", "云峡区"), []),
    ],
)
def test_targets_can_be_chosen(run: Run, options: tuple[str, ...], indicators: list[str]) -> None:
    code, out, _ = run("track", "a.txt", "b.txt", "--format", "jsonl", *options)
    assert (code, [json.loads(line)["indicator"] for line in out.splitlines()]) == (0, indicators)


def test_a_table_for_people(run: Run) -> None:
    code, out, _ = run("track", "a.txt", "b.txt")
    assert code == 0
    assert "16.5亿元" in out
    assert "2 met, 1 missed, 1 not yet due, 1 not reported" in out


def test_csv_and_json_hold_the_same_targets(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("track", "a.txt", "b.txt", "--format", "csv")[1])))
    items = json.loads(run("track", "a.txt", "b.txt", "--format", "json")[1])
    assert [row["verdict"] for row in rows] == [item["verdict"] for item in items]
    assert (rows[1]["target"], rows[1]["target_unit"], rows[1]["result"]) == ("16.5", "亿元", "16.3")
    assert json.loads(run("track", "a.txt", "--format", "json", "--place", "云峡区")[1]) == []


def test_a_document_that_cannot_be_read_does_not_stop_the_rest(run: Run, work: Path) -> None:
    (work / "c.txt").write_bytes(b"")
    code, out, err = run("track", "a.txt", "b.txt", "c.txt", "--format", "jsonl")
    assert (code, len(out.splitlines())) == (1, 5)
    assert_one_sentence(err, "c.txt")


def test_a_cascade(run: Run, work: Path) -> None:
    text = "武汉市要闻\n\n2025年7月29日\n\n到2030年，全市地区生产总值突破3万亿元。到2030年，青山区地区生产总值突破1500亿元。\n"
    (work / "page.txt").write_text(text, encoding="utf-8")
    code, out, _ = run("track", "page.txt", "--cascade", "--format", "json")
    (found,) = json.loads(out)
    assert (code, found["place"], found["rest"]) == (0, "武汉市", 2.85)
    assert [(part["place"], part["share"]) for part in found["parts"]] == [("青山区", 5.0)]
    assert "江岸区" in found["missing"]
    assert "2.85万亿元" in run("track", "page.txt", "--cascade")[1]
    rows = list(csv.DictReader(io.StringIO(run("track", "page.txt", "--cascade", "--format", "csv")[1])))
    assert [row["place"] for row in rows[:2]] == ["武汉市", "青山区"]
    assert len(rows) == 14


@pytest.fixture
def provinces(work: Path) -> Path:
    folder = work / "provinces"
    folder.mkdir()
    for place, goal in (("河北省", "增长5%左右"), ("山西省", "增长5.5%"), ("辽宁省", "增长5%以上"), ("吉林省", "")):
        goals = f"地区生产总值{goal}。" if goal else "粮食产量保持稳定。"
        text = f"{place}人民政府工作报告\n\n2026年1月20日\n\n二、2026年主要预期目标\n\n{goals}\n"
        (folder / f"{place}.txt").write_text(text, encoding="utf-8")
    return folder


def test_compare(run: Run, provinces: Path) -> None:
    code, out, _ = run("compare", "地区生产总值", str(provinces), "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(row["rank"], row["tied"], row["place"], row["standing"]) for row in rows] == [
        (1, False, "山西省", "ranked"),
        (2, True, "河北省", "ranked"),
        (2, True, "辽宁省", "ranked"),
        (None, False, "吉林省", "missing"),
    ]
    table = run("compare", "地区生产总值", str(provinces))[1]
    assert "2=" in table
    assert "2026" in table.splitlines()[0]
    rows = list(csv.DictReader(io.StringIO(run("compare", "GDP", str(provinces), "--format", "csv")[1])))
    assert (rows[0]["place"], rows[0]["value"], rows[1]["bound"]) == ("山西省", "5.5", "about")


def test_compare_only_some_places(run: Run, provinces: Path) -> None:
    options = ("--places", "山西，甘肃省", "--period", "2026", "--format", "json")
    rows = json.loads(run("compare", "地区生产总值", str(provinces), *options)[1])
    assert [(row["place"], row["standing"]) for row in rows] == [("山西省", "ranked"), ("甘肃省", "missing")]


def test_a_period_that_is_none_is_wrong_usage(run: Run, provinces: Path) -> None:
    code, out, err = run("compare", "地区生产总值", str(provinces), "--period", "20x6")
    assert (code, out) == (2, "")
    assert "20x6" in err


def test_the_league_of_2026(run: Run, eval_data: Path) -> None:
    """Read from the texts by hand."""
    code, out, _ = run(
        "compare", "地区生产总值", str(eval_data / "corpus" / "reports"), "--period", "2026", "--format", "jsonl"
    )
    goals = {row["place"]: (row["value"], row["high"], row["bound"]) for row in map(json.loads, out.splitlines())}
    about_5, least_5 = (5, None, "about"), (5, None, "at_least")
    assert code == 0
    assert goals == {
        "西藏自治区": (7, None, "at_least"),
        "新疆维吾尔自治区": (5.5, 6, "range"),
        "江西省": (5, 5.5, "range"),
        **dict.fromkeys(("山东省", "河北省", "重庆市"), least_5),
        **dict.fromkeys(
            ("北京市", "内蒙古自治区", "吉林省", "福建省", "湖南省", "陕西省", "河南省", "宁夏回族自治区"), about_5
        ),
        "江苏省": (5, None, "exact"),
        **dict.fromkeys(("山西省", "广东省"), (4.5, 5, "range")),
        "天津市": (4.5, None, "exact"),
        **dict.fromkeys(("云南省", "辽宁省", "青海省"), (4.5, None, "about")),
    }


PLAN = """云岭区人民政府工作报告

2025年1月10日

二、2025年工作安排

新建临水大桥，改造老旧小区12个。
"""
REVIEW = """云岭区人民政府工作报告

2026年1月12日

一、2025年工作回顾

临水大桥建成通车，完成绿化补植30公顷。
"""


@pytest.fixture
def followed(work: Path) -> Path:
    (work / "a.txt").write_text(PLAN, encoding="utf-8")
    (work / "b.txt").write_text(REVIEW, encoding="utf-8")
    return work


def test_track_proposes_results_for_commitments(followed: Path, run: Run) -> None:
    code, out, err = run("track", "--commitments", "a.txt", "b.txt", "--format", "jsonl")
    assert (code, err) == (0, "")
    (line,) = map(json.loads, out.splitlines())
    assert (line["place"], line["standing"], line["decided_by"]) == ("云岭区", "proposed", None)
    assert 0.6 <= line["sureness"] < 1
    commitment, result = line["commitment"], line["result"]
    assert PLAN[commitment["start"] : commitment["end"]] == "新建临水大桥"
    assert REVIEW[result["start"] : result["end"]] == "临水大桥建成通车"
    assert (commitment["document"], result["document"]) == ("a", "b")
    assert (commitment["text"], result["text"]) == (
        "新建临水大桥，改造老旧小区12个。",
        "临水大桥建成通车，完成绿化补植30公顷。",
    )
    assert len(line["reasons"]) == len(line["reasons_en"]) > 0


def test_proposals_as_tables(followed: Path, run: Run) -> None:
    run("run", "a.txt", "b.txt", "--register", "r.db", "--out", "out", "-q")
    asked = ("track", "--commitments", "--register", "r.db")
    (row,) = csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1]))
    assert (row["commitment"], row["result"], row["standing"]) == ("新建临水大桥", "临水大桥建成通车", "proposed")
    assert json.loads(run(*asked, "--format", "json")[1])[0]["result"]["id"] == row["result_id"]
    _, table, _ = run(*asked)
    assert "临水大桥建成通车" in table
    assert table.splitlines()[-1] == "proposals: 1, for 1 of the commitments"
    assert run(*asked, "--place", "青禾区")[1].splitlines()[-1] == "no proposals"
    assert run(*asked, "--sureness", "0.999")[1].splitlines()[-1] == "no proposals"


@pytest.mark.parametrize("wrong", [("--cascade",), ("--status", "met"), ("--indicator", "gdp"), ("--as-of", "2026-01")])
def test_what_does_not_go_with_commitments_is_refused(followed: Path, run: Run, wrong: tuple[str, ...]) -> None:
    code, _, err = run("track", "--commitments", "a.txt", *wrong)
    assert code == 2
    assert "--commitments goes with" in err

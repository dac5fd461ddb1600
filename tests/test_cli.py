"""The contract of the command line: what scripts rely on."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from command_line import COMMAND, REPORT, Run, answers_here, assert_one_sentence, luoshi, start_luoshi

from luoshi import __version__, cli, commands, pipeline


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``luoshi`` in this process: exit code, standard output, standard error."""
    return answers_here(work, monkeypatch, capsys)


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_run_registers_draws_and_says_so(run: Run, work: Path) -> None:
    code, out, err = run("run", "report.txt", "--date", "2026-01-20", "--place", "青禾市")
    assert (code, err) == (0, "")
    assert "1 document: 1 registered" in out
    assert "luoshi.db" in out
    assert "luoshi-out/report.html" in out
    assert "<html" in (work / "luoshi-out" / "report.html").read_text(encoding="utf-8")
    with closing(sqlite3.connect(work / "luoshi.db")) as raw:
        assert raw.execute("SELECT name, date, place FROM documents").fetchall() == [("report", "2026-01-20", "青禾市")]
        assert raw.execute("SELECT count(*) FROM figures").fetchone()[0] > 0


def test_run_writes_where_it_is_told(run: Run, work: Path) -> None:
    code, _, _ = run("run", "report.txt", "--register", "my.db", "--out", "pages/of/mine")
    assert code == 0
    assert (work / "my.db").is_file()
    assert (work / "pages" / "of" / "mine" / "report.html").is_file()
    assert not (work / "luoshi.db").exists()


def test_run_in_a_folder_twice_changes_nothing(run: Run, work: Path) -> None:
    run("run", ".")
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    code, out, _ = run("run", ".")
    assert (code, "1 document: 1 unchanged" in out) == (0, True)
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


def test_run_in_json_lines_gives_what_was_registered_the_second_time_too(run: Run) -> None:
    code, out, err = run("run", "report.txt", "--format", "jsonl")
    assert code == 0
    kinds = {record["type"] for record in records(out)}
    assert {"document", "figure"} <= kinds
    assert "1 document: 1 registered" in err
    assert run("run", "report.txt", "--format", "jsonl", "--quiet") == (0, out, "")


def test_run_quietly_says_only_what_failed(run: Run) -> None:
    assert run("run", "report.txt", "--quiet") == (0, "", "")
    code, out, err = run("run", "report.txt", "none.txt", "--quiet")
    assert (code, out) == (1, "")
    assert_one_sentence(err, "none.txt")


@pytest.mark.parametrize("command", ["run", "extract", "repair"])
def test_a_missing_path_is_named_and_the_rest_is_done(run: Run, command: str, work: Path) -> None:
    (work / "torn.txt").write_text(
        REPORT.replace("。\n", "。\n" + "新增城镇就业3.2万人。" * 6 + "\n", 1), encoding="utf-8"
    )
    code, out, err = run(command, "none.txt", "torn.txt")
    assert code == 1
    assert_one_sentence(err, "none.txt")
    assert out


def test_extract_gives_the_evidence_of_every_record(run: Run) -> None:
    code, out, err = run("extract", "report.txt", "--date", "2026-01-20", "--place", "青禾市")
    assert (code, err) == (0, "")
    figures = [record for record in records(out) if record["type"] == "figure"]
    assert len(figures) >= 4
    for figure in figures:
        start, end = figure["evidence"]
        assert REPORT[start:end] == figure["text"]
        assert start <= figure["start"] < figure["end"] <= end
        assert REPORT[figure["start"] : figure["end"]] == figure["value_text"]
    assert '"value": 412.5' in out


def test_extract_needs_no_register_and_leaves_nothing(run: Run, work: Path) -> None:
    run("extract", "report.txt")
    assert [path.name for path in work.iterdir()] == ["report.txt"]


def test_extract_gives_only_the_types_asked_for(run: Run) -> None:
    _, out, _ = run("extract", "report.txt", "--type", "figure", "--type", "document")
    assert {record["type"] for record in records(out)} == {"figure", "document"}


def test_the_types_on_the_command_line_are_those_of_the_lines() -> None:
    from luoshi.publishing.jsonl import TYPES

    assert tuple(commands.RecordType) == TYPES


def test_repair_gives_the_damage(run: Run, work: Path) -> None:
    damaged = REPORT.replace("新增城镇就业3.2万人。", "新增城镇就业3.2万人。" * 8)
    (work / "loop.txt").write_text(damaged, encoding="utf-8")
    code, out, err = run("repair", "loop.txt")
    assert (code, err) == (0, "")
    repeated = [record for record in records(out) if record["kind"] == "repeated"]
    assert repeated
    assert all("新增城镇就业" in damaged[record["start"] : record["end"]] for record in repeated)
    assert run("repair", "report.txt") == (0, "", "")


def test_standard_input_is_a_document(work: Path) -> None:
    piped = luoshi("extract", "-", "--type", "figure", cwd=work, stdin=REPORT)
    named = luoshi("extract", "report.txt", "--type", "figure", cwd=work)
    assert piped.returncode == 0
    assert [{**record, "doc": ""} for record in records(piped.stdout)] == [
        {**record, "doc": ""} for record in records(named.stdout)
    ]
    done = luoshi("run", "-", "report.txt", "--jobs", "2", cwd=work, stdin=REPORT + "2027年,地区生产总值增长6%。\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 documents: 2 registered" in done.stdout


def test_a_pipe_given_by_name_is_read_once(work: Path) -> None:
    os.mkfifo(work / "pipe.txt")
    script = f"cat report.txt > pipe.txt & exec {' '.join(COMMAND)} run pipe.txt"
    done = subprocess.run(["bash", "-c", script], cwd=work, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 document: 1 registered" in done.stdout


def test_several_jobs_give_what_one_gives(work: Path) -> None:
    for number in range(5):
        (work / f"{number}.txt").write_text(REPORT + f"2026年,新增泊位{number + 2}个。\n", encoding="utf-8")
    one = luoshi("run", ".", "--format", "jsonl", "--register", "one.db", cwd=work)
    two = luoshi("run", ".", "--format", "jsonl", "--register", "two.db", "--jobs", "2", cwd=work)
    assert two.stdout == one.stdout
    assert "6 documents: 6 registered" in two.stderr


def test_the_version_is_told(run: Run) -> None:
    assert run("--version") == (0, f"luoshi {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage"),
        (["run"], "PATH"),
        (["fly", "report.txt"], "fly"),
        (["run", "report.txt", "--colour"], "--colour"),
        (["run", "report.txt", "--jobs", "0"], "--jobs"),
        (["run", "report.txt", "--format", "xml"], "--format"),
        (["extract", "report.txt", "--date", "yesterday"], "'yesterday' is no date"),
        (["run", "report.txt", "--date", "2025-02-30"], "'2025-02-30' is no date"),
        (["run", "report.txt", "--date", "2025-2"], "is no date"),
        (["run", "report.txt", "--date", "２０２５"], "is no date"),
    ],
)
def test_wrong_usage_is_told_with_code_2(run: Run, work: Path, arguments: list[str], told: str) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert told in out + err
    assert [path.name for path in work.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("date", ["2025", "2025-08", "2025-08-20", "2024-02-29"])
def test_a_date_may_be_reduced(run: Run, date: str) -> None:
    code, out, _ = run("extract", "report.txt", "--date", date, "--type", "document")
    assert (code, records(out)[0]["date"]) == (0, date)


def test_a_reader_that_leaves_ends_it_quietly(work: Path) -> None:
    (work / "long.txt").write_text(REPORT + "2025年,新建道路38公里。\n" * 3000, encoding="utf-8")
    child = start_luoshi("extract", "long.txt", "none.txt", cwd=work)
    assert child.stdout
    assert child.stdout.readline()
    child.stdout.close()
    assert child.stderr
    assert (child.wait(30), child.stderr.read()) == (0, "")
    child.stderr.close()


def test_a_run_goes_on_when_nobody_reads_its_records(work: Path) -> None:
    (work / "long.txt").write_text(REPORT + "2025年,新建道路38公里。\n" * 3000, encoding="utf-8")
    script = f"{' '.join(COMMAND)} run long.txt report.txt --format jsonl --quiet | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], cwd=work, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    with closing(sqlite3.connect(work / "luoshi.db")) as raw:
        assert raw.execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_records_are_utf8_whatever_the_locale_says(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = subprocess.run([*COMMAND, "extract", "report.txt"], cwd=work, capture_output=True, check=False)
    assert done.returncode == 0
    assert "社会消费品零售总额" in done.stdout.decode()
    assert luoshi("run", "report.txt", cwd=work).returncode == 0


def test_an_error_of_the_program_is_a_sentence_unless_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, work: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise IndexError("tuple index out of range")

    monkeypatch.setattr(pipeline, "repair", broken)
    monkeypatch.delenv(cli.DEBUG, raising=False)
    for command in ("run", "extract", "repair"):
        code, _, err = run(command, "report.txt")
        assert code == 1
        assert_one_sentence(err, "report.txt", "IndexError", "please report it")
    monkeypatch.setenv(cli.DEBUG, "1")
    assert "Traceback" in run("extract", "report.txt")[2]


def test_an_error_outside_of_any_document_is_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("nothing there")

    monkeypatch.setattr(commands, "_gathered", broken)
    monkeypatch.delenv(cli.DEBUG, raising=False)
    code, out, err = run("run", "report.txt")
    assert (code, out) == (1, "")
    assert_one_sentence(err, "IndexError", "please report it")


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, luoshi.commands; print(*sorted(sys.modules))"
    loaded = subprocess.run([COMMAND[0], "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "trafilatura", "rich", "jinja2", "luoshi.pipeline"} & set(loaded)

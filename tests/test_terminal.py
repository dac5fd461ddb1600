"""What a run shows: failures as they come, and a summary that fits 80 columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from luoshi.counts import Counts
from luoshi.model import FindingKind
from luoshi.runs import Options, Outcome
from luoshi.standard_output import StandardOutput
from luoshi.terminal import _FINDINGS, Terminal

COUNTS = Counts(documents=1, actual=1234, target=5, people=6, findings={"repeated": 28, "cut": 1, "new-kind": 2})
READ = Outcome("in/a.txt", "registered", counts=COUNTS, page=Path("luoshi-out/a.html"))
FAILED = Outcome("b.pdf", "failed", "b.pdf is a PDF, and only texts are read.", trace="Traceback: deep inside")


def show(
    capsys: pytest.CaptureFixture[str],
    *outcomes: Outcome,
    quiet: bool = False,
    debug: bool = False,
    jsonl: bool = False,
) -> tuple[str, str]:
    terminal = Terminal(None if jsonl else StandardOutput(), quiet=quiet, debug=debug)
    with terminal.progress(outcomes, len(outcomes)) as noted:
        list(noted)
    terminal.summarise(Options(register="luoshi.db"))
    captured = capsys.readouterr()
    return captured.out, captured.err


def rows(text: str) -> dict[str, str]:
    return dict(line.rsplit(maxsplit=1) for line in map(str.strip, text.splitlines()) if len(line.split()) > 1)


def test_the_summary_says_what_was_found_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = show(capsys, READ)
    found = rows(out)
    assert found["Figures: what was reached"] == "1,234"
    assert found["Figures: what is aimed at"] == "5"
    assert found["To look at"] == "31"
    assert (found["repeated stretches"], found["cut ending"], found["new kind"]) == ("28", "1", "2")
    assert (found["Register"], found["Page"]) == ("luoshi.db", "luoshi-out/a.html")
    assert err == ""


def test_counts_are_added_over_documents(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    read = replace(READ, page=tmp_path / "a.html")
    out, _ = show(capsys, read, read)
    assert out.startswith("2 documents: 2 registered\n")
    assert rows(out)["cut endings"] == "2"
    assert rows(out)["Pages"] == str(tmp_path / "index.html")


def test_no_line_is_longer_than_80_columns(capsys: pytest.CaptureFixture[str]) -> None:
    every_kind = Counts(documents=1, findings={kind.value: 1 for kind in FindingKind})
    out, _ = show(capsys, READ, Outcome("c", "unchanged", counts=every_kind), FAILED)
    assert max(map(len, out.splitlines())) <= 80


def test_every_kind_of_finding_has_its_words() -> None:
    across = {"revised", "target-lowered", "target-dropped", "undelivered"}  # of no single document, and so in no run
    assert set(_FINDINGS) == {kind.value for kind in FindingKind} - across


def test_failures_are_named_at_once_and_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = show(capsys, READ, FAILED)
    assert err == "b.pdf is a PDF, and only texts are read.\n"
    assert "2 documents: 1 registered, 1 failed" in out
    assert "b.pdf is a PDF, and only texts are read." in out


def test_a_long_sentence_is_not_folded(capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "很长的文件名" * 30 + ".txt: there is no such file."
    _, err = show(capsys, Outcome("x", "failed", sentence))
    assert err == sentence + "\n"


def test_brackets_in_names_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = show(capsys, Outcome("x", "failed", "[bold]报告[/bold].txt is empty."))
    assert err == "[bold]报告[/bold].txt is empty.\n"


def test_quiet_shows_only_failures(capsys: pytest.CaptureFixture[str]) -> None:
    assert show(capsys, READ, FAILED, quiet=True) == ("", "b.pdf is a PDF, and only texts are read.\n")


def test_with_records_on_standard_output_the_summary_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = show(capsys, READ, jsonl=True)
    assert out == ""
    assert "1 document: 1 registered" in err


def test_where_an_error_arose_is_shown_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert "deep inside" not in show(capsys, FAILED)[1]
    assert "deep inside" in show(capsys, FAILED, debug=True)[1]


def test_nothing_read_shows_no_empty_table(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = show(capsys, FAILED)
    assert "Figures" not in out
    assert "Page" not in out

"""benchmarks/register.py runs with few figures and prints what it measured."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
import register as benchmark
from registers import large_report, report

from luoshi.record_ids import record_ids

QUESTIONS = list(benchmark.QUESTIONS)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Arguments for a run of a second."""
    options = ["--figures", "900", "--reports", "3", "--folder", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", ["register.py", *options])
    return tmp_path


def test_every_question_is_answered_and_nothing_is_left(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    benchmark.main()
    shown = capsys.readouterr().out
    assert all(name in shown for name in QUESTIONS)
    assert list(small.iterdir()) == []


def test_as_json(small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--json"])
    benchmark.main()
    results = json.loads(capsys.readouterr().out)["results"]
    assert len(results) == 4 + 2 * len(QUESTIONS)
    assert all(result["measured"] > 0 for result in results)


@pytest.mark.parametrize(("bar", "code"), [(0.0, 1), (float("inf"), 0)])
def test_a_missed_bar_is_told(small: Path, monkeypatch: pytest.MonkeyPatch, bar: float, code: int) -> None:
    monkeypatch.setattr(benchmark, "ANSWER_BAR", bar)
    monkeypatch.setattr(benchmark, "INGEST_BAR", 0.0)
    assert benchmark.main() == code


def test_made_reports_are_sound() -> None:
    case = large_report(7)
    text = case.document.text
    assert (len(case.records.figures), len(case.records.commitments)) == (208, 646)
    for figure in case.records.figures:
        assert figure.span.of(text) == f"{figure.value}万吨"
        assert figure.indicator_span is not None
        assert figure.indicator_span.of(text) == figure.indicator
    assert all(promise.span.of(text).startswith("第") for promise in case.records.commitments)
    ids = record_ids(case)
    assert max(Counter(ids.figures + ids.commitments).values()) == 1
    assert report(7).document.digest != report(8).document.digest

"""benchmarks/jobs.py runs ``luoshi run`` on copies of texts and says what it took."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jobs
import pytest
from jobs import Run, write_copies

from luoshi.errors import LuoshiError


def test_copies_are_all_different(tmp_path: Path) -> None:
    write_copies(["甲。", "乙。"], 7, tmp_path / "copies")
    contents = [path.read_bytes() for path in (tmp_path / "copies").iterdir()]
    assert len(set(contents)) == 7


def test_a_run_is_measured(report: Path, tmp_path: Path) -> None:
    write_copies([report.read_text("utf-8")], 2, tmp_path / "copies")
    measured = jobs.run(tmp_path / "copies", 2, 1)
    assert measured.seconds > 0.05
    assert 20 < measured.memory < 2000


def test_a_run_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(LuoshiError, match="ended with"):
        jobs.run(tmp_path / "nothing", 1, 1)


@pytest.mark.parametrize(("second", "memory", "status"), [(5.0, 101, 0), (7.0, 101, 1), (5.0, 150, 1)])
def test_the_bars_are_the_exit_status(
    monkeypatch: pytest.MonkeyPatch,
    report: Path,
    capsys: pytest.CaptureFixture[str],
    second: float,
    memory: float,
    status: int,
) -> None:
    monkeypatch.setattr(jobs, "measure_gain", lambda *_: [Run(9, 1, 10.0, 100), Run(9, 2, second, 100)])
    monkeypatch.setattr(jobs, "measure_memory", lambda *_: [Run(50, 1, 1.0, 100), Run(500, 1, 9.0, memory)])
    monkeypatch.setattr(sys, "argv", ["jobs.py", "--json", str(report)])
    assert jobs.main() == status
    assert json.loads(capsys.readouterr().out)["gain"] == pytest.approx(10 / second, rel=1e-3)

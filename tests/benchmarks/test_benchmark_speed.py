"""benchmarks/speed.py runs on a small text and prints what it measured."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import speed
from peers import Peer
from stages import STAGES, Work, forget
from texts import megabytes, sample

from luoshi.extraction.quantities import quantities


def _missing() -> Callable[[str], object]:
    raise ImportError("no such program")


HERE = Peer("len", "counts characters", lambda: len, True, 0.0)
NOT_HERE = Peer("nowhere", "nothing", _missing, False, 10)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, report: Path) -> Callable[..., int]:
    """Runs the script on the report, with one peer that is there and one that is not."""

    def main(*options: str) -> int:
        monkeypatch.setattr(speed, "PEERS", (HERE, NOT_HERE))
        monkeypatch.setattr(sys, "argv", ["speed.py", "--rounds", "1", "--sample", "0.0001", *options, str(report)])
        return speed.main()

    return main


def test_the_table_names_every_stage(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run()
    shown = capsys.readouterr().out
    assert all(f" {name} " in shown for name in ("luoshi.extract", *STAGES, "len"))


def test_a_missing_peer_is_named_with_the_command_that_installs_it(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    captured = capsys.readouterr()
    assert "nowhere" in captured.err
    assert "uv sync --group benchmarks" in captured.err
    assert "nowhere" not in captured.out


def test_json_holds_what_the_rates_are_made_of(
    run: Callable[..., int], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--json")
    found = json.loads(capsys.readouterr().out)
    extract, *others = found["results"]
    assert found["megabytes"] == extract["megabytes"] == len(report.read_bytes()) / 1e6
    assert extract["mb_per_second"] == pytest.approx(extract["megabytes"] / extract["seconds"], rel=1e-3)
    peer = next(result for result in others if result["name"] == "len")
    assert peer["times_slower"] == pytest.approx(extract["mb_per_second"] / peer["mb_per_second"], rel=0.1)


def test_a_bar_that_is_missed_is_the_exit_status(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(speed, "BAR", 1e9)
    assert run() == 1
    monkeypatch.setattr(speed, "BAR", 0.0)
    assert run() == 0
    assert capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["speed.py", str(tmp_path / "nothing.txt")])
    assert speed.main() == 2
    assert "nothing.txt does not exist." in capsys.readouterr().err


def test_a_sample_is_as_large_as_asked_and_of_whole_paragraphs() -> None:
    texts = ["\n".join(f"第{n}段" * 20 for n in range(50))] * 2
    taken = sample(texts, 0.002)
    assert 0.002 <= sum(map(megabytes, taken)) < 0.003
    assert all(paragraph in texts[0].splitlines() for paragraph in taken)


def test_what_was_remembered_of_a_text_is_forgotten_before_it_is_measured_again() -> None:
    work = Work("全市地区生产总值5120亿元。", "2026")
    for stage in STAGES.values():
        stage(work)
    assert quantities.cache_info().currsize
    forget()
    assert not quantities.cache_info().currsize

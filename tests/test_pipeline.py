"""The way of one file: every stage in its order, evidence exact, and failures that say what to do."""

from __future__ import annotations

import os
import pickle
import re
from pathlib import Path

import pytest
from command_line import REPORT

from luoshi import __version__, fingerprint, pipeline
from luoshi.errors import ReadError
from luoshi.failures import Failure, failure_of
from luoshi.fingerprint import extraction_version
from luoshi.model import Case, FindingKind, Origin
from luoshi.pipeline import examine, process

LOOP = "新增城镇就业3.2万人。"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace(LOOP, LOOP * 8), encoding="utf-8")
    return path


def test_a_file_goes_through_every_stage(report: Path) -> None:
    case = process(report, date="2026-01-20", place="青禾市")
    assert case.document.name == "report"
    assert case.document.date is not None
    assert (case.document.date.value, case.document.date.origin) == ("2026-01-20", Origin.GIVEN)
    assert case.flow.text.count(LOOP) == 1
    assert {"2025", "2026"} <= {figure.period for figure in case.records.figures}
    assert FindingKind.REPEATED in {finding.kind for finding in case.findings}


def test_findings_of_repair_come_before_those_of_checks(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Case] = []

    def check(case: Case) -> tuple[()]:
        seen.append(case)
        return ()

    monkeypatch.setattr(pipeline, "check", check)
    case = process(report)
    assert seen[0].findings == case.findings != ()


def test_a_case_can_be_sent_to_another_process(report: Path) -> None:
    case = process(report, place="青禾市")
    assert pickle.loads(pickle.dumps(case)) == case


def test_the_same_file_gives_the_same_case(report: Path) -> None:
    assert process(report, date="2026") == process(report, date="2026")


def test_only_the_damage_can_be_asked_for(report: Path) -> None:
    document, findings = examine(report)
    assert document.name == "report"
    assert {finding.kind for finding in findings} == {FindingKind.REPEATED}


def test_a_file_name_that_is_not_utf8_gives_a_name_that_can_be_stored(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "报告".encode("gb18030") + b".txt"
    Path(os.fsdecode(raw)).write_text(REPORT, encoding="utf-8")
    document = process(os.fsdecode(raw)).document
    assert document.name == "报告"
    assert document.source.endswith("报告.txt")


def test_the_users_fault_is_told_as_it_is() -> None:
    assert failure_of("a.txt", ReadError("a.txt is empty.")) == Failure("a.txt is empty.")


def test_a_fault_of_the_program_says_what_to_report() -> None:
    try:
        raise ValueError("deep inside")
    except ValueError as error:
        failure = failure_of("a.txt", error)
    assert re.fullmatch(
        r"a\.txt: Luoshi itself failed on this document \(ValueError in test_pipeline\.py, line \d+\); "
        r"please report it, with the document\.",
        failure.reason,
    )
    assert "deep inside" in failure.trace


def test_want_of_memory_is_told_as_such() -> None:
    assert "not enough memory" in failure_of("a.txt", MemoryError()).reason


def test_the_version_follows_the_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pipeline.py").write_text("one")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "units.tsv").write_text("元")
    (tmp_path / "cli.py").write_text("one")
    monkeypatch.setattr(fingerprint.resources, "files", lambda _: tmp_path)

    def version() -> str:
        return extraction_version.__wrapped__()

    first = version()
    assert first.startswith(f"{__version__}+")
    assert version() == first
    (tmp_path / "cli.py").write_text("two")  # decides no record
    (tmp_path / "catalogue" / "__pycache__").mkdir()
    (tmp_path / "catalogue" / "__pycache__" / "x.pyc").write_text("x")
    assert version() == first
    (tmp_path / "catalogue" / "units.tsv").write_text("万元")
    assert version() != first

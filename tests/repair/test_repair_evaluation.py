"""Repair against the evaluation data: the newspaper page read by hand, and reports that are not damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from repair_prose import document, of_kind

from luoshi.model import FindingKind
from luoshi.repair import repair


@pytest.fixture(scope="module")
def page(eval_data: Path) -> str:
    return (eval_data / "corpus/seed/page.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def gold(eval_data: Path) -> list[dict[str, object]]:
    return list(json.loads((eval_data / "gold/seed/findings.json").read_text(encoding="utf-8")))


def test_repetitions_of_the_page(page: str, gold: list[dict[str, object]]) -> None:
    _, found = repair(document(page))
    spans = {tuple(finding.spans[0]) for finding in of_kind(found, FindingKind.REPEATED)}
    assert spans == {(row["start"], row["end"]) for row in gold if row["kind"] == "repeated"}


def test_joins_of_the_page(page: str, gold: list[dict[str, object]]) -> None:
    flow, found = repair(document(page))
    joins = {(finding.spans[0].end, finding.spans[1].start) for finding in of_kind(found, FindingKind.BROKEN)}
    assert joins == {(row["at"], row["continues"]) for row in gold if row["kind"] == "broken"}
    assert all(page[at - 6 : at] + page[on : on + 6] in flow.text for at, on in joins)


def test_cut_of_the_page(page: str, gold: list[dict[str, object]]) -> None:
    _, found = repair(document(page))
    cuts = {finding.spans[0].end for finding in of_kind(found, FindingKind.CUT)}
    assert cuts == {row["at"] for row in gold if row["kind"] == "cut"}


def test_reports_as_they_stand_are_not_damaged(eval_data: Path) -> None:
    found = {
        path.stem: [finding.message for finding in repair(document(path.read_text(encoding="utf-8")))[1]]
        for path in sorted((eval_data / "corpus/reports").glob("*.txt"))
    }
    assert found
    assert not any(found.values()), {name: messages for name, messages in found.items() if messages}

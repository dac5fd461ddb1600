"""The checks behind repair and extraction: on small texts, and on the evaluation data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.checks import check, count, run_on, same_value, unknown_body
from luoshi.extraction import extract_records
from luoshi.flows import plain_flow
from luoshi.model import Case, Document, FindingKind, Origin, Records, Span, Stated
from luoshi.repair import repair

FROM_CHECKS = {"count", "same-value", "role-conflict", "unknown-body", "run-on", "differing-values"}


def read(text: str, date: str, place: str) -> Case:
    document = Document(
        "p", "p.txt", text, "0" * 64, date=Stated(date, Origin.GIVEN), place=Stated(place, Origin.GIVEN)
    )
    flow, damage = repair(document)
    return Case(document, flow, extract_records(document, flow), damage)


def test_a_rate_beside_its_amount_is_compared_too() -> None:
    text = (
        "一、去年工作回顾\n2025年，全市地区生产总值5120.4亿元，增长6.1%。\n"
        "过去一年，经济总量再上台阶，地区生产总值5120.4亿元，增长6.3%。\n"
    )
    (finding,) = check(read(text, "2026-01-20", "青澜市"))
    assert finding.kind is FindingKind.DIFFERING_VALUES
    assert [span.of(text) for span in finding.spans] == ["6.1%", "6.3%"]
    assert "相差0.2个百分点" in finding.message


def test_a_rank_before_the_name_is_read_where_people_are_known() -> None:
    text = "市水务局三级调研员韩立说，防汛要抓细。\n作为宣讲团成员，二级主任科员韩立说，工程要抓实。\n"
    (finding,) = check(read(text, "2025-07-29", "青澜市"))
    assert finding.kind is FindingKind.ROLE_CONFLICT
    assert [span.of(text)[-7:] for span in finding.spans] == ["三级调研员韩立", "级主任科员韩立"]


def shared(spans: tuple[Span, ...], truth: list[list[int]]) -> float:
    """The share of characters that two sets of spans have in common (Jaccard)."""
    a = {n for span in spans for n in range(*span)}
    b = {n for start, end in truth for n in range(start, end)}
    return len(a & b) / len(a | b)


def test_all_findings_of_the_page_are_found(eval_data: Path) -> None:
    text = (eval_data / "corpus/seed/page.txt").read_bytes().decode("utf-8")
    found = check(read(text, "2025-08-20", "武汉市"))
    rows = json.loads((eval_data / "gold/seed/findings.json").read_text(encoding="utf-8"))
    truth = [row for row in rows if row["kind"] in FROM_CHECKS]
    for row in truth:
        spans = row.get("spans") or [[row["start"], row["end"]]]
        alike = [f for f in found if f.kind == row["kind"] and shared(f.spans, spans) > 0.5]
        assert len(alike) == 1, row
    assert len(found) <= len(truth) + 2


REPORTS = 21


@pytest.mark.parametrize("number", range(REPORTS))
def test_a_printed_report_gives_no_finding_from_its_text(eval_data: Path, number: int) -> None:
    path = sorted((eval_data / "corpus/reports").glob("*.txt"))[number]
    document = Document(path.stem, str(path), path.read_bytes().decode("utf-8"), "0" * 64)
    case = Case(document, plain_flow(document), Records())
    assert [f.message for module in (count, same_value, unknown_body, run_on) for f in module.check(case)] == []

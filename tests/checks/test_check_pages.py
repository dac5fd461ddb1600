"""docs/checks/ is true: each row of its tables is read as a document, or as two, and gives what it says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from luoshi.checks import check
from luoshi.checks.across import check_across
from luoshi.extraction import extract_records
from luoshi.flows import plain_flow
from luoshi.model import Case, FindingKind
from luoshi.progress.entries import reading_of
from luoshi.readers import from_text

DOCS = Path(__file__).resolve().parents[2] / "docs"
sys.path.insert(0, str(DOCS.parent / "tests" / "docs"))
from markdown_blocks import links, tables  # noqa: E402

DAMAGE = {FindingKind.REPEATED, FindingKind.BROKEN, FindingKind.CUT}
FLAGGED, TEXT, PLACE = "提示 flagged", "文字 text", "地区 place"
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
RESULTS = (
    "2025年，地区生产总值增长6%，一般公共预算支出增长4%，社会消费品零售总额增长5%，城镇居民人均可支配收入增长5.1%，"
    "农村居民人均可支配收入增长6.2%，粮食产量8.4万吨，进出口总额16.3亿元，城镇新增就业5200人。"
)
ROWS = [
    pytest.param(page.stem, row, id=f"{page.stem}-{n}-{m}")
    for page in sorted((DOCS / "checks").glob("*.md"))
    for n, table in enumerate(tables(page))
    for m, row in enumerate(table)
    if FLAGGED in row
]


def case(text: str, date: str, place: str, name: str = "a") -> Case:
    document = from_text(text, name=name, date=date, place=place)
    flow = plain_flow(document)
    return Case(document, flow, extract_records(document, flow))


def inside(row: dict[str, str], kind: str) -> list[list[str]]:
    text = row[TEXT]
    found = check(case(text, "2026-01-15", row.get(PLACE, "云岭区")))
    return [[span.of(text) for span in finding.spans] for finding in found if finding.kind == kind]


def across(row: dict[str, str], kind: str) -> list[list[str]]:
    documents = [(found[0], head, text) for head, text in row.items() if (found := DATE.match(head))]
    cases = [
        case(f"{RESULTS}\n{text}" if "eight results" in head else text, date, "云岭区", name)
        for name, (date, head, text) in zip("ab", documents, strict=True)
    ]
    texts = {one.document.name: one.document.text for one in cases}
    return [
        [citation.span.of(texts[citation.document]) for citation in finding.citations]
        for finding in check_across(map(reading_of, cases))
        if finding.kind == kind
    ]


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_rows(kind: str, row: dict[str, str]) -> None:
    wanted = [word for word in row[FLAGGED].split(", ") if word]
    found = (inside if TEXT in row else across)(row, kind)
    if kind == "target-dropped":  # the figure beside it is any of the later report
        found = [words[:1] for words in found]
    assert found == ([wanted] if wanted else [])


def test_there_are_rows_with_and_without_a_finding() -> None:
    flagged = [bool(param.values[1][FLAGGED]) for param in ROWS]  # type: ignore[call-overload,index]
    assert flagged.count(True) > 20
    assert flagged.count(False) > 20


def test_every_kind_has_a_page_that_the_index_leads_to() -> None:
    pages = {page.stem for page in (DOCS / "checks").glob("*.md")}
    assert pages == {kind.value for kind in FindingKind if kind not in DAMAGE}
    linked = {Path(link.partition("#")[0]).stem for link in links(DOCS / "checks.md") if link.startswith("checks/")}
    assert pages <= linked

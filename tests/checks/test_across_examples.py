"""The examples beside each check across documents: what it finds, and what it rightly passes over."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from luoshi.checks.across import check_across, differing, dropped, growth, left_out, levels, lowered, undelivered
from luoshi.checks.across.ledger import Ledger
from luoshi.extraction import extract_records
from luoshi.flows import plain_flow
from luoshi.model import Case
from luoshi.progress.entries import Reading, reading_of
from luoshi.readers import from_text

Document = tuple[str, str]
Expected = tuple[tuple[str, ...], ...]

EXAMPLES = [
    pytest.param(module, *example, id=f"{module.__name__.rpartition('.')[2]}-{n}")
    for module in (differing, growth, levels, lowered, undelivered, dropped, left_out)
    for n, example in enumerate(module.EXAMPLES)
]


def reading(text: str, date: str, name: str, place: str = "云岭区") -> Reading:
    document = from_text(text, name=name, date=date, place=place)
    flow = plain_flow(document)
    return reading_of(Case(document, flow, extract_records(document, flow)))


def readings(documents: tuple[Document, ...]) -> list[Reading]:
    return [reading(text, date, f"d{n}") for n, (date, text) in enumerate(documents)]


@pytest.mark.parametrize(("module", "documents", "expected"), EXAMPLES)
def test_examples(module: ModuleType, documents: tuple[Document, ...], expected: Expected) -> None:
    read = readings(documents)
    found = list(module.check(Ledger(read)))
    texts = {one.source.name: one.text for one in read}
    words = [(f.kind.value, *(p.span.of(texts[p.document]) for p in f.citations)) for f in found]
    assert [row[: len(wanted)] for row, wanted in zip(words, expected, strict=False)] == list(expected)
    assert len(words) == len(expected)
    for finding, row in zip(found, words, strict=True):
        assert all(re.search(r"[\d.]+", number)[0] in finding.message for number in row[1:2])  # type: ignore[index]
        assert len({p.record for p in finding.citations}) == len(finding.citations) > 1


@pytest.mark.parametrize(("module", "documents", "expected"), EXAMPLES)
def test_the_order_of_the_documents_does_not_matter(
    module: ModuleType, documents: tuple[Document, ...], expected: Expected
) -> None:
    read = readings(documents)
    assert check_across(read) == check_across(reversed(read))


def test_a_lower_body_revises_nothing() -> None:
    """A district's later number for its city is a contradiction, the city's for the district a revision."""
    city = reading("2025年，海拉尔区一般公共预算收入16.3亿元。", "2026-01-12", "city", "呼伦贝尔市")
    district = reading("2025年，一般公共预算收入16.4亿元。", "2026-03-12", "district", "海拉尔区")
    assert [f.kind.value for f in check_across([city, district])] == ["differing-values"]
    later = reading("2025年，海拉尔区一般公共预算收入16.3亿元。", "2026-05-12", "later", "呼伦贝尔市")
    assert [f.kind.value for f in check_across([district, later])] == ["revised"]


def test_documents_without_a_date_or_figures() -> None:
    read = [
        reading("2025年，旅游收入38亿元。", "", "a"),
        reading("2025年，旅游收入35亿元。", "", "b"),
        reading("", "", "c"),
    ]
    assert [f.kind.value for f in check_across(read)] == ["differing-values"]

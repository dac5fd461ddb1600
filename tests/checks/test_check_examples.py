"""The examples beside each check: what it finds, and what it rightly passes over."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest

from luoshi.checks import (
    check,
    corrected,
    count,
    differing_values,
    growth_mismatch,
    impossible_rank,
    impossible_share,
    industry_shares,
    jump,
    low_confidence,
    part_over_whole,
    role_conflict,
    run_on,
    same_value,
    sum_mismatch,
    unit_slip,
    unknown_body,
)
from luoshi.extraction import extract_records
from luoshi.extraction.quantities import scan
from luoshi.flows import plain_flow
from luoshi.model import (
    Bound,
    Box,
    Case,
    Correction,
    Figure,
    Finding,
    FindingKind,
    Measure,
    Person,
    Post,
    Records,
    Region,
    Span,
)
from luoshi.readers import from_text

WORDS = [
    pytest.param(module, text, expected, id=f"{module.__name__.rpartition('.')[2]}-{n}")
    for module in (same_value, run_on)
    for n, (text, expected) in enumerate(module.EXAMPLES)
]

ARITHMETIC = [
    pytest.param(
        module,
        *(example if len(example) == 3 else (example[0], "云岭区", example[1])),
        id=f"{module.__name__[14:]}-{n}",
    )
    for module in (
        growth_mismatch,
        sum_mismatch,
        industry_shares,
        part_over_whole,
        impossible_share,
        impossible_rank,
        unit_slip,
        jump,
    )
    for n, example in enumerate(module.EXAMPLES)
]


def words_of(text: str, finding: Finding) -> tuple[str, ...]:
    return tuple(span.of(text) for span in finding.spans)


@pytest.mark.parametrize(("module", "text", "expected"), WORDS)
def test_words_found(case_of: Callable[..., Case], module: object, text: str, expected: tuple[object, ...]) -> None:
    found = [words_of(text, finding) for finding in module.check(case_of(text))]  # type: ignore[attr-defined]
    assert found == [(words,) if isinstance(words, str) else words for words in expected]


@pytest.mark.parametrize(("module", "text", "place", "expected"), ARITHMETIC)
def test_arithmetic(module: ModuleType, text: str, place: str, expected: tuple[tuple[str, ...], ...]) -> None:
    document = from_text(text, date="2026-01-15", place=place)
    flow = plain_flow(document)
    found = list(module.check(Case(document, flow, extract_records(document, flow))))
    assert [words_of(text, finding) for finding in found] == list(expected)
    for finding in found:  # the numbers that contradict each other are in the sentence
        assert all(
            any(number in finding.message for number in re.findall(r"[\d.]+", span.of(text))) for span in finding.spans
        )


@pytest.mark.parametrize(("text", "expected"), count.EXAMPLES)
def test_count(case_of: Callable[..., Case], text: str, expected: tuple[tuple[int, int], ...]) -> None:
    found = list(count.check(case_of(text)))
    assert [int(finding.expected) for finding in found] == [counted for _, counted in expected]
    for finding, (announced, _) in zip(found, expected, strict=True):
        assert f"说的是{announced}，" in finding.message


@pytest.mark.parametrize(("text", "expected"), unknown_body.EXAMPLES)
def test_unknown_body(case_of: Callable[..., Case], text: str, expected: tuple[tuple[str, str], ...]) -> None:
    found = list(unknown_body.check(case_of(text)))
    assert [(*words_of(text, finding), finding.expected) for finding in found] == list(expected)


@pytest.mark.parametrize(("text", "posts", "expected"), role_conflict.EXAMPLES)
def test_role_conflict(
    case_of: Callable[..., Case], text: str, posts: tuple[str, ...], expected: tuple[tuple[str, str], ...]
) -> None:
    held = tuple(Post(post, Span(text.index(post), text.index(post) + len(post))) for post in posts)
    mentions = tuple(Span(*match.span()) for match in re.finditer("刘明", text))
    case = case_of(text, Records(people=[Person("刘明", held, mentions)]))
    assert [words_of(text, finding) for finding in role_conflict.check(case)] == list(expected)


@pytest.mark.parametrize(("text", "names", "expected"), differing_values.EXAMPLES)
def test_differing_values(
    case_of: Callable[..., Case], text: str, names: tuple[tuple[str, str], ...], expected: tuple[tuple[str, str], ...]
) -> None:
    case = case_of(text, Records(figures=figures_of(text, names)))
    assert [words_of(text, finding) for finding in differing_values.check(case)] == list(expected)


@pytest.mark.parametrize(("text", "confidences", "expected"), low_confidence.EXAMPLES)
def test_low_confidence(
    case_of: Callable[..., Case], text: str, confidences: tuple[float, ...], expected: tuple[str, ...]
) -> None:
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    regions = tuple(Region(line, 1, Box(0, 0, 1, 1), sure) for line, sure in zip(lines, confidences, strict=True))
    case = case_of(text)
    records = extract_records(case.document, case.flow)
    case = replace(case, document=replace(case.document, regions=regions), records=records)
    assert [words_of(text, finding) for finding in low_confidence.check(case)] == [(words,) for words in expected]


@pytest.mark.parametrize(("text", "corrections", "expected"), corrected.EXAMPLES)
def test_corrected(
    case_of: Callable[..., Case], text: str, corrections: tuple[tuple[str, str], ...], expected: tuple[str, ...]
) -> None:
    case = case_of(text)
    made = tuple(
        Correction(Span(text.index(words), text.index(words) + len(words)), read) for words, read in corrections
    )
    found = list(corrected.check(replace(case, document=replace(case.document, corrections=made))))
    assert [words_of(text, finding) for finding in found] == [(words,) for words in expected]
    for finding, (_, read) in zip(found, corrections, strict=True):
        assert f"“{read}”" in finding.message and f"“{read}”" in finding.message_en


def figures_of(text: str, names: tuple[tuple[str, str], ...]) -> list[Figure]:
    """A figure for each indicator and number, found from left to right; its evidence is its sentence."""
    figures, at = [], 0
    for indicator, number in names:
        name_at = text.index(indicator, at)
        at = text.index(number, name_at)
        quantity = next(q for q in scan(text) if q.start <= at < q.end)
        stop = text.find("。", at)
        sentence = Span(max(text.rfind(mark, 0, at) for mark in "。\n") + 1, stop + 1)
        figure = Figure(
            indicator,
            Measure.GROWTH if quantity.unit == "%" else Measure.LEVEL,
            quantity.value,
            quantity.unit,
            Span(at, at + len(number)),
            (sentence,),
            period="2025",
            indicator_span=Span(name_at, name_at + len(indicator)),
        )
        if "超过" in text[name_at:at]:
            figure.bound = Bound.AT_LEAST
        figures.append(figure)
    return figures


def test_a_clean_text_gives_no_finding(case_of: Callable[..., Case]) -> None:
    text = (
        "政府工作报告\n今年以来，全市地区生产总值增长5.6%，一般公共预算收入增长3.2%。新增上市公司4家，建成泊位3个。\n"
        "今年重点抓好两个方面：\n（一）扩大内需。市商务局牵头，市发展和改革委员会配合。\n（二）发展产业。市经济和信息化局牵头。\n谢谢大家！"
    )
    assert check(case_of(text)) == ()


def test_findings_come_in_reading_order(case_of: Callable[..., Case]) -> None:
    text = (
        "责任单位：市住房和城乡规设局。部署三项任务：一是修路；二是架桥；三是通水；四是送电。\n"
        "新登记个体户6.3万户新认定企业52家。"
    )
    kinds = [finding.kind for finding in check(case_of(text))]
    assert kinds == [FindingKind.UNKNOWN_BODY, FindingKind.COUNT, FindingKind.RUN_ON]

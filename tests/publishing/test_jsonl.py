"""JSON Lines: the keys that programs rely on, exact numbers, evidence that can be checked."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from cases import TEXT, make_case

from luoshi.model import Case, Figure, Finding, FindingKind, Measure, Programme, Records, Span
from luoshi.publishing.jsonl import TYPES, encode, finding_line, lines
from luoshi.record_ids import record_ids


def read_back(case: Case) -> list[dict[str, Any]]:
    return [json.loads(encode(line)) for line in lines(case)]


def only(case: Case, kind: str) -> list[dict[str, Any]]:
    return [line for line in read_back(case) if line["type"] == kind]


def without_pages(case: Case) -> Case:
    return replace(case, document=replace(case.document, pages=(), regions=()))


def test_every_record_has_a_line_of_its_type_in_the_order_of_types() -> None:
    kinds = [line["type"] for line in read_back(make_case(figures=2))]
    assert kinds == [*TYPES, "finding"]


def test_a_figure_has_the_keys_of_the_contract() -> None:
    figure = only(without_pages(make_case()), "figure")[0]
    assert {key: figure[key] for key in figure if key not in ("text", "evidence_parts", "mentions", "evidence")} == {
        "type": "figure",
        "doc": "report",
        "id": record_ids(make_case()).figures[0],
        "start": 14,
        "end": 23,
        "indicator": "粮食产量",
        "measure": "level",
        "value": 33.3333,
        "high": 100,
        "unit": "万吨",
        "bound": "about",
        "status": "target",
        "period": "2025",
        "place": "青川市",
        "base": "2020",
        "indicator_id": "grain-output",
        "value_text": TEXT[14:23],
        "programme": "丰收计划",
    }


def test_every_line_has_an_id_of_its_own_that_begins_as_its_document_s() -> None:
    ids = [line["id"] for line in read_back(make_case(figures=5))]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith(ids[0]) for id_ in ids)


def test_a_torn_sentence_gives_the_part_with_the_number_and_all_parts() -> None:
    figure = only(make_case(), "figure")[0]
    assert figure["evidence"] == [5, 33]
    assert figure["evidence_parts"] == [[5, 33], [37, 47]]
    assert figure["text"] == TEXT[5:33] + TEXT[37:47]
    assert figure["mentions"] == [[40, 43], [43, 45]]


def test_a_whole_sentence_gives_no_parts() -> None:
    case = make_case(figures=3)
    figure = next(line for line in only(case, "figure") if line["indicator"] == "单产0")
    assert figure["evidence"] == [37, 47]
    assert figure["text"] == TEXT[37:47]
    assert not {"evidence_parts", "mentions", "relation", "programme"} & set(figure)


def test_a_target_without_a_number_has_null_and_its_relation() -> None:
    (target,) = only(make_case(), "target")
    assert (target["indicator"], target["value"], target["relation"]) == ("单产", None, "和全省同步")


def test_figures_stand_in_the_order_of_the_text() -> None:
    case = make_case(figures=5)
    case.records.figures.reverse()
    starts = [line["start"] for line in only(case, "figure")]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0.1", "0.1"),
        ("33.3333", "33.3333"),
        ("-3.8", "-3.8"),
        ("1E+3", "1000"),
        ("0.10", "0.10"),
        ("1E-7", "0.0000001"),
    ],
)
def test_numbers_are_written_digit_by_digit(written: str, expected: str) -> None:
    assert encode({"value": Decimal(written)}) == f'{{"value": {expected}}}'


def test_long_numbers_lose_nothing() -> None:
    digits = "123456789012345678901234567890.123456789"
    line = encode({"value": Decimal(digits)})
    assert json.loads(line, parse_float=Decimal)["value"] == Decimal(digits)


def test_a_line_is_one_line_in_chinese() -> None:
    line = encode({"text": "增长\n5%\u2028“好”"})
    assert "增长" in line
    assert "\n" not in line
    assert json.loads(line) == {"text": "增长\n5%\u2028“好”"}


def test_damage_has_the_keys_of_its_kind() -> None:
    document = make_case().document

    def line(kind: FindingKind, *spans: Span) -> dict[str, Any]:
        return finding_line(document, Finding(kind, spans, "", ""), "x-1")

    repeated = line(FindingKind.REPEATED, Span(30, 40), Span(0, 10))
    assert (repeated["start"], repeated["end"]) == (30, 40)
    assert "at" not in repeated
    broken = line(FindingKind.BROKEN, Span(5, 33), Span(37, 47))
    assert (broken["at"], broken["continues"]) == (33, 37)
    cut = line(FindingKind.CUT, Span(40, 47))
    assert cut["at"] == 47
    assert "continues" not in cut


def test_a_finding_says_what_and_where() -> None:
    finding = only(without_pages(make_case()), "finding")[1]
    assert finding == {
        "type": "finding",
        "id": record_ids(make_case()).findings[1],
        "doc": "report",
        "kind": "unknown-body",
        "start": 0,
        "end": 2,
        "spans": [[0, 2]],
        "message": "查无此机构。",
        "message_en": "No such body.",
        "expected": "市农业农村局",
        "confidence": 0.7,
    }


def test_a_record_of_a_document_with_pages_says_where_it_stands() -> None:
    figure = only(make_case(), "figure")[0]
    assert figure["page"] == 2
    (region,) = figure["regions"]
    assert (region["page"], region["confidence"]) == (2, 0.75)
    assert region["box"] == pytest.approx([0.3571, 0.2, 0.6143, 0.22], abs=1e-4)
    assert not any("page" in line for line in read_back(without_pages(make_case())))


def test_a_document_says_how_many_pages_it_has_what_was_corrected_and_what_came_with_it() -> None:
    (document,) = only(make_case(), "document")
    assert (document["pages"], document["corrections"]) == (2, [[5, 7, "兮年"]])
    assert document["metadata"] == {"来源": "日报"}


def test_metadata_says_where_it_was_found() -> None:
    (document,) = only(make_case(), "document")
    assert (document["date"], document["date_origin"]) == ("2025-03", "given")
    assert (document["issuer"], document["issuer_origin"]) == (None, None)


def test_the_first_programme_that_names_a_figure_is_its_programme() -> None:
    span = Span(39, 47)
    figure = Figure("单产", Measure.CHANGE, Decimal("0.10"), "个百分点", span, (span,))
    programmes = [Programme("丰收计划", (Span(0, 4),), (span,)), Programme("沃土工程", (Span(0, 4),), (span,))]
    case = replace(make_case(), records=Records(figures=[figure], programmes=programmes))
    assert only(case, "figure")[0]["programme"] == "丰收计划"


def test_every_line_has_a_document_a_start_and_an_end() -> None:
    for line in read_back(make_case(figures=4)):
        assert line["doc"] == "report"
        assert 0 <= line["start"] <= line["end"] <= len(TEXT)

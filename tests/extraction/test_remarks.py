"""Who says what, directly or reported, over how many paragraphs."""

from __future__ import annotations

import pytest

from luoshi.extraction import remarks
from luoshi.extraction.people import find_people
from luoshi.flows import plain_flow
from luoshi.model import Document, Remark


def read(text: str) -> list[Remark]:
    document = Document("t", "t", text, "")
    return find_people(document, plain_flow(document))[1]


def written(text: str) -> list[tuple[object, ...]]:
    return [(r.speaker, r.direct, *(span.of(text) for span in r.words)) for r in read(text)]


@pytest.mark.parametrize(("text", "expected"), remarks.EXAMPLES)
def test_remarks_of_each_example(text: str, expected: tuple[tuple[object, ...], ...]) -> None:
    assert written(text) == list(expected)


def test_the_evidence_is_the_sentence_that_names_the_speaker() -> None:
    text = "会场很静。区长林平表示，将抓好落实。大家鼓掌。"
    assert [span.of(text) for span in read(text)[0].evidence] == ["区长林平表示，将抓好落实。"]


def test_he_is_who_spoke_last() -> None:
    text = "区长林平说，要抓项目。\n县长陈明说，要抓产业。\n他表示，将抓细。"
    assert [remark.speaker for remark in read(text)] == ["林平", "陈明", "陈明"]


def test_a_heading_ends_what_was_said() -> None:
    text = "区长林平表示，将抓好落实。\n抓住实体经济\n持续推动项目建设。"
    assert written(text) == [("林平", False, "将抓好落实。")]


def test_another_subject_ends_what_was_said() -> None:
    text = "区长林平表示，将抓好落实。\n全会指出，要抢抓机遇，乘势而上，再接再厉，不断开创发展的崭新局面。"
    assert written(text) == [("林平", False, "将抓好落实。")]


def test_the_next_speakers_quotation_is_not_the_last_ones() -> None:
    text = "区长林平表示，将抓好落实。\n“信心很足。”县长陈明说。"
    assert written(text) == [("林平", False, "将抓好落实。"), ("陈明", True, "信心很足。")]


def test_quotations_inside_a_quotation_belong_to_it() -> None:
    text = "“提出‘水岸’计划和“一河两岸”格局，鼓舞人心。”区长林平说。"
    assert written(text) == [("林平", True, "提出‘水岸’计划和“一河两岸”格局，鼓舞人心。")]


def test_presenting_a_thing_is_not_speaking() -> None:
    assert read("区长林平介绍有关情况并回答提问。") == []

"""Who undertakes what."""

from __future__ import annotations

import pytest
from page_cases import Draft, small_case

from luoshi.model import Person, Remark
from luoshi.publishing.undertakings import EXAMPLES, shorten, shorten_middle, undertakings


@pytest.mark.parametrize(("words", "limit", "short"), EXAMPLES)
def test_words_are_cut_at_a_clause_border(words: str, limit: int, short: str) -> None:
    assert shorten(words, limit) == short


def test_long_quotation_keeps_both_ends() -> None:
    assert shorten_middle("甲" * 40 + "乙" * 40, 30) == "甲" * 20 + "……" + "乙" * 10


def test_commitment_inside_a_remark_belongs_to_its_speaker() -> None:
    duties = undertakings(small_case())
    assert [(voice.person.name, len(voice.commitments)) for voice in duties.voices] == [("方立", 1)]


def test_commitment_of_a_named_body_stands_under_it() -> None:
    assert [name for name, _ in undertakings(small_case()).actors] == ["东沟区"]


def test_commitments_of_the_document_stand_under_themes_with_checkable_ones_first() -> None:
    draft = Draft("完善义务教育体系。新建义务教育学校5所。")
    draft.commitment("完善义务教育体系", theme="education")
    checkable = draft.commitment("新建义务教育学校5所", checkable=True, theme="education")
    ((theme, items),) = undertakings(draft.case()).themes
    assert theme.key == "education"
    assert items[0] is checkable


def test_person_who_says_nothing_is_only_named() -> None:
    draft = Draft("方立主持会议。林川说,抓紧开工。")
    draft.records.people += [
        Person("方立", (), (draft.span("方立"),)),
        Person("林川", (), (draft.span("林川"),)),
    ]
    draft.records.remarks.append(Remark("林川", False, (draft.span("抓紧开工"),), (draft.span("林川说"),)))
    duties = undertakings(draft.case())
    assert [voice.person.name for voice in duties.voices] == ["林川"]
    assert [person.name for person in duties.silent] == ["方立"]

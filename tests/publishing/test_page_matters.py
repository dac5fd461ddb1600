"""What to check."""

from __future__ import annotations

from page_cases import Draft

from luoshi.model import FindingKind, Span
from luoshi.publishing.matters import around_break, matters, number_of_matters, strip


def draft() -> Draft:
    made = Draft("甲乙丙丁。甲乙丙丁。甲乙丙丁。前面断了\n后面接着说下去。")
    for nth in (1, 2):
        made.finding(FindingKind.REPEATED, made.span("甲乙丙丁。", nth), made.span("甲乙丙丁。"))
    made.finding(FindingKind.BROKEN, made.span("断了"), made.span("后面"))
    made.finding(FindingKind.COUNT, made.span("丙丁"), confidence=0.4)
    made.finding(FindingKind.COUNT, made.span("甲乙"), confidence=0.9)
    return made


def test_checks_come_before_damage_and_repetitions_last() -> None:
    kinds = [matter.kind for matter in matters(draft().findings)]
    assert kinds == [FindingKind.COUNT, FindingKind.BROKEN, FindingKind.REPEATED]


def test_surest_finding_comes_first() -> None:
    assert [f.confidence for f in matters(draft().findings)[0].findings] == [0.9, 0.4]


def test_all_repetitions_count_as_one_thing_to_look_at() -> None:
    assert number_of_matters(draft().findings) == 4


def test_repeated_characters_are_counted() -> None:
    assert matters(draft().findings)[-1].characters == 10


def test_break_is_quoted_without_leaving_its_lines() -> None:
    made = draft()
    around = around_break(made.findings[2], made.text)
    assert around is not None
    assert around[0].of(made.text) == "甲乙丙丁。甲乙丙丁。甲乙丙丁。前面断了"[-14:]
    assert around[1].of(made.text) == "后面接着说下去。"


def test_strip_places_a_repetition_by_its_share_of_the_text() -> None:
    made = Draft("一二三四五六七八九十")
    made.finding(FindingKind.REPEATED, Span(5, 10), Span(0, 5))
    assert strip(made.findings, 10) == [(500.0, 500.0, "r")]

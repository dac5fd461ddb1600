"""Texts that no writer writes do not hold people, programmes and commitments up: each would take minutes if some rule
looked at the rest of the text once more for every word of it.
"""

from __future__ import annotations

import pytest

from luoshi.extraction.accomplishments import find_accomplishments
from luoshi.extraction.commitments import find_commitments
from luoshi.extraction.mentions import in_repetitions, occurrences
from luoshi.extraction.people import find_people
from luoshi.extraction.programmes import find_programmes
from luoshi.extraction.undertakings import explains
from luoshi.flows import plain_flow
from luoshi.model import Document, Flow, Piece, Repetition, Span

SIZE = 30_000


def name(number: int) -> str:
    """A name of its own for each number, without digits or numerals."""
    return "".join("山水云天海江河湖林田"[int(digit)] for digit in f"{number:05d}")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("今年是“十五五”开局之年，也是实现目标的关键一年。", True),
        ("我市处于重要战略机遇期；", True),
        ("我们完全有条件实现这个目标。", True),
        ("这些目标经过了测算。", True),
        ("今年是收官之年，重点抓好三件事：补齐短板的关键一年。", False),  # tasks behind a colon
        ("推动重点产业建设，争取用好这一年。", False),
        ("但是重要的一年。", False),
        ("加快建设重要枢纽。", False),
    ],
)
def test_sentences_that_explain(sentence: str, expected: bool) -> None:
    assert explains(sentence, 0, len(sentence)) is expected


def test_a_sentence_that_goes_on_and_on_may_explain() -> None:
    text = "今年是" + "重要，" * SIZE * 5
    assert not explains(text, 0, len(text))
    text += "一年。"
    assert explains(text, 0, len(text))


def test_one_name_with_very_many_posts() -> None:
    text = "".join(f"{name(n)}局局长王明说，要抓好。" for n in range(SIZE // 3))
    (person,), _ = find_people(Document("t", "t", text, ""), plain_flow(Document("t", "t", text, "")))
    assert len(person.posts) == SIZE // 3


def test_a_post_that_only_shortens_another_is_left_out_among_others() -> None:
    text = "省长林君讲话。山东省省长林君说，要抓好。临江市委书记林君说，要抓好。"
    (person,), _ = find_people(Document("t", "t", text, ""), plain_flow(Document("t", "t", text, "")))
    assert [post.name for post in person.posts] == ["山东省省长", "临江市委书记"]


def test_empty_lines_after_a_speaker() -> None:
    text = "市长王明说，要抓好。" + "\n" * SIZE * 10 + "会议结束。他说，要抓实。"
    people, remarks = find_people(Document("t", "t", text, ""), plain_flow(Document("t", "t", text, "")))
    assert len(people) == 1
    assert remarks[-1].words == (Span(len(text) - 4, len(text)),)


def test_very_many_programmes_in_a_row() -> None:
    document = Document("t", "t", "实施" + "、".join(f"{name(n)}增收计划" for n in range(SIZE)) + "。", "")
    assert len(find_programmes(document, plain_flow(document), [])) == SIZE


def test_very_many_programmes_with_verbs_in_a_row() -> None:
    document = Document("t", "t", "、".join(f"{name(n)}实施{name(n)}计划" for n in range(SIZE // 3)) + "。", "")
    assert len(find_programmes(document, plain_flow(document), [])) >= SIZE // 3


def test_a_programme_that_is_named_in_every_clause() -> None:
    document = Document("t", "t", "实施服务直通计划，" + "服务直通计划，" * SIZE, "")
    (programme,) = find_programmes(document, plain_flow(document), [])
    assert len(programme.mentions) == SIZE + 1


def test_very_many_names_that_begin_alike() -> None:
    names = [f"数字{name(n)}" for n in range(SIZE)]
    assert [found for _, found in occurrences("，".join(names), names)] == names


def test_very_many_repetitions_and_names() -> None:
    names = [f"数字{name(n)}" for n in range(SIZE // 3)]
    text = "，".join(names)
    rows = tuple(Repetition(Span(at, at + 8), Span(0, 8)) for at in range(0, len(text) - 8, 8))
    flow = Flow(text[:8], (Piece(0, 0, 8),), rows)
    found = list(in_repetitions(Document("t", "t", text, ""), flow, names))
    assert len(found) == len(rows)


def test_very_many_clauses_where_tasks_are_set() -> None:
    document = Document("t", "t", "二、2026年工作安排\n" + "力争推进建设，" * SIZE, "")
    flow = plain_flow(document)
    assert len(find_commitments(document, flow, [], [], [])) >= SIZE


@pytest.mark.parametrize(
    "shape",
    [
        "由市水务局牵头，改造管网，",
        "改造管网（牵头单位：市水务局），",
        "改造管网。\n牵头单位：市水务局\n",
        "改造管网。（市水务局负责）",
    ],
)
def test_very_many_notes_that_name_bodies(shape: str) -> None:
    document = Document("t", "t", "二、2026年工作安排\n" + shape * SIZE, "")
    assert find_commitments(document, plain_flow(document), [], [], [])[0].lead == ("市水务局",)


def test_very_many_results() -> None:
    document = Document("t", "t", "一、2025年工作回顾\n" + "已建成绿道，" * SIZE, "")
    assert len(find_accomplishments(document, plain_flow(document), [], [])) == SIZE

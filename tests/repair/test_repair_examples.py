"""The examples that stand beside the rules of repair."""

from __future__ import annotations

import pytest

from luoshi.model import Span
from luoshi.repair import cues, endings, likeness, loops, seams
from luoshi.repair.paragraphs import Paragraph

SAYS = {
    "open": cues.is_open,
    "closed": lambda text: not cues.is_open(text) and text[-1] not in cues.LEAD_IN,
    "lead-in": lambda text: not cues.is_open(text) and text[-1] in cues.LEAD_IN,
    "label": cues.is_label,
    "furniture": cues.is_furniture,
    "date": cues.is_date,
    "signature": cues.is_signature,
    "credit": cues.is_credit,
    "counter": lambda text: cues.after_counter(text) > 0,
    "heading": cues.is_heading,
    "counted prose": lambda text: cues.is_counted_prose(text) and not cues.is_heading(text),
}


@pytest.mark.parametrize(("text", "kind"), cues.EXAMPLES)
def test_line_is_what_its_words_say(text: str, kind: str) -> None:
    assert SAYS[kind](text)


@pytest.mark.parametrize("text", [text for text, kind in cues.EXAMPLES if kind in ("open", "counted prose")])
def test_line_of_text_is_no_furniture(text: str) -> None:
    assert not (cues.is_furniture(text) or cues.is_label(text) or cues.is_date(text) or cues.is_signature(text))


@pytest.mark.parametrize(("text", "again"), loops.EXAMPLES)
def test_loops_of_a_line(text: str, again: tuple[tuple[int, int], ...]) -> None:
    assert tuple(tuple(span) for span, _ in loops.find_loops(text)) == again


@pytest.mark.parametrize(("one", "other", "differing"), likeness.EXAMPLES)
def test_likeness_of_two_readings(one: str, other: str, differing: int | None) -> None:
    assert likeness.differences(one, other) == differing
    assert likeness.differences(other, one) == differing


@pytest.mark.parametrize(("lines", "stops"), endings.EXAMPLES)
def test_ending_of_a_text(lines: tuple[str, ...], stops: int | None) -> None:
    texts = [Paragraph(line, Span(0, len(line)), (Span(0, len(line)),)) for line in lines]
    at = endings.find_cut(texts, ())
    assert (None if at is None else len(lines[at])) == stops


@pytest.mark.parametrize(("head", "tail", "other"), seams.EXAMPLES)
def test_tail_reads_better_than_another_paragraph(head: str, tail: str, other: str) -> None:
    scores = seams.Seams([])
    assert scores.score(head, tail, 2) > scores.score(head, other, 2) + 1


def test_near_tail_and_tail_without_indent_are_likelier() -> None:
    scores = seams.Seams([])
    head, tail, _ = seams.EXAMPLES[0]
    assert scores.score(head, tail, 1) > scores.score(head, tail, 9)
    assert scores.score(head, tail, 1, indented=False) > scores.score(head, tail, 1, indented=True)


def test_words_of_the_document_itself_count() -> None:
    head, tail = "大家说，要把临岸", "珑塔的故事讲下去，讲给更多的人听。"
    assert (
        seams.Seams(["临岸珑塔是一座古塔，临岸珑塔下有一条老街。"]).words(head, tail)
        > seams.Seams([]).words(head, tail) + 1
    )

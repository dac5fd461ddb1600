"""The flow: what it keeps, what it joins, and the way back to the document."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from repair_prose import CLAUSES, PARAGRAPHS, document

from luoshi.model import Block, BlockKind, Document, FindingKind, Flow, Piece, Span
from luoshi.repair import repair


def check_pieces(text: str, flow: Flow) -> None:
    """Each character of the flow is the document's where a piece says so, and a line feed elsewhere."""
    at = 0
    for piece in flow.pieces:
        assert piece.length > 0 or text == ""
        assert piece.flow >= at
        assert flow.text[at : piece.flow].strip("\n") == ""
        assert flow.text[piece.flow : piece.flow + piece.length] == text[piece.start : piece.start + piece.length]
        at = piece.flow + piece.length
    assert flow.text[at:].strip("\n") == ""
    used = sorted((piece.start, piece.start + piece.length) for piece in flow.pieces)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(used)), "no character twice"


WORDS = st.sampled_from(
    [*CLAUSES, *PARAGRAPHS, "，", "。", "“", "”", "（三）", "要点七:", "12", "\t", "\u3000", "本报记者"]
)
LINES = st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=6).map("".join)
TEXTS = st.lists(
    st.tuples(LINES, st.integers(1, 6), st.sampled_from(["\n", "\n\n", "\r\n", "", "\u2028"])).map(
        lambda row: (row[0] + row[2]) * row[1]
    ),
    max_size=12,
).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_repair_of_any_text(text: str) -> None:
    flow, found = repair(document(text))
    check_pieces(text, flow)
    for finding in found:
        assert finding.message
        assert finding.message_en
        assert 0 <= finding.confidence <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)
        if finding.kind is FindingKind.BROKEN:
            assert finding.spans[0].end <= finding.spans[1].start
    for row in flow.repetitions:
        assert 0 <= row.original.start < row.original.end <= len(text)
        assert row.original.start < row.span.start < row.span.end <= len(text)


@st.composite
def clean_texts(draw: st.DrawFn) -> str:
    """Paragraphs of clauses that are each said once."""
    clauses = draw(st.permutations(CLAUSES))
    paragraphs = []
    while clauses:
        size = draw(st.integers(2, 5))
        paragraphs.append("，".join(clauses[:size]) + "。")
        clauses = clauses[size:]
    return draw(st.sampled_from(["\n", "\n\n", "\r\n\u3000\u3000"])).join(paragraphs)


@settings(deadline=None)
@given(clean_texts())
def test_clean_text_is_read_as_it_stands(text: str) -> None:
    flow, found = repair(document(text))
    assert found == ()
    assert (flow.text, flow.pieces, flow.repetitions) == (text, (Piece(0, 0, len(text)),), ())


@settings(deadline=None)
@given(clean_texts(), st.data())
def test_second_copy_of_any_paragraph_is_left_out(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    long = [at for at, line in enumerate(lines) if len(line.strip()) > 32]
    if not long:
        return
    at = data.draw(st.sampled_from(long))
    to = data.draw(st.integers(at + 1, len(lines)))
    damaged = "\n".join([*lines[:to], lines[at].strip(), *lines[to:]])
    flow, found = repair(document(damaged))
    assert [finding.kind for finding in found] == [FindingKind.REPEATED]
    assert flow.text.split() == text.split()


def wrapped(paragraph: str, width: int) -> str:
    return "\n".join(paragraph[at : at + width] for at in range(0, len(paragraph), width))


@pytest.mark.parametrize("width", [16, 23, 30])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n", "\u3000\u3000")])
def test_lines_that_the_width_ended_are_joined(width: int, between: str, indent: str) -> None:
    text = between.join(wrapped(indent + paragraph, width) for paragraph in PARAGRAPHS)
    flow, found = repair(document(text))
    assert found == ()
    assert [line.strip() for line in flow.text.splitlines() if line.strip()] == list(PARAGRAPHS)
    check_pieces(text, flow)


@pytest.mark.parametrize("ends", ["\r\n", "\r\r\n", "\n\n"])
def test_wide_lines_among_many_headings_are_joined_whatever_ends_them(ends: str) -> None:
    headings = [f"（{number}）推进第{number}项重点改革，激发发展活力" for number in "一二三四五六七八"]
    parts = [part for pair in zip(headings, PARAGRAPHS, strict=False) for part in pair]
    text = "\n\n".join(wrapped(part, 60) for part in parts).replace("\n", ends)
    flow, found = repair(document(text))
    assert found == ()
    assert [line.strip() for line in flow.text.splitlines() if line.strip()] == parts
    check_pieces(text, flow)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_items_of_one_length_are_left(between: str) -> None:
    bodies = [
        "发展改革局",
        "生态环境局",
        "文化旅游局",
        "交通运输局",
        "农业农村局",
        "医疗保障局",
        "市场监管局",
        "退役军人局",
    ]
    text = between.join(f"由市{body}牵头负责的项目建设任务" for body in bodies)
    assert repair(document(text))[0].text == text


def test_copy_in_lines_that_the_width_ended() -> None:
    text = "\n\n".join(wrapped(paragraph, 23) for paragraph in (*PARAGRAPHS, PARAGRAPHS[2]))
    flow, found = repair(document(text))
    assert [finding.spans[0].of(text) for finding in found] == [wrapped(PARAGRAPHS[2], 23)]
    assert [line for line in flow.text.splitlines() if line] == list(PARAGRAPHS)


def test_lines_of_differing_length_are_left() -> None:
    text = "\n".join(part for paragraph in PARAGRAPHS for part in paragraph.replace("，", "，\n").splitlines())
    flow, _ = repair(document(text))
    assert flow.text.count("\n") > text.count("\n") // 2


def test_headings_of_the_markup_are_no_torn_paragraphs() -> None:
    heading = "在转型中奋起，向改革要动力，以实干求实效"
    text = "\n".join([PARAGRAPHS[0], heading, *PARAGRAPHS[1:4]])
    at = text.index(heading)
    block = Block(BlockKind.HEADING, Span(at, at + len(heading)), level=2)
    _, found = repair(Document("t", "-", text, "", media_type="text/html", blocks=(block,)))
    assert found == ()


HOSTILE = {
    "empty": "",
    "blank": " \n\u3000\n\r\n\t",
    "line feeds": "\n" * 300_000,
    "one letter": "一" * 300_000,
    "commas": "，" * 100_000,
    "digits": "7" * 10_000,
    "one line": "，".join(CLAUSES) * 300,
    "equal paragraphs": (PARAGRAPHS[0] + "\n") * 20_000,
    "equal short lines": "稳住工业\n" * 20_000,
    "open paragraphs": "".join(f"{clause}，{number}号工程\n" for number in range(200) for clause in CLAUSES),
    "brackets": "（“《" * 50_000,
    "lone surrogate": "\ud800" + PARAGRAPHS[0] + "\n\udfff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    text = HOSTILE[name]
    flow, _ = repair(document(text))
    check_pieces(text, flow)

"""A figure in a repeated stretch is a further mention of the first, not a second record."""

from __future__ import annotations

from luoshi.extraction.figures import find_figures
from luoshi.model import Document, Flow, Origin, Piece, Repetition, Span, Stated

FIRST = "全市开通公交专线85条，新增停车位1.2万个。"
SLIPPED = "全市开通公交专线85条，新增加停车位1.2万个。"


def figures_of(text: str, repetitions: tuple[Repetition, ...]) -> list[tuple[str, list[str]]]:
    document = Document("t", "t", text, "", date=Stated("2026-01-20", Origin.GIVEN))
    flow = Flow(FIRST, (Piece(0, 0, len(FIRST)),), repetitions)
    return [(f.span.of(text), [m.of(text) for m in f.mentions]) for f in find_figures(document, flow)]


def test_exact_repetition() -> None:
    text = f"{FIRST}\n{FIRST}\n{FIRST}"
    n = len(FIRST) + 1
    spans = [Span(n, n + len(FIRST)), Span(2 * n, 2 * n + len(FIRST))]
    again = tuple(Repetition(span, Span(0, len(FIRST))) for span in spans)
    assert figures_of(text, again) == [("85条", ["85条", "85条"]), ("1.2万个", ["1.2万个", "1.2万个"])]


def test_repetition_read_with_a_slip() -> None:
    text = f"{FIRST}\n{SLIPPED}"
    again = Repetition(Span(len(FIRST) + 1, len(text)), Span(0, len(FIRST)))
    assert figures_of(text, (again,)) == [("85条", ["85条"]), ("1.2万个", ["1.2万个"])]


def test_number_lost_in_the_repetition_is_no_mention() -> None:
    text = f"{FIRST}\n{FIRST.replace('85', '8S')}"
    again = Repetition(Span(len(FIRST) + 1, len(text)), Span(0, len(FIRST)))
    assert figures_of(text, (again,)) == [("85条", []), ("1.2万个", ["1.2万个"])]

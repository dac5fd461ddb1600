"""Between the repaired reading order and the document: where a stretch of a flow lies in the text as it was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from luoshi.model import Document, Flow, Piece, Span


def plain_flow(document: Document) -> Flow:
    """The document read just as it stands."""
    return Flow(document.text, (Piece(0, 0, len(document.text)),))


def rebuilt(text: str, pieces: Iterable[Piece]) -> str:
    """The text of a flow by its pieces of ``text``, with line feeds where repair put any; without pieces the text itself.

    Line feeds after the last piece are not in it.
    """
    parts: list[str] = []
    reached = 0
    for piece in pieces:
        parts.append("\n" * (piece.flow - reached))
        parts.append(text[piece.start : piece.start + piece.length])
        reached = piece.flow + piece.length
    return "".join(parts) if parts else text


class Locator:
    """Turns spans of a flow's text into spans of the document's text."""

    def __init__(self, flow: Flow) -> None:
        self._pieces = flow.pieces
        self._starts = [piece.flow for piece in flow.pieces]
        first = flow.pieces[0] if flow.pieces else Piece(0, 0, 0)
        self._identity = len(flow.pieces) == 1 and first.flow == first.start

    def first(self, start: int, end: int) -> Span | None:
        """The first of the spans; ``None`` where there is none."""
        if self._identity:
            return Span(start, end)
        return next(iter(self(start, end)), None)

    def __call__(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans of the document that ``flow.text[start:end]`` is made of, in reading order.

        More than one where damage tore the words apart; characters that repair added belong to none.
        """
        if self._identity:
            return (Span(start, end),)
        spans: list[Span] = []
        for piece in self._pieces[max(bisect_right(self._starts, start) - 1, 0) :]:
            if piece.flow >= end:
                break
            low, high = max(start, piece.flow), min(end, piece.flow + piece.length)
            if low < high:
                spans.append(Span(piece.start + low - piece.flow, piece.start + high - piece.flow))
        return tuple(spans)

"""Further mentions: where a record of a first stretch stands again in a stretch that repeats it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from luoshi.model import Figure, Repetition, Span

_DRIFT = 24  # characters by which a repeated stretch, read with slips, may run ahead or behind


def add_mentions(text: str, figures: Sequence[Figure], repetitions: Sequence[Repetition]) -> None:
    """Gives each figure (ascending by span) the spans where its words stand again in ``text``."""
    starts = [figure.span.start for figure in figures]
    for repetition in repetitions:
        original = repetition.original
        for figure in figures[bisect_left(starts, original.start) : bisect_left(starts, original.end)]:
            again = _again(text, figure.span, repetition)
            if again is not None:
                figure.mentions = (*figure.mentions, again)


def _again(text: str, span: Span, repetition: Repetition) -> Span | None:
    words = span.of(text)
    expected = repetition.span.start + span.start - repetition.original.start
    if not text.startswith(words, expected):
        low = max(repetition.span.start, expected - _DRIFT)
        expected = text.find(words, low, min(repetition.span.end, expected + _DRIFT + len(words)))
    if expected < repetition.span.start or expected + len(words) > repetition.span.end:
        return None
    return Span(expected, expected + len(words))

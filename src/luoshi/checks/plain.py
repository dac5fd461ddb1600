"""Figures that speak of the whole of their place: nothing but time and place stands before the indicator's name."""

from __future__ import annotations

import re

from luoshi.catalogue import either, words
from luoshi.checks.reading import clause_end, clause_start
from luoshi.extraction.normal import normal
from luoshi.model import Figure, Span, Status

LEAST_NAME = 4  # characters; shorter names (投资, 项目) are of many things
_WINDOW = 60  # characters around an indicator and its number
_SCOPE = "|".join(words("checks", "leading"))
_LEADING = {
    Status.ACTUAL: re.compile(f"(?:{_SCOPE}|{either('checks', 'leading_results')})+"),
    Status.TARGET: re.compile(f"(?:{_SCOPE}|{either('checks', 'leading_targets')})+"),
}
_SUMMED = re.compile("|".join(words("checks", "summed")))


class Plain:
    """Says of the figures of a text which are plain."""

    def __init__(self, text: str, figures: list[Figure]) -> None:
        self._text = text
        self._named = _named(figures)

    def __call__(self, figure: Figure, least: int = LEAST_NAME) -> bool:
        """Whether nothing but time and place narrows the indicator, and the number is no sum over years.

        Names shorter than ``least`` characters never are.
        """
        leader = self._named.get(figure.span)
        span = leader.indicator_span if leader else None
        if span is None or span.end - span.start < least or not 0 <= figure.span.start - span.end < _WINDOW:
            return False
        offset = max(span.start - _WINDOW, 0)
        window = normal(self._text[offset : figure.span.end + _WINDOW])
        name, number = span.start - offset, figure.span.end - offset
        start = clause_start(window, name)
        leading = _LEADING[figure.status].match(window, start, name)
        clauses = window[start : clause_end(window, number)]
        return (leading.end() if leading else start) == name and not _SUMMED.search(clauses)


def _named(figures: list[Figure]) -> dict[Span, Figure]:
    """For each figure, by its span, the one in its sentence beside which the indicator is named (总值5120亿元、增长6%)."""
    named: dict[Span, Figure] = {}
    before: Figure | None = None
    for figure in figures:
        leader = named.get(before.span) if before and before.evidence == figure.evidence else None
        if figure.indicator_span is not None:
            named[figure.span] = figure
        elif leader is not None and leader.indicator == figure.indicator:
            named[figure.span] = leader
        before = figure
    return named

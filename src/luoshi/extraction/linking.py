"""What a record's words hold: figures, programmes, what is done to what, a theme."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from luoshi.catalogue.themes import theme_key
from luoshi.extraction.mentions import located
from luoshi.extraction.wording import Wording, taken_apart
from luoshi.flows import Locator
from luoshi.model import Figure, Programme, Span


class Held(NamedTuple):
    """What stands in a stretch of the text; ``span`` and ``evidence`` are where it lies in the document."""

    span: Span
    evidence: tuple[Span, ...]
    figures: tuple[Span, ...]
    programmes: tuple[str, ...]
    wording: Wording
    theme: str


class Linker:
    """Finds what stretches of a flow's text hold."""

    def __init__(self, text: str, locate: Locator, figures: Sequence[Figure], programmes: Sequence[Programme]) -> None:
        self._text, self._locate = text, locate
        self._values = sorted(figure.span for figure in figures)
        self._value_starts = [value.start for value in self._values]
        self._mentions = sorted((span, programme.name) for programme in programmes for span in programme.mentions)
        self._mention_starts = [span.start for span, _ in self._mentions]
        self._sentence = (-1, -1)
        self._evidence: tuple[Span, ...] = ()

    def held(
        self,
        start: int,
        end: int,
        sentence: tuple[int, int],
        subject: str,
        around: tuple[str, str],
        wanted: Callable[[Wording, tuple[Span, ...]], bool] | None = None,
    ) -> Held | None:
        """What ``text[start:end]`` holds, ``None`` where it lies nowhere in the document or is not ``wanted``, by its wording and
        figures.

        ``subject`` is the body that opens the words, ``around`` are words that tell the theme where these do not.
        """
        span = located(self._locate, start, end)
        if span is None:
            return None
        wording, figures = taken_apart(self._text, start, end, subject), self._figures(span)
        if wanted is not None and not wanted(wording, figures):
            return None
        if sentence != self._sentence:
            self._sentence, self._evidence = sentence, self._locate(*sentence)
        return Held(
            span,
            self._evidence,
            figures,
            self._programmes(span),
            wording,
            theme_key(wording.title, *around),
        )

    def _figures(self, span: Span) -> tuple[Span, ...]:
        first = bisect_left(self._value_starts, span.start)
        last = bisect_left(self._value_starts, span.end, first)
        return tuple(value for value in self._values[first:last] if value.end <= span.end) if first < last else ()

    def _programmes(self, span: Span) -> tuple[str, ...]:
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end, first)
        if first == last:
            return ()
        inside = (name for mention, name in self._mentions[first:last] if mention.end <= span.end)
        return tuple(dict.fromkeys(inside))

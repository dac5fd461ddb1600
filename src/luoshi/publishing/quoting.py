"""What the templates use to quote a document and to lead from the page to its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from markupsafe import Markup

from luoshi.model import Case, Figure, Finding, Span
from luoshi.publishing.cards import Card
from luoshi.publishing.matters import around_break
from luoshi.publishing.source_text import DAMAGE, SourceText, merged
from luoshi.publishing.undertakings import Speakers
from luoshi.publishing.words import Bilingual, word

_BORDERS = "，,；;。！？\n"
_BEFORE, _AFTER = 40, 24  # characters of a clause quoted on either side of a number


class Quoting:
    """Quotes one document. The links that it gives out are marked in ``source``."""

    def __init__(self, case: Case, source: SourceText) -> None:
        self._text = case.document.text
        self._source = source
        self._speakers = Speakers(case)
        self._by_span = {figure.span: figure for figure in case.records.figures}
        self._own_place = case.document.place
        self._checked = merged(span for f in case.findings if f.kind not in DAMAGE for span in f.spans)

    def words(self, span: Span) -> str:
        """The document's words."""
        return span.of(self._text)

    def message(self, finding: Finding) -> Bilingual:
        """What a finding says."""
        return Bilingual(finding.message, finding.message_en)

    def number(self, figure: Figure) -> Markup:
        """The attributes of a number's link."""
        return self._source.link(figure.span, figure.evidence, value=True)

    def elsewhere(self, card: Card) -> list[Markup]:
        """The attributes of links to the further places that state a card's main number."""
        places = [(figure.span, figure.evidence) for figure in card.again]
        places += [(span, ()) for figure in (card.main, *card.again) for span in figure.mentions]
        return [self._source.link(span, evidence, value=True, of=card.main.span) for span, evidence in places]

    def at(self, span: Span, evidence: Sequence[Span] = ()) -> Markup:
        """The attributes of a link to any words."""
        return self._source.link(span, evidence)

    def figures(self, spans: Sequence[Span]) -> list[Figure]:
        """The figures whose numbers stand there."""
        return [self._by_span[span] for span in spans if span in self._by_span]

    def speakers(self, card: Card) -> Bilingual:
        """Who states the card's number in their own words, in the order of the text; empty words for nobody."""
        figures = sorted((card.main, *card.again), key=lambda f: f.span.start)
        people = [person.name for figure in figures if (person := self._speakers(figure.span))]
        names = list(dict.fromkeys(people))
        return Bilingual("、".join(names), ", ".join(names))

    def place(self, figure: Figure) -> Bilingual:
        """The place that a figure is about; the document's own where it names none."""
        return Bilingual(figure.place, figure.place) if figure.place else self.own_place()

    def own_place(self) -> Bilingual:
        """The document's own place, by name where that is known."""
        own = self._own_place
        return Bilingual(own.value, own.value) if own else word("labels", "own_place")

    def doubtful(self, figure: Figure) -> bool:
        """Whether one of the checks' findings touches the number."""
        # Of stretches that do not overlap the last one that starts before the number's end reaches furthest.
        index = bisect_left(self._checked, (figure.span.end, 0)) - 1
        return index >= 0 and self._checked[index].end > figure.span.start

    def clause(self, figure: Figure) -> tuple[str, str, str]:
        """The clause around a number: the words before it, the number, the words after it."""
        text, (start, end) = self._text, figure.span
        low = max(text.rfind(mark, max(start - _BEFORE, 0), start) for mark in _BORDERS) + 1
        low = low or max(start - _BEFORE, 0)
        stops = [at for at in (text.find(mark, end, end + _AFTER) for mark in _BORDERS) if at >= 0]
        high = min(stops, default=min(end + _AFTER, len(text)))
        return text[low:start].lstrip("—、 "), text[start:end], text[end:high]

    def around_break(self, finding: Finding) -> tuple[Span, Span] | None:
        """The words on either side of a break in the text; ``None`` for other findings."""
        return around_break(finding, self._text)

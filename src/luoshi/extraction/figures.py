"""Figures: every quantity of a text as a complete record, read clause by clause.

For each quantity the words before it are taken apart (``phrases``), its indicator is completed from the sentence
(``subjects``), its measure comes from the verb (``measures``) and its time from the words beside it or the passage
(``times``, ``context``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from luoshi.extraction import indicators, phrases, word_kinds
from luoshi.extraction.clauses import Reading, Sentence, Words
from luoshi.extraction.context import UNKNOWN, Frame, Frames
from luoshi.extraction.measures import happens, measure_of
from luoshi.extraction.naming import full_name, indicator_id
from luoshi.extraction.no_figures import is_no_figure
from luoshi.extraction.normal import normal
from luoshi.extraction.periods import Calendar, find_periods
from luoshi.extraction.quantity import Kind, Quantity
from luoshi.extraction.reasons import Reasons, reasons_for
from luoshi.extraction.relations import Relation, Relations
from luoshi.extraction.repeated import add_mentions
from luoshi.extraction.subjects import indicator_of, list_names
from luoshi.extraction.tables import find_table_figures
from luoshi.extraction.times import base_of, complete_targets, period_of, relative_to, status_of
from luoshi.extraction.whose import place_of_figure, place_of_sentence
from luoshi.flows import Locator
from luoshi.model import BlockKind, Bound, Document, Figure, Flow, Measure, Span, Status

_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’）]?")
_SALUTATION = re.compile(r"(?:各位|同志们|朋友们|女士们)[^。！]{0,12}！")
_GROWS = re.compile(r"的?(?:正?增长|增速|增幅)(?=[，。、；])")
_WORKED_ON = frozenset(("count", "area", "length"))
_GROWTH = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_READERS = {Kind.RANK: phrases.read_rank, Kind.MULTIPLE: phrases.read_times, Kind.PERCENT: phrases.read_share}
_REMEMBERED = 11  # indicators of a sentence that a later 分别 can still mean, besides the last


def find_figures(document: Document, flow: Flow) -> list[Figure]:
    """The figures of a document in its repaired reading order, with spans of the document's text."""
    reader = _reader(document, flow)
    figures = reader.read()
    cells = [block.span for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    if cells:
        period = reader.first_frame.flow
        figures = _outside(figures, cells) + find_table_figures(document, reader.reading.calendar, period)
    if cells or len(flow.pieces) > 1:
        figures.sort(key=lambda figure: figure.span)
    add_mentions(document.text, figures, flow.repetitions)
    return figures


def explain(document: Document, flow: Flow) -> list[tuple[Figure, Reasons]]:
    """The figures of a document's sentences, each with the rule that gave each of its fields."""
    reasons: list[Reasons] = []
    figures = [figure for figure in _reader(document, flow, reasons).read() if figure.value is not None]
    return list(zip(figures, reasons, strict=True))


def _reader(document: Document, flow: Flow, reasons: list[Reasons] | None = None) -> _Reader:
    calendar = calendar_of(document)
    title = document.title.value if document.title else ""
    own = document.place.value if document.place else ""
    return _Reader(Reading(normal(flow.text), calendar), Locator(flow), own, _first_frame(title, calendar), reasons)


def _outside(figures: list[Figure], cells: list[Span]) -> list[Figure]:
    """The figures that do not lie in a table cell."""
    starts = [cell.start for cell in cells]
    return [f for f in figures if (i := bisect_right(starts, f.span.start)) == 0 or f.span.start >= cells[i - 1].end]


def calendar_of(document: Document) -> Calendar:
    """The year (and month) in which the document speaks, as far as it is known."""
    parts = document.date.value.split("-") if document.date else []
    return Calendar(int(parts[0]) if parts else None, int(parts[1]) if len(parts) > 1 else None)


def _first_frame(title: str, calendar: Calendar) -> Frame:
    """A bulletin says in its title which year it is about; a work report begins with its review of the year before."""
    if "公报" in title:
        for m in find_periods(title, calendar):
            if m.kind == "year":
                return Frame(m.flow, m.stock, str(int(m.flow) - 1), Status.ACTUAL)
    if "政府工作报告" in title and calendar.year:
        return Frame(calendar.shifted(-1), calendar.shifted(-1), calendar.shifted(-2), Status.ACTUAL)
    return UNKNOWN


class _Reader:
    def __init__(
        self, reading: Reading, locate: Locator, own: str, frame: Frame, reasons: list[Reasons] | None = None
    ) -> None:
        self.reasons = reasons
        self.first_frame = frame
        self.reading = reading
        self.locate = locate
        self.own = own
        self.frames = Frames(reading.calendar, frame)
        self.relations = Relations(reading.text)
        self.last_measure: Measure | None = None
        self.unfinished: Sentence | None = None  # the sentence of a line that stops at a comma

    def read(self) -> list[Figure]:
        figures: list[Figure] = []
        at = 0
        for line in self.reading.text.split("\n"):
            stripped = line.strip()
            if stripped:
                figures.extend(self._paragraph(stripped, at + line.index(stripped[0])))
            at += len(line) + 1
        complete_targets(figures)
        return figures

    def _paragraph(self, line: str, start: int) -> Iterator[Figure]:
        reading, frames = self.reading, self.frames
        mentions = relative_to(reading.periods_in(start, start + len(line)), start)
        heading = frames.paragraph(line, mentions)
        before, self.unfinished = self.unfinished, None
        sentences = [m.span() for m in _SENTENCE.finditer(line)]
        first = 1 if len(sentences) > 1 and _SALUTATION.match(line) else 0
        for i, (low, high) in enumerate(sentences):
            if heading:
                frame = frames.frame
            else:
                inside = relative_to(reading.periods_in(start + low, start + high), start + low) if mentions else []
                frame = frames.sentence(line[low:high], inside, first=i == first, last=i == len(sentences) - 1)
            quantities = reading.quantities_in(start + low, start + high)
            if quantities:
                sentence = Sentence(start + low, start + high, frame)
                if i == 0 and before is not None:
                    sentence.topic, sentence.names = before.topic, before.names
                sentence.place, sentence.place_span = place_of_sentence(self.reading.text, sentence, self.own)
                self.unfinished = sentence if line[high - 1] in "，、" else None
                yield from self._sentence(sentence, quantities)
            if frame.status is Status.TARGET and not heading:
                for relation in self.relations.within(start + low, start + high):
                    yield self._without_number(relation, frame, (start + low, start + high))

    def _sentence(self, sentence: Sentence, quantities: list[Quantity]) -> Iterator[Figure]:
        evidence = self.locate(sentence.start, sentence.end)
        i, previous_end = 0, sentence.start
        while i < len(quantities):
            run = [quantities[i]]
            while i + len(run) < len(quantities) and self.reading.continues(run[-1], quantities[i + len(run)]):
                run.append(quantities[i + len(run)])
            i += len(run)
            following = quantities[i].start if i < len(quantities) else sentence.end
            words = self.reading.words_before(sentence, run[0], previous_end)
            left = self._left(run[0], words)
            if is_no_figure(self.reading, run[0], left, words, following):
                continue  # its words belong to the next quantity
            for figure in self._run(sentence, run, words, left, following):
                figure.evidence = evidence
                self.last_measure = figure.measure
                yield figure
            previous_end = run[-1].after

    def _left(self, q: Quantity, words: Words) -> phrases.Left:
        if q.kind is Kind.AMOUNT and q.dimension in _WORKED_ON:
            return phrases.read_work(words.text)
        left = _READERS.get(q.kind, phrases.read_left)(words.text)
        if q.kind is Kind.PERCENT and left.verb in ("", "level", "bound") and _GROWS.match(self.reading.text, q.after):
            left.verb = "rise"  # 保持 10 %以上 | 增长
        return left

    def _run(
        self, sentence: Sentence, run: list[Quantity], words: Words, left: phrases.Left, following: int
    ) -> Iterator[Figure]:
        """The figures of one quantity, or of several that share their words (分别增长 4.2%、5%和5.4%)."""
        if run[0].indicator:
            sentence.rule = "the form of writing"
            yield from (self._figure(sentence, q, phrases.Left("", "level"), q.indicator, words) for q in run)
            return
        if len(run) > 1 and (left.respectively or left.verb not in ("", "bound")):
            names = list_names(sentence, left, len(run))
            if names is not None:
                _share_closing(self.reading.text, run)
                sentence.rule = "list of indicators beside a list of values"
                for q, name in zip(run, names, strict=True):
                    yield self._figure(sentence, q, left, name, words)
                sentence.items, sentence.topic = names, left.subject or sentence.topic
                return
        for n, q in enumerate(run):
            if n:
                words = self.reading.words_before(sentence, q, run[n - 1].after)
                left = left if left.verb and not words.text.strip("、，和") else self._left(q, words)
            if words.linked and not left.verb and q.kind is Kind.PERCENT and "占" not in left.subject:
                left.verb = sentence.moved  # 压减时间 58%、材料 52%
            sentence.moved = left.verb if left.verb in ("rise", "fall") else ""
            stop = run[n + 1].start if n + 1 < len(run) else following
            name = indicator_of(self.reading, sentence, q, left, words, stop)
            if name:
                yield self._figure(sentence, q, left, name, words)

    def _figure(self, sentence: Sentence, q: Quantity, left: phrases.Left, name: str, words: Words) -> Figure:
        measure, value, high = measure_of(q, left, name)
        flow = happens(q, measure, left, name, after_growth=self.last_measure in _GROWTH)
        if words.linked and not left.verb and measure is Measure.LEVEL and not word_kinds.measures(name):
            flow = flow or sentence.happened
        sentence.happened = flow
        period, period_span = period_of(self.reading, sentence, q, flow=flow, average=measure is Measure.AVERAGE_GROWTH)
        if measure in _GROWTH:
            name = indicators.without_growth(name)
        sentence.said.append((q.start, name))
        if name not in sentence.names:
            sentence.names = [*sentence.names[-_REMEMBERED:], name]
        place, place_span, name = place_of_figure(self.reading.text, sentence, name, self.own, (words.start, q.start))
        name = full_name(name)
        subject = indicators.clean(left.subject)
        at = self.reading.text.find(subject, words.start, q.start) if subject else -1
        bound = q.bound or left.bound or Bound.EXACT
        status = status_of(self.reading, sentence, q, period)
        if self.reasons is not None:
            self.reasons.append(reasons_for(self.reading.text, sentence, q, left, period_span))
        return Figure(
            indicator=name,
            measure=measure,
            value=value,
            high=high,
            unit=q.unit,
            bound=bound,
            status=status,
            period=period,
            place=place,
            base=base_of(left.base, self.reading.calendar),
            indicator_id=indicator_id(name),
            span=self.locate(q.start, q.end)[0],
            evidence=(),
            indicator_span=self._first((at, at + len(subject)) if at >= 0 else None),
            period_span=self._first(period_span),
            place_span=self._first(place_span),
        )

    def _without_number(self, relation: Relation, frame: Frame, sentence: tuple[int, int]) -> Figure:
        name = full_name(relation.indicator)
        return Figure(
            indicator=name,
            measure=relation.measure,
            value=None,
            unit="",
            span=self.locate(relation.start, relation.end)[0],
            evidence=self.locate(*sentence),
            status=Status.TARGET,
            period=frame.flow if relation.measure is Measure.GROWTH else frame.stock,
            base=relation.base,
            relation=relation.kind,
            indicator_id=indicator_id(name),
            indicator_span=self._first(relation.subject),
        )

    def _first(self, span: tuple[int, int] | None) -> Span | None:
        found = self.locate(*span) if span else ()
        return found[0] if found else None


def _share_closing(text: str, run: list[Quantity]) -> None:
    """左右 or 以上 behind the last of a list of values holds for all of them where no other has a word of its own."""
    last = run[-1]
    if text[last.end : last.after] in ("左右", "以上") and all(q.bound is None for q in run[:-1]):
        for q in run:
            q.bound = last.bound

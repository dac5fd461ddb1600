"""Figures: every quantity of a text as a complete record, read clause by clause.

For each quantity the words before it are taken apart (``phrases``), its indicator is completed from the sentence
(``subjects``), its measure comes from the verb (``measures``) and its time from the words beside it or the passage
(``times``, ``context``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from luoshi.catalogue import settings
from luoshi.extraction import indicators, phrases, thresholds, word_kinds
from luoshi.extraction.articles import article_starts
from luoshi.extraction.clauses import Reading, Sentence, Words
from luoshi.extraction.context import Frame, Frames, may_shift
from luoshi.extraction.measures import happens, measure_of
from luoshi.extraction.naming import indicator_id, standard
from luoshi.extraction.no_figures import is_no_figure
from luoshi.extraction.notes import notes_of
from luoshi.extraction.quantity import Quantity
from luoshi.extraction.reasons import Reasons, reasons_for
from luoshi.extraction.relations import Relation, Relations
from luoshi.extraction.repeated import add_mentions
from luoshi.extraction.speaking import calendar_of, first_frame
from luoshi.extraction.subjects import OF_AIM, indicator_of, list_names
from luoshi.extraction.tables import find_table_figures
from luoshi.extraction.times import base_of, complete_targets, period_of, status_of
from luoshi.extraction.whose import place_of_figure, place_of_sentence
from luoshi.flows import Locator
from luoshi.model import BlockKind, Bound, Document, Figure, Flow, Measure, Span, Status

_STOP = re.compile(r"[。！？]")
_SALUTATION = re.compile(r"(?:各位|同志们|朋友们|女士们)[^。！]{0,12}！")
_GROWS = re.compile(r"的?(?:正?增长|增速|增幅)(?=[，。、；])")
_WORKED_ON = frozenset(("count", "area", "length"))
# Looked up once, as in ``measures``.
_EXACT, _LEVEL, _GAP, _AVERAGE_GROWTH = Bound.EXACT, Measure.LEVEL, Measure.GAP, Measure.AVERAGE_GROWTH
_GROWTH = (Measure.GROWTH, _AVERAGE_GROWTH)
_IS_RATE = re.compile("占|[率比重例]$")
_MOVES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)
_RATES_ALONE = ("增速", "增幅", "涨幅", "降幅")  # 增长 5 %，增幅高于全国 1 个百分点: of what grew
_NEARLY = re.compile("[近约超]|突破")
_OBJECTS = settings("figures")["objects"]
_READERS = {"rank": phrases.read_rank, "multiple": phrases.read_times, "percent": phrases.read_share}
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
    return _Reader(Reading(flow.text, calendar), Locator(flow), own, first_frame(title, calendar), reasons)


def _outside(figures: list[Figure], cells: list[Span]) -> list[Figure]:
    """The figures that do not lie in a table cell."""
    starts = [cell.start for cell in cells]
    return [f for f in figures if (i := bisect_right(starts, f.span.start)) == 0 or f.span.start >= cells[i - 1].end]


class _Reader:
    def __init__(
        self, reading: Reading, locate: Locator, own: str, frame: Frame, reasons: list[Reasons] | None = None
    ) -> None:
        self.reasons = reasons
        self.first_frame = frame
        self.reading = reading
        self.figures: list[Figure] = []
        self.locate = locate
        self.own = own
        self.frames = Frames(reading.calendar, frame)
        self.relations = Relations(reading.text)
        self.last_measure: Measure | None = None
        self.unfinished: Sentence | None = None  # the sentence of a line that stops at a comma

    def read(self) -> list[Figure]:
        articles, notes = article_starts(self.reading.text), notes_of(self.reading.text)
        at = 0
        for line in self.reading.text.split("\n"):
            if at in articles:
                self.frames.article()
            stripped = line.strip()
            if stripped:
                self._paragraph(stripped, at + line.index(stripped[0]), is_note=at in notes)
            at += len(line) + 1
        complete_targets(self.figures)
        return self.figures

    def _paragraph(self, line: str, start: int, *, is_note: bool) -> None:
        text, frames, end = self.reading.text, self.frames, start + len(line)
        mentions = self.reading.periods_in(start, end)
        quantities = self.reading.quantities_in(start, end)
        heading = frames.paragraph(line, start, mentions, is_note=is_note)
        before, self.unfinished = self.unfinished, None
        shifts = not heading and (bool(mentions) or may_shift(line))
        relates = not heading and self.relations.any_within(start, end)
        if not (quantities or shifts or relates):
            return
        sentences = _sentences(text, start, end)
        first = 1 if shifts and len(sentences) > 1 and _SALUTATION.match(line) else 0
        done = 0  # quantities of the sentences so far
        for i, (low, high) in enumerate(sentences):
            inside = self.reading.periods_in(low, high) if mentions else []
            if shifts:
                frames.sentence(text, low, high, inside, outer=not is_note and i in (first, len(sentences) - 1))
            begun = done
            while done < len(quantities) and quantities[done].start < high:
                done += 1
            if begun < done:
                sentence = Sentence(low, high, frames.frame, self.locate(low, high), bool(inside))
                if i == 0 and before is not None:
                    sentence.topic, sentence.names = before.topic, before.names
                sentence.place, sentence.place_span = place_of_sentence(text, sentence, self.own)
                self.unfinished = sentence if text[high - 1] in "，、" else None
                self._sentence(sentence, quantities[begun:done])
            if relates and frames.aims:
                for relation in self.relations.within(low, high):
                    self.figures.append(self._without_number(relation, frames.frame, (low, high)))

    def _sentence(self, sentence: Sentence, quantities: list[Quantity]) -> None:
        reading, count = self.reading, len(quantities)
        i, previous_end = 0, sentence.start
        while i < count:
            run = _values(reading, quantities, i)
            i += len(run)
            q, last = run[0], run[-1]
            if i < count and thresholds.lies_between(reading, last, quantities[i]):
                last = quantities[i]
                i += 1
            following = quantities[i].start if i < count else sentence.end
            words = reading.words_before(sentence, q, previous_end)
            left = _left(reading.text, q, words)
            if is_no_figure(reading, q, left, words, following) or thresholds.sorts(
                reading, q, left, quantities[i] if i < count else None
            ):
                continue  # its words belong to the next quantity
            if q.dimension == "count" and i < count and len(run) == 1:
                name = thresholds.counted_class(reading, sentence, q, quantities[i])
                if name:
                    sentence.topic, sentence.items, sentence.rule = name, [], "things counted by what they reach"
                    self._figure(sentence, q, left, name, words)
                    previous_end = quantities[i].after
                    i += 1
                    continue
            self._run(sentence, run, words, left, following)
            previous_end = last.after

    def _run(self, sentence: Sentence, run: list[Quantity], words: Words, left: phrases.Left, following: int) -> None:
        """The figures of one quantity, or of several that share their words (分别增长 4.2%、5%和5.4%)."""
        if run[0].indicator:
            sentence.rule = "the form of writing"
            for q in run:
                self._figure(sentence, q, phrases.Left("", "level"), q.indicator, words)
            return
        if len(run) > 1:
            names = list_names(sentence, left, [q.unit for q in run], changes=self.reading.changes_to(run[-1]))
            if names is not None:
                sentence.rule = "list of indicators beside a list of values"
                for q, name in zip(_share_closing(self.reading.text, run), names, strict=True):
                    self._figure(sentence, q, left, name, words)
                sentence.items, sentence.topic = names, left.subject or sentence.topic
                return
        for n, q in enumerate(run):
            if n:
                words = self.reading.words_before(sentence, q, run[n - 1].after)
                left = left if left.verb and not words.text.strip("、，和") else _left(self.reading.text, q, words)
            if words.linked and not left.verb and q.kind == "percent" and not _IS_RATE.search(left.subject):
                left.verb = sentence.moved  # 压减时间 58%、材料 52%
            moved, sentence.moved = sentence.moved, left.verb if left.verb in ("rise", "fall") else ""
            stop = run[n + 1].start if n + 1 < len(run) else following
            if q.kind == "percent" and not indicators.clean(left.subject) and OF_AIM.match(self.reading.text, q.after):
                left.verb, left.bound = moved or left.verb, None  # 增长 5.6%，高于 5.5% 的目标: of the growth
            name = indicator_of(self.reading, sentence, q, left, words, stop)
            if name:
                self._figure(sentence, q, left, name, words)

    def _figure(self, sentence: Sentence, q: Quantity, left: phrases.Left, name: str, words: Words) -> None:
        reading, locate = self.reading, self.locate
        measure, value, high = measure_of(q, left, name)
        flow = happens(q, measure, left, name, after_growth=self.last_measure in _GROWTH)
        if not flow and words.linked and not left.verb and measure is _LEVEL and not word_kinds.measures(name):
            flow = sentence.happened
        sentence.happened = flow
        period, period_span = period_of(reading, sentence, q, flow=flow, average=measure is _AVERAGE_GROWTH)
        if left.years and period.isdigit():
            period = f"{int(period) - left.years + 1}/{period}"  # 两年平均
        if measure in _GROWTH or (measure is _GAP and left.subject.strip() in _RATES_ALONE):
            name = indicators.without_cause(indicators.without_growth(name))
        if left.word in _OBJECTS and measure in _MOVES and not name.endswith(_OBJECTS[left.word]):
            name += _OBJECTS[left.word]
        sentence.said.append((q.start, name))
        if name not in sentence.names:
            sentence.names = [*sentence.names[-_REMEMBERED:], name]
        place, place_span, name = place_of_figure(reading.text, sentence, name, self.own, words.start, q.start)
        name, known = standard(name)
        if not known and measure in _GROWTH:
            known = indicator_id(
                f"{name}增长"
            )  # 经济增长5%: what grows is 经济, and its growth is what has a standard name
        subject = indicators.clean(left.subject)
        at = reading.text.find(subject, words.start, q.start) if subject else -1
        if self.reasons is not None:
            self.reasons.append(reasons_for(reading.text, sentence, q, left, period_span))
        self.last_measure = measure
        figure = Figure(  # in the order of its fields: with their names the call takes nine times as long
            name,
            measure,
            value,
            q.unit,
            locate(q.start, q.end)[0],
            sentence.evidence,
            high,
            q.bound or left.bound or _EXACT,
            status_of(reading, sentence, q, period),
            period,
            place,
            base_of(left.base, reading.calendar) if left.base else "",
            known,
            "",
            locate.first(at, at + len(subject)) if at >= 0 else None,
            locate.first(*period_span) if period_span is not None else None,
            locate.first(*place_span) if place_span is not None else None,
        )
        self.figures.append(figure)

    def _without_number(self, relation: Relation, frame: Frame, sentence: tuple[int, int]) -> Figure:
        name, known = standard(relation.indicator)
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
            indicator_id=known,
            indicator_span=self.locate.first(*relation.subject),
        )


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a paragraph, each with its stop and a mark that closes behind it."""
    spans = []
    for stop in _STOP.finditer(text, start, end):
        low, start = start, stop.end()
        if low < start - 1:
            start += start < end and text[start] in "”’）"
            spans.append((low, start))
    if start < end:
        spans.append((start, end))
    return spans


def _left(text: str, q: Quantity, words: Words) -> phrases.Left:
    if q.kind == "amount":
        left = phrases.read_work(words.text) if q.dimension in _WORKED_ON else phrases.read_left(words.text)
        if left.word.endswith("安排") and q.dimension != "money":
            left.verb, left.word, left.subject = "", "", left.subject + left.word  # 安排 20 件实事: a thing done
        return left
    left = _READERS.get(q.kind, phrases.read_left)(words.text)
    if q.kind == "percent" and left.verb in ("", "level", "bound") and _GROWS.match(text, q.after):
        left.verb = "rise"  # 保持 10 %以上 | 增长
    return left


def _values(reading: Reading, quantities: list[Quantity], first: int) -> list[Quantity]:
    """The quantity with that number, and those behind it that are values of one list with it (28.6%和近两成)."""
    run = [quantities[first]]
    for q in quantities[first + 1 :]:
        if not reading.continues(run[-1], q) or thresholds.counts_behind(reading, q):
            break
        near = _NEARLY.search(reading.text, run[-1].after, q.start) if q.bound is None else None
        if near is None:
            run.append(q)
        else:
            run.append(replace(q, bound=Bound.ABOUT if near[0] in "近约" else Bound.AT_LEAST))
    return run


def _share_closing(text: str, run: list[Quantity]) -> list[Quantity]:
    """左右 or 以上 behind the last of a list of values holds for all of them where no other has a word of its own."""
    *others, last = run
    if text[last.end : last.after] not in ("左右", "以上") or any(q.bound is not None for q in others):
        return run
    return [replace(q, bound=last.bound) for q in run]

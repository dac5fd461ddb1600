"""Who undertakes what, for when: the clauses that set tasks in plans and reports, and what people say they will do."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.extraction.deadlines import deadline_in, may_hold_deadline
from luoshi.extraction.mentions import located
from luoshi.extraction.posts import body_of
from luoshi.extraction.sections import Mode, paragraphs
from luoshi.extraction.undertakings import (
    actor_of,
    announces,
    checkable,
    doubtful,
    explains,
    goes_on,
    is_citation,
    opens_with_action,
    stripped,
    takes_objects,
    undertakes,
)
from luoshi.flows import Locator
from luoshi.model import Commitment, Document, Figure, Flow, Person, Remark, Span

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?[”’」]*")
_CLAUSE = re.compile(r"[^，,。！？!?；;：:\n]+")
_WILL = re.compile("将|要|拟|力争|计划|务必|必须|确保|争取|努力|奋力|全力|决心|承诺|打算|保证")
_LONGEST = 200  # characters; prose has no longer clause


@dataclass(slots=True)
class _Undertaking:
    """A commitment in offsets of the flow."""

    start: int
    end: int
    sentence: tuple[int, int]
    actor: str
    deadline: str
    checkable: bool


def find_commitments(
    document: Document,
    flow: Flow,
    figures: Sequence[Figure],
    people: Sequence[Person],
    remarks: Sequence[Remark],
) -> list[Commitment]:
    """The undertakings in ``flow``, in reading order.

    Where tasks are set every clause counts that is not a principle, a statement or a call; in what people say, the clauses
    from the first that says so on; elsewhere only a body that says that it will. Each record is one clause, with the
    clauses after it that only go on with its objects; ``evidence`` is the sentence.
    """
    text, locate = flow.text, Locator(flow)
    year = _year(document)
    spoken = _spoken(flow, people, remarks)
    found: list[_Undertaking] = []
    for start, end, mode, body, period in _passages(text, document, year, spoken):
        actor = body
        for sentence in _SENTENCE.finditer(text, start, end):
            for undertaking in _in_sentence(text, *sentence.span(), mode, actor, period, year):
                found.append(undertaking)
                if mode in (_QUOTED, _REPORTED):
                    actor = undertaking.actor  # a speaker goes on about the body that was named
    return _records(found, locate, figures)


_QUOTED = "quoted"  # said in direct speech: only 将, 力争 … announce something
_REPORTED = "reported"
_Passage = tuple[int, int, str, str, str]


def _year(document: Document) -> int | None:
    for stated in (document.date, document.title):
        if stated is not None and (found := re.search(r"20\d\d", stated.value)):
            return int(found[0])
    return None


def _passages(
    text: str, document: Document, year: int | None, spoken: Sequence[tuple[int, int, str, str]]
) -> Iterator[_Passage]:
    """The stretches to look at, with mode (plan, unknown, quoted or reported), the actor where nobody is named, and the period."""
    title = document.title.value if document.title else ""
    starts = [start for start, *_ in spoken]
    for line in paragraphs(text, title, year):
        inside = spoken[bisect_left(starts, line.start) : bisect_right(starts, line.end)]
        if inside:
            for start, end, mode, actor in inside:
                yield start, end, mode, actor, ""
        elif not line.heading and line.mode in (Mode.PLAN, Mode.UNKNOWN):
            yield line.start, line.end, line.mode.value, "", line.period


def _spoken(flow: Flow, people: Sequence[Person], remarks: Sequence[Remark]) -> list[tuple[int, int, str, str]]:
    """What was said, in offsets of the flow, ascending, with its mode and the speaker's body."""
    bodies = {person.name: _body(person) for person in people}
    pieces = sorted(flow.pieces, key=lambda piece: piece.start)
    starts = [piece.start for piece in pieces]
    found: list[tuple[int, int, str, str]] = []
    for remark in remarks:
        for span in remark.words:
            piece = pieces[max(bisect_right(starts, span.start) - 1, 0)]
            at = piece.flow + span.start - piece.start
            mode = _QUOTED if remark.direct else _REPORTED
            found.append((at, at + span.end - span.start, mode, bodies.get(remark.speaker, "")))
    return sorted(found)


def _body(person: Person) -> str:
    """The body that somebody speaks for: that of the first post that is more than a membership."""
    for post in person.posts:
        if not post.name.endswith(("委员", "代表", "常委", "成员", "记者")) and (body := body_of(post.name)):
            return body
    return ""


def _in_sentence(
    text: str, start: int, end: int, mode: str, actor: str, period: str, year: int | None
) -> Iterator[_Undertaking]:
    if explains(text, start, end):
        return
    begun = mode == Mode.PLAN
    last: _Undertaking | None = None
    deadline: str | None = None
    acting = _WILL.search(text, start, end) is not None
    if not begun and not acting and mode != _REPORTED:
        return
    dated, doubt = may_hold_deadline(text, start, end), doubtful(text, start, end)
    for clause in _CLAUSE.finditer(text, start, end):
        low, high = stripped(text, *clause.span()), clause.end()
        while high > low and text[high - 1] in " \u3000\t":
            high -= 1
        if not 2 <= high - low <= _LONGEST:
            continue
        named, subject = actor_of(text, low, high) if acting else ("", False)
        if not begun:
            if mode == _REPORTED:
                begun = (subject or opens_with_action(text, low)) and not is_citation(text, *clause.span())
            elif mode == _QUOTED:
                begun = subject or announces(text, low, high)
            else:
                begun = bool(named)
            if not begun:
                continue
            deadline = deadline_in(text, start, low, year) if dated else None
        actor = (named or actor) if subject else actor
        if dated:
            stated = deadline_in(text, low, high, year)
            deadline = deadline if stated is None else stated
        if not undertakes(text, low, high, doubt=doubt):
            if last is not None:
                yield last
            last = None
            continue
        provable = checkable(text, low, high)
        if last is not None and not provable and goes_on(text, low, high):
            if mode == Mode.PLAN or takes_objects(text, last.start, last.end):
                last.end = high  # 打造钢铁基地，国家石化产业基地: the object goes on
            continue
        if last is not None:
            yield last
        last = _Undertaking(low, high, (start, end), actor, period if deadline is None else deadline, provable)
    if last is not None:
        yield last


def _records(found: Sequence[_Undertaking], locate: Locator, figures: Sequence[Figure]) -> list[Commitment]:
    values = sorted(figure.span for figure in figures)
    starts = [span.start for span in values]
    records: list[Commitment] = []
    sentence = (-1, -1)
    evidence: tuple[Span, ...] = ()
    for undertaking in found:
        span = located(locate, undertaking.start, undertaking.end)
        if span is None:
            continue
        if undertaking.sentence != sentence:
            sentence = undertaking.sentence
            evidence = locate(*sentence)
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end, first)
        inside = tuple(value for value in values[first:last] if value.end <= span.end) if first < last else ()
        records.append(
            Commitment(
                span=span,
                evidence=evidence,
                actor=undertaking.actor,
                deadline=undertaking.deadline,
                checkable=undertaking.checkable or bool(inside),
                figures=inside,
            )
        )
    return records

"""Who undertakes what, for when: the clauses that set tasks in plans and reports, and what people say they will do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.extraction.answerable import Answerable
from luoshi.extraction.clausal import CLAUSE, LONGEST, SENTENCE
from luoshi.extraction.deadlines import deadline_in, may_hold_deadline
from luoshi.extraction.linking import Linker
from luoshi.extraction.passages import QUOTED, REPORTED, Passage, passages, sets_tasks, spoken_in, year_of
from luoshi.extraction.sections import Mode
from luoshi.extraction.task_tables import TaskTable, find_tabled_commitments, task_tables
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
from luoshi.model import Commitment, Document, Figure, Flow, Person, Programme, Remark

_WILL = re.compile("将|要|拟|力争|计划|务必|必须|确保|争取|努力|奋力|全力|决心|承诺|打算|保证")


@dataclass(slots=True)
class _Undertaking:
    """A commitment in offsets of the flow; ``subject`` is the body that opens its words."""

    start: int
    end: int
    sentence: tuple[int, int]
    actor: str
    deadline: str
    checkable: bool
    subject: str = ""
    around: tuple[str, str] = ("", "")


def find_commitments(
    document: Document,
    flow: Flow,
    figures: Sequence[Figure],
    people: Sequence[Person],
    remarks: Sequence[Remark],
    programmes: Sequence[Programme] = (),
) -> list[Commitment]:
    """The undertakings in ``flow``, in reading order.

    Where tasks are set every clause counts that is not a principle, a statement or a call; in what people say, the clauses
    from the first that says so on; elsewhere only a body that says that it will. Each record is one clause, with the
    clauses after it that only go on with its objects; ``evidence`` is the sentence.
    """
    text, locate = flow.text, Locator(flow)
    year = year_of(document)
    answerable = Answerable(text)
    tables = task_tables(document)
    found: list[_Undertaking] = []
    for passage in passages(text, document, spoken_in(flow, people, remarks)):
        if sets_tasks(passage.mode) and not _is_within(passage, tables, locate):
            found += _in_passage(text, passage, year, answerable)
    held_by = answerable.holding([(one.start, one.sentence[0]) for one in found])
    linker = Linker(text, locate, figures, programmes)
    records: list[Commitment] = []
    for number, one in enumerate(found):
        note = held_by.get(number)
        held = linker.held(one.start, one.end, one.sentence, one.subject, one.around)
        if held is None:
            continue
        records.append(
            Commitment(
                span=held.span,
                evidence=held.evidence,
                actor=one.actor,
                deadline=one.deadline,
                checkable=one.checkable or bool(held.figures),
                figures=held.figures,
                title=held.wording.title,
                action=held.wording.action,
                object=held.wording.object,
                lead=note.lead if note else (),
                cooperating=note.cooperating if note else (),
                bodies=locate(note.start, note.end) if note else (),
                programmes=held.programmes,
                theme=held.theme,
            )
        )
    records += find_tabled_commitments(document, tables, figures, programmes)
    return sorted(records, key=lambda record: record.span) if tables else records


def _is_within(passage: Passage, tables: Sequence[TaskTable], locate: Locator) -> bool:
    """Whether a passage lies in a task list, whose rows are read cell by cell."""
    if not tables:
        return False
    place = locate.first(passage.start, passage.end)
    return place is not None and any(table.span.start <= place.start < table.span.end for table in tables)


def _in_passage(text: str, passage: Passage, year: int | None, answerable: Answerable) -> Iterator[_Undertaking]:
    actor = passage.actor
    for sentence in SENTENCE.finditer(text, passage.start, passage.end):
        for undertaking in _in_sentence(text, *sentence.span(), passage, actor, year, answerable):
            yield undertaking
            if passage.mode in (QUOTED, REPORTED):
                actor = undertaking.actor  # a speaker goes on about the body that was named


def _in_sentence(
    text: str, start: int, end: int, passage: Passage, actor: str, year: int | None, answerable: Answerable
) -> Iterator[_Undertaking]:
    if explains(text, start, end):
        return
    mode = passage.mode
    begun = mode == Mode.PLAN
    last: _Undertaking | None = None
    deadline: str | None = None
    acting = _WILL.search(text, start, end) is not None
    if not begun and not acting and mode != REPORTED:
        return
    dated, doubt = may_hold_deadline(text, start, end), doubtful(text, start, end)
    for clause in CLAUSE.finditer(text, start, end):
        first, high = answerable.outside(*clause.span())
        if first >= high:
            continue
        low = stripped(text, first, high)
        while high > low and text[high - 1] in " \u3000\t":
            high -= 1
        if not 2 <= high - low <= LONGEST:
            continue
        named, subject = actor_of(text, low, high) if acting else ("", False)
        if not begun:
            if mode == REPORTED:
                begun = (subject or opens_with_action(text, low)) and not is_citation(text, *clause.span())
            elif mode == QUOTED:
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
        until = passage.period if deadline is None else deadline
        last = _Undertaking(low, high, (start, end), actor, until, provable, named, passage.around)
    if last is not None:
        yield last

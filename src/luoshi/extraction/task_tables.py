"""Commitments out of task lists that are documents themselves (任务分解表, 责任分工表): a task in each row, with the bodies that lead
and help and the deadline in columns of their own.

The columns are known by their heads (catalogue/wording.toml). Cells that are merged downwards stand only in their first row: a
task, and who answers for it, hold for the rows below that leave them open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.extraction.deadlines import deadline_in
from luoshi.extraction.linking import Held, Linker
from luoshi.extraction.normal import normal
from luoshi.extraction.passages import year_of
from luoshi.extraction.responsible import bodies_in
from luoshi.extraction.undertakings import checkable, stripped
from luoshi.flows import Locator, plain_flow
from luoshi.model import Block, BlockKind, Commitment, Document, Figure, Programme, Span

EXAMPLES = (  # what stands in the column of deadlines, the document's year, deadline
    ("6月底前", 2026, "2026-06"),
    ("2026年12月", None, "2026-12"),
    ("2026.12", None, "2026-12"),
    ("12月", 2026, "2026-12"),
    ("全年", 2026, "2026"),
    ("二季度", 2026, "2026-Q2"),
    ("长期坚持", 2026, ""),
    ("6月底前", None, ""),
)

_TASK, _MEASURE, _AIM, _LEAD, _DUTY, _HELP, _DEADLINE = "task", "measure", "aim", "lead", "duty", "helping", "deadline"
_HEADS = {
    _TASK: "task_heads",
    _MEASURE: "measure_heads",
    _AIM: "aim_heads",
    _LEAD: "lead_labels",
    _DUTY: "duty_labels",
    _HELP: "helping_labels",
    _DEADLINE: "deadline_heads",
}
_ANSWERABLE = (_LEAD, _DUTY, _HELP)
_FIRST_ROWS = 4  # among which the heads stand
_BRACKETS = re.compile(r"[（(].*?[)）]|[\s\u3000]")
_DATE = re.compile(r"(20\d\d)[.\-/年](1[0-2]|0?[1-9])(?!\d)")
_MONTH = re.compile(r"(?<![\d.年])(1[0-2]|[1-9])月")
_ENDS = "。；;，、 "


class TaskTable(NamedTuple):
    """A task list in a document: where it lies, its columns by what they hold, and its rows of tasks."""

    span: Span
    columns: dict[str, int]
    rows: tuple[dict[int, Block], ...]


def task_tables(document: Document) -> list[TaskTable]:
    """The tables of a document that are task lists."""
    tables: defaultdict[int, defaultdict[int, dict[int, Block]]] = defaultdict(lambda: defaultdict(dict))
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_CELL:
            tables[block.table][block.row][block.column] = block
    found = (_task_table(document.text, [rows[number] for number in sorted(rows)]) for rows in tables.values())
    return [table for table in found if table is not None]


def _task_table(text: str, rows: Sequence[dict[int, Block]]) -> TaskTable | None:
    for at, row in enumerate(rows[:_FIRST_ROWS]):
        columns = _columns(text, row)
        if (_TASK in columns or _MEASURE in columns) and not columns.keys().isdisjoint((*_ANSWERABLE, _DEADLINE)):
            cells = [cell.span for own in rows for cell in own.values()]
            span = Span(min(cells).start, max(cell.end for cell in cells))
            return TaskTable(span, columns, tuple(rows[at + 1 :]))
    return None


def _columns(text: str, row: dict[int, Block]) -> dict[str, int]:
    """The columns by what their heads say; of two that say the same the first."""
    found: dict[str, int] = {}
    for column, cell in sorted(row.items()):
        head = _BRACKETS.sub("", normal(cell.span.of(text)))
        kind = next((kind for kind, key in _HEADS.items() if head in words("wording", key)), None)
        if kind is not None:
            found.setdefault(kind, column)
    return found


def find_tabled_commitments(
    document: Document, tables: Sequence[TaskTable], figures: Sequence[Figure], programmes: Sequence[Programme]
) -> Iterator[Commitment]:
    """A commitment for each row of the task lists of a document. ``evidence`` are the cells of its row."""
    if not tables:
        return
    linker = Linker(document.text, Locator(plain_flow(document)), figures, programmes)
    year = year_of(document)
    for table in tables:
        above: dict[str, Block] = {}
        for row in table.rows:
            cells = {kind: row[column] for kind, column in table.columns.items() if column in row}
            if len(row) < 2:
                continue  # a heading that goes across the table
            above = _held_down(cells, above)
            commitment = _commitment(document.text, above, cells, linker, year)
            if commitment is not None:
                yield commitment


def _held_down(cells: dict[str, Block], above: dict[str, Block]) -> dict[str, Block]:
    """What holds for a row: its own cells, and of the row above the task and who answers for it, where it leaves them open."""
    held = {_TASK} if _TASK not in cells else set()
    if not cells.keys() & {_TASK, *_ANSWERABLE}:
        held |= {*_ANSWERABLE, _DEADLINE}
    return {**{kind: cell for kind, cell in above.items() if kind in held}, **cells}


def _commitment(
    text: str, cells: dict[str, Block], own: dict[str, Block], linker: Linker, year: int | None
) -> Commitment | None:
    task = own.get(_MEASURE) or own.get(_TASK)
    if task is None:
        return None
    start, end = task.span
    start = stripped(text, start, end)
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    around = text[cells[_TASK].span.start : cells[_TASK].span.end] if _TASK in cells else ""
    held = linker.held(start, end, (start, end), "", (around, "")) if end - start >= 2 else None
    if held is None:
        return None
    aim = linker.held(*cells[_AIM].span, cells[_AIM].span, "", ("", "")) if _AIM in cells else None
    return _made(text, cells, held, aim, year)


def _made(text: str, cells: dict[str, Block], held: Held, aim: Held | None, year: int | None) -> Commitment:
    named = {kind: bodies_in(cells[kind].span.of(text)) if kind in cells else () for kind in _ANSWERABLE}
    lead, others = named[_LEAD], (*named[_DUTY], *named[_HELP])
    if not lead:
        lead, others = named[_DUTY], named[_HELP]
    span, aimed = held.span, aim.figures if aim else ()
    return Commitment(
        span=span,
        evidence=tuple(
            sorted({span, *(cell.span for kind, cell in cells.items() if kind != _TASK or cell.span != span)})
        ),
        deadline=tabled_deadline(cells[_DEADLINE].span.of(text), year) if _DEADLINE in cells else "",
        checkable=bool(held.figures or aimed)
        or checkable(text, *span)
        or (aim is not None and checkable(text, *aim.span)),
        figures=tuple(sorted({*held.figures, *aimed})),
        title=held.wording.title,
        action=held.wording.action,
        object=held.wording.object,
        lead=lead,
        cooperating=tuple(name for name in dict.fromkeys(others) if name not in lead),
        bodies=tuple(cells[kind].span for kind in _ANSWERABLE if named[kind]),
        programmes=held.programmes,
        theme=held.theme,
    )


def tabled_deadline(words_: str, year: int | None) -> str:
    """The deadline that a cell of that column states, "" where it states none."""
    if dated := _DATE.search(words_):
        return f"{dated[1]}-{int(dated[2]):02d}"
    if stated := deadline_in(words_, 0, len(words_), year):
        return stated
    month = _MONTH.search(words_)
    return f"{year}-{int(month[1]):02d}" if month and year is not None else ""

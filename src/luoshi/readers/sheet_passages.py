"""The rows of a sheet as passages: its tables cell by cell, and the lines above and below them as paragraphs.

A sheet of statistics has a title, often a line with the unit (单位：亿元), then the rows of a table, then notes (注：…);
empty rows part its tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from luoshi.model import BlockKind
from luoshi.readers.passages import Passage, tidied

Row = Sequence[str]

_UNIT = re.compile(r"[（(]?(?:计量)?单位[:： ]")
_NOTE = re.compile(r"[*＊※]?(?:备?注|说明|资料来源|数据来源|来源)\d{0,2}[:：、.．]")
_SENTENCE = "。；"
_LONGEST_CELL = 300  # characters; what is longer is prose


def passages_of(rows: Iterable[Row], tables: int) -> list[Passage]:
    """The passages of a sheet, its tables counted from ``tables`` on. White space in cells becomes single spaces."""
    found: list[Passage] = []
    tidy = ([tidied(cell) for cell in row] for row in rows)
    for filled, group in groupby(tidy, any):
        if filled:
            part = list(_part(list(group), tables))
            tables += any(passage.table >= 0 for passage in part)
            found += part
    return found


def _part(rows: Sequence[Row], table: int) -> Iterator[Passage]:
    """Rows without an empty one between: the lines above, the table, the notes below."""
    first = next((at for at, row in enumerate(rows) if not _is_line(row)), len(rows))
    last = len(rows)
    while last > first and _is_note(rows[last - 1]):
        last -= 1
    body = rows[first:last]
    if not _holds_data(body):
        first, last, body = len(rows), len(rows), []
    yield from _lines(rows[:first])
    left = min((at for row in body for at, cell in enumerate(row) if cell), default=0)
    for number, row in enumerate(body):
        for column, cell in enumerate(row):
            if cell:
                yield Passage(cell, BlockKind.TABLE_CELL, 0, table, number, column - left)
    yield from _lines(rows[last:])


def _lines(rows: Sequence[Row]) -> Iterator[Passage]:
    return (Passage(cell, BlockKind.PARAGRAPH) for row in rows for cell in row if cell)


def _is_line(row: Row) -> bool:
    """Whether a row above a table is none of the table: a title, a unit, or both in one row."""
    cells = [cell for cell in row if cell]
    return len(cells) == 1 or any(_UNIT.match(cell) for cell in cells[1:])


def _is_note(row: Row) -> bool:
    cells = [cell for cell in row if cell]
    return len(cells) == 1 and (_NOTE.match(cells[0]) is not None or any(sign in cells[0] for sign in _SENTENCE))


def _holds_data(rows: Sequence[Row]) -> bool:
    return (
        len(rows) > 1
        and any(sum(map(bool, row)) > 1 for row in rows)
        and all(len(cell) <= _LONGEST_CELL for row in rows for cell in row)
    )

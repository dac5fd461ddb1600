"""Tables without lines down: short pieces that stand in columns under one another, in three rows at least."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from luoshi.layout.geometry import hull, middle, shared_width
from luoshi.layout.grids import Cell, Table
from luoshi.layout.sheets import Line, Rect

_ROWS = 3
_LEVEL = 0.5  # of the size: the middles of the cells of a row are no farther apart
_PITCH = 3.2  # sizes between the middles of two rows
_LONGEST = 16  # characters of a cell, in the middle of all
_NAMES = 5  # characters of a cell where no column has numbers
_NUMERIC = re.compile(r"[-－+＋±]?[\d,.．，％%‰…—–-]+\s?[\u4e00-\u9fffa-zA-Z%％‰]{0,3}")
_ALIKE = 0.8  # the smaller of two sizes by the larger


def aligned_tables(lines: Sequence[Line]) -> tuple[list[Table], list[Line]]:
    """The tables among lines whose pieces are joined, and the lines that are in none."""
    tables: list[Table] = []
    taken: set[int] = set()
    for group in _groups(lines):
        table = _table(group)
        if table is not None:
            tables.append(table)
            taken.update(id(line) for row in group for line in row)
    return tables, [line for line in lines if id(line) not in taken]


def _groups(lines: Sequence[Line]) -> Iterator[list[list[Line]]]:
    """Rows of two pieces and more that follow one another downwards."""
    group: list[list[Line]] = []
    for row in _levels(lines):
        if group and (len(row) < 2 or not _goes_on(group[-1], row)):
            yield group
            group = []
        if len(row) > 1:
            group.append(row)
    if group:
        yield group


def _levels(lines: Sequence[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: middle(line.rect)[1]):
        if row and middle(line.rect)[1] - middle(row[0].rect)[1] > _LEVEL * line.size:
            yield sorted(row, key=lambda line: line.rect.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda line: line.rect.left)


def _goes_on(above: Sequence[Line], row: Sequence[Line]) -> bool:
    sizes = [median(line.size for line in lines) for lines in (above, row)]
    near = middle(row[0].rect)[1] - middle(above[0].rect)[1] <= _PITCH * sizes[1]
    return near and min(sizes) >= _ALIKE * max(sizes)


def _table(rows: Sequence[Sequence[Line]]) -> Table | None:
    """The table that rows make; None where their pieces are not aligned, or too long for cells."""
    if len(rows) < _ROWS:
        return None
    columns = _with_heads(_columns([line.rect for row in rows for line in row]), rows)
    places = [[_column(columns, line) for line in row] for row in rows]
    if len(columns) < 2 or any(len(set(row)) < len(row) for row in places):
        return None
    by_column: list[list[Line]] = [[] for _ in columns]
    for row, at in zip(rows, places, strict=True):
        for line, column in zip(row, at, strict=True):
            by_column[column].append(line)
    lengths = [len(line.words) for row in rows for line in row]
    longest = _LONGEST if any(map(_is_numeric, by_column)) else _NAMES
    filled = sum(len(row) for row in rows) >= 0.6 * len(rows) * len(columns)
    if median(lengths) > longest or not filled:
        return None
    cells = tuple(
        Cell(number, column, (line,))
        for number, (row, at) in enumerate(zip(rows, places, strict=True))
        for line, column in zip(row, at, strict=True)
    )
    return Table(hull(line.rect for row in rows for line in row), cells)


def _columns(rects: Sequence[Rect]) -> list[Rect]:
    """The stretches of the page's width that pieces take up, with nothing between them."""
    columns: list[Rect] = []
    for rect in sorted(rects):
        if columns and shared_width(columns[-1], rect) > 0:
            columns[-1] = hull((columns[-1], rect))
        else:
            columns.append(rect)
    return columns


def _with_heads(columns: Sequence[Rect], rows: Sequence[Sequence[Line]]) -> list[Rect]:
    """The columns, with a head that stands beside its cells (one in the middle, the others on the right) in their column."""
    filled = [
        {number for number, row in enumerate(rows) for line in row if _column(columns, line) == at}
        for at in range(len(columns))
    ]
    found = [columns[0]]
    within = filled[0]
    for column, own in zip(columns[1:], filled[1:], strict=True):
        if not within & own and 1 in (len(within), len(own)):
            found[-1], within = hull((found[-1], column)), within | own
        else:
            found.append(column)
            within = own
    return found


def _column(columns: Sequence[Rect], line: Line) -> int:
    return max(range(len(columns)), key=lambda at: shared_width(columns[at], line.rect))


def _is_numeric(lines: Sequence[Line]) -> bool:
    """Whether most cells of a column are numbers."""
    numbers = sum(_NUMERIC.fullmatch(line.words) is not None for line in lines)
    return len(lines) >= _ROWS and numbers >= 0.6 * len(lines)

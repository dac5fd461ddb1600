"""Ruled tables: which lines of print stand in which cell of a grid of ruling lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from luoshi.layout.geometry import hull, middle, shared_height, shared_width
from luoshi.layout.sheets import Line, Rect
from luoshi.layout.strokes import Strokes

_MOST_UNITS = 40_000  # rows by columns
_PROSE = 120  # characters: where most cells hold more, the lines divide a page, not a table
_CENTRED = 0.2  # sizes by which a line alone in its cell is off the middle
_HEADLINE = 1.6  # sizes within a table differ by less


class Cell(NamedTuple):
    """The lines of a cell in reading order, with its row and column."""

    row: int
    column: int
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """The cells of a table that hold something, row by row."""

    rect: Rect
    cells: tuple[Cell, ...]


def ruled_tables(lines: Sequence[Line], strokes: Strokes) -> tuple[list[Table], list[Line]]:
    """The tables of a sheet, and the lines that are in none."""
    tables: list[Table] = []
    rest = list(lines)
    for across, down in _grids(strokes):
        rect = hull((*across, *down))
        inside = [line for line in rest if _within(rect, line)]
        cells = _cells(inside, rect, across, down, strokes.near)
        if cells and _is_table(cells):
            tables.append(Table(rect, cells))
            taken = set(map(id, inside))
            rest = [line for line in rest if id(line) not in taken]
    return tables, rest


def _within(rect: Rect, line: Line) -> bool:
    x, y = middle(line.rect)
    return rect.left <= x <= rect.right and rect.top <= y <= rect.bottom


def _grids(strokes: Strokes) -> Iterator[tuple[list[Rect], list[Rect]]]:
    """Lines that hang together: three across, and one down between them at least; the smallest first."""
    lines = [*strokes.across, *strokes.down]
    first_down = len(strokes.across)
    parents = list(range(len(lines)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    tops = sorted(range(first_down), key=lambda at: lines[at].top)
    heights = [lines[at].top for at in tops]
    for down in range(first_down, len(lines)):
        line = lines[down]
        for place in range(bisect_right(heights, line.top - 2 * strokes.near), len(tops)):
            across = tops[place]
            if lines[across].top > line.bottom + 2 * strokes.near:
                break
            if _meet(lines[across], line, strokes.near):
                parents[root(across)] = root(down)
    groups: defaultdict[int, tuple[list[Rect], list[Rect]]] = defaultdict(lambda: ([], []))
    for at, line in enumerate(lines):
        groups[root(at)][at >= first_down].append(line)
    grids = [(across, down) for across, down in groups.values() if len(across) > 2 and down]
    yield from sorted(grids, key=lambda grid: hull(grid[0]).width * hull(grid[1]).height)


def _meet(across: Rect, down: Rect, near: float) -> bool:
    return shared_width(across, down) >= -near and shared_height(across, down) >= -near


def _borders(places: Iterable[float], first: float, last: float, near: float) -> list[float]:
    """Where cells begin and end: the places of lines, near ones as one, and the edges of the table."""
    borders: list[float] = []
    for place in sorted((*places, first, last)):
        if not borders or place - borders[-1] > 2 * near:
            borders.append(place)
    return borders


def _cells(
    lines: Sequence[Line], rect: Rect, across: Sequence[Rect], down: Sequence[Rect], near: float
) -> tuple[Cell, ...]:
    ys = _borders((middle(line)[1] for line in across), rect.top, rect.bottom, near)
    xs = _borders((middle(line)[0] for line in down), rect.left, rect.right, near)
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 2 or columns < 2 or rows * columns > _MOST_UNITS:
        return ()
    below, beside = _walls(ys, xs, across, down, near)
    whole: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            unit = (row, column)
            if column and (row, column - 1) not in beside:
                whole[unit] = whole[row, column - 1]
            elif row and (row - 1, column) not in below:
                whole[unit] = whole[row - 1, column]
            else:
                whole[unit] = unit
    units: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        x, y = middle(line.rect)
        row, column = min(bisect_right(ys, y) - 1, rows - 1), min(bisect_right(xs, x) - 1, columns - 1)
        units[max(row, 0), max(column, 0)].append(line)
    found: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for cell, parts in _merged(whole).items():
        apart = len(parts) > 1 and all(_stands_alone(units.get(part, ()), ys, part[0]) for part in parts)
        for part in parts:
            found[part if apart else cell] += units.get(part, ())
    return tuple(Cell(*place, _in_order(found[place])) for place in sorted(found) if found[place])


def _merged(whole: Mapping[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The units of each cell."""
    parts: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for unit, cell in whole.items():
        parts[cell].append(unit)
    return parts


def _stands_alone(lines: Sequence[Line], ys: Sequence[float], row: int) -> bool:
    """Whether the only line of a unit stands in its middle: it has a cell to itself, though a border was not seen."""
    centre = (ys[row] + ys[row + 1]) / 2
    return len(lines) == 1 and abs(middle(lines[0].rect)[1] - centre) <= _CENTRED * lines[0].size


def _walls(
    ys: Sequence[float], xs: Sequence[float], across: Sequence[Rect], down: Sequence[Rect], near: float
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The units (row, column) that have a line below them, and those that have one to their right."""
    below: set[tuple[int, int]] = set()
    beside: set[tuple[int, int]] = set()
    for line in across:
        row = _nearest(ys, middle(line)[1]) - 1
        for column in range(len(xs) - 1):
            centre = (xs[column] + xs[column + 1]) / 2
            if line.left - near <= centre <= line.right + near:
                below.add((row, column))
    for line in down:
        column = _nearest(xs, middle(line)[0]) - 1
        for row in range(len(ys) - 1):
            centre = (ys[row] + ys[row + 1]) / 2
            if line.top - near <= centre <= line.bottom + near:
                beside.add((row, column))
    return below, beside


def _nearest(borders: Sequence[float], place: float) -> int:
    after = min(max(bisect_right(borders, place), 1), len(borders) - 1)
    return after if borders[after] - place < place - borders[after - 1] else after - 1


def _in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines of a cell from the top down, pieces on one level from the left."""
    ordered = sorted(lines, key=lambda line: middle(line.rect)[1])
    levels: list[list[Line]] = []
    for line in ordered:
        if levels and middle(line.rect)[1] - middle(levels[-1][0].rect)[1] <= 0.5 * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    return tuple(line for level in levels for line in sorted(level, key=lambda line: line.rect.left))


def _is_table(cells: Sequence[Cell]) -> bool:
    """Whether cells are those of a table, and not the parts of a page that lines divide."""
    if len(cells) < 3 or len({cell.column for cell in cells}) < 2 or len({cell.row for cell in cells}) < 2:
        return False
    sizes = [line.size for cell in cells for line in cell.lines]
    if max(sizes) > _HEADLINE * median(sizes):
        return False
    return median(sum(len(line.words) for line in cell.lines) for cell in cells) <= _PROSE

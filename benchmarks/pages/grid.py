"""The plan of a newspaper page on a grid of columns and rows: which article has which stretch of which column."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

LEAST_ROWS = 17  # of an article with its headline
LEAST_PIECE = 3  # rows of a stretch of a column


@dataclass(slots=True)
class Cutout:
    """A rectangle inside an article that its text flows around: columns and rows, the ends not included."""

    first: int
    last: int
    top: int
    bottom: int


@dataclass(slots=True)
class Region:
    """The room of an article: for each of its columns the first row and the row after the last.

    The headline stands on top of the columns ``first`` up to, not including, ``last``, from row ``top`` on.
    """

    columns: dict[int, tuple[int, int]]
    first: int
    last: int
    top: int
    cutouts: list[Cutout] = field(default_factory=list)

    @property
    def is_rectangle(self) -> bool:
        return len(set(self.columns.values())) == 1

    def stretches(self, headline_rows: int) -> list[tuple[int, int, int]]:
        """What is left for text, in the order of reading: (column, first row, row after the last)."""
        free = []
        for column in sorted(self.columns):
            top, bottom = self.columns[column]
            if self.first <= column < self.last:
                top = self.top + headline_rows
            holes = sorted((c.top, c.bottom) for c in self.cutouts if c.first <= column < c.last)
            for hole_top, hole_bottom in holes:
                free.append((column, top, hole_top))
                top = max(top, hole_bottom)
            free.append((column, top, bottom))
        return [stretch for stretch in free if stretch[2] - stretch[1] >= LEAST_PIECE]


Rectangle = tuple[int, int, int, int]  # first column, column after the last, first row, row after the last


def plan(draw: random.Random, columns: int, rows: int, articles: int) -> list[Region]:
    """The regions of a page in the order of reading, some of them L-shaped."""
    tree = _split(draw, (0, columns, 0, rows), articles)
    regions: list[Region] = []
    _regions(draw, tree, regions)
    return regions


Tree = Rectangle | list["Tree"]


def _split(draw: random.Random, room: Rectangle, articles: int) -> Tree:
    """Cuts a rectangle in two until there are enough articles: a list of two is a cut."""
    left, right, top, bottom = room
    across = right - left >= 4
    down = bottom - top >= 2 * LEAST_ROWS
    if articles < 2 or not (across or down):
        return room
    share = draw.uniform(0.36, 0.64)
    wide = (right - left) / (bottom - top)
    if down and (not across or draw.random() < (0.75 if wide < 0.12 else 0.5)):
        cut = min(max(round(top + (bottom - top) * share), top + LEAST_ROWS), bottom - LEAST_ROWS)
        parts = [(left, right, top, cut), (left, right, cut, bottom)]
    else:
        cut = min(max(round(left + (right - left) * share), left + 2), right - 2)
        parts = [(left, cut, top, bottom), (cut, right, top, bottom)]
    sizes = [(r - le) * (b - t) for le, r, t, b in parts]
    first = min(max(round(articles * sizes[0] / sum(sizes)), 1), articles - 1)
    return [_split(draw, parts[0], first), _split(draw, parts[1], articles - first)]


def _regions(draw: random.Random, tree: Tree, found: list[Region]) -> None:
    if isinstance(tree, tuple):
        found.append(_rectangle(tree))
        return
    above, below = tree
    if isinstance(above, tuple) and isinstance(below, tuple) and above[:2] == below[:2] and above[1] - above[0] >= 4:
        found += _pair(draw, above, below)
        return
    for part in tree:
        _regions(draw, part, found)


def _rectangle(room: Rectangle) -> Region:
    left, right, top, bottom = room
    return Region(dict.fromkeys(range(left, right), (top, bottom)), left, right, top)


def _pair(draw: random.Random, above: Rectangle, below: Rectangle) -> list[Region]:
    """Two articles one above the other; mostly one of them has columns that reach into the other's room."""
    upper, lower = _rectangle(above), _rectangle(below)
    left, right, top, _ = above
    shape = draw.choice(("plain", "down right", "down left", "up right"))
    given = draw.randint(1, (right - left) // 2)
    taken = range(left, left + given) if shape == "down left" else range(right - given, right)
    if shape.startswith("down"):
        for column in taken:
            upper.columns[column] = (top, below[3])
            del lower.columns[column]
        lower.first, lower.last = min(lower.columns), max(lower.columns) + 1
    elif shape == "up right" and (below[2] - top) >= LEAST_ROWS:
        for column in taken:
            lower.columns[column] = (top, below[3])
            del upper.columns[column]
        upper.last = max(upper.columns) + 1
        lower.last = upper.last  # the headline stands over the lower part only
    return [upper, lower]


def cut_out(
    draw: random.Random, region: Region, wide: int, high: int, headline_rows: int, *, middle: bool
) -> Cutout | None:
    """A place in the body of an article, ``wide`` columns and ``high`` rows; None where there is no room.

    In the ``middle`` there is text on all sides of it, else it may stand at the top of its columns.
    """
    columns = sorted(region.columns)
    choices = []
    for first in columns:
        span = range(first, first + wide)
        if not all(column in region.columns for column in span):
            continue
        if middle and (first == columns[0] or span[-1] == columns[-1]):
            continue
        top = max(region.top + headline_rows if region.first <= c < region.last else region.columns[c][0] for c in span)
        bottom = min(region.columns[c][1] for c in span)
        low, most = top + (LEAST_PIECE if middle or draw.random() < 0.7 else 0), bottom - high - LEAST_PIECE - 1
        if low <= most:
            choices.append(Cutout(first, first + wide, at := draw.randint(low, most), at + high))
    free = [c for c in choices if not any(_meet(c, other) for other in region.cutouts)]
    return draw.choice(free) if free else None


def _meet(a: Cutout, b: Cutout) -> bool:
    return a.first < b.last and b.first < a.last and a.top < b.bottom + LEAST_PIECE and b.top < a.bottom + LEAST_PIECE

"""Ruling lines made whole: borders come in a piece for each cell, frames as one rectangle or as four lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from luoshi.layout.geometry import holds, shared_height, shared_width, turned
from luoshi.layout.sheets import Rect, Sheet

_THICKEST = 0.006  # of the page's longer side: what is thicker is a box and has four sides
NEAR = 0.004  # of the page's longer side: lines whose ends are as near meet
_MOST = 3_000  # strokes of a page: more are a drawing
_MOST_FRAMES = 200
_BETWEEN = 4  # lines across within a frame that are as long as its sides
_SMALLEST_FRAME = 0.03  # of the page's width, and as much of its height as two lines take up


class Strokes(NamedTuple):
    """The straight lines of a sheet, each as a thin rectangle, and the boxes that frame something."""

    across: tuple[Rect, ...]
    down: tuple[Rect, ...]
    frames: tuple[Rect, ...]
    near: float

    def between(self, above: Rect, below: Rect) -> bool:
        """Whether a line across separates two rectangles that stand under one another."""
        left, right = max(above.left, below.left), min(above.right, below.right)
        return any(
            above.bottom - self.near <= (line.top + line.bottom) / 2 <= below.top + self.near
            and min(line.right, right) - max(line.left, left) >= (right - left) / 2
            for line in self.across
        )

    def walled(self, left: Rect, right: Rect) -> bool:
        """Whether a line down separates two rectangles that stand beside each other."""
        top, bottom = max(left.top, right.top), min(left.bottom, right.bottom)
        return any(
            left.right - self.near <= (line.left + line.right) / 2 <= right.left + self.near
            and min(line.bottom, bottom) - max(line.top, top) >= (bottom - top) / 2
            for line in self.down
        )

    def without_tables(self, tables: Sequence[Rect]) -> Strokes:
        """The same without the frames of tables and of their cells, and with no more frames than a page of text has."""
        frames = [frame for frame in self.frames if not any(holds(table, frame, self.near) for table in tables)]
        return self._replace(frames=tuple(frames[:_MOST_FRAMES]))

    def outside(self, rects: Iterable[Rect]) -> Strokes:
        """The same without the lines across of some rectangles, which are drawn around them or in them."""
        whole = list(rects)
        return self._replace(
            across=tuple(line for line in self.across if not any(holds(rect, line, self.near) for rect in whole))
        )

    def frame_of(self, rect: Rect) -> int:
        """The number of the smallest frame around a rectangle, -1 for none."""
        return next((at for at, frame in enumerate(self.frames) if holds(frame, rect, self.near)), -1)


def strokes_of(sheet: Sheet) -> Strokes:
    """The lines and frames of a sheet; frames from the smallest to the largest."""
    thick, near = (share * max(sheet.width, sheet.height) for share in (_THICKEST, NEAR))
    across: list[Rect] = []
    down: list[Rect] = []
    boxes: list[Rect] = []
    for rule in sheet.rules:
        if rule.height <= thick or rule.width <= thick:
            (across if rule.width >= rule.height else down).append(rule)
            continue
        boxes.append(rule)
        left, top, right, bottom = rule
        across += [Rect(left, top, right, top), Rect(left, bottom, right, bottom)]
        down += [Rect(left, top, left, bottom), Rect(right, top, right, bottom)]
    if len(across) + len(down) > _MOST:
        return Strokes((), (), (), near)
    across, down = _merged(across, near), [turned(line) for line in _merged(map(turned, down), near)]
    smallest = _SMALLEST_FRAME * sheet.width
    largest = 0.9 * sheet.width * sheet.height
    found = {
        frame
        for frame in (*boxes, *_frames(across, down, near))
        if min(frame.width, frame.height) >= smallest and frame.width * frame.height <= largest
    }
    frames = sorted(found, key=lambda frame: frame.width * frame.height)
    return Strokes(tuple(across), tuple(down), tuple(frames), near)


def _merged(lines: Iterable[Rect], near: float) -> list[Rect]:
    """Lines across; pieces that go on in one another as one."""
    rows: defaultdict[int, list[Rect]] = defaultdict(list)
    last = None
    row = 0
    for line in sorted(lines, key=lambda line: line.top + line.bottom):
        at = (line.top + line.bottom) / 2
        if last is None or at - last > near / 2:
            row += 1
            last = at
        rows[row].append(line)
    merged: list[Rect] = []
    for pieces in rows.values():
        pieces.sort()
        whole = pieces[0]
        for piece in pieces[1:]:
            if piece.left <= whole.right + near:
                right = max(whole.right, piece.right)
                whole = Rect(whole.left, min(whole.top, piece.top), right, max(whole.bottom, piece.bottom))
            else:
                merged.append(whole)
                whole = piece
        merged.append(whole)
    return merged


def _frames(across: Sequence[Rect], down: Sequence[Rect], near: float) -> Iterator[Rect]:
    """Boxes of two lines across of the same length, the lower one nearest, with two lines down at their ends."""
    alike: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
    for line in sorted(across, key=lambda line: line.top):
        alike[round(line.left / near / 2), round(line.right / near / 2)].append(line)
    for lines in alike.values():
        for at, top in enumerate(lines):
            for bottom in lines[at + 1 : at + 1 + _BETWEEN]:
                if all(_side(down, x, top.bottom, bottom.top, near) for x in (top.left, top.right)):
                    yield Rect(top.left, top.top, top.right, bottom.bottom)
                    break


def _side(down: Sequence[Rect], x: float, top: float, bottom: float, near: float) -> bool:
    side = Rect(x - near, top, x + near, bottom)
    return any(shared_width(line, side) >= 0 and shared_height(line, side) >= side.height - 2 * near for line in down)

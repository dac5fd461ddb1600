"""From the lines of columns to paragraphs: where one begins, and whether it goes on in the next column or page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.layout.columns import Column
from luoshi.layout.sheets import Line
from luoshi.model import BlockKind
from luoshi.readers.blocks import classify
from luoshi.repair import cues
from luoshi.repair.seams import Seams

LARGER = 1.14  # times the size of the text: a heading by its size
_HEADING_STEP = 1.75  # sizes from line to line of a heading
_FAR_STEP = 2.4  # sizes from line to line: a closed line is followed by a paragraph, whatever the other steps are
_WIDE_STEP = 1.35  # times the step from line to line: a wider one is between paragraphs
_WIDE_STEP_OPEN = 1.9  # the same below a line that breaks off
_ALIKE = 0.85  # the smaller of two sizes by the larger
_FAR_SHORT = 6.0  # sizes: a line that ends so far from the edge ends a paragraph, whatever its last character
_FLUSH = 0.6  # sizes by which the left edges of lines differ that are not indented
_SEAM = 0.0  # odds above which an open end goes on where nothing is indented
_SEAM_OF_PROSE = -3.0  # the same where the end is that of several lines
_SEAM_UNINDENTED = -8.0  # the same where paragraphs are indented and this one is not
_SEAM_INDENTED = 4.0  # the same over an indented beginning
_LEADER = re.compile(r"[.…·．‥。\-—_]{3,}\s*[（(]?[\divxIVX]{1,5}[）)]?$|\s{1,}\d{1,4}$")
_BULLET = re.compile(r"[•●■□◆▲★○◇·*※①-⑳]|[-—–]{1,2}\s?(?!\d)")


class Passage(NamedTuple):
    """The lines of a paragraph or heading, each with the number of its sheet and its column."""

    lines: tuple[tuple[int, Line, Column], ...]

    @property
    def words(self) -> str:
        return "".join(line.words for _, line, _ in self.lines)

    @property
    def size(self) -> float:
        return max(line.size for _, line, _ in self.lines)


def passages(number: int, column: Column, body: float) -> list[Passage]:
    """The paragraphs of a column of sheet ``number``; ``body`` is the size of the text."""
    found: list[list[Line]] = []
    previous: Line | None = None
    for line in column.lines:
        large = line.size >= LARGER * body
        if previous is not None and not (_begins_heading if large else _begins)(line, previous, found[-1], column):
            found[-1].append(line)
        else:
            found.append([line])
        previous = line
    return [Passage(tuple((number, line, column) for line in lines)) for lines in found]


def _begins_heading(line: Line, previous: Line, above: Sequence[Line], column: Column) -> bool:
    """Whether a line in large print begins a heading: the lines of one stand close, wherever they begin and end."""
    step = line.rect.top - previous.rect.top
    return (
        not 0 < step <= _HEADING_STEP * previous.size
        or min(line.size, previous.size) < _ALIKE * max(line.size, previous.size)
        or line.bold != previous.bold
        or not cues.is_open(previous.words)
        or _is_numbered(line.words)
        or (_is_numbered(above[0].words) and column.ends_early(previous))
    )


def _begins(line: Line, previous: Line, above: Sequence[Line], column: Column) -> bool:
    """Whether a line begins a paragraph."""
    if min(line.size, previous.size) < _ALIKE * max(line.size, previous.size) or line.rect.top < previous.rect.top:
        return True
    is_open = cues.is_open(previous.words)
    if not cues.has_mark(previous.words) and (cues.is_date(line.words) or cues.is_date(previous.words)):
        return True  # the end of a letter
    step = line.rect.top - previous.rect.top
    if column.pitch and step > (_WIDE_STEP_OPEN if is_open else _WIDE_STEP) * column.pitch:
        return True
    if step > _FAR_STEP * line.size and not is_open:
        return True
    if step > _HEADING_STEP * line.size and not any(cues.has_mark(other.words) for other in column.lines):
        return True  # words set far apart, as on a card or a cover
    if _LEADER.search(previous.words) and _stands_alone(previous, column):
        return True
    if line.bold != previous.bold and (column.ends_early(previous) or not is_open):
        return True
    if _have_one_middle(line, previous):
        return not is_open or _is_numbered(line.words) or line.words[0] in "（("
    if _hangs(line, above[0], previous, column):
        return False
    if column.is_indented(line):
        level = abs(line.rect.left - previous.rect.left) <= 0.5 * line.size
        return not (level and is_open and not column.ends_early(previous) and not column.is_indented(above[0]))
    if column.ends_early(previous):
        short = column.right - previous.rect.right
        return not is_open or short > _FAR_SHORT * line.size or _is_numbered(line.words)
    return not is_open and _is_numbered(line.words)


def _have_one_middle(line: Line, previous: Line) -> bool:
    """Whether two lines are centred under one another, one of them the shorter."""
    shift = (line.rect.left - previous.rect.left, previous.rect.right - line.rect.right)
    return abs(shift[0] - shift[1]) <= line.size and min(map(abs, shift)) > 0.8 * line.size


def _stands_alone(line: Line, column: Column) -> bool:
    return column.ends_early(line) or line.words[-1:].isdigit()


def _is_numbered(words: str) -> bool:
    return cues.after_counter(words) > 0 or _BULLET.match(words) is not None


def _hangs(line: Line, first: Line, previous: Line, column: Column) -> bool:
    """Whether a line is set in under the words of an item whose number or mark stands out to its left."""
    hanging = first.rect.left < line.rect.left - 0.5 * line.size and _is_numbered(first.words)
    return hanging and not column.ends_early(previous)


def goes_on(end: Passage, begin: Passage, seams: Seams) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    (_, last, column), (_, first, other) = end.lines[-1], begin.lines[0]
    if min(last.size, first.size) < _ALIKE * max(last.size, first.size):
        return False
    if is_heading_line(end, column) or _is_numbered(begin.words):
        return False
    if cues.is_credit(end.words) or cues.is_credit(begin.words):
        return False  # the caption of a picture
    if other.is_centred(first) and len(begin.lines) == 1:
        return False
    if not cues.has_mark(last.words) and (cues.is_date(last.words) or cues.is_date(first.words)):
        return False  # the end of a letter
    if len(column.lines) == len(other.lines) == 1 and not cues.has_mark(end.words):
        return False
    if not cues.is_open(end.words):
        return _is_filled(end) and _begins_inside(begin)
    score = seams.score(end.words, begin.words, 0)
    if other.is_indented(first):
        return score > _SEAM_INDENTED
    if column.ends_early(last):
        return score > _SEAM_INDENTED
    if any(own.is_indented(line) for _, line, own in end.lines) or any(map(other.is_indented, other.lines)):
        return score > _SEAM_UNINDENTED
    return score > (_SEAM_OF_PROSE if len(end.lines) > 1 else _SEAM)


def _is_filled(end: Passage) -> bool:
    """Whether an indented paragraph of prose ends right at the edge of its column, where it need not be over."""
    _, last, column = end.lines[-1]
    indented = any(own.is_indented(line) for _, line, own in end.lines)
    return indented and cues.has_full_stop(end.words) and column.right - last.rect.right <= last.size


def _begins_inside(begin: Passage) -> bool:
    """Whether prose at the top of a column is not indented, though paragraphs of the column would be."""
    _, first, column = begin.lines[0]
    others = [line for line in column.lines if line is not first]
    flush = first.rect.left - column.left <= _FLUSH * first.size
    return flush and cues.has_full_stop(begin.words) and (len(begin.lines) > 1 or any(map(column.is_indented, others)))


def is_heading_line(passage: Passage, column: Column) -> bool:
    """Whether a passage is a heading by its words: one line that ends early or is centred, numbered or bold."""
    if len(passage.lines) > 1:
        return False
    line = passage.lines[0][1]
    kind, _ = classify(line.words)
    return kind is BlockKind.HEADING and (column.ends_early(line) or line.bold or column.is_centred(line))

"""The statements of a picture card: words and the number below them as one paragraph, tile by tile.

As cards have it, 港口吞吐量 stands over 近2亿吨 in other type, or 2亿吨 over 港口吞吐量. Which way round is the same all over a
card, and shows by how many numbers have words near them there, and how near.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from statistics import fmean

from luoshi.layout.cards import is_below, is_card, saying
from luoshi.layout.columns import Column
from luoshi.layout.geometry import hull, middle, shared_height, shared_width
from luoshi.layout.paragraphs import Passage
from luoshi.layout.sheets import Line, Paragraph, Rect, Sheet
from luoshi.layout.tiles import parts_of
from luoshi.model import BlockKind
from luoshi.repair import cues

_LEVEL = 0.5  # of the lower of two statements' heights that they have in common in a row of tiles


def statements(sheet: Sheet) -> list[Passage | Paragraph] | None:
    """The paragraphs of a card row by row, from the left; None where the page is none. Only words may be headings."""
    if not is_card(sheet.lines):
        return None
    parts = parts_of(sheet.lines)
    over = [pair for part in parts for pair in _pairs(part, _is_over)]
    under = [pair for part in parts for pair in _pairs(part, _is_under)]
    pairs = under if len(under) > max(len(over), 1) and _white(under) < _white(over) else over
    paired = {id(line) for pair in pairs for line in pair}
    found = [*pairs, *((line,) for line in sheet.lines if id(line) not in paired)]
    area = hull(line.rect for line in sheet.lines)
    column = Column(area.left, area.right, 0.0, ())
    return [_paragraph(sheet.number, lines, column) for lines in _in_rows(found)]


def _paragraph(number: int, lines: Sequence[Line], column: Column) -> Passage | Paragraph:
    if any(saying(line.words).has_number for line in lines):
        return Paragraph(tuple((number, line) for line in lines), BlockKind.PARAGRAPH)
    return Passage(tuple((number, line, column) for line in lines))


def _pairs(lines: Sequence[Line], belong: Callable[[Line, Line], bool]) -> list[tuple[Line, Line]]:
    """Words and the number that belongs to them, from the top down; ``belong`` says whether they stand so."""
    found: list[tuple[Line, Line]] = []
    ordered = sorted(lines, key=lambda line: middle(line.rect)[1])
    labels = [line for line in ordered if _is_label(line.words)]
    for number in ordered:
        own = saying(number.words)
        if own.has_number and not own.is_named and not cues.after_counter(number.words):
            label = next((label for label in reversed(labels) if belong(label, number)), None)
            if label is not None:
                labels.remove(label)
                found.append((label, number))
    return found


def _white(pairs: Sequence[tuple[Line, Line]]) -> float:
    """The mean height of the white between words and numbers; infinite for none."""
    gaps = [-shared_height(label.rect, number.rect) for label, number in pairs]
    return fmean(gaps) if gaps else inf


def _is_label(words: str) -> bool:
    return saying(words).is_label and cues.is_open(words) and "：" not in words


def _is_over(label: Line, number: Line) -> bool:
    return is_below(number.rect, label.rect)


def _is_under(label: Line, number: Line) -> bool:
    return is_below(label.rect, number.rect)


def _in_rows(statements: Sequence[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    """Statements from the top down, those beside each other from the left."""
    rest = sorted(((hull(line.rect for line in lines), lines) for lines in statements), key=lambda one: one[0].top)
    ordered: list[tuple[Line, ...]] = []
    while rest:
        row = [one for one in rest if _in_one_row(rest[0][0], one[0])]
        ordered += (lines for _, lines in sorted(row, key=lambda one: one[0].left))
        rest = [one for one in rest if one not in row]
    return ordered


def _in_one_row(one: Rect, other: Rect) -> bool:
    return one == other or (
        shared_width(one, other) <= 0 and shared_height(one, other) > _LEVEL * min(one.height, other.height)
    )

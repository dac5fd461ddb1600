"""The statements of a picture card: words and the number below them as one paragraph, tile by tile.

As cards have it, 港口吞吐量 stands over 近2亿吨 in other type, or 2亿吨 over 港口吞吐量. Which way round is the same all over a
card, and shows by how many numbers have words near them there.
"""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.layout.cards import is_below, is_card, saying
from luoshi.layout.columns import Column
from luoshi.layout.geometry import hull, middle, shared_height, shared_width
from luoshi.layout.paragraphs import Passage
from luoshi.layout.sheets import Line, Rect, Sheet
from luoshi.layout.tiles import parts_of
from luoshi.repair import cues

_LEVEL = 0.5  # of the lower of two statements' heights that they have in common in a row of tiles


def statements(sheet: Sheet) -> list[Passage] | None:
    """The paragraphs of a card row by row, from the left; None where the page is none."""
    if not is_card(sheet.lines):
        return None
    found = [lines for part in parts_of(sheet.lines) for lines in _joined(part)]
    area = hull(line.rect for line in sheet.lines)
    column = Column(area.left, area.right, 0.0, ())
    return [Passage(tuple((sheet.number, line, column) for line in lines)) for lines in _in_rows(found)]


def _joined(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a column of tiles, words with their number."""
    ordered = sorted(lines, key=lambda line: middle(line.rect)[1])
    found: list[list[Line]] = []
    for line in ordered:
        above = next((lines for lines in reversed(found) if _is_label(lines, line)), None)
        if above is None:
            found.append([line])
        else:
            above.append(line)
    return found


def _is_label(lines: Sequence[Line], below: Line) -> bool:
    """Whether words belong to the number right below them."""
    above = lines[-1]
    return (
        saying(above.words).is_label
        and saying(below.words).has_number
        and not saying(below.words).is_named
        and cues.is_open(above.words)
        and not cues.after_counter(below.words)
        and is_below(below.rect, above.rect)
    )


def _in_rows(statements: Sequence[list[Line]]) -> list[list[Line]]:
    """Statements from the top down, those beside each other from the left."""
    rest = sorted(statements, key=lambda lines: lines[0].rect.top)
    ordered: list[list[Line]] = []
    while rest:
        first = hull(line.rect for line in rest[0])
        row = [lines for lines in rest if _in_one_row(first, hull(line.rect for line in lines))]
        ordered += sorted(row, key=lambda lines: lines[0].rect.left)
        rest = [lines for lines in rest if lines not in row]
    return ordered


def _in_one_row(one: Rect, other: Rect) -> bool:
    return one == other or (
        shared_width(one, other) <= 0 and shared_height(one, other) > _LEVEL * min(one.height, other.height)
    )

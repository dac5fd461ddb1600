"""The reading order of sheets: which lines make a paragraph, and which paragraph comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from luoshi.layout.aligned import aligned_tables
from luoshi.layout.columns import columns_of
from luoshi.layout.furniture import without_furniture
from luoshi.layout.grids import Table, ruled_tables
from luoshi.layout.headings import is_large, levels_of, paragraph_of
from luoshi.layout.notes import notes_of
from luoshi.layout.paragraphs import Passage, goes_on, passages
from luoshi.layout.pictures import with_drawn_pictures
from luoshi.layout.reading_order import ordered
from luoshi.layout.rows import joined
from luoshi.layout.sheets import Line, Paragraph, Sheet
from luoshi.layout.statements import statements
from luoshi.layout.strokes import strokes_of
from luoshi.layout.text_blocks import TextBlock, text_blocks
from luoshi.model import BlockKind
from luoshi.repair import cues
from luoshi.repair.seams import Seams

_SMALL = 0.93  # times the size of the text
_SMALL_RECOGNISED = 0.84  # the same where sizes tremble

Item = Passage | Paragraph | tuple[int, Table]
"""A paragraph, one whose kind is known, or a table of the sheet with that number."""


def arrange(sheets: Sequence[Sheet]) -> tuple[Paragraph, ...]:
    """The paragraphs of all sheets in reading order, without running heads, feet and page numbers."""
    sheets = without_furniture(sheets)
    body = _body_size(line for sheet in sheets for line in sheet.lines)
    seams = Seams(line.words for sheet in sheets for line in sheet.lines if len(line.words) > 5)
    items: list[Item] = []
    last = -1
    for sheet in sheets:
        text, notes = _read(sheet, seams)
        last = _add(items, text, last, body, seams)
        items += notes
    sizes = {item.size for item in items if isinstance(item, Passage) and is_large(item, body)}
    levels = levels_of(sizes)
    return tuple(_paragraphs(items, body, levels))


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.words)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 1.0


def _read(sheet: Sheet, seams: Seams) -> tuple[list[Item], list[Item]]:
    """The paragraphs and tables of a sheet in reading order, and its notes."""
    card = statements(sheet)
    if card is not None:
        return [*card], []
    sheet = with_drawn_pictures(sheet)
    strokes = strokes_of(sheet)
    ruled, lines = ruled_tables(sheet.lines, strokes)
    aligned, lines = aligned_tables(joined(lines, strokes.down))
    strokes = strokes.without_tables([table.rect for table in ruled])
    blocks = text_blocks(lines, ruled + aligned, strokes)
    body = _body_size(lines)
    notes = notes_of(blocks, body, sheet.height, strokes)
    apart = set(map(id, notes))
    text = ordered([block for block in blocks if id(block) not in apart], sheet, strokes, body, seams)
    return list(_items(sheet.number, text, body)), list(_items(sheet.number, notes, body))


def _items(number: int, blocks: Iterable[TextBlock], body: float) -> Iterator[Item]:
    for column in columns_of(blocks):
        table = column.blocks[0].table
        if table is not None:
            yield number, table
        else:
            yield from passages(number, column, body)


def _add(items: list[Item], text: Sequence[Item], last: int, body: float, seams: Seams) -> int:
    """Adds paragraphs in reading order, and joins those that a column's or page's end has torn, also past an aside.

    ``last`` is the place of the last paragraph of text so far, -1 for none; gives the new one.
    """
    for item in text:
        if not isinstance(item, Passage) or is_large(item, body):
            items.append(item)
            last = -1
            continue
        before = items[last] if last >= 0 else None
        if isinstance(before, Passage) and before.lines[-1][2] is not item.lines[0][2] and goes_on(before, item, seams):
            items[last] = Passage(before.lines + item.lines)
        else:
            items.append(item)
            if not _is_aside(item, body):
                last = len(items) - 1
    return last


def _is_aside(passage: Passage, body: float) -> bool:
    """Whether a paragraph interrupts text that goes on behind it: a caption, or a line of small print such as a head
    that stands on one page only."""
    exact = all(line.confidence == 1 for _, line, _ in passage.lines)
    is_small = passage.size <= (_SMALL if exact else _SMALL_RECOGNISED) * body
    is_line = len(passage.lines) == 1 and not cues.has_mark(passage.words)
    return (is_small and is_line) or cues.is_credit(passage.words)


def _paragraphs(items: Iterable[Item], body: float, levels: Sequence[float]) -> Iterator[Paragraph]:
    table_number = -1
    for item in items:
        if isinstance(item, Passage):
            yield paragraph_of(item, body, levels)
            continue
        if isinstance(item, Paragraph):
            yield item
            continue
        number, table = item
        table_number += 1
        for cell in table.cells:
            lines = tuple((number, line) for line in cell.lines)
            yield Paragraph(lines, BlockKind.TABLE_CELL, 0, table_number, cell.row, cell.column)

"""Tables of word processors as passages: a table of data cell by cell, one that lays out a page as what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from luoshi.model import BlockKind
from luoshi.readers.passages import Passage, holds_data


class GridCell(NamedTuple):
    """A cell with what stands in it. A merged one is where it begins."""

    row: int
    column: int
    inside: Sequence[Passage]

    @property
    def words(self) -> str:
        return " ".join(passage.words for passage in self.inside)


def in_table(cells: Sequence[GridCell], table: int) -> Iterable[Passage]:
    """The cells of a table of data as those of table number ``table``, or all that stands in a table which is none.

    A table that holds another one lays out the page.
    """
    rows = len({cell.row for cell in cells})
    nested = any(passage.table >= 0 for cell in cells for passage in cell.inside)
    if holds_data(rows, [cell.words for cell in cells], nested):
        return [
            Passage(cell.words, BlockKind.TABLE_CELL, 0, table, cell.row, cell.column) for cell in cells if cell.words
        ]
    return [passage for cell in cells for passage in cell.inside]

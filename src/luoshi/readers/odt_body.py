"""The body of an OpenDocument text as passages, in order (OpenDocument 1.3, part 3, sections 4 to 10).

Words deleted under change tracking lie apart and are not read; neither are hidden text, comments, tables of contents
and phonetic guides. A text box follows the paragraph that it is anchored in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from luoshi.model import BlockKind
from luoshi.readers.grids import GridCell, in_table
from luoshi.readers.numbering import Counter, Level
from luoshi.readers.odt_styles import Styles, attribute, counted
from luoshi.readers.passages import Passage, worded

if TYPE_CHECKING:
    from odfdo import Element

_SIGNS = {"text:s": " ", "text:tab": " ", "text:line-break": "\n"}
_NO_WORDS = ("office:annotation", "office:annotation-end", "text:ruby-text", "text:number", "text:tracked-changes")
_ROWS = ("table:table-header-rows", "table:table-rows", "table:table-row-group")
_DRAWN = ("draw:", "dr3d:")


class Body:
    """One pass through a document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._found: list[Passage] = []
        self._tables = 0
        self._boxes: list[Element] = []
        self._notes: list[Element] = []
        self._outline = Counter()
        self._counters: dict[str, Counter] = {}
        self._titled = False  # whether there was a title: headings stand one level lower then

    def passages(self, body: Element) -> list[Passage]:
        """What stands in the body, and behind it its footnotes and endnotes in the order of their references."""
        self._blocks(body)
        for number, note in enumerate(self._notes, 1):
            if words := " ".join(passage.words for passage in self._inside(note)):
                self._found.append(Passage(f"[{number}] {words}", BlockKind.LIST_ITEM))
        return self._found

    def _blocks(self, container: Element) -> None:
        for child in container.children:
            tag = child.tag
            if tag in ("text:p", "text:h"):
                self._paragraph(child)
            elif tag == "text:list":
                self._list(child, attribute(child, "text:style-name"), 0)
            elif tag == "table:table":
                self._table(child)
            elif tag == "text:section":
                if attribute(child, "text:display") != "none":
                    self._blocks(child)
            elif tag.startswith(_DRAWN):
                self._blocks(child)

    def _inside(self, container: Element) -> list[Passage]:
        """What stands in a cell or a note."""
        around, self._found = self._found, []
        self._blocks(container)
        inside, self._found = self._found, around
        return inside

    # ---------------------------------------------------------------- lists

    def _list(self, element: Element, style: str, level: int, counter: Counter | None = None) -> None:
        style = attribute(element, "text:style-name") or style
        if counter is None:
            goes_on = (
                "text:continue-list" in element.attributes or attribute(element, "text:continue-numbering") == "true"
            )
            counter = self._counters.get(style) if goes_on else None
            counter = self._counters[style] = counter or Counter()
        levels = self._styles.levels(style)
        for item in element.children:
            if start := counted(item, "text:start-value", 0):
                counter.restart(level, start)
            numbered = item.tag == "text:list-item"
            for child in item.children:
                if child.tag == "text:list":
                    self._list(child, style, level + 1, counter)
                elif child.tag in ("text:p", "text:h"):
                    self._paragraph(
                        child, (counter.count(level, levels), _bulleted(levels, level)) if numbered else ("", False)
                    )
                    numbered = False  # a number stands before the first paragraph of an item

    # ---------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Element, mark: tuple[str, bool] = ("", False)) -> None:
        style = attribute(paragraph, "text:style-name")
        boxes, self._boxes = self._boxes, []
        pieces: list[str] = []
        if not self._styles.hides("paragraph", style):
            self._inline(paragraph, pieces.append)
        number, bullet = mark
        level = 0
        if paragraph.tag == "text:h":
            outline = counted(paragraph, "text:outline-level")
            level = outline + self._titled
            if not number and attribute(paragraph, "text:is-list-header") != "true":
                number = self._outline.count(outline - 1, self._styles.outline)
        elif self._styles.is_title(style):
            level, self._titled = 1, True
        if (raw := "".join(pieces)).strip():
            self._found += worded(raw, level, number, bullet)
        here, self._boxes = self._boxes, boxes
        for box in here:
            self._blocks(box)

    def _inline(self, element: Element, add: Callable[[str], None]) -> None:
        add(element.text or "")
        for child in element.children:
            tag = child.tag
            if tag in _SIGNS:
                add(_SIGNS[tag])
            elif tag == "text:note":
                self._notes += (part for part in child.children if part.tag == "text:note-body")
            elif tag.startswith(_DRAWN):
                self._boxes.append(child)
            elif tag not in _NO_WORDS and not self._styles.hides("text", attribute(child, "text:style-name")):
                self._inline(child, add)
            add(child.tail or "")

    # ---------------------------------------------------------------- tables

    def _table(self, table: Element) -> None:
        cells: list[GridCell] = []
        for at, row in enumerate(_rows(table)):
            column = 0
            for cell in row.children:
                if cell.tag == "table:table-cell" and (inside := self._inside(cell)):
                    cells.append(GridCell(at, column, inside))
                column += counted(cell, "table:number-columns-repeated")
        found = list(in_table(cells, self._tables))
        self._tables = max((passage.table + 1 for passage in found), default=self._tables)
        self._found += found


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.tag == "table:table-row":
            yield child
        elif child.tag in _ROWS:
            yield from _rows(child)


def _bulleted(levels: dict[int, Level], level: int) -> bool:
    return level in levels and levels[level].bullet

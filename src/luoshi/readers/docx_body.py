"""The body of a Word document as passages, in order (ECMA-376-1, 17.2 to 17.4 and 17.11).

Deleted and moved-away words, hidden text, comments, tables of contents, field codes and phonetic guides are no part of
the document; insertions are. A text box follows the paragraph that it is anchored in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from luoshi.model import BlockKind
from luoshi.readers.docx_styles import Lists, Styles, W, switched, value
from luoshi.readers.grids import GridCell, in_table
from luoshi.readers.passages import Passage, worded

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_AROUND = {
    W + tag
    for tag in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "hyperlink", "fldSimple", "bdo", "dir")
}
_INLINE = _AROUND | {W + "ruby", W + "rubyBase"}
_SIGNS = {W + "tab": " ", W + "ptab": " ", W + "cr": "\n", W + "noBreakHyphen": "-"}
_DRAWN = {W + "drawing", W + "pict", W + "object"}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_PRIVATE = range(0xE000, 0xF900)  # where symbol fonts have their characters


class Body:
    """One pass through a document. ``notes`` are the roots of the parts of footnotes and endnotes by their kind."""

    def __init__(self, styles: Styles, lists: Lists, notes: dict[str, Any]) -> None:
        self._styles = styles
        self._lists = lists
        self._notes = notes
        self._found: list[Passage] = []
        self._tables = 0
        self._going_on = ""  # words whose paragraph mark is deleted: the next paragraph goes on with them
        self._boxes: list[Any] = []
        self._referred: list[tuple[str, str]] = []

    def passages(self, body: Any) -> list[Passage]:
        """What stands in the body, and behind it its footnotes and endnotes in the order of their references."""
        self._blocks(body)
        for number, (kind, id_) in enumerate(self._referred, 1):
            if note := self._note(kind, id_):
                self._found.append(Passage(f"[{number}] {note}", BlockKind.LIST_ITEM))
        return self._found

    def _note(self, kind: str, id_: str) -> str:
        root = self._notes.get(kind)
        for note in root.findall(W + kind) if root is not None else ():
            if note.get(W + "id") == id_:
                return " ".join(passage.words for passage in self._inside(note))
        return ""

    def _blocks(self, container: Any) -> None:
        for child in _children(container):
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag in _AROUND and not _is_contents(child):
                self._blocks(child)

    def _inside(self, container: Any) -> list[Passage]:
        """What stands in a cell, a text box or a note."""
        around, self._found = self._found, []
        self._blocks(container)
        inside, self._found = self._found, around
        return inside

    # ---------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Any) -> None:
        boxes, self._boxes = self._boxes, []
        pieces: list[str] = []
        self._inline(paragraph, paragraph, pieces.append)
        raw = self._going_on + "".join(pieces)
        self._going_on = ""
        if switched(paragraph, "pPr/rPr/del"):
            self._going_on = raw
        elif not self._styles.is_contents(paragraph):
            number, bullet = self._lists.number(paragraph)  # an empty paragraph counts too
            if raw.strip():
                self._found += worded(raw, self._styles.heading(paragraph), number, bullet)
        here, self._boxes = self._boxes, boxes
        for box in here:
            self._found += self._inside(box)

    def _inline(self, element: Any, paragraph: Any, add: Callable[[str], None]) -> None:
        for child in _children(element):
            tag = child.tag
            if tag == W + "t":
                add(child.text or "")
            elif tag == W + "r":
                if not self._styles.hides(child, paragraph):
                    self._inline(child, paragraph, add)
            elif tag in _INLINE:
                self._inline(child, paragraph, add)
            elif tag in _SIGNS:
                add(_SIGNS[tag])
            elif tag == W + "br":
                add("\n" if child.get(W + "type", "textWrapping") == "textWrapping" else "")
            elif tag == W + "sym":
                add(_symbol(child.get(W + "char", "")))
            elif tag in _NOTES:
                self._referred.append((_NOTES[tag], child.get(W + "id", "")))
            elif tag in _DRAWN:
                self._boxes += _text_boxes(child)
            elif tag.startswith(_M):
                add("".join(part.text or "" for part in child.iter(_M + "t")))

    # ---------------------------------------------------------------- tables

    def _table(self, table: Any) -> None:
        cells: list[GridCell] = []
        rows = [row for row in _below(table, W + "tr") if not switched(row, "trPr/del")]
        for at, row in enumerate(rows):
            column = _count(value(row, "trPr/gridBefore"), 0)
            for cell in _below(row, W + "tc"):
                if not (_continues(cell) or switched(cell, "tcPr/cellDel")):
                    cells.append(GridCell(at, column, self._inside(cell)))
                column += _count(value(cell, "tcPr/gridSpan"), 1)
        found = list(in_table(cells, self._tables))
        self._tables = max((passage.table + 1 for passage in found), default=self._tables)
        self._found += found


def _children(element: Any) -> Iterator[Any]:
    """The children; of what is there twice, for newer and older programs, the newer."""
    for child in element:
        if child.tag == _MC + "AlternateContent":
            chosen = child.find(_MC + "Choice")
            chosen = child.find(_MC + "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from _children(chosen)
        elif isinstance(child.tag, str):  # no comment, no processing instruction
            yield child


def _below(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in _children(element):
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _below(child, tag)


def _text_boxes(element: Any) -> Iterator[Any]:
    for child in _children(element):
        if child.tag == W + "txbxContent":
            yield child
        else:
            yield from _text_boxes(child)


def _is_contents(element: Any) -> bool:
    return value(element, "sdtPr/docPartObj/docPartGallery") == "Table of Contents"


def _continues(cell: Any) -> bool:
    """Whether a cell is merged with the one above it or to its left."""
    return any(
        (merged := cell.find(f"{W}tcPr/{W}{tag}")) is not None and merged.get(W + "val", "continue") == "continue"
        for tag in ("vMerge", "hMerge")
    )


def _count(number: str, otherwise: int) -> int:
    return min(int(number), 1000) if number.isascii() and number.isdigit() else otherwise


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number in _PRIVATE or number > 0xFFFF else chr(number)

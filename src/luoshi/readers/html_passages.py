"""A web page as passages: its paragraphs, headings, list items and table cells in order, with the parts they lie in."""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from luoshi.catalogue import words
from luoshi.model import BlockKind
from luoshi.readers.passages import Passage, holds_data, tidied

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_WHOLE = frozenset(("p", "pre", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6"))


class Part(NamedTuple):
    """An element of the page: passages from ``first`` up to, not including, ``last``; ``parent`` is its index or -1.

    ``whole`` says that it is a paragraph, a list or a table of data, which is never an article by itself.
    """

    parent: int
    first: int
    last: int
    whole: bool


def passages(page: LexborHTMLParser) -> tuple[list[Passage], list[Part]]:
    """The passages of a page in order, and the elements that hold them, each behind the one it lies in."""
    walk = _Walk()
    if page.body is not None:
        walk.through(page.body)
    return walk.found, walk.parts


class _Walk:
    """One pass through the elements; a stack instead of recursion, because pages nest deep."""

    def __init__(self) -> None:
        self._skipped = frozenset(words("html", "skipped"))
        self._blocks = frozenset(words("html", "blocks"))
        self.found: list[Passage] = []
        self.parts: list[Part] = []
        self._open: list[int] = []  # indices of the parts that are open
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0  # how many <a> are open
        self._heading = 0
        self._items = 0
        self._table, self._tables = -1, 0
        self._row, self._column = -1, 0
        self._cell = False
        self._spanned: dict[int, int] = {}  # column → rows that a cell above still covers

    def through(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._leave(node, tag)
            elif tag == "-text":
                self._text(node.text(deep=False))
            elif not tag.startswith("-") and tag != "!doctype" and tag not in self._skipped and not _hidden(node):
                self._enter(node, tag)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))

    def _text(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            if self._links:
                self._linked += len(text.strip())

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag == "a":
            self._links += 1
        if tag not in self._blocks:
            return
        if self._cell:
            self._pieces.append(" ")  # a cell is one passage, whatever stands in it
        else:
            self._flush()
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        elif tag == "li":
            self._items += 1
        elif tag == "table" and self._table < 0 and _holds_data(node):
            self._table, self._row, self._spanned = self._tables, -1, {}
            self._tables += 1
        elif tag == "tr" and self._table >= 0:
            self._row, self._column = self._row + 1, 0
            self._spanned = {column: rows - 1 for column, rows in self._spanned.items() if rows > 1}
        elif tag in ("td", "th") and self._table >= 0:
            self._cell = True
            while self._column in self._spanned:
                self._column += 1
        if tag != "br":
            whole = tag in _WHOLE or (tag == "table" and self._table >= 0)
            self.parts.append(Part(self._open[-1] if self._open else -1, len(self.found), -1, whole))
            self._open.append(len(self.parts) - 1)

    def _leave(self, node: LexborNode, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        if tag not in self._blocks:
            return
        if tag in ("td", "th") and self._cell:
            self._flush()
            self._cell = False
            rows = _number(node, "rowspan")
            for _ in range(_number(node, "colspan")):
                if rows > 1:
                    self._spanned[self._column] = rows
                self._column += 1
        elif not self._cell:
            self._flush()
        if tag != "br":
            index = self._open.pop()
            self.parts[index] = self.parts[index]._replace(last=len(self.found))
        if tag[0] == "h" and tag[1:].isdigit():
            self._heading = 0
        elif tag == "li":
            self._items -= 1
        elif tag == "table" and self._table >= 0:
            self._table = -1

    def _flush(self) -> None:
        raw = "".join(self._pieces)
        line = tidied(_BROKEN.sub("", raw))
        if line:
            linked = self._linked > 0.8 * len(line)
            if self._cell:
                kind = BlockKind.TABLE_CELL
                self.found.append(Passage(line, kind, 0, self._table, self._row, self._column, linked))
            elif self._heading:
                self.found.append(Passage(line, BlockKind.HEADING, self._heading, linked=linked))
            else:
                kind = BlockKind.LIST_ITEM if self._items else BlockKind.PARAGRAPH
                self.found.append(Passage(line, kind, linked=linked))
        self._pieces, self._linked = [], 0


def _hidden(node: LexborNode) -> bool:
    style = node.attributes.get("style")
    return bool(style and _HIDDEN.search(style))


def _number(node: LexborNode, attribute: str) -> int:
    value = node.attributes.get(attribute) or "1"
    return min(int(value), 1000) if value.isascii() and value.isdigit() and value != "0" else 1


def _holds_data(table: LexborNode) -> bool:
    cells = [cell.text() for cell in table.css("td, th")]
    return holds_data(len(table.css("tr")), cells, len(table.css("table")) > 1)

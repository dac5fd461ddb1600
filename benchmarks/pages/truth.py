"""What a page says: its paragraphs in true order, and where each line of them is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Self


class Kind(StrEnum):
    """What a piece of print is. Furniture (mastheads, running heads, page numbers) is no part of the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    NOTE = "note"
    CELL = "cell"
    FURNITURE = "furniture"


class PrintedLine(NamedTuple):
    """A line as printed: its page (from 1) and its left, top, right and bottom in points, of a picture in pixels."""

    words: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Piece:
    """A paragraph, heading, caption, note, table cell or piece of furniture.

    ``article`` numbers the articles of a page; cells have their ``table``, ``row`` and ``column`` (else -1).
    """

    kind: Kind
    article: int
    text: str
    table: int = -1
    row: int = -1
    column: int = -1
    lines: tuple[PrintedLine, ...] = ()

    @property
    def floats(self) -> bool:
        """Whether it may stand anywhere in its article: captions beside the text, notes below it."""
        return self.kind in (Kind.CAPTION, Kind.NOTE)


class Unit(NamedTuple):
    """What has a place in the order of a text: a piece, or the cells of a row, with its printed lines and their pages."""

    article: int
    floats: bool
    text: str
    lines: tuple[str, ...]
    pages: frozenset[int]


@dataclass(slots=True)
class Truth:
    """``pieces`` in true order. ``date`` and ``place`` are those of the text; ``sizes`` of the pages are in points or pixels."""

    name: str
    kind: str
    date: str
    place: str
    sizes: tuple[tuple[float, float], ...]
    pieces: tuple[Piece, ...]

    @property
    def said(self) -> Iterator[Piece]:
        """All pieces but the furniture."""
        return (piece for piece in self.pieces if piece.kind is not Kind.FURNITURE)

    @property
    def furniture(self) -> list[str]:
        """The words of each line of furniture."""
        return [line.words for piece in self.pieces if piece.kind is Kind.FURNITURE for line in piece.lines]

    @property
    def units(self) -> list[Unit]:
        """The paragraphs and rows in true order."""
        return [_unit(list(group)) for _, group in groupby(enumerate(self.said), _row_or_piece)]

    @property
    def text(self) -> str:
        """The full text: one paragraph a line, the cells of a row with tabs between them."""
        return "\n".join(unit.text for unit in self.units)

    def write(self, path: Path) -> None:
        """Writes it as JSON."""
        shown = {**asdict(self), "text": self.text}
        path.write_text(json.dumps(shown, ensure_ascii=False, indent=1), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Reads what ``write`` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        del data["text"]
        data["sizes"] = tuple((width, height) for width, height in data["sizes"])
        data["pieces"] = tuple(_piece(piece) for piece in data["pieces"])
        return cls(**data)


def _row_or_piece(numbered: tuple[int, Piece]) -> tuple[int, int, int]:
    number, piece = numbered
    return (piece.table, piece.row, 0) if piece.kind is Kind.CELL else (-1, -1, number)


def _unit(group: Sequence[tuple[int, Piece]]) -> Unit:
    pieces = [piece for _, piece in group]
    text = "\t".join(piece.text for piece in pieces)
    if pieces[0].kind is Kind.CELL:
        lines: tuple[str, ...] = (text,)
    else:
        lines = tuple(line.words for piece in pieces for line in piece.lines) or (text,)
    pages = frozenset(line.page for piece in pieces for line in piece.lines)
    return Unit(pieces[0].article, pieces[0].floats, text, lines, pages)


def _piece(data: dict[str, object]) -> Piece:
    lines = data.pop("lines")
    assert isinstance(lines, list)
    printed = tuple(PrintedLine(words, page, tuple(box)) for words, page, box in lines)
    return Piece(**{**data, "kind": Kind(data["kind"]), "lines": printed})  # type: ignore[arg-type]

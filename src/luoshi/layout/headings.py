"""What kind of block a paragraph is, by its size, its weight, where it stands, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from luoshi.layout.paragraphs import LARGER, Passage
from luoshi.layout.sheets import Paragraph
from luoshi.model import BlockKind
from luoshi.readers.blocks import classify
from luoshi.repair import cues

_SAME_LEVEL = 1.08  # a size larger by less is the same level of headings
_LONGEST = 120  # characters of a heading
_MOST_LINES = 6
_DEEPEST = 6


def is_large(passage: Passage, body: float) -> bool:
    """Whether a paragraph is a heading by the size of its print."""
    return (
        passage.size >= LARGER * body
        and len(passage.words) <= _LONGEST
        and len(passage.lines) <= _MOST_LINES
        and not (cues.has_full_stop(passage.words[:-1]) and len(passage.words) > _LONGEST // 3)
    )


def levels_of(sizes: Iterable[float]) -> list[float]:
    """The smallest size of each level of headings, from the largest down."""
    levels: list[float] = []
    for size in sorted(sizes, reverse=True):
        if not levels or size * _SAME_LEVEL < levels[-1]:
            levels.append(size)
        else:
            levels[-1] = size
    return levels[:_DEEPEST]


def paragraph_of(passage: Passage, body: float, levels: Sequence[float]) -> Paragraph:
    """A paragraph with its kind: None where the words say it alone."""
    lines = tuple((number, line) for number, line, _ in passage.lines)
    if is_large(passage, body):
        if cues.after_counter(passage.words):
            return Paragraph(lines)
        level = next((at for at, size in enumerate(levels, 1) if passage.size >= size), _DEEPEST)
        return Paragraph(lines, BlockKind.HEADING, level)
    kind, _ = classify(passage.words)
    if kind is not BlockKind.HEADING or cues.after_counter(passage.words):
        return Paragraph(lines)
    stands_out = all(line.bold or column.is_centred(line) for _, line, column in passage.lines)
    return Paragraph(lines) if stands_out else Paragraph(lines, BlockKind.PARAGRAPH)

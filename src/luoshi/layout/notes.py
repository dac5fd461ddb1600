"""Notes at the foot of a page: small print below the text, marked as a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.layout.strokes import Strokes
from luoshi.layout.text_blocks import TextBlock

_SMALLER = 0.95  # times the size of the text
_LOW = 0.5  # of the page's height: notes stand below
_MARK = re.compile(
    r"[①-⑳❶-❿*＊※]|[\[［〔(（]\d{1,3}[\]］〕)）]|\d{1,3}(?=[\s\u4e00-\u9fff“《])|注\s?\d*[：:]|\d{1,3}[.．]\s"
)


def notes_of(blocks: Sequence[TextBlock], body: float, height: float, strokes: Strokes) -> list[TextBlock]:
    """The blocks at the foot that are notes: from the first marked one that is small down, with nothing else below."""
    notes: list[TextBlock] = []
    for block in sorted(blocks, key=lambda block: -block.rect.bottom):
        small = 0 < block.size <= _SMALLER * body and block.rect.top >= _LOW * height
        if not small:
            break
        notes.insert(0, block)
    while notes and not (_MARK.match(notes[0].lines[0].words) and _is_apart(notes[0], blocks, strokes)):
        notes.pop(0)
    return notes


def _is_apart(note: TextBlock, blocks: Sequence[TextBlock], strokes: Strokes) -> bool:
    """Whether text stands above a note, and nothing beside it."""
    above = [block for block in blocks if block.rect.bottom <= note.rect.top + note.size]
    beside = any(
        block is not note and block.rect.top < note.rect.bottom and block.rect.bottom > note.rect.top + note.size
        for block in blocks
    )
    return bool(above) and not beside

"""What is said of a number on a line of its own: the words above it in other type, as picture cards have it
(港口吞吐量, and below it 近2亿吨)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.layout.geometry import shared_width
from luoshi.layout.paragraphs import Passage
from luoshi.repair import cues

_NEAR = 0.7  # of the higher of two lines: the white between words and their number
_LONGEST = 24  # characters of the words, and of the line with the number
_MOST = 40  # lines of a page that has nothing but such words and numbers
_NUMBER = re.compile(r"\d")


def with_labels(items: Sequence[Passage]) -> list[Passage]:
    """The paragraphs of a page in reading order; on a page without sentences, words and the number below them as one."""
    if len(items) > _MOST or any(cues.has_full_stop(item.words) for item in items):
        return list(items)
    found: list[Passage] = []
    for item in items:
        label = next((at for at in reversed(range(len(found))) if _is_label(found[at], item)), None)
        if label is None:
            found.append(item)
        else:
            found[label] = Passage(found[label].lines + item.lines)
    return found


def _is_label(above: Passage, below: Passage) -> bool:
    """Whether words belong to the number right below them."""
    if len(above.lines) > 1 or len(below.lines) > 1 or max(len(above.words), len(below.words)) > _LONGEST:
        return False
    upper, lower = above.lines[0][1], below.lines[0][1]
    gap = lower.rect.top - upper.rect.bottom
    return (
        _NUMBER.search(upper.words) is None
        and _NUMBER.search(lower.words) is not None
        and cues.is_open(upper.words)
        and not cues.after_counter(lower.words)
        and lower.rect.top > upper.rect.top
        and gap <= _NEAR * max(upper.rect.height, lower.rect.height)
        and shared_width(upper.rect, lower.rect) >= 0.5 * min(upper.rect.width, lower.rect.width)
    )

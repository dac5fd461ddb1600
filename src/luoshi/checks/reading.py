"""What several checks read from the repaired text: the clause around an offset."""

from __future__ import annotations

import re

from luoshi.catalogue import words

CLAUSE_STOPS = "。！？；，、：\n（）"
SENTENCE_STOPS = "。！？\n"
# Time, place and scope before an indicator are not part of what it is called.
LEADING = re.compile(rf"(?:{'|'.join(words('checks', 'leading'))})+")
_LONGEST_CLAUSE = 120
_LONGEST_SENTENCE = 300


def clause_start(text: str, offset: int) -> int:
    """Where the clause of a normalised text begins in which ``offset`` lies; looks back a bounded way."""
    return _back(text, offset, CLAUSE_STOPS, _LONGEST_CLAUSE)


def clause_end(text: str, offset: int) -> int:
    """Where the clause ends that ``offset`` lies in."""
    return _ahead(text, offset, CLAUSE_STOPS, _LONGEST_CLAUSE)


def sentence(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence of a normalised text in which ``offset`` lies, without its full stop."""
    return _back(text, offset, SENTENCE_STOPS, _LONGEST_SENTENCE), _ahead(
        text, offset, SENTENCE_STOPS, _LONGEST_SENTENCE
    )


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of characters of two texts: 1 for equal, 0 for nothing in common (Dice, 1945)."""
    a, b = pairs(one), pairs(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else float(one == other)


def _back(text: str, offset: int, stops: str, reach: int) -> int:
    low = max(offset - reach, 0)
    return max(max(text.rfind(stop, low, offset) for stop in stops) + 1, low)


def _ahead(text: str, offset: int, stops: str, reach: int) -> int:
    high = min(offset + reach, len(text))
    ends = (text.find(stop, offset, high) for stop in stops)
    return min((end for end in ends if end >= 0), default=high)

"""Phrases that loop inside a line: 提升服务水平提升服务水平提升服务水平提升服务水平…

A stretch with period d is equal to itself moved by d. A short gram taken every few characters is looked for a little
further on; where it stands again, that distance is tried as a period. Each try costs a bounded number of characters
or covers what it passes, so that the cost is linear in the text, whatever it holds. Most lines are let pass before
that: in so few places that a loop has one of them, nothing stands again.
"""

from __future__ import annotations

from typing import Final

from luoshi.model import Span
from luoshi.repair import cues

_GRAM: Final = 4  # also the shortest period: shorter ones are style (好好好) or leaders (……)
_STRIDE: Final = 5
_LONGEST_PERIOD: Final = 400
_TRIES: Final = 4  # further places of a gram that are tried as periods
_FARTHEST_BACK: Final = 64  # characters that a loop may have begun before the first place where it was noticed
_SHORT_PERIOD: Final = 20
_COPIES_OF_SHORT: Final = 4  # in all, of a period below the short one; no writer is so insistent without a mark
_COPIES_OF_LONG: Final = 3
# Every gram of a loop that has a copy less than is needed before its end stands again one period further on.
_SHORT_STRIDE: Final = (_COPIES_OF_SHORT - 1) * _GRAM - _GRAM + 1
_LONG_GRAM: Final = 12  # hardly ever stands twice near by
_LONG_STRIDE: Final = (_COPIES_OF_LONG - 1) * _SHORT_PERIOD - _LONG_GRAM + 1

# text -> the stretches that repeat; a test goes through them
EXAMPLES: Final = (
    ("全市" + "提升服务水平" * 6 + "，", ((8, 38),)),
    ("干一件、成一件，干一件、成一件。", ()),
    ("很好很好很好很好很好很好", ()),
    ("……………………………………", ()),
    ("同比增长 同比增长 同比增长 同比增长 同比增长", ()),
)


def find_loops(text: str) -> list[tuple[Span, Span]]:
    """The loops of a line, in order: the stretch that is said again, and the phrase that it says again."""
    found: list[tuple[Span, Span]] = []
    if not _may_loop(text):
        return found
    at, size = 0, len(text)
    while at + 2 * _GRAM < size:
        run = _run(text, at)
        if run is None:
            at += _STRIDE
            continue
        start, end, period = run
        copies = (end - start) // period
        needed = _COPIES_OF_SHORT if period < _SHORT_PERIOD else _COPIES_OF_LONG
        phrase = text[start : start + period]
        if period >= _GRAM and copies >= needed and _is_phrase(phrase):
            first = max(start, found[-1][0].end if found else 0)
            copies = (end - first) // period
            if copies >= needed:
                found.append(
                    (Span(first + period, first + copies * period), Span(first, first + period)),
                )
        at = max(at + _STRIDE, end - period)
    return found


def _may_loop(text: str) -> bool:
    """Whether a line may hold a loop; cheap, and wrong only where it says yes."""
    for at in range(0, len(text) - 2 * _GRAM + 1, _SHORT_STRIDE):
        if text[at : at + _GRAM] in text[at + _GRAM : at + _GRAM + _SHORT_PERIOD] and _goes_round(text, at):
            return True
    return any(
        text[at : at + _LONG_GRAM] in text[at + _SHORT_PERIOD : at + _LONGEST_PERIOD + _LONG_GRAM]
        for at in range(0, len(text) - _SHORT_PERIOD - _LONG_GRAM + 1, _LONG_STRIDE)
    )


def _goes_round(text: str, at: int) -> bool:
    """Whether what stands at a place stands again right behind it, with a short period."""
    gram, limit = text[at : at + _GRAM], at + _GRAM + _SHORT_PERIOD
    again = text.find(gram, at + _GRAM, limit)
    while again >= 0 and text[at:again] != text[again : 2 * again - at]:
        again = text.find(gram, again + 1, limit)
    return again >= 0


def _is_phrase(words: str) -> bool:
    """Whether words are said and not drawn: no leader, no rule of a table, no row of equal column heads."""
    row = "|" in words or any(character.isspace() for character in words)
    return len(set(words)) >= _GRAM and cues.han(words) > 0 and (cues.has_mark(words) or not row)


def _run(text: str, at: int) -> tuple[int, int, int] | None:
    """The longest stretch around ``at`` that has a period, as (start, end, period); None where there is none."""
    gram = text[at : at + _GRAM]
    again = at
    for _ in range(_TRIES):
        again = text.find(gram, again + 1, at + _LONGEST_PERIOD + _GRAM)
        if again < 0:
            return None
        period = again - at
        if text[at : at + period] == text[again : again + period]:
            end = again + _same_forward(text, at, again)
            start = at - _same_backward(text, at, again)
            if end - start >= 2 * period:
                return start, end, period
    return None


def _same_forward(text: str, one: int, other: int) -> int:
    """How many characters from ``one`` on are the same as those from ``other`` on (``one`` < ``other``)."""
    size, step, room = 0, 32, len(text) - other
    while size < room and text[one + size : one + size + step] == text[other + size : other + size + step]:
        size = size + step
        step *= 2
    size = min(size, room)
    high = min(size + step, room)
    while size < high:  # the first difference is before ``high``, or there is none
        middle = (size + high + 1) // 2
        if text[one + size : one + middle] == text[other + size : other + middle]:
            size = middle
        else:
            high = middle - 1
    return size


def _same_backward(text: str, one: int, other: int) -> int:
    """How many characters before ``one`` are the same as those before ``other``; a bounded number is looked at."""
    size = 0
    limit = min(one, max(other - one, _FARTHEST_BACK))
    while size < limit and text[one - size - 1] == text[other - size - 1]:
        size += 1
    return size

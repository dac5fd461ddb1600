"""The tiles of a picture card, side by side: what stands in one is never on one line with what stands in the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from luoshi.layout.cards import Print, is_below, is_beside, saying
from luoshi.layout.geometry import middle

P = TypeVar("P", bound=Print)

_LEAN = 0.15  # of the height of a piece: slanted type and boxes that are drawn too wide reach over a gutter by as much
_TITLE = 1.15  # times as high as the highest words without a number in the tiles


class _Gutter(NamedTuple):
    """Numbers of pieces: those of the tiles on both sides of some white, and those over and under the tiles."""

    above: list[int]
    left: list[int]
    right: list[int]
    below: list[int]


def parts_of(pieces: Sequence[P]) -> list[list[P]]:
    """The pieces of a card by the columns of tiles that they stand in; all as one where it has no tiles."""
    ordered = sorted(pieces, key=lambda piece: middle(piece.rect)[1])
    return [[ordered[at] for at in part] for part in _parts(ordered, list(range(len(ordered))))]


def _parts(pieces: Sequence[Print], numbers: list[int]) -> Iterator[list[int]]:
    gutters = [gutter for at in _places(pieces, numbers) if (gutter := _gutter(pieces, numbers, at)) is not None]
    if not gutters:
        yield numbers
        return
    for part in max(gutters, key=lambda gutter: len(gutter.left) + len(gutter.right)):
        if part:
            yield from _parts(pieces, part)


def _places(pieces: Sequence[Print], numbers: Sequence[int]) -> set[float]:
    """The middles of the white between pieces, one to the left of the other."""
    return {
        (one.right + other.left) / 2
        for one in (pieces[at].rect for at in numbers)
        for other in (pieces[at].rect for at in numbers)
        if one.right - _LEAN * one.height <= other.left + _LEAN * other.height and one.left < other.left
    }


def _gutter(pieces: Sequence[Print], numbers: Sequence[int], at: float) -> _Gutter | None:
    """The longest stretch down the page, at a place, with tiles on both sides; None for no such."""

    def crosses(number: int) -> bool:
        rect = pieces[number].rect
        return rect.left + _LEAN * rect.height < at < rect.right - _LEAN * rect.height

    runs = [list(run) for crossed, run in groupby(numbers, crosses) if not crossed]
    best = max(runs, key=len)
    first = _first_of_tiles(pieces, best)
    above = [number for number in numbers if number < first]
    left = [number for number in best if number >= first and middle(pieces[number].rect)[0] < at]
    right = [number for number in best if number >= first and middle(pieces[number].rect)[0] >= at]
    below = [number for number in numbers if number > best[-1]]
    return _Gutter(above, left, right, below) if _are_tiles(pieces, left, right) else None


def _first_of_tiles(pieces: Sequence[Print], run: Sequence[int]) -> int:
    """The first piece of a stretch below a title, whose words may leave white in line with the gutter."""
    labels = [number for number in run if saying(pieces[number].words).is_label]
    for number in run:
        rect = pieces[number].rect
        others = [pieces[label].rect for label in labels if label > number]
        highest = max((other.height for other in others if not is_beside(rect, other)), default=rect.height)
        if number not in labels or rect.height <= _TITLE * highest or _has_number(pieces, number, run):
            return number
    return run[0]


def _has_number(pieces: Sequence[Print], number: int, run: Sequence[int]) -> bool:
    """Whether a number stands beside a piece of a stretch, or one without words of its own right below it."""
    rect = pieces[number].rect
    return any(
        is_beside(rect, pieces[other].rect)
        or (is_below(pieces[other].rect, rect) and not saying(pieces[other].words).is_named)
        for other in run
        if saying(pieces[other].words).has_number
    )


def _are_tiles(pieces: Sequence[Print], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether both sides have amounts with words of their own, and somewhere begin one beside the other."""
    return all(_has_statement([pieces[at] for at in side]) for side in (left, right)) and any(
        is_beside(pieces[one].rect, pieces[other].rect)
        and (saying(pieces[one].words).has_number or saying(pieces[other].words).has_name)
        for one in left
        for other in right
    )


def _has_statement(pieces: Sequence[Print]) -> bool:
    """Whether some amount has words that say what it is of, in itself, above it or before it."""
    labels = [piece.rect for piece in pieces if saying(piece.words).is_label]
    return any(
        saying(piece.words).is_named
        or any(is_below(piece.rect, label) or is_beside(piece.rect, label) for label in labels)
        for piece in pieces
        if saying(piece.words).has_amount
    )

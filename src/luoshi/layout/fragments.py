"""From what recognition saw to lines of print: cut where columns may lie between, joined where one line was torn.

Recognition finds stretches of text by their looks. It runs columns together that stand close, and it tears a line
where the size of the type changes (将超过35万亿 with the number three times as high as the words).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from luoshi.layout.cards import amount, is_card
from luoshi.layout.geometry import hull, middle, shared_height
from luoshi.layout.overlaps import Character, Fragment, once
from luoshi.layout.sheets import Line, Rect
from luoshi.layout.tiles import parts_of

_CUT = 0.75  # of the size: a wider gap within a fragment may lie between two columns
_CUT_ON_CARD = 1.2  # the same on a picture card
_CUT_BY_HEIGHT = 1.0  # of the height, where the size cannot be told
_SPREAD = 2.0  # of the usual distance: characters that are spread out evenly (通　知) are not cut
_TYPE = 0.75  # of the height of a box: the size of the type in it, about
_FEWEST = 4  # distances between Chinese characters that tell the size of their type
_HIGHEST = 0.45  # of the height of a box, the size of the type in it: less is that of its smaller type
_REACH = 0.75  # of the size, from the middle of a character to the edge of its box
_NARROW = 0.53  # of the size: a digit or Latin letter
_SAME_SIZE = 0.7  # the lower of two heights by the higher; with less they are of different sizes
_NEAR = 0.2  # of the height: a wider gap between fragments of one size may be a gutter
_WHITE = 0.4  # of the height: the white half of a mark at the end of a fragment
_MARKS = frozenset("，。、；：！？”’）》")
_NEAR_MIXED = 0.4  # of the higher height, where sizes differ
_BACK = 0.6  # of the lower height by which fragments of one line may overlap: slanted type leans over the next
_AHEAD = 0.4  # of the lower height from character to character: boxes may overlap as they like
_SHARED = 0.6  # of the lower height that two fragments of one line have in common
_BASELINE = 0.22  # of the higher height by which the lower edges may differ, where sizes differ
_MIDDLE = 0.12  # of the higher height by which the middles may differ instead
_COLUMN = 3  # as many small lines under one another beside a large one are a column of text
_WALL = 0.5  # of the height of type along which a ruling line stands between two columns
_OF_NUMBERS = frozenset("0123456789.%‰万亿")


def lines_of(fragments: Iterable[Fragment], walls: Sequence[Rect] = ()) -> tuple[Line, ...]:
    """The lines of a page from the top down. What was seen twice is given once. ``walls`` are ruling lines down the page,
    which no line of print crosses."""
    fragments = list(fragments)
    on_card = is_card(fragments)
    seen = once([piece for fragment in fragments for piece in _cut(fragment, on_card)])
    parts = parts_of(seen) if on_card else [seen]
    lines = (_line(chain) for part in parts for chain in _chains(part, on_card, walls))
    return tuple(sorted((line for line in lines if line.words), key=lambda line: (line.rect.top, line.rect.left)))


def _cut(fragment: Fragment, on_card: bool) -> Iterator[Fragment]:
    """The parts of a fragment between gaps that are wide for its type and for its own spacing.

    On a card the numbers may be in much larger type than their words, and no gap is in an amount.
    """
    left, top, right, bottom = fragment.rect
    printed = [at for at, character in enumerate(fragment.characters) if not character.word.isspace()]
    if not printed:
        return
    told = _size(fragment)
    size = told or _TYPE * fragment.rect.height
    widest = (_CUT_ON_CARD if on_card else _CUT) * told if told else _CUT_BY_HEIGHT * fragment.rect.height
    whole = amount(fragment.words) if on_card else range(0)
    gaps = [_gap(fragment.characters[one], fragment.characters[two], size) for one, two in pairwise(printed)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    if told:
        left = max(left, _edge(fragment.characters[printed[0]], -told))
        right = min(right, _edge(fragment.characters[printed[-1]], told))
    start = printed[0]
    for (one, two), gap in zip(pairwise(printed), gaps, strict=True):
        if gap > max(widest, _SPREAD * usual) and not (one in whole and two in whole):
            ends, begins = fragment.characters[one], fragment.characters[two]
            edge = ends.at + _half(ends, size)
            yield Fragment(fragment.characters[start : one + 1], Rect(left, top, edge, bottom))
            start, left = two, begins.at - _half(begins, size)
    yield Fragment(fragment.characters[start : printed[-1] + 1], Rect(left, top, right, bottom))


def _size(fragment: Fragment) -> float | None:
    """The size of the type of a fragment: from one Chinese character to the next, as a rule. None for too few, and for type of two sizes."""
    chinese = [
        two.at - one.at for one, two in pairwise(fragment.characters) if not (one.word.isascii() or two.word.isascii())
    ]
    if len(chinese) < _FEWEST:
        return None
    usual = sorted(chinese)[len(chinese) // 2]
    return min(usual, fragment.rect.height) if usual >= _HIGHEST * fragment.rect.height else None


def _edge(character: Character, reach: float) -> float:
    """How far the box of a fragment reaches that ends with a character, at most: it may take in half a gutter."""
    return character.at + _REACH * reach


def _gap(one: Character, two: Character, size: float) -> float:
    return two.at - one.at - _half(one, size) - _half(two, size)


def _half(character: Character, size: float) -> float:
    return (_NARROW if character.word.isascii() else 1.0) * size / 2


def _chains(fragments: Sequence[Fragment], on_card: bool, walls: Sequence[Rect]) -> Iterator[list[Fragment]]:
    """The fragments of each line from left to right. Each goes on in its nearest neighbour, nearest pairs first."""
    pairs = sorted(
        (gap, at, other)
        for at, one in enumerate(fragments)
        for other, two in enumerate(fragments)
        if one.rect.left < two.rect.left
        and (gap := _distance(one, two, () if on_card else fragments)) is not None
        and not _walled(one, two, walls)
    )
    following: dict[int, int] = {}
    preceded: set[int] = set()
    for _, at, other in pairs:
        if at not in following and other not in preceded:
            following[at] = other
            preceded.add(other)
    for at in range(len(fragments)):
        if at not in preceded:
            chain = [at]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            yield [fragments[one] for one in chain]


def _distance(one: Fragment, other: Fragment, fragments: Sequence[Fragment]) -> float | None:
    """The gap between two fragments of one line; None where they are of two. ``fragments`` may be columns of text."""
    left, right = one.rect, other.rect
    low, high = sorted((left.height, right.height))
    gap = right.left - left.right
    if shared_height(left, right) < _SHARED * low:
        return None
    ahead = other.characters[0].at - one.characters[-1].at
    if gap > _NEAR_MIXED * high or (gap < -_BACK * low and ahead < _AHEAD * low):
        return None
    if low >= _SAME_SIZE * high:
        size = _size(one) or _size(other)
        if size and _gap(one.characters[-1], other.characters[0], size) > _CUT * size:
            return None
        white = _WHITE if one.characters[-1].word in _MARKS else 0.0
        return gap if gap <= (_NEAR + white) * high else None
    large, small = (left, right) if left.height == high else (right, left)
    aligned = abs(left.bottom - right.bottom) <= _BASELINE * high
    centred = abs(left.top + left.bottom - right.top - right.bottom) / 2 <= _MIDDLE * high
    if not (aligned or centred) or _in_column(small, large, fragments):
        return None
    return gap


def _walled(one: Fragment, other: Fragment, walls: Sequence[Rect]) -> bool:
    """Whether a ruling line stands between the last character of a fragment and the first of another."""
    between = Rect(one.characters[-1].at, one.rect.top, other.characters[0].at, one.rect.bottom)
    return any(
        between.left < middle(wall)[0] < between.right and shared_height(wall, between) >= _WALL * between.height
        for wall in walls
    )


def _in_column(small: Rect, large: Rect, fragments: Sequence[Fragment]) -> bool:
    """Whether lines of the same size stand over and under a small one, beginning or ending with it."""
    reach = max(large.height, _COLUMN * 2 * small.height)
    stacked = sum(
        min(abs(rect.left - small.left), abs(rect.right - small.right)) < small.height
        and abs(rect.top - small.top) < reach
        and min(rect.height, small.height) >= _SAME_SIZE * max(rect.height, small.height)
        for _, rect in fragments
    )
    return stacked >= _COLUMN


def _line(chain: Sequence[Fragment]) -> Line:
    """One line of the fragments of a chain; its size is that of the fragment with most characters."""
    characters = [character for fragment in chain for character in fragment.characters]
    rect = hull(fragment.rect for fragment in chain)
    size = max(chain, key=lambda fragment: len(fragment.characters)).rect.height
    return Line("".join(character.word for character in characters), rect, size, confidence=_confidence(characters))


def _confidence(characters: Sequence[Character]) -> float:
    """The mean, or that of the least sure character of its numbers: these are right only as a whole, and nothing around
    a digit tells that it is wrong."""
    mean = sum(character.confidence for character in characters) / len(characters)
    return min(mean, *(character.confidence for character in characters if character.word in _OF_NUMBERS), 1.0)

"""The odds that one text block goes on in another: what their places say, and what their words say.

The block below in the same column, the top of the next column under the same headline, and so on, each with its weight;
where the first block breaks off in the middle of a sentence, the odds of the seam (``luoshi.repair.seams``) are added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from luoshi.layout.geometry import shared_height, shared_width
from luoshi.layout.headlines import Headlines, in_one_column
from luoshi.layout.neighbours import Neighbours
from luoshi.layout.sheets import Rect
from luoshi.layout.strokes import Strokes
from luoshi.layout.text_blocks import TextBlock
from luoshi.repair import cues
from luoshi.repair.seams import Seams

_BELOW = 4.0  # the block right below in the same column
_BELOW_OTHER = 1.5  # right below, but wider or narrower
_EMPTY = -0.25  # for each size of white between two blocks under one another
_RULED_OFF = -5.0
_HEADLINE = 6.0  # a headline and the first column below it
_HEADLINE_OTHER = -3.0  # and another column
_BESIDE_HEADLINE = 2.0  # and text on its right, where none is below
_TO_HEADLINE = -6.0  # from text to a headline: a new article
_NEXT_COLUMN = 3.0  # the top of the next column under the same headline
_NEXT_UNKNOWN = 1.0  # the top of the next column that no headline stands above
_WALLED = -3.0  # a ruling line stands between them
_NEXT_ALIEN = -4.0  # that another headline stands above
_LEVEL_TOPS = 1.5  # columns that begin on one level
_COLUMN_GOES_ON = -4.0  # though the column goes on below
_ABOVE = -2.5  # it begins above the headline
_FRAGMENT = -4.0  # a few words alone: the name of a page or of a column
_NEAR = 3.0  # sizes of white, no more, between what goes on in one column
_SKIPPED = -2.0  # for each column of the article between
_UNLIKE = -2.0  # text of another size
_SEAM = 6.0  # the most that a seam says for or against
_CLOSED_TO_NEW = 0.5  # a closed end and an indented beginning
_CLOSED_TO_REST = -2.0  # a closed end and a beginning in the middle of a paragraph


class Ends(NamedTuple):
    """What a block of text begins and ends with, and whether it breaks off in the middle of a sentence.

    ``indented`` is None where paragraphs are not indented.
    """

    first: str
    last: str
    is_open: bool
    indented: bool | None


class Page(NamedTuple):
    """The blocks of a page, with what is known of them. ``band`` is the number of each one's band; ``asides`` are those
    that no text goes on in: captions, boxes, tables. ``fillers`` are their places and those of pictures."""

    blocks: Sequence[TextBlock]
    ends: Sequence[Ends]
    strokes: Strokes
    neighbours: Neighbours
    headlines: Headlines
    band: Mapping[int, int]
    asides: frozenset[int]
    fillers: Sequence[Rect]


def followers(page: Page, one: int, seams: Seams) -> list[tuple[int, float]]:
    """The blocks that may follow a block, each with its odds."""
    if one in page.asides:
        return []
    found = {other: _below(page, one, other) for other in page.neighbours.below[one]}
    for other in range(len(page.blocks)):
        if other not in found and _may_be_beside(page, one, other):
            found[other] = _beside(page, one, other)
    return [
        (other, odds + _words(page, one, other, seams))
        for other, odds in found.items()
        if other not in page.asides and page.band[one] == page.band[other]
    ]


def _below(page: Page, one: int, other: int) -> float:
    """The odds of a block right below."""
    upper, lower = page.blocks[one], page.blocks[other]
    members = page.headlines.members
    size = min(upper.size or lower.size, lower.size or upper.size) or 10.0
    odds = _EMPTY * min(_white(page, upper.rect, lower.rect) / size, 12)
    if page.strokes.between(upper.rect, lower.rect):
        odds += _RULED_OFF
    if one in members and other in members:
        return odds + (_HEADLINE if members[one] == members[other] else _TO_HEADLINE)
    if one in members:
        return _HEADLINE if page.headlines.firsts.get(members[one]) == other else _HEADLINE_OTHER
    if other in members:
        return odds + _TO_HEADLINE
    return odds + (_BELOW if in_one_column(upper, lower) else _BELOW_OTHER) + _likeness(upper, lower)


def _white(page: Page, upper: Rect, lower: Rect) -> float:
    """The height of the white between two blocks under one another; what a picture or a box fills is not white."""
    left, right = max(upper.left, lower.left), min(upper.right, lower.right)
    between = Rect(left, upper.bottom, right, lower.top)
    filled = [
        (max(filler.top, between.top), min(filler.bottom, between.bottom))
        for filler in page.fillers
        if shared_width(filler, between) > 0.3 * between.width and shared_height(filler, between) > 0
    ]
    height, reached = max(between.height, 0.0), between.top
    for top, bottom in sorted(filled):
        height -= max(0.0, bottom - max(top, reached))
        reached = max(reached, bottom)
    return height


def _likeness(one: TextBlock, other: TextBlock) -> float:
    sizes = (one.size, other.size)
    return 0.0 if not all(sizes) or min(sizes) >= 0.88 * max(sizes) else _UNLIKE


def _may_be_beside(page: Page, one: int, other: int) -> bool:
    """Whether a block stands to the right of one, near enough to go on there."""
    left, right = page.blocks[one], page.blocks[other]
    if one == other or other in page.headlines.members or not (left.size and right.size):
        return False
    if one in page.headlines.members:
        below = page.headlines.firsts.get(page.headlines.members[one])
        return below is None and shared_height(left.rect, right.rect) > 0 <= right.rect.left - left.rect.right
    apart = right.rect.left - left.rect.right
    return -left.size <= apart <= 1.5 * left.rect.width + right.size and right.rect.top <= left.rect.bottom


def _beside(page: Page, one: int, other: int) -> float:
    """The odds of a block to the right."""
    left, right = page.blocks[one], page.blocks[other]
    if one in page.headlines.members:
        return _BESIDE_HEADLINE
    roof, other_roof = page.headlines.roof[one], page.headlines.roof[other]
    under_one = _NEXT_COLUMN if roof == other_roof else _NEXT_ALIEN
    odds = _NEXT_UNKNOWN if roof is None or other_roof is None else under_one
    top = page.blocks[page.headlines.top[one]].rect.top
    if abs(top - right.rect.top) <= 1.5 * right.size:
        odds += _LEVEL_TOPS
    if page.headlines.top[other] != other:
        odds += _SKIPPED  # its column begins farther up
    if right.rect.top < _ceiling(page, one) - 2 * left.size:
        odds += _ABOVE
    if len(right.lines) == 1 and 2 * right.rect.width < left.rect.width and not cues.has_mark(right.lines[0].words):
        odds += _FRAGMENT
    if page.strokes.walled(left.rect, right.rect):
        odds += _WALLED
    if _goes_on_below(page, one):
        odds += _COLUMN_GOES_ON
    return odds + _SKIPPED * _between(page, left.rect, right.rect) + _likeness(left, right)


def _ceiling(page: Page, one: int) -> float:
    """Where the article of a block begins, as far as is known."""
    roof = page.headlines.roof[one]
    tops = (page.blocks[at].rect.top for at in (page.headlines.top[one], roof) if at is not None)
    return min(tops)


def _goes_on_below(page: Page, one: int) -> bool:
    """Whether more of the same column stands right below a block, with neither a line nor a picture between."""
    block = page.blocks[one]
    return any(
        in_one_column(block, lower)
        and lower.rect.top - block.rect.bottom <= _NEAR * block.size
        and not page.strokes.between(block.rect, lower.rect)
        for lower in (page.blocks[other] for other in page.neighbours.below[one] if other not in page.headlines.members)
    )


def _between(page: Page, left: Rect, right: Rect) -> int:
    """How many columns stand between two."""
    return sum(
        page.headlines.top[at] == at
        and block.size > 0
        and block.rect.left >= left.right - block.size
        and block.rect.right <= right.left + block.size
        and shared_height(block.rect, left) > -block.size
        for at, block in enumerate(page.blocks)
        if at not in page.headlines.members
    )


def _words(page: Page, one: int, other: int, seams: Seams) -> float:
    """What the words at the end of a block and those at the beginning of another say."""
    if one in page.headlines.members or other in page.headlines.members:
        return 0.0
    end, begin = page.ends[one], page.ends[other]
    if not end.last or not begin.first:
        return 0.0
    if not end.is_open:
        return {True: _CLOSED_TO_NEW, False: _CLOSED_TO_REST, None: 0.0}[begin.indented]
    odds = seams.score(end.last, begin.first, 0, indented=begin.indented)
    return max(-_SEAM, min(_SEAM, odds))

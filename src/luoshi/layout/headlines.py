"""Which blocks are headlines, and which columns stand under which headline."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from luoshi.layout.geometry import shared_height, shared_width
from luoshi.layout.neighbours import Neighbours
from luoshi.layout.sheets import Rect
from luoshi.layout.strokes import Strokes
from luoshi.layout.text_blocks import TextBlock

_LARGE = 1.45  # times the size of the text: always a headline
_LARGER = 1.15  # a headline where nothing stands beside it, or where it is a part of one; else a heading in a column
_APART = 1.6  # sizes of the larger one between two parts of a headline
_MISSED = 0.5  # sizes at the end of a large line that its box may lack: recognition loses a thin 一
_LONGEST = 160  # characters
_FAR = 4.0  # sizes of white within a column: what stands below belongs to something else
_WIDER = 2.2  # sizes by which a line is wider than the column below: it is a part of the headline
_INDENT = 1.2  # sizes: a line that begins farther in is indented
_MARKS = frozenset("，。；：、！？”")
_EDGES = 2.5  # sizes by which the edges of blocks of one column differ at most


class Headlines(NamedTuple):
    """``members`` says to which headline (by the number of its first block) a block belongs that is a part of one;
    ``roof`` which headline stands above a block of text; ``top`` which block begins its column; ``firsts`` which block
    of text is read first under a headline."""

    members: dict[int, int]
    roof: tuple[int | None, ...]
    top: tuple[int, ...]
    firsts: dict[int, int]


def headlines_of(
    blocks: Sequence[TextBlock],
    members: dict[int, int],
    strokes: Strokes,
    pictures: Sequence[Rect],
    neighbours: Neighbours,
) -> Headlines:
    """The headlines of blocks, given their parts; ``neighbours`` are those of the zones."""
    order = sorted(range(len(blocks)), key=lambda at: blocks[at].rect.top)
    roof: list[int | None] = [None] * len(blocks)
    top = list(range(len(blocks)))
    for at in order:
        upper = None if at in members else _upper(at, blocks, strokes, pictures, neighbours)
        if upper is None:
            continue
        if upper in members:
            roof[at] = members[upper]
        else:
            roof[at] = roof[upper]
            if in_one_column(blocks[upper], blocks[at]):
                top[at] = top[upper]
    return Headlines(members, tuple(roof), tuple(top), _firsts(blocks, roof))


def in_one_column(upper: TextBlock, lower: TextBlock) -> bool:
    """Whether two blocks under one another keep to the same edges, though the last may be a short line."""
    one, other = upper.rect, lower.rect
    edge = _EDGES * max(upper.size, lower.size, 1.0)
    inside = shared_width(one, other) >= 0.8 * min(one.width, other.width)
    return inside and (abs(one.left - other.left) <= edge or abs(one.right - other.right) <= edge)


def headline_members(
    blocks: Sequence[TextBlock], body: float, strokes: Strokes, neighbours: Neighbours, asides: Container[int]
) -> dict[int, int]:
    """The blocks that are parts of headlines, each with the first part, given the size of the text; ``asides`` are none."""
    order = sorted(range(len(blocks)), key=lambda at: blocks[at].rect.top)
    short = [at for at in order if at not in asides and sum(len(line.words) for line in blocks[at].lines) <= _LONGEST]
    large = {at for at in short if blocks[at].size >= _LARGE * body}
    larger = [at for at in short if at not in large and blocks[at].size >= _LARGER * body]
    found = large | {at for at in larger if not _has_beside(at, blocks)}
    for at in larger:
        around = (*neighbours.above[at], *neighbours.below[at])
        if at not in found and any(other in large and _one_headline(at, other, blocks, strokes) for other in around):
            found.add(at)
    found.update(
        at
        for at in short
        if any(up in found and _one_headline(up, at, blocks, strokes) for up in neighbours.above[at])
        and _is_subtitle(blocks[at], [blocks[other] for other in neighbours.below[at]])
    )
    members: dict[int, int] = {}
    for at in order:
        if at in found:
            uppers = (up for up in neighbours.above[at] if up in members and _one_headline(up, at, blocks, strokes))
            members[at] = next((members[up] for up in uppers), at)
    return members


def _is_subtitle(block: TextBlock, lower: Sequence[TextBlock]) -> bool:
    """Whether a line in the type of the text is no part of it: it is wider than the column, or a paragraph begins below
    it though it has no mark at its end."""
    below = [other for other in lower if len(other.lines) > 1]
    if len(block.lines) > 1 or not below or block.lines[0].words[-1] in _MARKS:
        return False
    column = max(below, key=lambda other: other.rect.width)
    indent = column.lines[0].rect.left - min(line.rect.left for line in column.lines[1:])
    return block.rect.width > column.rect.width + _WIDER * block.size or indent > _INDENT * block.size


def _has_beside(at: int, blocks: Sequence[TextBlock]) -> bool:
    """Whether other text stands at the height of a block."""
    block = blocks[at]
    return any(
        other is not block and other.frame == block.frame and shared_height(other.rect, block.rect) > 0.3 * block.size
        for other in blocks
    )


def _one_headline(one: int, other: int, blocks: Sequence[TextBlock], strokes: Strokes) -> bool:
    """Whether two blocks are parts of one headline, such as a title with the line above or below it."""
    upper, lower = sorted((blocks[one], blocks[other]), key=lambda block: block.rect.top)
    gap = lower.rect.top - upper.rect.bottom
    missed = _MISSED * max(upper.size, lower.size)
    shared = shared_width(upper.rect, lower.rect) + missed >= 0.5 * min(upper.rect.width, lower.rect.width)
    near = gap <= _APART * max(upper.size, lower.size)
    middles = [(block.rect.left + block.rect.right) / 2 for block in (upper, lower)]
    width = max(upper.rect.width, lower.rect.width)
    along = (
        abs(middles[0] - middles[1]) <= 0.15 * width
        or abs(upper.rect.left - lower.rect.left) <= 2 * lower.size
        or min(upper.rect.width, lower.rect.width) >= 0.5 * width
    )
    separate = upper.frame != lower.frame or strokes.between(upper.rect, lower.rect)
    return shared and near and along and not separate


def _upper(
    at: int, blocks: Sequence[TextBlock], strokes: Strokes, pictures: Sequence[Rect], neighbours: Neighbours
) -> int | None:
    """The block above that a block belongs to, None where something separates them."""
    block = blocks[at]
    uppers = [upper for upper in neighbours.above[at] if blocks[upper].frame == block.frame]
    if not uppers:
        return None
    upper = max(uppers, key=lambda upper: (shared_width(blocks[upper].rect, block.rect), blocks[upper].rect.top))
    above = blocks[upper].rect
    if strokes.between(above, block.rect):
        return None
    white = Rect(max(above.left, block.rect.left), above.bottom, min(above.right, block.rect.right), block.rect.top)
    if white.height <= _FAR * (block.size or 10) or any(_overlap(white, picture) for picture in pictures):
        return upper
    return None


def _overlap(one: Rect, other: Rect) -> bool:
    return shared_width(one, other) > 0 and shared_height(one, other) > 0


def beginning_paragraphs(headlines: Headlines, blocks: Sequence[TextBlock], inside: Container[int]) -> Headlines:
    """The same where no headline is read into the middle of a paragraph, if it has other columns: those that begin with a
    block of ``inside`` begin there."""
    columns = zip(headlines.roof, headlines.top, strict=True)
    others = _firsts(blocks, [None if top in inside else over for over, top in columns])
    return headlines._replace(firsts=headlines.firsts | others)


def _firsts(blocks: Sequence[TextBlock], roof: Sequence[int | None]) -> dict[int, int]:
    """For each headline the block under it that is read first: the uppermost of the column on the left."""
    firsts: dict[int, int] = {}
    for at, over in enumerate(roof):
        if over is not None and (over not in firsts or _reads_before(blocks[at].rect, blocks[firsts[over]].rect)):
            firsts[over] = at
    return firsts


def _reads_before(one: Rect, other: Rect) -> bool:
    return one.top < other.top if shared_width(one, other) > 0 else one.left < other.left

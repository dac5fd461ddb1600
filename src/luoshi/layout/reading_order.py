"""The reading order of the blocks of one sheet: frames as a whole, then bands, then chains of blocks within a band."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from luoshi.layout.articles import in_order
from luoshi.layout.bands import bands
from luoshi.layout.geometry import holds, hull, shared_width
from luoshi.layout.headlines import Headlines, beginning_paragraphs, headline_members, headlines_of
from luoshi.layout.neighbours import Neighbours
from luoshi.layout.odds import Ends, Page
from luoshi.layout.sheets import Rect, Sheet
from luoshi.layout.strokes import Strokes
from luoshi.layout.succession import succession
from luoshi.layout.text_blocks import TextBlock
from luoshi.layout.zones import zones
from luoshi.repair import cues
from luoshi.repair.seams import Seams

_INDENT = 1.2  # sizes: a line that begins farther in is indented
_SHORT = 2.2  # sizes: a line that ends farther from the edge ends a paragraph
_INDENTED = 3  # blocks of a page that begin with an indent, or have one inside, where paragraphs are indented
_BESIDE_SEAM = 3  # lines on either side of a seam that are weighed
_MOST = 600  # blocks of which each pair is looked at: more are no page of text
_SMALLER = 0.94  # times the size of the text: captions are in smaller print
_GROUND = 0.4  # of the page: what is larger is the ground that text stands on
_CAPTION_LINES = 5
_CAPTION_APART = 2.0  # sizes between a picture and its caption


def ordered(blocks: Sequence[TextBlock], sheet: Sheet, strokes: Strokes, body: float, seams: Seams) -> list[TextBlock]:
    """The blocks in reading order; what a frame holds stays together."""
    held: dict[int, list[tuple[TextBlock, list[TextBlock]]]] = {-1: []}
    for block in blocks:
        held.setdefault(block.frame, []).append((block, [block]))
    for number in range(len(strokes.frames)):  # from the smallest to the largest
        if number not in held:
            continue
        content = _level(held[number], sheet, strokes, body, seams)
        outer = _outer(strokes.frames, number)
        unit = TextBlock(strokes.frames[number], (), 0, outer)
        held.setdefault(outer, []).append((unit, content))
    return _level(held[-1], sheet, strokes, body, seams)


def _outer(frames: Sequence[Rect], number: int) -> int:
    """The number of the smallest frame around a frame, -1 for none."""
    return next((at for at in range(number + 1, len(frames)) if holds(frames[at], frames[number])), -1)


def _level(
    units: Sequence[tuple[TextBlock, list[TextBlock]]], sheet: Sheet, strokes: Strokes, body: float, seams: Seams
) -> list[TextBlock]:
    """The blocks of units in reading order: a unit is a block, or the content of a frame."""
    units = sorted(units, key=lambda unit: (unit[0].rect.top, unit[0].rect.left))
    outlines = [unit[0] for unit in units]
    chains: list[list[int]] | None = None
    found: list[TextBlock] = []
    places = {id(outline): at for at, outline in enumerate(outlines)}
    groups = [[places[id(block)] for block in band] for band in bands(outlines, (*strokes.across, *sheet.pictures))]
    for group in groups:
        if all(outlines[lower].rect.top >= outlines[upper].rect.bottom - body for upper, lower in pairwise(group)):
            order = group
        else:
            if chains is None:
                chains = _chains(outlines, groups, sheet, strokes, body, seams)
            inside = set(group)
            of_band = [chain for chain in chains if chain[0] in inside]
            rects = [hull(outlines[at].rect for at in chain) for chain in of_band]
            order = [at for place in in_order(rects, strokes) for at in of_band[place]]
        found += [block for at in order for block in units[at][1]]
    return found


def _chains(
    blocks: Sequence[TextBlock],
    groups: Sequence[Sequence[int]],
    sheet: Sheet,
    strokes: Strokes,
    body: float,
    seams: Seams,
) -> list[list[int]]:
    if len(blocks) > _MOST:
        return [[at] for at in range(len(blocks))]
    rects = [block.rect for block in blocks]
    asides = frozenset(
        at for at, block in enumerate(blocks) if _is_aside(block, sheet.pictures, body) or _is_in_picture(block, sheet)
    )
    fillers = (*sheet.pictures, *(rects[at] for at in asides))
    strokes = strokes.outside(fillers)
    members = headline_members(blocks, body, strokes, Neighbours.of(rects, asides), asides)
    neighbours = Neighbours.of(zones(rects, members, strokes.down), asides)
    headlines = headlines_of(blocks, members, strokes, fillers, neighbours)
    band = {at: number for number, group in enumerate(groups) for at in group}
    ends = _ends(blocks, headlines)
    inside = {at for at, end in enumerate(ends) if end.indented is False and _begins_full(blocks[at])}
    headlines = beginning_paragraphs(headlines, blocks, inside)
    page = Page(blocks, ends, strokes, neighbours, headlines, band, asides, fillers)
    return _with_captions(succession(page, seams), page)


def _begins_full(block: TextBlock) -> bool:
    """Whether the first line of several is as long as the others: it is neither a heading nor a line below a headline."""
    return len(block.lines) > 1 and block.rect.right - block.lines[0].rect.right <= _SHORT * block.size


def _with_captions(chains: list[list[int]], page: Page) -> list[list[int]]:
    """The chains with each caption behind the text that it stands in the middle of."""
    hulls = [hull(page.blocks[at].rect for at in chain) for chain in chains]
    alone = [len(chain) == 1 and chain[0] in page.asides for chain in chains]
    found = [list(chain) for chain in chains]
    for number, chain in enumerate(chains):
        block = page.blocks[chain[0]]
        around = [
            other
            for other, rect in enumerate(hulls)
            if not alone[other] and block.lines and holds(rect, block.rect, block.size)
        ]
        if alone[number] and around:
            article = min(around, key=lambda other: hulls[other].width * hulls[other].height)
            found[article] += chain
            found[number] = []
    return [chain for chain in found if chain]


def _is_aside(block: TextBlock, pictures: Sequence[Rect], body: float) -> bool:
    """Whether text goes on past a block: a box, a table, or what is to be seen in the picture above it."""
    if not block.lines:
        return True
    if len(block.lines) > _CAPTION_LINES or block.size > 1.1 * body:
        return False
    small = block.size <= _SMALLER * body or cues.is_credit(block.lines[-1].words)
    return small and any(
        -block.rect.height <= block.rect.top - picture.bottom <= _CAPTION_APART * block.size
        and shared_width(block.rect, picture) >= 0.8 * block.rect.width
        for picture in pictures
    )


def _is_in_picture(block: TextBlock, sheet: Sheet) -> bool:
    """Whether a block is what a photograph shows: a sign, or what recognition took for one."""
    smaller = (
        picture for picture in sheet.pictures if picture.width * picture.height < _GROUND * sheet.width * sheet.height
    )
    return block.size > 0 and any(holds(picture, block.rect, block.size / 4) for picture in smaller)


def _ends(blocks: Sequence[TextBlock], headlines: Headlines) -> list[Ends]:
    """How each block begins and ends, seen against the edges of its column."""
    edges: dict[int, tuple[float, float]] = {}
    for at, block in enumerate(blocks):
        left, right = edges.get(headlines.top[at], (block.rect.left, block.rect.right))
        edges[headlines.top[at]] = min(left, block.rect.left), max(right, block.rect.right)
    indents = sum(
        any(line.rect.left - edges[headlines.top[at]][0] >= _INDENT * line.size for line in block.lines)
        for at, block in enumerate(blocks)
        if len(block.lines) > 1
    )
    found: list[Ends] = []
    for at, block in enumerate(blocks):
        if not block.lines:
            found.append(Ends("", "", False, None))
            continue
        left, right = edges[headlines.top[at]]
        first, last = block.lines[0], block.lines[-1]
        indented = first.rect.left - left >= _INDENT * first.size
        full = right - last.rect.right <= _SHORT * last.size
        found.append(
            Ends(
                first="".join(line.words for line in block.lines[:_BESIDE_SEAM]),
                last="".join(line.words for line in block.lines[-_BESIDE_SEAM:]),
                is_open=full and cues.is_open(last.words) and not cues.is_credit(last.words),
                indented=indented if indents >= _INDENTED else None,
            )
        )
    return found

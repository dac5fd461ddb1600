"""The paragraphs of a document, with the way back to its offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from luoshi.model import BlockKind, Document, Span
from luoshi.repair import cues, wrapping

_LINE_END: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Paragraph(NamedTuple):
    """A paragraph as it was meant: lines that only the page's width ended are joined, loops left out.

    ``span`` is all that it takes up in the document; ``segments`` are the stretches that ``text`` is made of, in
    order. ``indented`` says that its first line begins with white space; ``heading`` and ``cell`` that the file's
    own markup makes it a heading or a table cell.
    """

    text: str
    span: Span
    segments: tuple[Span, ...]
    indented: bool = False
    heading: bool = False
    cell: bool = False

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the document that ``text[start:end]`` is made of."""
        found = []
        passed = 0
        for segment in self.segments:
            low, high = max(start - passed, 0), min(end - passed, segment.end - segment.start)
            if low < high:
                found.append(Span(segment.start + low, segment.start + high))
            passed += segment.end - segment.start
        return tuple(found)

    def without(self, cuts: Iterable[Span]) -> Paragraph:
        """The paragraph with some stretches of its text (ascending, apart) left out."""
        kept: list[Span] = []
        words: list[str] = []
        last = 0
        for start, end in [*cuts, Span(len(self.text), len(self.text))]:
            if last < start:
                words.append(self.text[last:start])
                kept += self.spans(last, start)
            last = end
        return self._replace(text="".join(words), segments=tuple(kept))


def hull(spans: Sequence[Span]) -> Span:
    """The stretch from the first span's start to the last one's end."""
    return Span(spans[0].start, spans[-1].end)


def paragraphs_of(document: Document) -> list[Paragraph]:
    """The document's paragraphs in the order in which they stand, without the white space around them."""
    text = document.text
    lines: list[Paragraph] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            lead = len(line) - len(line.lstrip())
            span = Span(at + lead, at + lead + len(words))
            lines.append(Paragraph(words, span, (span,), lead > 0))
        at += len(line)
    return _marked(document, _unwrapped(text, lines))


def _marked(document: Document, lines: list[Paragraph]) -> list[Paragraph]:
    """The lines with what the markup says of them. Plain text has none: what a reader says there is a guess."""
    kinds = {BlockKind.TABLE_CELL, BlockKind.HEADING} if document.media_type != "text/plain" else {BlockKind.TABLE_CELL}
    blocks = sorted((block.span, block.kind) for block in document.blocks if block.kind in kinds)
    if not blocks:
        return lines
    starts = [span.start for span, _ in blocks]
    marked = []
    for line in lines:
        at = bisect_right(starts, line.span.end - 1) - 1
        if at >= 0 and blocks[at][0].end > line.span.start:
            kind = blocks[at][1]
            marked.append(line._replace(heading=kind is BlockKind.HEADING, cell=kind is BlockKind.TABLE_CELL))
        else:
            marked.append(line)
    return marked


# ------------------------------------------------------------------------------- lines that the page's width ended

_SHORTEST_WIDTH: Final = 12  # characters: no column of print is narrower
_LONGEST_WIDTH: Final = 80
_SLACK: Final = 4  # half-width cells by which full lines differ: marks that may not begin a line move a character over
_INDENT: Final = 2  # characters by which a paragraph's first line is moved in
_FEWEST: Final = 5  # full lines that a width is believed for
_UNIFORM: Final = 0.9  # share of the open lines that have the width
_FITTING: Final = 0.97  # share of all lines that are no longer
_SEPARATED: Final = 0.05  # share of indented lines, or of blank lines between, from which these part the paragraphs


def _cells(words: str) -> int:
    """The width of a line in half-width cells: a Chinese character takes two, a Latin letter one."""
    return len(words.encode("gb18030", "replace"))


def _size(line: Paragraph, measure: Callable[[str], int], unit: int) -> int:
    """The width of a line with its indent."""
    return measure(line.text) + _INDENT * unit * line.indented


def _unwrapped(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Joins the lines of a text that was broken at a fixed width; any other text is given back as it is."""
    opened = [at for at, line in enumerate(lines) if cues.is_open(line.text)]
    if len(opened) < _FEWEST:
        return lines
    gaps = [len(_LINE_END.findall(text, line.span.end, after.span.start)) for line, after in pairwise(lines)]
    near = [*wrapping.together(gaps), False]
    stopped = [at for at in opened if near[at]]
    if len(stopped) < _FEWEST:
        return lines
    full = _full(lines, wrapping.speaking({at: lines[at].text for at in stopped}))
    if full is None:
        return lines
    indents = sum(line.indented for line in lines) >= _SEPARATED * len(lines)
    blanks = near.count(False) > 1 + _SEPARATED * len(lines)
    joined: list[Paragraph] = []
    group: list[Paragraph] = []
    for at, line in enumerate(lines):
        group.append(line)
        after = lines[at + 1] if near[at] else None
        goes_on = after is not None and at in full and not (indents and after.indented)
        if goes_on and after is not None and not cues.is_open(line.text):
            goes_on = (indents or blanks) and not cues.after_counter(after.text)
        if not goes_on:
            joined.append(_together(group))
            group = []
    return joined


def _full(lines: Sequence[Paragraph], stopped: Sequence[int]) -> set[int] | None:
    """The lines that reach the page's width, counted in cells or in characters; None where there is no such width."""
    if len(stopped) < _FEWEST:
        return None
    best: tuple[float, set[int]] | None = None
    for measure, unit in ((_cells, 2), (len, 1)):
        ended = sorted(_size(lines[at], measure, unit) for at in stopped)
        width = ended[len(ended) // 2]
        slack = _SLACK * unit // 2
        if not _SHORTEST_WIDTH * unit <= width <= _LONGEST_WIDTH * unit or sum(
            abs(size - width) <= slack for size in ended
        ) < _UNIFORM * len(ended):
            continue
        sizes = [_size(line, measure, unit) for line in lines]
        if sum(size <= width + slack for size in sizes) >= _FITTING * len(sizes):
            spread = sum(abs(size - width) for size in ended) / unit
            if best is None or spread < best[0]:
                best = spread, {at for at, size in enumerate(sizes) if abs(size - width) <= slack}
    return best[1] if best is not None else None


def _together(group: list[Paragraph]) -> Paragraph:
    if len(group) == 1:
        return group[0]
    segments = tuple(line.span for line in group)
    return Paragraph("".join(line.text for line in group), hull(segments), segments, group[0].indented)

"""The source text as the page shows it, with a mark at everything that the page points to.

A mark is a span with a number: ``m12`` in the source text is what ``r12`` on the page was read from. Marks overlap
freely (a number in a sentence in a repeated stretch), so the text is written as flat pieces, each of which names the
marks that cover it in ``data-m``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from luoshi.model import Block, BlockKind, Case, FindingKind, Span
from luoshi.publishing.words import Bilingual, word

DAMAGE = (FindingKind.REPEATED, FindingKind.BROKEN, FindingKind.CUT)


@dataclass(slots=True)
class _Mark:
    number: int
    span: Span
    is_value: bool = False
    is_check: bool = False
    shown: bool = False  # something on the page carries its id
    home: int = 0  # the mark whose place on the page this one leads back to


class SourceText:
    """Collects what the page points to while it is written; ``html`` then gives the marked text."""

    def __init__(self, case: Case) -> None:
        self._text = case.document.text
        self._blocks = case.document.blocks
        self._marks: dict[Span, _Mark] = {}
        self._repeated = merged(
            [r.span for r in case.flow.repetitions]
            + [f.spans[0] for f in case.findings if f.kind is FindingKind.REPEATED and f.spans]
        )
        self._before: dict[int, list[Markup]] = defaultdict(list)
        self._after: dict[int, list[Markup]] = defaultdict(list)
        joins = 0
        for finding in case.findings:
            if finding.kind is FindingKind.BROKEN and len(finding.spans) > 1:
                joins += 1
                self._after[finding.spans[0].end].append(_join(f"j{joins}a", f"j{joins}b", "join_to", "⤵"))
                self._before[finding.spans[1].start].append(_join(f"j{joins}b", f"j{joins}a", "join_from", "⤴"))
            elif finding.kind is FindingKind.CUT and finding.spans:
                note = Markup('<span class="cutmark">✂ {}</span>').format(word("labels", "cut_here"))
                self._after[finding.spans[0].end].append(note)
            if finding.kind not in DAMAGE:
                for span in finding.spans:
                    self._mark(span).is_check = True

    def _mark(self, span: Span) -> _Mark:
        # A span outside the text would be a fault of an earlier stage; the page then shows what there is of it.
        size = len(self._text)
        start = min(max(span.start, 0), size)
        span = Span(start, min(max(span.end, start), size))
        mark = self._marks.get(span)
        if mark is None:
            mark = self._marks[span] = _Mark(len(self._marks) + 1, span)
        return mark

    def link(self, span: Span, evidence: Iterable[Span] = (), *, value: bool = False, of: Span | None = None) -> Markup:
        """The attributes of an element of the page that leads to ``span``; ``evidence`` is highlighted with it.

        ``value`` says that the span is a figure's number, whose mark in the text leads back to the page; ``of`` that
        it is a further mention of another number and leads back to that one's place.
        """
        mark = self._mark(span)
        mark.is_value = mark.is_value or value
        anchor = ""
        if of is not None and mark.home == 0:
            mark.home = self._mark(of).number
        elif not mark.shown and of is None:
            mark.shown = True
            anchor = f' id="r{mark.number}"'
        numbers = " ".join(str(self._mark(s).number) for s in evidence)
        data = f' data-e="{numbers}"' if numbers else ""
        return Markup(f'href="#m{mark.number}"{anchor}{data}')

    @property
    def marks(self) -> list[tuple[int, Span]]:
        """Everything marked so far: the number of each mark and where it lies."""
        return [(mark.number, mark.span) for mark in self._marks.values()]

    def html(self) -> Markup:
        """The whole text, block by block."""
        pieces = self._pieces()
        out: list[Markup] = []
        table: list[tuple[Block, Markup]] = []
        for block in self._all_blocks():
            if table and (block.kind is not BlockKind.TABLE_CELL or block.table != table[-1][0].table):
                out.append(_table(table))
                table = []
            body = Markup("").join(self._write(block.span, pieces))
            if block.kind is BlockKind.TABLE_CELL:
                table.append((block, body))
            elif block.kind is BlockKind.HEADING:
                out.append(Markup('<p class="h h{}">{}</p>').format(min(max(block.level, 1), 4), body))
            else:
                item = block.kind is BlockKind.LIST_ITEM
                out.append(Markup('<p class="li">{}</p>' if item else "<p>{}</p>").format(body))
        if table:
            out.append(_table(table))
        return Markup("\n").join(out)

    def _all_blocks(self) -> Iterator[Block]:
        """The document's blocks, and the lines that belong to none, in the order of the text."""
        at = 0
        for block in sorted(self._blocks, key=lambda b: (b.span.start, b.span.end)):
            yield from self._lines(at, block.span.start)
            start = max(block.span.start, at)
            if start < block.span.end:
                yield Block(block.kind, Span(start, block.span.end), block.level, block.table, block.row, block.column)
                at = block.span.end
        yield from self._lines(at, len(self._text))

    def _lines(self, start: int, end: int) -> Iterator[Block]:
        at = start
        for line in self._text[start:end].splitlines(keepends=True):
            if line.strip():
                lead = len(line) - len(line.lstrip())
                yield Block(BlockKind.PARAGRAPH, Span(at + lead, at + len(line.rstrip())))
            at += len(line)

    def _pieces(self) -> list[tuple[int, tuple[_Mark, ...], bool]]:
        """Where the covering marks change: (offset, marks from there on, inside a repetition)."""
        opening: dict[int, list[_Mark]] = defaultdict(list)
        closing: dict[int, list[_Mark]] = defaultdict(list)
        for mark in self._marks.values():
            opening[mark.span.start].append(mark)
            closing[mark.span.end].append(mark)
        starts, ends = {s.start for s in self._repeated}, {s.end for s in self._repeated}
        cuts = sorted({0, *opening, *closing, *starts, *ends, *self._before, *self._after})
        active: dict[int, _Mark] = {}
        inside = False
        pieces = []
        for offset in cuts:
            for mark in closing.get(offset, ()):
                active.pop(mark.number, None)
            for mark in opening.get(offset, ()):
                if mark.span.end > offset:
                    active[mark.number] = mark
            inside = offset in starts or (inside and offset not in ends)
            pieces.append((offset, tuple(active.values()), inside))
        return pieces

    def _write(self, span: Span, pieces: Sequence[tuple[int, tuple[_Mark, ...], bool]]) -> Iterator[Markup]:
        index = max(bisect_left(pieces, span.start + 1, key=lambda piece: piece[0]) - 1, 0)
        while index < len(pieces) and pieces[index][0] < span.end:
            offset, marks, repeated = pieces[index]
            stop = pieces[index + 1][0] if index + 1 < len(pieces) else len(self._text)
            start, end = max(offset, span.start), min(stop, span.end)
            yield from self._before.get(start, ())
            if start < end:
                yield _piece(self._text[start:end], marks, repeated, start)
            yield from self._after.get(end, ())
            index += 1


def _piece(text: str, marks: tuple[_Mark, ...], repeated: bool, start: int) -> Markup:
    """One stretch of text under the same marks."""
    # put together by hand: a page has thousands of these, and Markup.format takes as long as all the rest of the page
    body = escape(text)
    if not marks:
        return Markup(f'<span class="rep">{body}</span>') if repeated else body
    value = next((m for m in reversed(marks) if m.is_value), None)
    checked = any(mark.is_check for mark in marks)
    classes = " ".join(name for name, holds in (("n", value), ("chk", checked), ("rep", repeated)) if holds)
    attributes = f' class="{classes}"' if classes else ""
    attributes += f' data-m="{" ".join(str(m.number) for m in marks)}"'
    anchors = "".join(f'<i id="m{m.number}"></i>' for m in marks if m.span.start == start and m is not value)
    if value is None:
        return Markup(f"{anchors}<span{attributes}>{body}</span>")
    if value.span.start == start:
        attributes += f' id="m{value.number}"'
    return Markup(f'{anchors}<a href="#r{value.home or value.number}"{attributes}>{body}</a>')


def _join(own: str, other: str, label: str, arrow: str) -> Markup:
    words: Bilingual = word("labels", label)
    return Markup('<a class="join" id="{}" href="#{}">{} {}</a>').format(own, other, arrow, words)


def _table(cells: Sequence[tuple[Block, Markup]]) -> Markup:
    rows: dict[int, list[tuple[Block, Markup]]] = defaultdict(list)
    for block, body in cells:
        rows[block.row].append((block, body))
    lines = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup("<td>{}</td>").format(body) for _, body in sorted(row, key=lambda cell: cell[0].column)
            )
        )
        for _, row in sorted(rows.items())
    )
    return Markup('<div class="tbl"><table>{}</table></div>').format(lines)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order and without overlaps."""
    result: list[Span] = []
    for span in sorted(set(spans)):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result

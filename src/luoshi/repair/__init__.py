"""Damage in a text as a machine read it: repeated stretches, torn paragraphs, a cut ending. It marks, it never deletes.

    from luoshi.repair import repair
    flow, findings = repair(document)

Loops inside lines are found first, then paragraphs that stand again, then the seams of torn paragraphs among what is
left; with those joined the search for copies is done once more: a whole copy of a torn paragraph is a repetition too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from luoshi.flows import plain_flow
from luoshi.model import Document, Finding, Flow, Repetition, Span
from luoshi.repair import wording
from luoshi.repair.endings import find_cut
from luoshi.repair.joins import Join, find_joins
from luoshi.repair.loops import find_loops
from luoshi.repair.order import build_flow
from luoshi.repair.paragraphs import Paragraph, hull, paragraphs_of
from luoshi.repair.repeats import Copy, find_copies
from luoshi.repair.wholes import Whole, put_together

__all__ = ["repair"]

_SHORTEST_RESTART: Final = 8  # characters of a cut last line that begin an earlier paragraph again


def repair(document: Document) -> tuple[Flow, tuple[Finding, ...]]:
    """The order in which a document was meant to be read, and what is damaged in it.

    The flow leaves out repetitions and joins torn paragraphs; an undamaged document is read as it stands. The findings
    (repeated, broken, cut) are in the order of the text. Never raises, whatever the text.
    """
    lines, loop_findings, repetitions = _without_loops(paragraphs_of(document))
    copies = find_copies(lines)
    joins = find_joins(lines, copies)
    texts = put_together(lines, joins)
    if joins:
        heads = {at: [lines[whole.members[0]].text] for at, whole in enumerate(texts) if whole.torn}
        copies = find_copies([whole.paragraph for whole in texts], heads)
    repeated = {member for at in copies for member in texts[at].members}
    end = find_cut(lines, repeated)
    restart = None if end is None else _restart(lines, end, joins)

    found = [finding for at, finding in loop_findings if at not in repeated]
    found += _repeated(lines, texts, copies)
    found += [
        wording.broken(_place(lines, join.head), _place(lines, join.tail), join.confidence)
        for join in joins.values()
        if join.damage and join.head not in repeated
    ]
    if end is not None:
        found.append(wording.cut(_place(lines, end), restart is not None))
    found.sort(key=lambda finding: finding.spans[0])

    repetitions += [
        row
        for at, copy in copies.items()
        for row in _repetitions(texts[at], texts[copy.original])
        if row.original.start < row.span.start  # the pieces of two torn paragraphs may stand in one another
    ]
    if restart is not None:
        repetitions.append(restart)
    if not (repetitions or joins or any(len(line.segments) > 1 for line in lines)):
        return plain_flow(document), tuple(found)
    kept = [
        whole.paragraph.segments
        for at, whole in enumerate(texts)
        if at not in copies and not (restart is not None and whole.members[-1] == end)
    ]
    return build_flow(document, kept, sorted(repetitions, key=lambda repetition: repetition.span)), tuple(found)


def _place(lines: Sequence[Paragraph], at: int) -> wording.Place:
    return wording.Place(at + 1, lines[at].span, lines[at].text)


def _without_loops(lines: Sequence[Paragraph]) -> tuple[list[Paragraph], list[tuple[int, Finding]], list[Repetition]]:
    """The paragraphs without the loops inside them, and what was found: the place of the paragraph and the finding."""
    plain: list[Paragraph] = []
    findings: list[tuple[int, Finding]] = []
    repetitions: list[Repetition] = []
    for at, line in enumerate(lines):
        looping = [] if line.cell else find_loops(line.text)
        for again, phrase in looping:
            span, original = hull(line.spans(*again)), hull(line.spans(*phrase))
            repetitions.append(Repetition(span, original))
            times = (again.end - again.start) // (phrase.end - phrase.start)
            findings.append((at, wording.repeated_phrase(at + 1, span, original, phrase.of(line.text), times)))
        plain.append(line.without([again for again, _ in looping]) if looping else line)
    return plain, findings, repetitions


def _repeated(lines: Sequence[Paragraph], texts: Sequence[Whole], copies: Mapping[int, Copy]) -> list[Finding]:
    """One finding for each paragraph of the document that repeats another."""
    return [
        wording.repeated_paragraph(
            _place(lines, member), _place(lines, texts[copy.original].members[0]), copy.differing
        )
        for at, copy in copies.items()
        for member in texts[at].members
    ]


def _repetitions(again: Whole, first: Whole) -> list[Repetition]:
    """A copy with its original; a whole copy of a torn paragraph piece by piece."""
    if again.torn:  # both torn: each piece of the copy is a repetition of the original's beginning
        return [Repetition(segment, first.paragraph.span) for segment in again.paragraph.segments]
    if not first.torn or len(again.paragraph.segments) > 1:
        return [Repetition(again.paragraph.span, first.paragraph.span)]
    rows = []
    at, end = again.paragraph.span
    *pieces, last = first.paragraph.segments
    for piece in pieces:
        stop = min(at + piece.end - piece.start, end)
        if at < stop:
            rows.append(Repetition(Span(at, stop), piece))
        at = stop
    return [*rows, Repetition(Span(at, end), last)] if at < end else rows


def _restart(lines: Sequence[Paragraph], end: int, joins: Mapping[int, Join]) -> Repetition | None:
    """The cut last paragraph as a repetition, where it is the beginning of an earlier one."""
    words = lines[end].text
    if len(words) < _SHORTEST_RESTART or any(end in (join.head, join.tail) for join in joins.values()):
        return None
    for line in lines[:end]:
        if line.text.startswith(words):
            return Repetition(lines[end].span, hull(line.spans(0, len(words))))
    return None

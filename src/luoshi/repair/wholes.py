"""Paragraphs put together again from the pieces that they were torn into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from luoshi.repair.joins import Join
from luoshi.repair.paragraphs import Paragraph


class Whole(NamedTuple):
    """A paragraph with the places of the ``members`` that it is made of, in reading order.

    The span of a torn one is that of its head.
    """

    members: tuple[int, ...]
    paragraph: Paragraph

    @property
    def torn(self) -> bool:
        """Whether the paragraph stands in several places."""
        return len(self.members) > 1


def put_together(lines: Sequence[Paragraph], joins: Mapping[int, Join]) -> list[Whole]:
    """The paragraphs in reading order: a torn one stands where its head stands."""
    tails = {join.tail for join in joins.values()}
    texts: list[Whole] = []
    for at, line in enumerate(lines):
        if at in tails:
            continue
        if at not in joins:
            texts.append(Whole((at,), line))
            continue
        members = [at]
        while members[-1] in joins:
            members.append(joins[members[-1]].tail)
        parts = [lines[member] for member in members]
        segments = tuple(segment for part in parts for segment in part.segments)
        words = "".join(part.text for part in parts)
        texts.append(Whole(tuple(members), Paragraph(words, line.span, segments)))
    return texts

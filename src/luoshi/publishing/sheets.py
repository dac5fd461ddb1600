"""The pages of a document as pictures with a mark on every line that the page of Luoshi points to."""

from __future__ import annotations

import base64
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from luoshi.model import Box, Case, Document, Span
from luoshi.positions import Positions

_MOST = 40  # pages that are shown of one document
_MARGIN = 0.002  # share of the page around a line: a mark must not touch the letters


class Mark(NamedTuple):
    """A line, or a part of one: ``numbers`` are the marks of the source text that lie in it."""

    numbers: str
    x: float
    y: float
    width: float
    height: float


class ShownSheet(NamedTuple):
    """A page: its picture as a data URL, its size in its own units, and its marks in the same units."""

    number: int
    width: float
    height: float
    picture: str
    marks: tuple[Mark, ...]


def pages_to_show(case: Case) -> list[int]:
    """The numbers of the pages worth a picture, those with most records first."""
    if not case.document.pages:
        return []
    positions = Positions(case.document)
    records = case.records
    spans = [
        *(figure.span for figure in records.figures),
        *(commitment.span for commitment in records.commitments),
        *(span for remark in records.remarks for span in remark.words[:1]),
        *(span for finding in case.findings for span in finding.spans),
    ]
    counts = Counter(region.page for span in spans for region in positions(span)[:1])
    return [number for number, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]


def shown_sheets(
    document: Document, pictures: Mapping[int, bytes], marks: Iterable[tuple[int, Span]]
) -> list[ShownSheet]:
    """The pages of which there are pictures (WebP), in order, with the marks (number and span) that lie on them."""
    positions = Positions(document) if pictures else None
    if positions is None:
        return []
    at: dict[int, dict[Box, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, span in marks:
        for region in positions(span):
            at[region.page][region.box].append(number)
    return [
        ShownSheet(
            page.number,
            round(page.width, 1),
            round(page.height, 1),
            "data:image/webp;base64," + base64.b64encode(pictures[page.number]).decode(),
            tuple(_mark(box, numbers, page.width, page.height) for box, numbers in at[page.number].items()),
        )
        for page in document.pages
        if page.number in pictures
    ]


def _mark(box: Box, numbers: Iterable[int], width: float, height: float) -> Mark:
    x, y = (box.left - _MARGIN) * width, (box.top - _MARGIN) * height
    return Mark(
        " ".join(map(str, numbers)),
        round(x, 1),
        round(y, 1),
        round((box.right + _MARGIN) * width - x, 1),
        round((box.bottom + _MARGIN) * height - y, 1),
    )

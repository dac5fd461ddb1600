"""Which passages of a web page are its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from luoshi.model import BlockKind
from luoshi.readers.html_passages import Part
from luoshi.readers.lines import is_furniture, squeezed
from luoshi.readers.passages import Passage

_LOST = 0.5  # where trafilatura keeps a smaller share of the page's sentences than this, it has missed the article
_NEARLY_ALL = 0.9  # share of the article that the part of the page which is taken must hold
_SENTENCE = re.compile(r"[。；！？]|，.*，")
_ABOVE = 15  # passages above the article among which its own heading may stand


def article(html: str, found: Sequence[Passage], parts: Sequence[Part], title: str) -> list[Passage]:
    """The passages of the article with its own heading, without buttons and lists of links at its ends."""
    weights = _weights(html, found)
    first, last = _smallest(parts, weights, len(found))
    marked = [number for number in range(first, last) if weights[number]]
    begin, end = (marked[0], marked[-1] + 1) if marked else (first, last)
    begin_at = min(_own_heading(found, first, title), first)
    return [
        passage
        for number, passage in enumerate(found[begin_at:last], begin_at)
        if begin <= number < end or _tells(passage) or not (passage.linked or is_furniture(passage.words))
    ]


def _weights(html: str, found: Sequence[Passage]) -> list[int]:
    """Of each passage how many characters of the article it holds; only sentences and cells of data tables tell."""
    sentences = [len(passage.words) if _tells(passage) else 0 for passage in found]
    kept = set(_kept(html))
    taken = [squeezed(passage.words) in kept for passage in found]
    weights = [sentence if taken_ else 0 for sentence, taken_ in zip(sentences, taken, strict=True)]
    if sum(weights) >= _LOST * sum(sentences) > 0:
        return weights
    if any(sentences):
        return sentences
    return [len(passage.words) if taken_ or not any(taken) else 0 for passage, taken_ in zip(found, taken, strict=True)]


def _tells(passage: Passage) -> bool:
    return not passage.linked and (passage.kind is BlockKind.TABLE_CELL or _SENTENCE.search(passage.words) is not None)


def _kept(html: str) -> Iterator[str]:
    """What trafilatura takes for the article, paragraph by paragraph, without white space."""
    import trafilatura  # takes half a second, and most documents are no web pages

    extracted = trafilatura.bare_extraction(
        html, fast=True, favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(extracted, "body", None)
    for element in body.iter("p", "head", "item", "cell", "quote", "code") if body is not None else ():
        for line in element.iter("lb"):
            line.tail = "\n" + (line.tail or "")
        for words in "".join(element.itertext()).split("\n"):
            if bare := squeezed(words):
                yield bare


def _smallest(parts: Sequence[Part], weights: Sequence[int], count: int) -> tuple[int, int]:
    """The passages of the smallest element that holds nearly all of the article."""
    before = list(accumulate(weights, initial=0))
    first, last, here = 0, count, -1
    for number, part in enumerate(parts):  # an element stands behind the one it lies in
        if (
            part.parent == here
            and not part.whole
            and before[part.last] - before[part.first] >= _NEARLY_ALL * before[-1]
        ):
            first, last, here = part.first, part.last, number
    return first, last


def _own_heading(found: Sequence[Passage], first: int, title: str) -> int:
    """Where the article's heading stands above it: an <h1>, or a passage that is the page's title."""
    bare = squeezed(title)
    above = range(max(0, first - _ABOVE), first)
    for number in above:
        passage = found[number]
        if passage.level == 1 or (bare and squeezed(passage.words) == bare and not passage.linked):
            return number
    return first

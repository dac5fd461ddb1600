"""Where known names stand in a text: one linear scan, however many names there are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from operator import add

from luoshi.flows import Locator
from luoshi.model import Document, Flow, Span

_FEW = 16
_KEY = 2  # characters by which candidates are looked up


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Offset and name of each place where one of ``names`` (two characters or longer) stands, the longest name first;
    places do not overlap."""
    wanted = {name for name in names if len(name) >= _KEY}
    lengths: dict[str, list[int]] = {}  # by key: so many names may begin alike, but they have few lengths
    for key, length in sorted({(name[:_KEY], len(name)) for name in wanted}, reverse=True):
        lengths.setdefault(key, []).append(length)
    if not wanted:
        return
    past = 0
    for at in _candidates(text, lengths):
        if at < past:
            continue
        for length in lengths[text[at : at + _KEY]]:
            if (name := text[at : at + length]) in wanted:
                yield at, name
                past = at + length
                break


def _candidates(text: str, keys: Collection[str]) -> Iterator[int]:
    """Where the keys stand. Few are best found by a pattern, many by looking up each pair of neighbouring characters."""
    if len(keys) > _FEW:
        yield from (at for at, pair in enumerate(map(add, text, islice(text, 1, None))) if pair in keys)
        return
    pattern, at = re.compile("|".join(map(re.escape, keys))), 0
    while found := pattern.search(text, at):
        at = found.start() + 1
        yield found.start()


def in_repetitions(document: Document, flow: Flow, names: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """The names once more in the stretches that the flow left out because they repeat earlier ones."""
    wanted = set(names)
    for repetition in flow.repetitions:
        start, end = repetition.span
        for at, name in occurrences(document.text[start:end], wanted):
            yield name, Span(start + at, start + at + len(name))


def located(locate: Locator, start: int, end: int) -> Span | None:
    """The document span of a short stretch, its longest part where damage tore it; ``None`` where it lies nowhere."""
    return max(locate(start, end), key=lambda span: span.end - span.start, default=None)

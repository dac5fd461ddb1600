"""Where known names stand in a text: one linear scan, however many names there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from luoshi.flows import Locator
from luoshi.model import Document, Flow, Span

_KEY = 2  # characters by which candidates are looked up


class _Index:
    """Names made ready to be looked for: a pattern that stops where some name's first two characters may stand, and by
    these two characters the lengths of the names, so that it does not matter how many there are."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if len(name) >= _KEY}
        self._lengths: dict[str, list[int]] = {}
        for key, length in sorted({(name[:_KEY], len(name)) for name in self._names}, reverse=True):
            self._lengths.setdefault(key, []).append(length)
        first, second = ("".join(map(re.escape, sorted({key[at] for key in self._lengths}))) for at in range(_KEY))
        self._pattern = re.compile(f"[{first}](?=[{second}])" if self._names else r"(?!)")

    def search(self, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
        """As ``occurrences``, in ``text[start:end]``; offsets are those of ``text``."""
        past = start
        for found in self._pattern.finditer(text, start, end):
            at = found.start()
            if at < past:
                continue
            for length in self._lengths.get(text[at : at + _KEY], ()):
                if at + length <= end and (name := text[at : at + length]) in self._names:
                    yield at, name
                    past = at + length
                    break


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Offset and name of each place where one of ``names`` (two characters or longer) stands, the longest name first;
    places do not overlap."""
    return _Index(names).search(text, 0, len(text))


def in_repetitions(document: Document, flow: Flow, names: Iterable[str]) -> Iterator[tuple[str, Span]]:
    """The names once more in the stretches that the flow left out because they repeat earlier ones."""
    if not flow.repetitions:
        return
    index = _Index(names)
    for repetition in flow.repetitions:
        for at, name in index.search(document.text, *repetition.span):
            yield name, Span(at, at + len(name))


def located(locate: Locator, start: int, end: int) -> Span | None:
    """The document span of a short stretch, its longest part where damage tore it; ``None`` where it lies nowhere."""
    spans = locate(start, end)
    return spans[0] if len(spans) == 1 else max(spans, key=lambda span: span.end - span.start, default=None)

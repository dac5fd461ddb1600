"""The flow: the text in the order in which it was meant to be read, with the way back to the document."""

from __future__ import annotations

from collections.abc import Iterable

from luoshi.model import Document, Flow, Piece, Repetition, Span


def build_flow(document: Document, paragraphs: Iterable[Iterable[Span]], repetitions: Iterable[Repetition]) -> Flow:
    """The flow of some paragraphs, each given by its stretches of the document.

    Between two paragraphs that stand next to each other in the document the white space of the document is kept;
    between others a line feed is put, which belongs to no piece.
    """
    text = document.text
    words: list[str] = []
    pieces: list[Piece] = []
    size = 0

    def add(start: int, end: int) -> None:
        nonlocal size
        if start == end:
            return
        if pieces and pieces[-1].start + pieces[-1].length == start and pieces[-1].flow + pieces[-1].length == size:
            pieces[-1] = pieces[-1]._replace(length=end - pieces[-1].start)
        else:
            pieces.append(Piece(size, start, end - start))
        words.append(text[start:end])
        size += end - start

    last = 0
    for segments in paragraphs:
        first = True
        for start, end in segments:
            if first and last <= start and not text[last:start].strip():
                add(last, start)
            elif first and size:
                words.append("\n")
                size += 1
            add(start, end)
            first, last = False, end
    if not text[last:].strip():
        add(last, len(text))
    return Flow("".join(words), tuple(pieces), tuple(repetitions))

"""The findings on a text in words that a data editor understands."""

from __future__ import annotations

from typing import Final, NamedTuple

from luoshi.model import Finding, FindingKind, Span

_QUOTED: Final = 12  # characters that a message quotes


class Place(NamedTuple):
    """A paragraph of the document: its ``number`` counted from 1, its ``span``, its ``words``."""

    number: int
    span: Span
    words: str


def _beginning(words: str) -> str:
    return words if len(words) <= _QUOTED else words[:_QUOTED] + "…"


def _ending(words: str) -> str:
    return words if len(words) <= _QUOTED else "…" + words[-_QUOTED:]


def repeated_paragraph(again: Place, first: Place, differing: int) -> Finding:
    """Paragraph ``again`` repeats paragraph ``first``, but for ``differing`` characters."""
    quoted = _beginning(again.words)
    note, note_en = (f"，有{differing}处文字不同", f", {differing} characters apart") if differing else ("", "")
    return Finding(
        FindingKind.REPEATED,
        (again.span, first.span),
        f"第{again.number}段重复了第{first.number}段「{quoted}」{note}。",
        f"Paragraph {again.number} repeats paragraph {first.number} (“{quoted}”{note_en}).",
        confidence=max(1.0 - differing / max(len(again.words), 1), 0.5),
    )


def repeated_phrase(number: int, span: Span, original: Span, words: str, times: int) -> Finding:
    """A phrase is said ``times`` times more in paragraph ``number``."""
    quoted = _beginning(words)
    return Finding(
        FindingKind.REPEATED,
        (span, original),
        f"第{number}段中「{quoted}」又连续重复了{times}次。",
        f"In paragraph {number}, “{quoted}” is repeated {times} more times in a row.",
    )


def broken(head: Place, tail: Place, confidence: float) -> Finding:
    """Paragraph ``head`` stops in mid-sentence and goes on in paragraph ``tail``."""
    stop, on = _ending(head.words), _beginning(tail.words)
    return Finding(
        FindingKind.BROKEN,
        (head.span, tail.span),
        f"第{head.number}段在「{stop}」处中断，下文接第{tail.number}段「{on}」。",
        f"Paragraph {head.number} stops in mid-sentence at “{stop}” and goes on in paragraph {tail.number} (“{on}”).",
        confidence=round(confidence, 3),
    )


def cut(last: Place, again: bool) -> Finding:
    """The text ends in mid-sentence; ``again`` says that its last line begins something that stands whole before."""
    stop = _ending(last.words)
    note, note_en = ("（这一句的开头与前文相同）", " (it began to repeat earlier text)") if again else ("", "")
    return Finding(
        FindingKind.CUT,
        (last.span,),
        f"全文在「{stop}」处中断，这句话没有写完{note}。",
        f"The text ends in mid-sentence at “{stop}”{note_en}.",
        confidence=0.95,
    )

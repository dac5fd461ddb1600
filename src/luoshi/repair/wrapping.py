"""What tells a text whose lines end at the page's width: which lines speak for a width, and which stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from luoshi.repair import cues

_SHORTEST: Final = (
    12  # characters: a shorter line is a heading, a button, the end of something; it says nothing of a width
)
_PROSE: Final = 0.25  # share of lines with a comma or a stop inside; of the lines of reports cut every 12 characters 0.66, every 20 0.89
_FREQUENT: Final = 0.1  # share of the gaps from which one is that between lines


def speaking(lines: Mapping[int, str]) -> list[int]:
    """Of lines that stop in mid-sentence, by their places, those that the page's width may have stopped: no headings,
    labels or dates. None where hardly any has a mark inside, as prose has: items of a list may all be of one length."""
    spoken = [at for at, text in lines.items() if _speaks(text)]
    prose = sum(cues.has_mark(lines[at]) for at in spoken)
    return spoken if prose >= _PROSE * len(spoken) else []


def _speaks(text: str) -> bool:
    return (
        len(text) >= _SHORTEST
        and not cues.is_heading(text)
        and not cues.is_label(text)
        and not cues.is_date(text)
        and not cues.is_title(text)
        and not cues.is_credit(text)
    )


def together(gaps: Sequence[int]) -> list[bool]:
    """Which lines follow one another without a pause; ``gaps`` are the line ends between each line and the next.

    Mostly these have one line end between them. Where line ends were doubled (DOS files converted twice, web pages
    saved as text) all have more, and the smallest gap that is frequent counts.
    """
    frequent = [gap for gap, times in Counter(gaps).items() if times >= _FREQUENT * len(gaps)]
    smallest = min(frequent, default=1)
    return [gap <= smallest for gap in gaps]

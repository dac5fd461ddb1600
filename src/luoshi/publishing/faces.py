"""How one figure looks on a card: the words before the number, the number, its unit and bound, and its bar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from luoshi.model import Bound, Figure, Measure
from luoshi.publishing.cards import Card
from luoshi.publishing.words import Bilingual, bound_words, gloss, measure_words, number_words

_GROWTH = (Measure.GROWTH, Measure.AVERAGE_GROWTH)
_SHARES = ("占比", "比重", "比例", "率")
_SMALLEST_SCALE, _LARGEST_SCALE = 10, 60  # per cent


@dataclass(frozen=True, slots=True)
class Face:
    """``lead`` 增长, ``digits`` 5.5, ``unit`` %, ``bound`` 左右; ``gloss`` is the amount in English, "" where needless.

    ``wide`` is the width of digits and unit in Chinese characters, by which the page chooses the type size.
    """

    lead: Bilingual
    digits: Bilingual
    unit: Bilingual
    bound: Bilingual
    gloss: str
    wide: float
    wordy: bool = False


def face(figure: Figure, words: str = "") -> Face:
    """The figure's face; a target without a number shows its own ``words``."""
    none = Bilingual("", "")
    if figure.value is None:
        said = Bilingual(words, words)
        return Face(none, said, none, none, "", len(words), wordy=True)
    number = number_words(figure)
    if figure.measure is Measure.RANK:
        most = figure.bound is Bound.AT_MOST
        digits = Bilingual(("前" if most else "第") + number, ("top " if most else "No. ") + number)
        unit = Bilingual("位", "")
        return Face(measure_words(figure), digits, unit, none, "", len(number) / 2 + 1.5)
    digits, unit = Bilingual(number, number), Bilingual(figure.unit, figure.unit)
    beside = 0.35 if figure.unit == "%" and figure.bound is not Bound.EXACT else 0.0
    wide = len(number) * 0.55 + len(figure.unit) * 0.3 + beside
    lead = measure_words(figure)
    if figure.measure is Measure.SHARE and figure.indicator.endswith(_SHARES):
        lead = none  # the name says it
    return Face(lead, digits, unit, bound_words(figure), gloss(figure), wide)


def bar_scale(cards: Iterable[Card]) -> int:
    """The growth in per cent at which bars end: the 90th percentile, so that one extreme does not flatten the rest."""
    rates = sorted(
        abs(float(figure.value))
        for card in cards
        for figure in (card.main, *card.beside)
        if figure.measure in _GROWTH and figure.unit == "%" and figure.value is not None
    )
    if not rates:
        return 0
    ninth = rates[min(int(len(rates) * 0.9), len(rates) - 1)]
    return int(min(max(-(-ninth // 5) * 5, _SMALLEST_SCALE), _LARGEST_SCALE))


def bar_width(figure: Figure, scale: int) -> float:
    """The width of a growth's bar in hundredths of the scale; 0 for what has no bar, over 100 for what is cut off."""
    if not scale or figure.measure not in _GROWTH or figure.unit != "%" or figure.value is None:
        return 0.0
    return min(round(abs(float(figure.value)) / scale * 100, 1), 101.0)

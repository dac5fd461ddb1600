"""The chart of growth rates: the leading indicators' growth in one period, beside the target set for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.model import Bound, Figure, Measure
from luoshi.publishing.cards import Card
from luoshi.publishing.themes import headline_rank, plain_indicator

_FEWEST, _MOST = 3, 10  # rows that make a chart


@dataclass(frozen=True, slots=True)
class Rung:
    """One indicator. Positions are in hundredths of the chart's width: the bar from ``left``, ``width`` wide."""

    actual: Figure
    target: Figure | None
    left: float
    width: float
    target_at: float
    target_end: float


@dataclass(frozen=True, slots=True)
class Ladder:
    """``zero`` is where no growth lies; ``target_period`` is "" where the targets are of several periods or none."""

    rungs: tuple[Rung, ...]
    period: str
    target_period: str
    zero: float


def _rates(cards: Sequence[Card]) -> list[Figure]:
    return [
        figure
        for card in cards
        for figure in (card.main, *card.beside)
        if figure.measure is Measure.GROWTH
        and figure.unit == "%"
        and figure.value is not None
        and not figure.place
        and not figure.base
        and headline_rank(figure.indicator) is not None
    ]


def ladder(results: Sequence[Card], targets: Sequence[Card]) -> Ladder | None:
    """The chart, the leading indicators in their usual order; ``None`` where too few grew in one period to compare."""
    rates = _rates(results)
    periods = Counter(figure.period for figure in rates if figure.period)
    if not periods:
        return None
    # Of equally frequent periods the later.
    period = max(periods, key=lambda p: (periods[p], p))
    actual: dict[str, Figure] = {}
    for figure in rates:
        if figure.period == period:
            actual.setdefault(_name(figure), figure)
    aims: dict[str, Figure] = {}
    for figure in sorted(_rates(targets), key=lambda f: f.period or "9"):
        if figure.period > period:
            aims.setdefault(_name(figure), figure)
    names = sorted(actual, key=lambda name: headline_rank(actual[name].indicator) or 0)[:_MOST]
    if len(names) < _FEWEST:
        return None
    chosen = [(actual[name], aims.get(name)) for name in names]
    values = [0.0, *(v for pair in chosen for figure in pair if figure for v in _ends(figure))]
    low, size = min(values), (max(values) - min(values)) or 1.0

    def at(value: float) -> float:
        return round((value - low) / size * 100, 2)

    rungs = []
    for done, aim in chosen:
        value = _ends(done)[0]
        first, last = _ends(aim) if aim else (low, low)
        rungs.append(Rung(done, aim, at(min(value, 0)), round(abs(value) / size * 100, 2), at(first), at(last)))
    aimed = {aim.period for _, aim in chosen if aim}
    return Ladder(tuple(rungs), period, aimed.pop() if len(aimed) == 1 else "", at(0))


def _name(figure: Figure) -> str:
    return figure.indicator_id or plain_indicator(figure.indicator)


def _ends(figure: Figure) -> tuple[float, float]:
    first = float(figure.value or 0)
    return first, float(figure.high) if figure.bound is Bound.RANGE and figure.high is not None else first

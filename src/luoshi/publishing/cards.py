"""Figures put together as the page shows them: one card a target or result, however many records speak of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from luoshi.amounts import amount
from luoshi.model import BlockKind, Bound, Case, Figure, Measure, Span, Status
from luoshi.publishing.themes import OPENING, Theme, headline_rank, plain_indicator, theme_of

# What stands large on a card, in this order: what there is of the thing before how it moved.
_MAIN = (
    Measure.LEVEL,
    Measure.SHARE,
    Measure.GROWTH,
    Measure.AVERAGE_GROWTH,
    Measure.MULTIPLE,
    Measure.CHANGE,
    Measure.RANK,
    Measure.GAP,
)
# A name that says only that there is a target, not of what.
_REFERENCE = re.compile(r"(?:目标|任务|目标任务)$")
_HEADLINES = 40
_MONEY = ("元", "美元")


@dataclass(frozen=True, slots=True)
class Card:
    """One target or result.

    ``main`` is the number shown large, ``beside`` what belongs to it (its growth, rank, share), ``before`` the same
    level at an earlier time in the same sentence, ``again`` further statements of ``main``. ``weight`` orders cards,
    the weightiest first.
    """

    main: Figure
    theme: Theme
    weight: float
    beside: tuple[Figure, ...] = ()
    before: tuple[Figure, ...] = ()
    again: tuple[Figure, ...] = ()


class Around:
    """The words around a place of the text that help to choose its theme: its paragraph's opening and its heading."""

    def __init__(self, case: Case) -> None:
        self._text = case.document.text
        self._blocks = sorted(case.document.blocks, key=lambda b: b.span.start)
        self._starts = [b.span.start for b in self._blocks]
        self._heading: list[str] = []
        heading = ""
        for block in self._blocks:
            if block.kind is BlockKind.HEADING:
                heading = block.span.of(self._text)
            self._heading.append(heading)

    def __call__(self, span: Span) -> tuple[str, str]:
        """The opening of the paragraph that holds ``span``, and the last heading before it; "" where there is none."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return "", ""
        start, end = self._blocks[index].span  # a paragraph may be the whole text: only its opening is copied
        return self._text[start : min(end, start + OPENING)], self._heading[index]


def _key(figure: Figure) -> tuple[str, str]:
    return figure.indicator_id or plain_indicator(figure.indicator), figure.place


def _amount(figure: Figure) -> tuple[object, ...]:
    if figure.value is None:
        return (None, figure.relation)
    value, unit = amount(figure.value, figure.unit)
    high = amount(figure.high, figure.unit)[0] if figure.high is not None else None
    return value, high, unit


def _what(figure: Figure) -> tuple[object, ...]:
    return _key(figure), figure.measure, figure.base, _amount(figure)


def _fuller(figure: Figure) -> tuple[bool, bool, int]:
    """Of two statements of the same the one that says more, and then the first, is shown."""
    return figure.period == "", figure.bound.value == "exact", figure.span.start


def _last_year(period: str) -> int:
    """The year in which a period ends, 0 where it is not known."""
    year = period.rpartition("/")[2][:4]
    return int(year) if year.isdigit() else 0


def _weight(main: Figure, companions: Sequence[Figure], statements: int) -> float:
    """How far up a card stands: the usual leading indicators, then what is said most fully, then the larger sums.

    The order is that of work reports: leading indicators of the own place, and among other things the larger amounts.
    """
    weight = 0.0
    rank = headline_rank(main.indicator)
    if rank is not None:
        weight += 2 * (_HEADLINES - rank)
    if main.place:
        weight /= 2
    weight += 4 * len({f.measure for f in companions}) + min(statements - 1, 2)
    if main.value is None:
        return weight - 20
    value, unit = amount(main.value, main.unit)
    if unit in _MONEY and main.measure is Measure.LEVEL and value > 0:
        weight += max(Decimal(value).adjusted() - 6, 0)
    return weight


def target_cards(case: Case) -> list[Card]:
    """The targets, the weightiest first; statements of one target make one card."""
    around = Around(case)
    groups: dict[tuple[object, ...], dict[str, list[Figure]]] = defaultdict(dict)
    for figure in case.records.figures:
        if figure.status is Status.TARGET:
            groups[_what(figure)].setdefault(figure.period, []).append(figure)
    for group in groups.values():
        if "" in group and len(group) > 1:  # a statement that leaves out the time goes to the first that gives one
            first = min((fs[0].span.start, period) for period, fs in group.items() if period)[1]
            group[first] += group.pop("")
    stated = [sorted(g, key=_fuller) for group in groups.values() for g in group.values()]
    years = [year for main, *_ in stated if (year := _last_year(main.period))]
    cards = []
    for main, *again in stated:
        theme = theme_of(main.indicator, *around(main.span))
        # Of one indicator the nearest target comes first: the year's before the five years'.
        later = (_last_year(main.period) or min(years, default=0)) - min(years, default=0)
        weight = _weight(main, (), len(again) + 1) - min(later, 10) / 2
        cards.append(Card(main, theme, weight, again=tuple(again)))
    return sorted(_with_references(cards), key=lambda c: (-c.weight, c.main.span.start))


def _with_references(cards: list[Card]) -> list[Card]:
    """Puts a mere reference to a target (锚定3万亿元目标) on the card of the target that states the amount in full."""

    def amount_and_time(card: Card, period: str) -> tuple[object, ...]:
        return _amount(card.main), card.main.place, period

    full = {amount_and_time(c, c.main.period): c for c in cards if not _REFERENCE.search(c.main.indicator)}
    timeless = {amount_and_time(c, ""): c for c in full.values()}
    kept = {id(card): card for card in cards}
    for card in cards:
        if card.main.value is None or not _REFERENCE.search(card.main.indicator):
            continue
        period = card.main.period
        whole = full.get(amount_and_time(card, period)) if period else timeless.get(amount_and_time(card, ""))
        if whole:
            known = kept[id(whole)]
            again = (*known.again, card.main, *card.again)
            kept[id(whole)] = replace(known, again=again)
            del kept[id(card)]
    return list(kept.values())


def result_cards(case: Case) -> list[Card]:
    """The results, the weightiest first.

    The figures of one indicator, place and period make one card, also where they stand in different sentences. Where
    such a group has several levels (or, without levels, several growths) each makes a card, and a growth or a rank
    goes to the one it stands nearest to.
    """
    around = Around(case)
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in case.records.figures:
        if figure.status is Status.ACTUAL:
            groups[(*_key(figure), figure.period)].append(figure)
    cards: list[Card] = []
    for figures in groups.values():
        distinct, again = _distinct(figures)
        first = min(_MAIN.index(f.measure) for f in distinct)
        mains = [f for f in distinct if f.measure is _MAIN[first]]
        mains = mains[:1] if mains[0].measure in (Measure.RANK, Measure.GAP) else _without_thresholds(mains)
        mains.sort(key=lambda f: f.span)
        starts = [main.span.start for main in mains]
        standing_large = {id(main) for main in mains}
        companions: dict[int, list[Figure]] = defaultdict(list)
        for figure in distinct:
            if id(figure) not in standing_large:
                companions[_nearest(starts, figure.span.start)].append(figure)
        for index, main in enumerate(mains):
            beside = tuple(sorted(companions[index], key=lambda f: (_MAIN.index(f.measure), f.span.start)))
            repeats = tuple(again[id(main)])
            weight = _weight(main, beside, 1 + len(repeats))
            cards.append(Card(main, theme_of(main.indicator, *around(main.span)), weight, beside, again=repeats))
    return sorted(_with_earlier(cards), key=lambda c: (-c.weight, c.main.span.start))


def _nearest(starts: Sequence[int], at: int) -> int:
    """The index of the ascending offset nearest to ``at``, the earlier of two."""
    right = bisect_right(starts, at)
    if right == 0 or right == len(starts):
        return max(right - 1, 0)
    return right if starts[right] - at < at - starts[right - 1] else right - 1


def _without_thresholds(levels: Sequence[Figure]) -> list[Figure]:
    """The figures without those that only name a mark passed on the way: 突破3万亿元 beside 达到3.6万亿元."""
    reached: dict[str, Decimal] = {}
    for figure in levels:
        if figure.bound is not Bound.AT_LEAST:
            value, unit = _amount_of(figure)
            reached[unit] = max(value, reached.get(unit, value))

    def passed(mark: Figure) -> bool:
        value, unit = _amount_of(mark)
        return mark.bound is Bound.AT_LEAST and unit in reached and value <= reached[unit]

    return [figure for figure in levels if not passed(figure)]


def _amount_of(figure: Figure) -> tuple[Decimal, str]:
    return amount(figure.value if figure.value is not None else Decimal(0), figure.unit)


def _distinct(figures: Iterable[Figure]) -> tuple[list[Figure], dict[int, list[Figure]]]:
    """The figures that say different things, and by the id of each those that say the same again."""
    kept: dict[tuple[object, ...], Figure] = {}
    again: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        first = kept.setdefault(_what(figure), figure)
        if first is not figure:
            again[id(first)].append(figure)
    return list(kept.values()), again


def _with_earlier(cards: list[Card]) -> list[Card]:
    """Puts the earlier level of "from A in 2020 to B in 2025" on the card of the later one."""
    by_sentence: dict[tuple[object, ...], list[Card]] = defaultdict(list)
    for card in cards:
        if card.main.measure in (Measure.LEVEL, Measure.SHARE) and card.main.period:
            by_sentence[(*_key(card.main), card.main.measure, card.main.evidence)].append(card)
    earlier: set[int] = set()
    later: dict[int, tuple[Figure, ...]] = {}
    for together in by_sentence.values():
        *old, new = sorted(together, key=lambda c: c.main.period[-4:])
        unit = _amount_of(new.main)[1]
        old = [c for c in old if c.main.period != new.main.period and not c.beside and _amount_of(c.main)[1] == unit]
        if old:
            earlier.update(id(c) for c in old)
            later[id(new)] = tuple(c.main for c in old)
    return [replace(c, before=later.get(id(c), ())) for c in cards if id(c) not in earlier]


def by_theme(cards: Iterable[Card]) -> list[tuple[Theme, list[Card]]]:
    """The cards under their themes, themes in the order of the page, cards in the order given."""
    themes: dict[Theme, list[Card]] = defaultdict(list)
    for card in cards:
        themes[card.theme].append(card)
    return sorted(themes.items(), key=lambda item: item[0].order)

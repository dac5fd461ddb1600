"""Two levels of one thing at two times that are too far apart: by a multiplier mistaken for another, or for no reason told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from luoshi.amounts import amount, split_unit
from luoshi.catalogue import words
from luoshi.checks.plain import Plain
from luoshi.checks.ranges import distinct, rounded, shown
from luoshi.model import Case, Figure, FindingKind, Measure, Status
from luoshi.progress.intervals import interval

_FACTORS = (4, 8, 12)  # powers of ten between the multipliers 万, 亿 and 万亿, and none
_NEAR = Decimal(2)  # how far from such a factor two years' levels may lie, and half as much again for each further year
_A_YEAR = Decimal("1.5")
_JUMP = Decimal(3)  # how many times last year's level a level is that needs a reason
_MOST_YEARS = 6
_CONVERTED = {4: "万", 8: "亿", 12: "万亿"}


class Leap(NamedTuple):
    """``ratio`` is the later level divided by the earlier one; ``power`` is 0 for a jump, else the slip's power of ten."""

    before: Figure
    after: Figure
    ratio: Decimal
    power: int

    @property
    def kind(self) -> FindingKind:
        return FindingKind.UNIT_SLIP if self.power else FindingKind.JUMP

    def words(self) -> tuple[str, str]:
        """How far they are apart, in Chinese and English."""
        a, b = shown(self.before), shown(self.after)
        ratio = rounded(self.ratio, 1 if self.ratio >= 1 else 6)
        zh, en = f"{b} ÷ {a} = {ratio}倍", f"{b} ÷ {a} = {ratio}"
        if not self.power:
            return f"{zh}，超出一般年度变动的范围", f"{en}, beyond what a few years change"
        up, word = self.ratio >= 1, _CONVERTED[self.power]
        return (
            f"{zh}，{'大' if up else '小'}了约{word}倍，可能把单位写错了",
            f"{en}, which is 10^{self.power if up else -self.power} off: a unit may have slipped",
        )


def leap(before: Figure, after: Figure, years: int, *, jumps: bool) -> Leap | None:
    """What is wrong between two levels so many years apart; only slips of units unless ``jumps`` are asked for too."""
    if not before.value or not after.value or not 0 < years <= _MOST_YEARS:
        return None
    (a, unit), (b, other) = (amount(value, f.unit) for value, f in ((before.value, before), (after.value, after)))
    if unit != other or a <= 0 or b <= 0:
        return None
    ratio = b / a
    wide = _NEAR * _A_YEAR ** (years - 1)
    for power in _FACTORS:
        for factor in (Decimal(10) ** power, Decimal(10) ** -power):
            if 1 / wide <= ratio / factor <= wide and _could_slip(before, after):
                return Leap(before, after, ratio, power)
    most = _JUMP * _A_YEAR ** (years - 1)
    if jumps and not 1 / most < ratio < most:
        return Leap(before, after, ratio, 0)
    return None


def is_steady(figure: Figure) -> bool:
    """Whether the indicator is one whose yearly levels do not multiply (checks.toml)."""
    return figure.indicator_id in words("checks", "steady")


def leaps_in(case: Case) -> Iterator[Leap]:
    """The leaps between neighbouring years among the reported levels of one document.

    Two levels are compared where one sentence gives both (a jump is then told, not overlooked), or where both are of
    the whole of one place under one known name.
    """
    levels: defaultdict[tuple[str, str], dict[int, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in case.records.figures:
        if figure.measure is Measure.LEVEL and figure.status is Status.ACTUAL and figure.value and figure.unit != "%":
            when = interval(figure.period)
            if when is not None and when.granularity == "year":
                levels[figure.indicator_id or figure.indicator, figure.place][when.year].append(figure)
    is_plain = Plain(case.document.text, case.records.figures)
    for by_year in levels.values():
        for earlier, later in pairwise(sorted(by_year)):
            found = []
            for before, after in product(distinct(by_year[earlier]), distinct(by_year[later])):
                together = before.evidence == after.evidence
                if together or (after.indicator_id and is_plain(before, 2) and is_plain(after, 2)):
                    jumps = not together and is_steady(after)
                    found.append(leap(before, after, later - earlier, jumps=jumps))
            if found and all(found):
                assert found[0] is not None
                yield found[0]


def _could_slip(before: Figure, after: Figure) -> bool:
    """A slip is one of the multiplier, so that the two are not written in one."""
    return before.unit != after.unit or bool(split_unit(after.unit)[0])

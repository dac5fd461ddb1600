"""A count announced, of which the later document says that less was done."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.amounts import amount, split_unit
from luoshi.catalogue import table
from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
from luoshi.checks.ranges import rounded, shown
from luoshi.model import Bound, CrossFinding, FindingKind, Measure
from luoshi.progress.tracking import Tracked
from luoshi.progress.verdicts import Verdict

_COUNTED = frozenset({"count", "length", "area", "volume"})
_BOUNDS = frozenset({Bound.EXACT, Bound.AT_LEAST})
_LEAST_SURE = 0.75


EXAMPLES = (
    # date and text of each document, and kind and numbers of each finding
    (
        (("2025-01-10", "2025年，计划新建学校20所。"), ("2026-01-12", "2025年，新建学校18所。")),
        (("undelivered", "18所", "20所"),),
    ),
    (
        (("2025-01-10", "2025年，办好10件民生实事。"), ("2026-01-12", "2025年，办好8件民生实事。")),
        (("undelivered", "8件", "10件"),),
    ),
    (
        (("2025-01-10", "2025年，计划实施水利项目120个。"), ("2026-01-12", "2025年，实施水利项目110个。")),
        (("undelivered", "110个", "120个"),),
    ),
    ((("2025-01-10", "2025年，计划新建学校20所。"), ("2026-01-12", "2025年，新建学校22所。")), ()),
    ((("2025-01-10", "2025年，计划新建学校20所左右。"), ("2026-01-12", "2025年，新建学校18所。")), ()),
    ((("2025-01-10", "2025年，计划新建学校20所。"), ("2026-01-12", "2025年，新建学校超过18所。")), ()),
    ((("2025-01-10", "2025年，计划新建小学20所。"), ("2026-01-12", "2025年，新建中学18所。")), ()),
    ((("2025-01-10", "2025年，计划开工学校20所。"), ("2026-01-12", "2025年，竣工学校18所。")), ()),
    ((("2025-01-10", "2025年，力争旅游收入增长20%。"), ("2026-01-12", "2025年，旅游收入增长18%。")), ()),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A number of things to be done, and a smaller number done.

    **Looks at** the targets of the ledger (docs/progress.md) that are missed: counts and measures of works (所, 个, 公里, 平方米).

    **Why**: that 18 of 20 schools were built is what an owner does not write.

    **Rule**: target and result agree in indicator, place, time and definition and stand in different documents; both are given as they
    stand, not computed; the join of unlisted wordings is sure to 0.75.

    **Known false alarms**: a part of the target that is told apart from the rest (a first batch).

    **Example**: 新建学校20所 in the report of January 2025, 新建学校18所 in that of 2026.
    """
    for item in ledger.tracked:
        result, figure = item.result, item.target.figure
        if item.verdict is not Verdict.MISSED or result is None or figure.value is None:
            continue
        unit = split_unit(figure.unit)[1]
        if figure.measure is not Measure.LEVEL or _dimension(unit) not in _COUNTED or figure.bound not in _BOUNDS:
            continue
        simple = not result.formula and result.comparable and not result.differing and result.bound is Bound.EXACT
        done = result.entries[0]
        alike = split_unit(done.figure.unit)[1] == unit and done.source != item.target.source
        if simple and alike and result.sureness >= _LEAST_SURE and not result.conflicts:
            yield _finding(item)


def _dimension(unit: str) -> str:
    return next((row[1] for row in table("units") if row[0] == unit), "")


def _finding(item: Tracked) -> CrossFinding:
    assert item.result is not None
    target, done = item.target, item.result.entries[0]
    assert target.figure.value is not None and done.figure.value is not None
    a, _ = amount(target.figure.value, target.figure.unit)
    b, _ = amount(done.figure.value, done.figure.unit)
    rest = rounded((a - b).scaleb(-split_unit(target.figure.unit)[0]), 4)
    goal, got = shown(target.figure), shown(done.figure)
    share, name = f"{rounded(b / a * 100)}%", target.figure.indicator
    return CrossFinding(
        FindingKind.UNDELIVERED,
        (citation(done), citation(target)),
        f"{target.place.name}{period_words(target)}“{name}”：{named(target)}提出{goal}，{named(done)}报告{got}，"
        f"还差{rest}{target.figure.unit}（{got} ÷ {goal} = {share}）。",
        f"“{name}” of {target.place.name}, {target.figure.period}: {goal} announced in {named_en(target)}, {got} reported in "
        f"{named_en(done)} ({share}).",
        confidence=round(item.result.sureness * 0.9, 2),
    )

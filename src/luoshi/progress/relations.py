"""Targets without a number that can be judged all the same: growth in step with the economy's, above it, above a wider place's."""

from __future__ import annotations

from decimal import Decimal

from luoshi.catalogue import settings
from luoshi.extraction.naming import known
from luoshi.model import Measure
from luoshi.progress.definitions import Identity, identify
from luoshi.progress.entries import Entry
from luoshi.progress.matching import Reported, Result, as_result
from luoshi.progress.verdicts import Judgement, Verdict, rule

_ECONOMY = ("经济", "地区生产总值", "GDP", "生产总值")
_WIDER = ("全国", "全省", "全区", "全市", "全州", "全盟")


def judge_relation(target: Entry, reported: Reported) -> tuple[Judgement, Result] | None:
    """The verdict on a target that names another growth as its measure; None where it does not follow from what is reported."""
    figure, when = target.figure, target.interval
    if when is None:
        return None
    if figure.base.startswith(_WIDER):
        return _by_gap(target, reported)
    if not figure.base.startswith(_ECONOMY):
        return None
    own = reported.one(target.identity, target.place, when, Measure.GROWTH)
    economy = reported.one(_gdp(), target.place, when, Measure.GROWTH)
    if own is None or economy is None:
        return None
    ahead = (own.figure.value or Decimal(0)) - (economy.figure.value or Decimal(0))
    met = _holds(figure.relation, ahead)
    if met is None:
        return None
    reason = rule("relation", own=f"{own.figure.value}%", base=f"{economy.figure.value}%")
    return Judgement(Verdict.MET if met else Verdict.MISSED, (reason,)), as_result(own)


def _by_gap(target: Entry, reported: Reported) -> tuple[Judgement, Result] | None:
    """By what the report itself says of the distance (高于全国1.2个百分点)."""
    assert target.interval is not None
    gap = reported.one(target.identity, target.place, target.interval, Measure.GAP)
    if gap is None or gap.figure.value is None or gap.figure.base[:2] != target.figure.base[:2]:
        return None
    met = _holds(target.figure.relation, gap.figure.value)
    if met is None:
        return None
    reason = rule("relation_gap", base=gap.figure.base, gap=f"{gap.figure.value}{gap.figure.unit}")
    return Judgement(Verdict.MET if met else Verdict.MISSED, (reason,)), as_result(gap)


def _holds(relation: str, ahead: Decimal) -> bool | None:
    """Whether being so much ahead (negative: behind) is what the relation wants; None for other relations."""
    slack = Decimal(settings("verdicts")["in_step"]["points"])
    wanted = {"in_step": ahead >= -slack, "above": ahead > 0, "not_below": ahead >= 0, "below": ahead < 0}
    return wanted.get(relation)


def _gdp() -> Identity:
    return identify(known("gdp").name, "gdp")

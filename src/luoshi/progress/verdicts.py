"""What a result says of a target: met or missed, by a rule that is named (catalogue/verdicts.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Literal

from luoshi.amounts import amount
from luoshi.catalogue import settings
from luoshi.model import Bound, Figure, Measure
from luoshi.progress.definitions import Agreement, better, compare, definition_words, dimensions
from luoshi.progress.entries import Entry
from luoshi.progress.matching import Result

Sense = Literal["up", "down"]


class Verdict(StrEnum):
    MET = "met"
    MISSED = "missed"
    ON_TRACK = "on track"
    BEHIND = "behind"
    NOT_YET_DUE = "not yet due"
    NOT_REPORTED = "not reported"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Judgement:
    verdict: Verdict
    rules: tuple[Rule, ...]


def rule(key: str, **values: object) -> Rule:
    """A rule of verdicts.toml, with its values filled in."""
    row = settings("verdicts")["rules"][key]
    return Rule(row["zh"].format(**values), row["en"].format(**values))


def sense(target: Entry) -> Sense:
    """Whether more or less is needed: by the words of bound, by what the catalogue says, by the ending of the name.

    A promised fall (下降3%以上, -3) is reached by a greater one. Where nothing is known more is taken to be needed: a
    target is as a rule something to be done.
    """
    figure = target.figure
    falls = _is_fall(figure)
    if figure.bound is Bound.AT_LEAST:
        return "down" if falls else "up"
    if figure.bound is Bound.AT_MOST:
        return "up" if falls else "down"
    if figure.measure is Measure.RANK or falls or target.identity.core in _ceilings():
        return "down"
    direction = better(target.identity)
    if direction in ("up", "down"):
        return "up" if direction == "up" else "down"
    return "down" if figure.indicator.endswith(_less()) else "up"


def judge(target: Entry, result: Result) -> Judgement:
    """Whether a result of the target's own time meets it."""
    if not result.comparable:
        return Judgement(Verdict.NOT_COMPARABLE, (_unlike(result),))
    met, reason = meets(target, result.value, result.high, result.unit, result.slack)
    return Judgement(Verdict.MET if met else Verdict.MISSED, (reason, *remarks(result), *_joined(target, result)))


def meets(
    target: Entry, value: Decimal, high: Decimal | None, unit: str, slack: Decimal = Decimal(0)
) -> tuple[bool, Rule]:
    """Whether a value (a range: its worse end) reaches the target, and by which rule."""
    figure, way = target.figure, sense(target)
    assert figure.value is not None
    bar = figure.high if way == "down" and figure.high is not None else figure.value
    bar, got = amount(bar, figure.unit)[0], amount(value if way == "up" or high is None else high, unit)[0]
    allowed = amount(slack, unit)[0]
    tolerance = _tolerance(figure, bar) if figure.bound is Bound.ABOUT else Decimal(0)
    ends = "low" if way == "up" else "high"
    reason = rule("at_least" if way == "up" else "at_most")
    if figure.high is not None:
        reason = rule(f"range_{ends}")
    elif tolerance:
        reason = rule(f"about_{ends}", tolerance=_tolerance_words(figure))
    short = bar - got if way == "up" else got - bar
    return short <= tolerance + allowed, reason


def remarks(result: Result) -> tuple[Rule, ...]:
    """What else is to be known of a result: how it was computed, what it leaves open, what differs from it."""
    said = []
    if result.formula:
        said.append(rule("derived", formula=result.formula))
    if result.differing and result.comparable:
        said.append(rule("open_definition", what=_names(result.differing)))
    if result.conflicts:
        values = "、".join(
            dict.fromkeys(f"{e.figure.value}{e.figure.unit} ({e.source.name})" for e in result.conflicts)
        )
        said.append(rule("revised", values=values))
    return tuple(said)


def _joined(target: Entry, result: Result) -> tuple[Rule, ...]:
    """That target and result are one indicator because a person said so, with what they say of how they are measured."""
    other = result.entries[-1]
    if not target.identity.decided or compare(target.named, other.named).agreement in (Agreement.SAME, Agreement.OPEN):
        return ()
    names = {"target": target.figure.indicator, "result": other.figure.indicator}
    if target.named.parts == other.named.parts:
        return (rule("joined", **names),)
    said = (definition_words(entry.named) or "未说明" for entry in (target, other))
    return (rule("joined_unlike", **names, definitions="；".join(said)),)


def _unlike(result: Result) -> Rule:
    if result.note:
        return Rule(result.note, result.note)
    if "unit" in result.differing:
        return rule("other_unit")
    return rule("other_definition", what=_names(result.differing))


def _names(keys: tuple[str, ...]) -> str:
    names = {dimension.key: dimension.name for dimension in dimensions()} | {
        "prices": "价格",
        "extent": "时段（当月、累计或期末）",
    }
    return "、".join(names.get(key, key) for key in keys)


def _is_fall(figure: Figure) -> bool:
    moving = figure.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.CHANGE)
    return moving and figure.value is not None and figure.value < 0


def _tolerance(figure: Figure, bar: Decimal) -> Decimal:
    about = settings("verdicts")["about"]
    if _in_points(figure):
        return Decimal(about["points"])
    return abs(bar) * Decimal(about["share"])


def _tolerance_words(figure: Figure) -> str:
    about = settings("verdicts")["about"]
    return f"{about['points']}个百分点" if _in_points(figure) else f"{Decimal(about['share']) * 100:f}%"


def _in_points(figure: Figure) -> bool:
    return figure.unit in ("%", "百分点", "个百分点")


@cache
def _ceilings() -> frozenset[str]:
    return frozenset(settings("verdicts")["ceilings"]["ids"].split())


@cache
def _less() -> tuple[str, ...]:
    return tuple(settings("verdicts")["less"]["endings"].split())

"""Targets beside their results as lines for programs and as rows for people (docs/progress.md)."""

from __future__ import annotations

from typing import Any

from luoshi.model import Bound, Figure
from luoshi.progress.definitions import definition_words
from luoshi.progress.entries import Entry
from luoshi.progress.matching import Result
from luoshi.progress.pace import Pace
from luoshi.progress.tracking import Tracked
from luoshi.publishing.words import word

Line = dict[str, Any]

COLUMNS = (
    *("place", "place_code", "year", "period", "indicator", "indicator_id", "definition", "measure"),
    *("target", "target_high", "target_unit", "target_bound", "result", "result_high", "result_unit", "result_bound"),
    *("result_indicator", "verdict", "rules", "sureness", "derived", "pace_needed", "pace_so_far", "pace_ratio"),
    *("target_document", "target_start", "target_end", "target_text"),
    *("result_document", "result_start", "result_end", "result_text"),
)
"""The columns of a row of targets; also the head of its CSV."""


def tracked_line(item: Tracked) -> Line:
    """A target with its result and verdict, as ``luoshi track --format jsonl`` writes it."""
    entry, figure = item.target, item.target.figure
    return {
        "place": entry.place.name,
        "place_code": entry.place.code,
        "year": entry.interval.year if entry.interval else None,
        "period": figure.period,
        "indicator": figure.indicator,
        "indicator_id": figure.indicator_id,
        "definition": definition_words(entry.named),
        "target": {**number_line(figure), "relation": figure.relation, "base": figure.base, **where_line(entry)},
        "result": _result(item.result) if item.result else None,
        "computed": _result(item.computed) if item.computed else None,
        "verdict": item.verdict.value,
        "rules": [rule.zh for rule in item.judgement.rules],
        "rules_en": [rule.en for rule in item.judgement.rules],
        "pace": _pace(item.pace) if item.pace else None,
        "again": [where_line(other) for other in item.again],
    }


def tracked_row(item: Tracked) -> Line:
    """The same as one flat row with the names of ``COLUMNS``."""
    line = tracked_line(item)
    target, result, pace = line["target"], line["result"] or {}, line["pace"] or {}
    return {
        **{
            name: line[name]
            for name in ("place", "place_code", "year", "period", "indicator", "indicator_id", "definition")
        },
        "measure": target["measure"],
        **{f"target{suffix}": target[name] for suffix, name in _NUMBER},
        **{f"result{suffix}": result.get(name) for suffix, name in _NUMBER},
        "result_indicator": result.get("indicator"),
        "verdict": line["verdict"],
        "rules": "；".join(line["rules"]),
        "sureness": result.get("sureness"),
        "derived": result.get("derived"),
        **{f"pace_{name}": pace.get(name) for name in ("needed", "so_far", "ratio")},
        **{f"target_{name}": target[name] for name in _WHERE},
        **{f"result_{name}": result.get(name) for name in _WHERE},
    }


_NUMBER = (("", "value"), ("_high", "high"), ("_unit", "unit"), ("_bound", "bound"))
_WHERE = ("document", "start", "end", "text")

HEADS = {
    "地区 place": "left",
    "期 period": "left",
    "指标 indicator": "fold",
    "目标 target": "right",
    "结果 result": "right",
}
HEADS |= {"判断 verdict": "left", "规则 rule": "fold"}


def tracked_cells(item: Tracked) -> tuple[str, ...]:
    """The cells of a target in the terminal's table."""
    figure, result, pace = item.target.figure, item.result, item.pace
    reasons = [rule.zh for rule in item.judgement.rules]
    if pace is not None:
        reasons.append(f"今后每年需{pace.needed}%" + ("" if pace.so_far is None else f"，此前每年{pace.so_far}%"))
    got = "" if result is None else number_words(result.value, result.high, result.unit, result.bound)
    number = (
        figure.relation if figure.value is None else number_words(figure.value, figure.high, figure.unit, figure.bound)
    )
    name = figure.indicator if figure.measure.value == "level" else f"{figure.indicator} ({figure.measure.value})"
    return item.target.place.name, figure.period, name, number, got, item.verdict.value, "；".join(reasons)


def number_words(value: Any, high: Any, unit: str, bound: Bound) -> str:
    """A number as it is written: 4.5—5%, 5%左右."""
    words = "" if bound in (Bound.EXACT, Bound.RANGE) else word("bounds", bound.value).zh
    return f"{value:f}{'' if high is None else f'—{high:f}'}{unit}{words}"


def number_line(figure: Figure) -> Line:
    """The number of a figure."""
    return {
        "measure": figure.measure.value,
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound.value,
    }


def where_line(entry: Entry) -> Line:
    """Where a figure stands, and its sentence."""
    span = entry.figure.span
    return {
        "document": entry.source.name,
        "date": entry.source.date,
        "start": span.start,
        "end": span.end,
        "text": entry.words,
    }


def _result(result: Result) -> Line:
    return {
        "measure": result.measure.value,
        "value": result.value,
        "high": result.high,
        "unit": result.unit,
        "bound": result.bound.value,
        "indicator": result.entries[-1].figure.indicator,
        "definition": definition_words(result.entries[-1].named),
        "comparable": result.comparable,
        "derived": result.formula,
        "sureness": result.sureness,
        **where_line(result.entries[-1]),
        "from": [where_line(entry) for entry in result.entries[:-1]],
        "conflicts": [{**number_line(other.figure), **where_line(other)} for other in result.conflicts],
    }


def _pace(pace: Pace) -> Line:
    return {
        "needed": pace.needed,
        "required": pace.required,
        "so_far": pace.so_far,
        "ratio": pace.ratio,
        "base_period": pace.base.figure.period,
        "base_value": pace.base.figure.value,
        "latest_period": pace.latest.figure.period,
        "latest_value": pace.latest.figure.value,
        "unit": pace.latest.figure.unit,
    }

"""Targets of a place beside those of its parts, as lines for programs and as rows for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.model import Figure
from luoshi.progress.cascade import Cascade
from luoshi.publishing.tracked import number_line, number_words, where_line

Line = dict[str, Any]

COLUMNS = (
    "whole",
    "place",
    "period",
    "indicator",
    "value",
    "high",
    "unit",
    "bound",
    "share",
    "document",
    "start",
    "end",
    "text",
)
HEADS = {
    "地区 place": "left",
    "期 period": "left",
    "指标 indicator": "fold",
    "目标 target": "right",
    "占比 share": "right",
}


def cascade_line(cascade: Cascade) -> Line:
    """The target of the whole with its parts, what they leave of it, and the places without a target."""
    whole = cascade.whole
    return {
        "place": whole.place.name,
        "period": whole.figure.period,
        "indicator": whole.figure.indicator,
        "target": {**number_line(whole.figure), **where_line(whole)},
        "parts": [
            {"place": part.place.name, "share": share, **number_line(part.figure), **where_line(part)}
            for part, share in cascade.parts
        ],
        "total": cascade.total,
        "rest": cascade.rest,
        "missing": [place.name for place in cascade.missing],
    }


def cascade_rows(cascade: Cascade) -> Iterator[Line]:
    """The same as flat rows with the names of ``COLUMNS``: the whole, its parts, and the places without a target."""
    line = cascade_line(cascade)
    about = {"whole": line["place"], "period": line["period"], "indicator": line["indicator"]}
    yield {**about, "place": line["place"], "share": 100, **line["target"]}
    yield from ({**about, **part} for part in line["parts"])
    yield from ({**about, "place": name} for name in line["missing"])


def cascade_cells(cascade: Cascade) -> Iterator[tuple[str, ...]]:
    """The rows of the terminal's table: the whole, its parts, and what they leave."""
    whole, unit = cascade.whole, cascade.whole.figure.unit
    yield whole.place.name, whole.figure.period, whole.figure.indicator, _written(whole.figure), "100%"
    for part, share in cascade.parts:
        yield f"  {part.place.name}", part.figure.period, part.figure.indicator, _written(part.figure), f"{share}%"
    missing = "、".join(place.name for place in cascade.missing)
    yield "  其余 rest", "", f"无目标：{missing}" if missing else "", f"{cascade.rest:f}{unit}", ""


def _written(figure: Figure) -> str:
    return number_words(figure.value, figure.high, figure.unit, figure.bound)

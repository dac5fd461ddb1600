"""A league table as lines for programs and as rows for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.progress.definitions import definition_words
from luoshi.progress.entries import Entry
from luoshi.progress.league import League
from luoshi.publishing.tracked import number_words

Line = dict[str, Any]

COLUMNS = (
    *("rank", "tied", "place", "place_code", "indicator", "definition", "measure", "status", "period"),
    *("value", "high", "unit", "bound", "standing", "document", "date", "start", "end", "text"),
)
HEADS = {
    "名次 rank": "right",
    "地区 place": "left",
    "数值 value": "right",
    "指标 indicator": "left",
    "口径 definition": "left",
}
HEADS |= {"出处 source": "left", "原文 words": "fold"}
_SHOWN = 60  # characters of a sentence in the table


def standing_lines(league: League) -> Iterator[Line]:
    """The places in order, then those whose figure cannot be compared, then those that give none (``standing`` says which)."""
    for item in league.standings:
        yield {"rank": item.rank, "tied": item.tied, **_line(item.entry), "standing": "ranked"}
    for entry in league.unlike:
        yield {"rank": None, "tied": False, **_line(entry), "standing": "not comparable"}
    for place in league.missing:
        line: Line = dict.fromkeys(COLUMNS)
        yield {**line, "tied": False, "place": place.name, "place_code": place.code, "standing": "missing"}


def standing_cells(league: League) -> Iterator[tuple[str, ...]]:
    """The rows of the terminal's table."""
    for item in league.standings:
        yield (f"{item.rank}{'=' if item.tied else ''}", *_cells(item.entry))
    for entry in league.unlike:
        yield ("≠", *_cells(entry))
    for place in league.missing:
        yield ("–", place.name, "", "", "", "", "")


def title(league: League) -> str:
    """What is compared, with what was chosen where the question left it open."""
    asked = league.question
    parts = [asked.indicator, asked.measure, asked.status, asked.period, definition_words(league.identity)]
    return "  ".join(str(part) for part in parts if part)


def _cells(entry: Entry) -> tuple[str, ...]:
    figure = entry.figure
    assert figure.value is not None
    number = number_words(figure.value, figure.high, figure.unit, figure.bound)
    words = entry.words if len(entry.words) <= _SHOWN else _around(entry)
    return entry.place.name, number, figure.indicator, definition_words(entry.named), entry.source.name, words


def _around(entry: Entry) -> str:
    """The sentence up to a little behind the indicator."""
    start = max(entry.words.find(entry.figure.indicator[:4]), 0)
    cut = entry.words[start : start + _SHOWN]
    return f"{'…' if start else ''}{cut}{'…' if start + _SHOWN < len(entry.words) else ''}"


def _line(entry: Entry) -> Line:
    figure = entry.figure
    return {
        "place": entry.place.name,
        "place_code": entry.place.code,
        "indicator": figure.indicator,
        "definition": definition_words(entry.named),
        "measure": figure.measure.value,
        "status": figure.status.value,
        "period": figure.period,
        "value": figure.value,
        "high": figure.high,
        "unit": figure.unit,
        "bound": figure.bound.value,
        "document": entry.source.name,
        "date": entry.source.date,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": entry.words,
    }

"""Units of real documents changed one by one, and how many of the changes the checks across documents see."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from luoshi.checks import check
from luoshi.checks.across import check_across
from luoshi.checks.fitting import follows_from_levels
from luoshi.extraction import extract_records
from luoshi.flows import plain_flow
from luoshi.inputs import gather
from luoshi.model import Case, Document, Measure, Span, Status
from luoshi.pipeline import process
from luoshi.progress.entries import Entry, reading_of
from luoshi.readers import from_text

Change = Callable[[Entry, list[Entry]], str]
"""The words in place of a figure's, given those of the same indicator and place; "" where it stays as it is."""


def changed_units(folder: str) -> tuple[int, int]:
    """How many results of known indicators that have another year's beside them were put into 万 for 亿 or back, and how many were seen."""
    return _measure(folder, _slipped)


def changed_growths(folder: str) -> tuple[int, int]:
    """The same for growths whose two levels are at hand, each raised by nine points."""
    return _measure(folder, _raised)


def _slipped(entry: Entry, others: list[Entry]) -> str:
    figure = entry.figure
    swap = {"亿元": "万元", "万元": "亿元", "亿吨": "万吨", "万吨": "亿吨", "万人次": "亿人次"}.get(figure.unit)
    years = {e.interval.year for e in others if e.figure.measure is Measure.LEVEL and e.interval}
    return f"{figure.value}{swap}" if figure.measure is Measure.LEVEL and swap and len(years) > 1 else ""


def _raised(entry: Entry, others: list[Entry]) -> str:
    figure, when = entry.figure, entry.interval
    levels = {e.interval.year for e in others if e.figure.measure is Measure.LEVEL and e.interval}
    if figure.measure is not Measure.GROWTH or when is None or not follows_from_levels(entry.identity):
        return ""
    if not {when.year, when.year - 1} <= levels:
        return ""
    return f"{(figure.value or Decimal(0)) + 9}%"


def _measure(folder: str, change: Change) -> tuple[int, int]:
    documents = [process(item).document for item in gather([folder])]
    readings = {document.name: reading_of(_again(document, document.text)) for document in documents}
    made = seen = 0
    for document in documents:
        for entry in readings[document.name].entries:
            figure = entry.figure
            plain = entry.identity.listed and figure.status is Status.ACTUAL and figure.value is not None
            if not plain or entry.interval is None or entry.interval.granularity != "year":
                continue
            alike = [
                other
                for reading in readings.values()
                for other in reading.entries
                if other.identity == entry.identity
                and other.place.key == entry.place.key
                and other.figure.status is Status.ACTUAL
                and other.figure.value is not None
            ]
            new = change(entry, alike)
            if not new:
                continue
            made += 1
            text = document.text[: figure.span.start] + new + document.text[figure.span.end :]
            case = _again(document, text)
            changed = Span(figure.span.start, figure.span.start + len(new))
            others = [reading for name, reading in readings.items() if name != document.name]
            found = [(document.name, span) for f in check(case) for span in f.spans]
            found += [(p.document, p.span) for f in check_across([*others, reading_of(case)]) for p in f.citations]
            seen += any(name == document.name and _meet(span, changed) for name, span in found)
    return made, seen


def _again(document: Document, text: str) -> Case:
    date, place = (stated.value if stated else None for stated in (document.date, document.place))
    changed = from_text(text, name=document.name, date=date, place=place)
    flow = plain_flow(changed)
    return Case(changed, flow, extract_records(changed, flow))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end

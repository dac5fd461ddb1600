"""Reports written for the tests, read as documents are."""

from __future__ import annotations

from luoshi.extraction import extract_records
from luoshi.model import Case
from luoshi.progress.entries import Entry, Reading, reading_of
from luoshi.progress.tracking import Tracked, track
from luoshi.readers import from_text
from luoshi.repair import repair


def case(text: str, *, name: str = "report", date: str = "2025-01-10", place: str = "云岭区") -> Case:
    document = from_text(text, name=name, date=date, place=place)
    flow, damage = repair(document)
    return Case(document, flow, extract_records(document, flow), damage)


def reading(text: str, *, name: str = "report", date: str = "2025-01-10", place: str = "云岭区") -> Reading:
    return reading_of(case(text, name=name, date=date, place=place))


def entries(text: str, *, name: str = "report", date: str = "2025-01-10", place: str = "云岭区") -> list[Entry]:
    return list(reading(text, name=name, date=date, place=place).entries)


def targets_of_2025(sentence: str, review: str = "") -> list[Entry]:
    """A report of January 2025 with a target for 2025, and perhaps with results of 2024."""
    text = f"一、2024年工作回顾\n\n{review or '各项工作稳步推进。'}\n\n二、2025年主要预期目标\n\n{sentence}\n"
    return entries(text, name="2025")


def results_of_2025(sentence: str, *, name: str = "2026", date: str = "2026-01-12") -> list[Entry]:
    """A later report with a result of 2025."""
    return entries(f"一、2025年工作回顾\n\n{sentence}\n", name=name, date=date)


def tracked(target: str, *results: str, review: str = "") -> list[Tracked]:
    """The targets of the first sentence beside what the others report, a document each."""
    found = targets_of_2025(target, review)
    for number, sentence in enumerate(results):
        found += results_of_2025(sentence, name=f"2026-{number + 1}", date=f"2026-0{number + 1}-12")
    return [item for item in track(found) if item.target.figure.period.startswith("2025")]

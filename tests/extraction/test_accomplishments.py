"""What is reported as done, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from luoshi.extraction import accomplishments, extract_records
from luoshi.flows import plain_flow
from luoshi.model import Accomplishment, Document, Origin, Stated

REVIEW = "一、2025年工作回顾\n"


def read(text: str, date: str = "2026-01-20") -> list[Accomplishment]:
    document = Document("t", "t", text, "", date=Stated(date, Origin.GIVEN) if date else None)
    return extract_records(document, plain_flow(document)).accomplishments


@pytest.mark.parametrize(("text", "expected"), accomplishments.EXAMPLES)
def test_each_result(text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert tuple((found.span.of(text), found.period) for found in read(text)) == expected


def test_what_was_done_to_what() -> None:
    text = REVIEW + "实施“青创通”行动，累计建成口袋公园20个。"
    first, second = read(text)
    assert (first.action, first.programmes) == ("实施", ("青创通",))
    assert (second.action, second.object, second.theme) == ("建成", "口袋公园20个", "city")
    assert [span.of(text) for span in second.figures] == ["20个"]
    assert second.evidence[0].of(text).startswith("实施“青创通”行动")


def test_a_speaker_reports_for_the_speakers_body() -> None:
    text = "区长林平表示，将抓好落实。市水务局局长周明说，已建成泵站12座。"
    assert [(found.actor, found.object) for found in read(text)] == [("市水务局", "泵站12座")]


def test_last_year_is_not_guessed_late_in_the_year_or_without_a_date() -> None:
    text = "一、工作回顾\n过去一年，建成绿道100公里。"
    assert [found.period for found in read(text, date="2026-10")] == [""]
    assert [found.period for found in read(text, date="")] == [""]


def test_results_against_labelled_clauses(eval_data: Path) -> None:
    hit = found = gold = 0
    for folder in sorted((eval_data / "gold" / "clauses").iterdir()):
        if folder.name == "page":
            continue  # speaks of tasks only
        text = (eval_data / "corpus" / "reports" / f"{folder.name}.txt").read_bytes().decode("utf-8")
        spans = [record.span for record in read(text, date="2026-01-27")]
        clauses = json.loads((folder / "clauses.json").read_text(encoding="utf-8"))
        lines = (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
        labels = {row["id"]: row for row in map(json.loads, filter(None, lines))}
        for clause in clauses:
            label = labels[clause["id"]]
            covered = any(
                2 * (min(span.end, clause["end"]) - max(span.start, clause["start"])) >= clause["end"] - clause["start"]
                for span in spans
            )
            if len({label["kind"], *label.get("kind_also", [])}) > 1:
                continue
            gold += label["kind"] == "result"
            found += covered
            hit += covered and label["kind"] == "result"
    assert hit / found >= 0.95
    assert hit / gold >= 0.7  # ranks and states without an action are left to the figures

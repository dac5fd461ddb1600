"""luoshi eval: its scores are those that the labels define."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from luoshi.errors import ReadError
from luoshi.evaluation import evaluate

TEXT = "地区生产总值增长5%，新建学校12所。"
LABEL = {"figure": True, "high": None, "bound": "exact", "status": "actual", "period": "2025", "place": "", "base": ""}
GROWTH = {**LABEL, "id": 1, "indicator": "地区生产总值", "also": ["GDP"], "measure": "growth", "value": 5, "unit": "%"}
SCHOOLS = {**LABEL, "id": 2, "indicator": "新建学校", "also": [], "measure": "level", "value": 12, "unit": "所"}


def labelled(folder: Path, *labels: dict[str, Any]) -> Path:
    candidates = [{"id": 1, "start": 8, "end": 10, "text": "5%"}, {"id": 2, "start": 15, "end": 17, "text": "12"}]
    data = {"place": "临江省", "passages": [{"start": 0, "end": len(TEXT)}], "candidates": candidates}
    (folder / "甲").mkdir(parents=True)
    (folder / "甲" / "candidates.json").write_text(json.dumps(data), encoding="utf-8")
    (folder / "甲" / "labels.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    return folder


def prediction(label: dict[str, Any], start: int, end: int, **changed: Any) -> dict[str, Any]:
    return {"type": "figure", "doc": "甲", **label, "start": start, "end": end, **changed}


def test_all_right(tmp_path: Path) -> None:
    gold = labelled(tmp_path, GROWTH, SCHOOLS)
    scores = evaluate(gold, [prediction(GROWTH, 8, 10), prediction(SCHOOLS, 15, 18, unit="个")]).as_dict()
    assert scores["found_f1"] == scores["record_f1"] == scores["strict_f1"] == 1.0


def test_a_wrong_field_costs_the_record_and_not_the_find(tmp_path: Path) -> None:
    gold = labelled(tmp_path, GROWTH, SCHOOLS)
    scores = evaluate(gold, [prediction(GROWTH, 8, 10, period="2026"), prediction(SCHOOLS, 15, 18)]).as_dict()
    assert (scores["found_f1"], scores["record_f1"], scores["fields"]["period"]) == (1.0, 0.5, 0.5)


def test_missed_false_and_optional(tmp_path: Path) -> None:
    gold = labelled(tmp_path, GROWTH, {**SCHOOLS, "optional": True})
    scores = evaluate(gold, [prediction(SCHOOLS, 15, 18), prediction(GROWTH, 0, 2), prediction(GROWTH, 90, 91)])
    assert (scores.figures, scores.found, scores.false) == (1, 0, 1)


def test_other_records_do_not_count(tmp_path: Path) -> None:
    scores = evaluate(labelled(tmp_path, GROWTH), [{"type": "person", "doc": "甲"}, prediction(GROWTH, 8, 10)])
    assert (scores.found, scores.false) == (1, 0)


def test_no_labels(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no labelled document"):
        evaluate(tmp_path, [])


def test_the_same_scores_as_the_reference_script(eval_data: Path, tmp_path: Path) -> None:
    from luoshi import extract

    lines = []
    for folder in sorted((eval_data / "gold" / "dev").iterdir())[:2]:
        text = (eval_data / "corpus" / "reports" / f"{folder.name}.txt").read_bytes().decode("utf-8")
        for f in extract(text, date="2026-01-20", place=folder.name):
            if f.value is not None and "8" not in str(f.value):  # leave some out, so that the scores are not all one
                line = {"doc": folder.name, "start": f.span.start, "end": f.span.end, "indicator": f.indicator[1:]}
                line |= {"value": float(f.value), "high": None if f.high is None else float(f.high), "unit": f.unit}
                line |= {key: str(getattr(f, key)) for key in ("measure", "bound", "status", "period", "place")}
                lines.append(line)
    path = tmp_path / "predictions.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    script = eval_data / "bench" / "score.py"
    gold = eval_data / "gold" / "dev"
    expected = subprocess.run(
        [sys.executable, script, gold, path, "--json"], capture_output=True, text=True, check=True
    )
    assert evaluate(gold, lines).as_dict() == json.loads(expected.stdout)


def test_command_prints_the_scores(tmp_path: Path) -> None:
    gold = labelled(tmp_path / "gold", GROWTH, SCHOOLS)
    path = tmp_path / "predictions.jsonl"
    path.write_text(json.dumps(prediction(GROWTH, 8, 10)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "luoshi.cli", "eval", gold, path], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[:4] == ["figures     2", "predicted   1", "precision   1.000", "recall      0.500"]
    wanted = [sys.executable, "-m", "luoshi.cli", "eval", gold, path, "--format", "json"]
    done = subprocess.run(wanted, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["fields"]["value"] == 1.0


@pytest.mark.parametrize("content", ["[1]", "{", '{"type": "figure"}'])
def test_bad_predictions_are_one_sentence(tmp_path: Path, content: str) -> None:
    gold = labelled(tmp_path / "gold", GROWTH)
    path = tmp_path / "predictions.jsonl"
    path.write_text(content, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "luoshi.cli", "eval", gold, path], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (2, 1, False)


def test_explain_adds_the_reasons(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("2025年，全省地区生产总值增长5%。", encoding="utf-8")
    wanted = [sys.executable, "-m", "luoshi.cli", "extract", path, "--explain", "--type", "figure"]
    done = subprocess.run(wanted, capture_output=True, text=True, check=True)
    (line,) = map(json.loads, done.stdout.splitlines())
    assert line["reasons"]["period"] == "times: “2025年” in the sentence"

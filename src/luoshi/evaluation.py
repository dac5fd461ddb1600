"""How well figures were found: predicted figures against hand-labelled passages (docs/quality.md).

The gold folder has one folder a document with candidates.json (the document's place, its passages, and numbers marked by a
program) and labels.jsonl (one label a line). Only predictions inside a passage count. ``found`` counts gold figures whose
number a prediction overlaps; ``record`` those with every field right, where the indicator counts when it equals an accepted
wording or shares 80 % of its characters with one; ``strict`` wants an accepted wording itself.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from luoshi.errors import ReadError

FIELDS = ("value", "unit", "measure", "bound", "status", "period", "place", "indicator")
LIKE = 0.8
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_COUNTERS = frozenset("个家户项条所座件台辆次列艘架套张名位人届类种批宗起处对间床株头只部场期支册枚颗本幅片门款例篇")
_SHORT_FORMS = (("规上", "规模以上"), ("GDP", "地区生产总值"), ("国内生产总值", "地区生产总值"), ("全员", ""))
_MARKS = re.compile(r"[\s“”\"'‘’《》（）()·、]")
_OWN = re.compile(r"^(?:全省|全市|全区|全县|我省|我市|我区|本省|全国)")
_RATE = re.compile(r"(?:增速|增长率|增幅)$")

Record = Mapping[str, Any]


@dataclass(slots=True)
class Scores:
    """Counts of one evaluation; the properties are the scores."""

    figures: int = 0
    found: int = 0
    false: int = 0
    right: Counter[str] = field(default_factory=Counter)

    @property
    def predicted(self) -> int:
        return self.found + self.false

    @property
    def precision(self) -> float:
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.figures if self.figures else 0.0

    def f1(self, right: int) -> float:
        total = self.predicted + self.figures
        return 2 * right / total if total else 0.0

    def as_dict(self) -> dict[str, Any]:
        share = {name: self.right[name] / self.found if self.found else 0.0 for name in FIELDS}
        return {
            "figures": self.figures,
            "predicted": self.predicted,
            "precision": self.precision,
            "recall": self.recall,
            "found_f1": self.f1(self.found),
            "record_f1": self.f1(self.right["record"]),
            "strict_f1": self.f1(self.right["strict"]),
            "fields": share,
        }


def read_lines(path: Path) -> list[Record]:
    """The objects of a JSON Lines file. ``ReadError`` where it cannot be read, with the line that is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path} cannot be read: {error}.") from None
    records: list[Record] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError:
                raise ReadError(f"{path}, line {number}: this is no JSON object.") from None
            if not isinstance(record, dict):
                raise ReadError(f"{path}, line {number}: this is no JSON object.")
            records.append(record)
    return records


def evaluate(gold: Path, predictions: Iterable[Record]) -> Scores:
    """The scores of predicted figures against the documents labelled in the folder ``gold``.

    ``ReadError`` where the folder holds no labelled document or a label cannot be read.
    """
    by_document: defaultdict[str, list[Record]] = defaultdict(list)
    for prediction in predictions:
        if prediction.get("type", "figure") == "figure":
            if missing := [name for name in ("doc", "start", "end") if name not in prediction]:
                raise ReadError(
                    f"A predicted figure has no {missing[0]!r}: {json.dumps(prediction, ensure_ascii=False)[:80]}"
                )
            by_document[prediction["doc"]].append(prediction)
    folders = sorted(path.parent for path in gold.glob("*/labels.jsonl"))
    if not folders:
        raise ReadError(f"{gold} holds no labelled document (no folder with labels.jsonl).")
    scores = Scores()
    for folder in folders:
        _score_document(scores, folder, by_document[folder.name])
    return scores


def _score_document(scores: Scores, folder: Path, predicted: list[Record]) -> None:
    try:
        data = json.loads((folder / "candidates.json").read_text(encoding="utf-8"))
        labels = [
            json.loads(line)
            for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines()
            if line.strip()
        ]
    except (OSError, ValueError) as error:
        raise ReadError(f"The labels in {folder} cannot be read: {error}.") from None
    marked = {candidate["id"]: candidate for candidate in data["candidates"]}
    placed = [
        {**label, **_offsets(marked.get(label.get("id"), label))}
        for label in labels
        if "start" in marked.get(label.get("id"), label)
    ]
    inside = [p for p in predicted if any(q["start"] <= p["start"] and p["end"] <= q["end"] for q in data["passages"])]
    wanted = [label for label in placed if label["figure"] and not label.get("optional")]
    free = [label for label in placed if label.get("optional") or str(label.get("note", "")).startswith("end of range")]
    taken: set[int] = set()
    for label in wanted:
        scores.figures += 1
        shared, best = max(((_overlap(label, p), -i) for i, p in enumerate(inside) if i not in taken), default=(0, 0))
        if shared <= 0:
            continue
        taken.add(-best)
        scores.found += 1
        for name, right in _compare(label, inside[-best], data["place"]).items():
            scores.right[name] += right
    for i, prediction in enumerate(inside):
        if i not in taken and not any(_overlap(label, prediction) > 0 for label in free):
            scores.false += 1


def _offsets(candidate: Record) -> dict[str, int]:
    return {"start": candidate["start"], "end": candidate["end"]}


def _overlap(a: Record, b: Record) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _compare(label: Record, found: Record, home: str) -> dict[str, bool]:
    units = _accepted(label, "unit")
    value, unit = _amount(found.get("value"), found.get("unit"))
    high, _ = _amount(found.get("high"), found.get("unit"))
    amounts = [(_amount(v, u)[0], _amount(label.get("high"), u)[0]) for v in _accepted(label, "value") for u in units]
    names = [_plain(name) for name in [label["indicator"], *label.get("also", [])]]
    name = _plain(found.get("indicator"))
    right = {
        "value": any(_same(v, value) and _same(h, high) for v, h in amounts),
        "unit": unit in [_amount(None, u)[1] for u in units],
        "place": _place(found.get("place"), home) in [_place(p, home) for p in _accepted(label, "place")],
        "indicator": name in names or max((_likeness(name, n) for n in names), default=0.0) >= LIKE,
    }
    for key in ("measure", "bound", "status", "period"):
        right[key] = str(found.get(key) or "") in [str(v or "") for v in _accepted(label, key)]
    right["record"] = all(right.values())
    right["strict"] = right["record"] and name in names
    return right


def _accepted(label: Record, name: str) -> list[Any]:
    return [label.get(name), *label.get(name + "_also", [])]


def _place(place: str | None, home: str) -> str:
    return "" if place in (None, "", home) else str(place)


def _amount(value: Any, unit: str | None) -> tuple[float | None, str]:
    """A value in the base of its unit, and that base (1.3 万亿元 → 1.3e12 元)."""
    factor, rest = 1, (unit or "").strip()
    while rest and rest[0] in _MULTIPLIERS:
        factor, rest = factor * _MULTIPLIERS[rest[0]], rest[1:]
    if rest == "成":
        factor, rest = 10, "%"
    rest = rest.replace("％", "%").replace("个百分点", "百分点")
    return (None if value is None else float(value) * factor), "个" if rest in _COUNTERS else rest


def _same(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def _plain(name: str | None) -> str:
    name = _RATE.sub("", _OWN.sub("", _MARKS.sub("", name or "")))
    for short, full in _SHORT_FORMS:
        if short in name and full not in name:
            name = name.replace(short, full)
    return ("地区" + name if name.startswith("生产总值") else name).replace("的", "")


def _likeness(a: str, b: str) -> float:
    """F1 of the characters that two names share, counted with repetition."""
    if not a or not b:
        return 0.0
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))

"""Targets without a number: 居民收入增长与经济增长同步, 完成国家下达的任务, 高于全国平均水平, 只增不减."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from luoshi.catalogue import settings
from luoshi.extraction import indicators
from luoshi.extraction.phrases import read_left
from luoshi.model import Measure

_CLAUSE_MARKS = "，；：。！？\n"
_CLAUSE_MARK = re.compile(f"[{_CLAUSE_MARKS}]")
_TASK = re.compile(r"(?:目标|任务|指标|计划)$")
_LONGEST_CLAUSE = 60
_FIGURE = re.compile(r"\d|百分之|[两三四五六七八九]成")

EXAMPLES = (
    ("居民收入增长和经济增长同步", "居民收入", "in_step", "经济增长"),
    ("居民收入与经济同步增长", "居民收入", "in_step", "经济"),
    ("全面完成国家下达的节能降碳目标", "节能降碳目标", "as_assigned", "国家"),
    ("单位地区生产总值能耗降低完成国家下达任务", "单位地区生产总值能耗", "as_assigned", "国家"),
    ("空气质量达到国家要求", "空气质量", "as_required", "国家"),
    ("居民收入增速高于全国平均水平", "居民收入", "above", "全国平均水平"),
    ("研发投入增长不低于上年", "研发投入", "not_below", "上年"),
    ("耕地保有量只增不减", "耕地保有量", "no_decrease", ""),
    ("居民消费价格保持合理水平", "居民消费价格", "reasonable", ""),
    ("税收收入与上年基本持平", "税收收入", "unchanged", "上年"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What stands in the clause from ``start`` to ``end`` of the text; ``subject`` is where the indicator stands."""

    start: int
    end: int
    indicator: str
    kind: str
    base: str
    measure: Measure
    subject: tuple[int, int]


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str], Measure], ...]:
    return tuple(
        (
            row["kind"],
            re.compile("|".join(row["cue"].split())),
            re.compile(row["form"]),
            Measure(row.get("measure", "level")),
        )
        for row in settings("relations")["relation"]
    )


@cache
def _any_cue() -> re.Pattern[str]:
    return re.compile("|".join(cue for row in settings("relations")["relation"] for cue in row["cue"].split()))


class Relations:
    """Where a text may name a relation, found by one scan."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cues = [m.start() for m in _any_cue().finditer(text)]

    def any_within(self, start: int, end: int) -> bool:
        """Whether there may be one between ``start`` and ``end``."""
        at = bisect_left(self._cues, start)
        return at < len(self._cues) and self._cues[at] < end

    def within(self, start: int, end: int) -> Iterator[Relation]:
        """The relations of the sentence from ``start`` to ``end``, one a clause at the most."""
        done = start
        cues = self._cues[bisect_left(self._cues, start) : bisect_left(self._cues, end)]
        for i, cue in enumerate(cues):
            if cue < done:
                continue
            low, high = self._clause(cue, done, end)
            low += self._text.startswith("、", low)
            if i + 1 < len(cues) and cues[i + 1] < high and (mark := self._text.find("、", cue, cues[i + 1])) >= 0:
                high = mark  # 甲与经济增长同步、乙高于上年: two relations
            done = high
            found = self._read(low, high) if high - low <= _LONGEST_CLAUSE else None
            if found is not None:
                yield found

    def _clause(self, at: int, start: int, end: int) -> tuple[int, int]:
        text = self._text
        low = max(start, max(text.rfind(mark, max(start, at - _LONGEST_CLAUSE), at) for mark in _CLAUSE_MARKS) + 1)
        stop = min(end, at + _LONGEST_CLAUSE)
        mark = _CLAUSE_MARK.search(text, at, stop)
        return low, stop if mark is None else mark.start()

    def _read(self, low: int, high: int) -> Relation | None:
        clause = self._text[low:high]
        if _FIGURE.search(clause):
            return None
        for kind, cue, form, measure in _forms():
            m = form.match(clause) if cue.search(clause) else None
            if m is None:
                continue
            groups = m.groupdict()
            group = "subject" if groups.get("subject") else "subject2"
            raw = groups[group] or ""
            subject = raw if _TASK.search(raw) else read_left(raw).subject
            indicator = indicators.without_growth(indicators.clean(subject))
            if not 2 <= len(indicator) <= 30:
                return None
            at = clause.find(indicator, m.start(group))
            start = low + (at if at >= 0 else m.start(group))
            base = groups.get("base") or groups.get("base2") or ""
            return Relation(low, high, indicator, kind, base, measure, (start, start + len(indicator)))
        return None

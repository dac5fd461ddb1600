"""What kind of number a figure is, with the sign that its verb gives it."""

from __future__ import annotations

import re
from decimal import Decimal

from luoshi.extraction import indicators, word_kinds
from luoshi.extraction.phrases import Left, sums_up
from luoshi.extraction.quantity import Quantity
from luoshi.model import Measure

_RATE_OF_GROWTH = re.compile(r"(?<!自然)(?:增速|增幅|涨幅|增长率|降幅|增长)$")
_PART = re.compile(r"占比|比重|比例|份额|占[^，]*$")
_EVERY_YEAR = re.compile(r"年(?!均|内|度|初|末|底)")
_OVER_YEARS = re.compile(r"[三四五]年(?:来|间)?累计")
_COMPLETED = re.compile(
    r"(?:累计|累积|共|已)*完成(?!率|度|情况)"
)  # 完成修复面积 40 万亩: done, though an area measures
_BETTER_LOW = re.compile(r"浓度|排放|能耗|污染|噪声")  # what falls when it gets better
# Looked up once: on the class of an enum that takes longer than what is done with them.
_LEVEL, _CHANGE, _GAP, _SHARE = Measure.LEVEL, Measure.CHANGE, Measure.GAP, Measure.SHARE
_GROWTH, _AVERAGE_GROWTH = Measure.GROWTH, Measure.AVERAGE_GROWTH
_RANK, _MULTIPLE = Measure.RANK, Measure.MULTIPLE
_LEVEL_WORDS = frozenset(("完成", "实现", "累计"))


def measure_of(q: Quantity, left: Left, name: str) -> tuple[Measure, Decimal, Decimal | None]:
    """Measure, value and upper end: negative for a fall, one more for a multiple by which something grew."""
    value, high = q.value, q.high
    if q.kind == "rank":
        return _RANK, value, high
    if q.kind == "ratio":
        return _LEVEL, value, high
    if q.kind == "multiple":
        return _MULTIPLE, value + 1 if left.verb == "rise" and not q.doubled else value, high
    if left.verb == "gap":
        return _signed(_GAP, q, left.word == "-")
    if q.kind == "points":
        return _signed(_CHANGE, q, left.verb == "fall")
    average = _AVERAGE_GROWTH if left.average else _GROWTH
    if q.kind == "percent":
        if left.verb in ("rise", "fall"):
            better = left.word.startswith("改善") and _BETTER_LOW.search(left.subject) is not None
            return _signed(average, q, left.verb == "fall" or better)
        if _RATE_OF_GROWTH.search(name):
            return average, value, high
        if left.word == "占" or (not name.endswith("率") and _PART.search(name)):
            return _SHARE, value, high
        return _LEVEL, value, high
    if left.verb in ("rise", "fall"):
        return _signed(_CHANGE, q, left.verb == "fall")
    return _LEVEL, value, high


def _signed(measure: Measure, q: Quantity, falls: bool) -> tuple[Measure, Decimal, Decimal | None]:
    if not falls:
        return measure, q.value, q.high
    return measure, -q.value, None if q.high is None else -q.high


def happens(q: Quantity, measure: Measure, left: Left, name: str, *, after_growth: bool) -> bool:
    """Whether the number counts what happens over a time, not where a thing stands at its end.

    The difference is that of flow and stock in statistics: over a plan period the first belongs to the five years
    (2021/2025), the second to the last of them (2025). A gap follows the figure before it (``after_growth``).
    """
    if measure is _GROWTH or measure is _CHANGE or measure is _AVERAGE_GROWTH:
        return not left.yearly  # 同比: of the last year, whatever the passage is about
    if measure is _GAP:
        return after_growth
    if measure is _MULTIPLE:
        return left.verb == "rise"
    if measure is _SHARE or measure is _RANK:
        return False
    raw = left.subject
    if name.endswith("增量"):
        return True
    if name.startswith("年") and _EVERY_YEAR.match(name):
        return False  # 年接待游客: a yearly amount, as it stands at the end
    if left.average or _OVER_YEARS.search(raw) or "年均" in raw or "每年" in raw or "年均" in name:
        return True
    if left.word == "完成" and not word_kinds.measures(name):
        return True
    if left.verb == "level" and left.word and left.word not in _LEVEL_WORDS:
        return False
    if left.total:
        return True
    if q.kind in ("percent", "ratio"):
        return False
    measured = word_kinds.measures(raw)
    if measured and left.verb == "bound" and not _COMPLETED.match(raw):
        return False
    if q.unit.endswith(("次", "列")):
        return True  # 人次, 辆次, 班列: events
    subject = indicators.clean(raw)
    if word_kinds.measures(raw):
        return word_kinds.begins_done(subject) or _COMPLETED.match(raw) is not None
    if q.dimension == "money" and raw and word_kinds.verbs_only(raw):
        return True  # 统筹 4000 亿元支持 …
    return word_kinds.acts(subject) or word_kinds.does(raw) or word_kinds.does(name) or sums_up(raw)

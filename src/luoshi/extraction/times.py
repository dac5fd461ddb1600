"""To which time a figure belongs, and whether it reports or aims."""

from __future__ import annotations

import re

from luoshi.catalogue import either
from luoshi.extraction.clauses import Reading, Sentence
from luoshi.extraction.periods import Calendar, PeriodMention, find_periods
from luoshi.extraction.quantity import Quantity
from luoshi.model import Figure, Status

_AIM = re.compile(
    r"力争|争取|确保|目标(?!的$)|锚定|计划|拟|力求|预期|将(?!近|军|乐|信|以来)|要(?!求|素|点|闻|道|件|是|领)|到(?:20)?\d\d年(?!底?已)"
)
_TARGET, _ACTUAL = Status.TARGET, Status.ACTUAL  # looked up once, as in ``measures``
_AIMED_AT = re.compile(rf"的(?:{either('figures', 'aim')})+目标")  # 高于 5.5% 的预期目标
_REACH = 400  # characters before a figure in which the sentence may name its time
_YEAR = re.compile(r"\d{4}|XXXX")
_AFTER_PERIOD = re.compile(r"结转|以来|同期|相比|年均水平|远景目标|愿景")
_OF_PLAN = re.compile(r"规划|目标|[一-鿿]{2}的")  # “十四五”批复的项目
_RISEN_TO = re.compile(r"\d.*[到至为]")
_BASE_TAIL = re.compile(r"(?:平均水平|平均|增速|水平|(?<!年初)(?<!预期)(?<!年度)目标|的)+$")
_YEAR_BEFORE = frozenset(("上年", "去年", "上一年"))
_NOT_A_PERIOD = ("收官", "开局", "末")  # of a plan: its end or its beginning, not the time in which things happen


def period_of(
    reading: Reading, sentence: Sentence, q: Quantity, *, flow: bool, average: bool = False
) -> tuple[str, tuple[int, int] | None]:
    """The period of a figure and the words that name it: the nearest time before it in the sentence, or the passage's."""
    frame = sentence.frame
    for m in reversed(reading.periods_in(max(sentence.start, q.start - _REACH), q.start)) if sentence.timed else ():
        words = reading.text[m.start : m.end]
        if "从" in reading.text[m.end : q.start] and reading.changes_to(q) and reading.comes_from(q, sentence.start):
            break  # 从 | 甲 | 提高到乙 stands behind the time of something else
        if reading.compared(m) or _AFTER_PERIOD.match(reading.text, m.end):
            continue
        if reading.text[m.start - 1] in "从由" and _RISEN_TO.search(reading.text, m.end, q.start):
            continue  # 从 2020 年的甲提高到 | 乙
        if m.kind == "plan" and (any(w in words for w in _NOT_A_PERIOD) or _OF_PLAN.match(reading.text, m.end)):
            continue
        if m.kind == "month" and m.yearless and "；" in reading.text[m.end : q.start]:
            continue  # 6月份下降0.2%； | 新增就业 …: a month is that of its clause
        if words in _YEAR_BEFORE:
            if q.start - m.end <= 2:
                return frame.before or m.stock, (m.start, m.end)
            continue
        if m.kind == "own":
            own, year = frame.stock[:4], reading.calendar.year
            glance = own.isdigit() and year is not None and int(own) > year and not frame.whole_plan
            return own if own.isdigit() and not glance else m.flow, (m.start, m.end)
        if m.kind == "year" and reading.changes_to(q) and reading.comes_from(q, m.end):
            since = _since(
                reading, sentence, m
            )  # 甲由2010年的…增加到2015年的…，乙由…: the second rose over the same years
            if since is not None:
                return str(since), None
        period = m.flow if flow else m.stock
        if average and m.kind == "year":
            period = _averaged(reading, sentence, m)
        if m.yearless and frame.sure and frame.stock.isdigit():
            period = _YEAR.sub(frame.stock, period)
        return period, (m.start, m.end)
    if reading.changes_to(q) and reading.comes_from(q, sentence.start):
        return frame.before, None
    if average and frame.flow.isdigit() and frame.opened_by.startswith("到"):
        return _of_plan(frame.flow), None  # 到 2030 年，…。年均增长 …
    return (frame.flow if flow else frame.stock), None


def _averaged(reading: Reading, sentence: Sentence, until: PeriodMention) -> str:
    """The years over which an average is taken that ends with a year.

    From the year after the one from which it rose (由 2010 年的甲增加到 2015 年的乙，年均增长 …), or the five years of the plan
    that ends then (到 2030 年，…年均增长 …).
    """
    since = _since(reading, sentence, until)
    if since is not None:
        return f"{since + 1}/{until.flow}"
    return _of_plan(until.flow) if reading.text[until.start - 1] == "到" else until.flow


def _of_plan(year: str) -> str:
    """The five years of the plan that ends with a year, or the year where none does."""
    return f"{int(year) - 4}/{year}" if int(year) % 5 == 0 else year


def _since(reading: Reading, sentence: Sentence, until: PeriodMention) -> int | None:
    earlier = reading.periods_in(max(sentence.start, until.start - _REACH), until.start)
    if not earlier or earlier[-1].kind != "year" or int(earlier[-1].flow) >= int(until.flow):
        return None
    return int(earlier[-1].flow) if reading.text[earlier[-1].start - 1] in "从由自" else None


def status_of(reading: Reading, sentence: Sentence, q: Quantity, period: str) -> Status:
    """Target or actual: by the period where the document's own year is known, by the passage, by the words nearby."""
    if q.kind == "percent" and _AIMED_AT.match(reading.text, q.after):
        return _TARGET
    last, year = period.rpartition("/")[2][:4], reading.calendar.year
    if last.isdigit() and year is not None and int(last) != year:
        return _TARGET if int(last) > year else _ACTUAL
    if sentence.frame.sure:
        return sentence.frame.status
    month = reading.calendar.month
    before = max(sentence.start, q.start - _REACH)
    if last == str(year) and month and month < 12 and reading.text.rfind("全年", before, q.start) >= 0:
        return _TARGET  # the year is not over when the document speaks
    clause = reading.text[max(sentence.start, q.start - 40) : q.start]
    nearby = clause[max(clause.rfind("；"), clause.rfind("。")) + 1 :]
    aims = _AIM.search(nearby) or reading.text.startswith(("目标", "的目标"), q.after)
    return _TARGET if aims else sentence.frame.status


def base_of(base: str, calendar: Calendar) -> str:
    """What a figure is compared with, as docs/records.md writes it: a place, a field, or a year other than the one before."""
    for m in find_periods(base, calendar):
        return m.stock if m.kind in ("plan", "year") else ""
    base = _BASE_TAIL.sub("", base)
    return "" if base in ("上年", "去年", "上年同期", "同期") else base.strip("的第")


def complete_targets(figures: list[Figure]) -> None:
    """Gives a target that names no time the time of the same target where that is named (锚定 3 万亿元目标)."""
    timeless = [f for f in figures if f.status is _TARGET and not f.period]
    if not timeless:
        return
    known = {(f.value, f.unit, f.place): f.period for f in figures if f.status is _TARGET and f.period.isdigit()}
    for figure in timeless:
        figure.period = known.get((figure.value, figure.unit, figure.place), "")

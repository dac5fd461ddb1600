"""When a document speaks, and of which time it speaks first: by its date and its title."""

from __future__ import annotations

import re

from luoshi.extraction.context import UNKNOWN, Frame
from luoshi.extraction.numerals import chinese_number
from luoshi.extraction.periods import Calendar, find_periods, plan_years
from luoshi.model import Document, Status

EXAMPLES = (  # the title of a document without a date, and the time that it speaks of
    ("临江省国民经济和社会发展第十五个五年规划纲要", "2026/2030"),
    ("临江市“十四五”数字经济发展规划", "2021/2025"),
    ("临江市“十四五”规划实施情况中期评估报告", ""),
    ("临江市2024年国民经济和社会发展统计公报", "2024"),
    ("临江市政府工作报告", ""),
)

_PLAN_TITLE = re.compile(
    r"(?:第(?P<nth>十[一二三四五六七八九]|二十)个五年|“?(?P<short>十[一二三四五六七八九])五”?)[^，。]{0,12}?(?:规划|计划)(?!.*(?:评估|执行|总结|回顾|完成|情况|进展))"
)


def calendar_of(document: Document) -> Calendar:
    """The year (and month) in which the document speaks, as far as it is known."""
    parts = document.date.value.split("-") if document.date else []
    if not parts and document.title and (years := _plan_of(document.title.value)):
        return Calendar(years[0])  # a plan without a date speaks as its years begin
    return Calendar(int(parts[0]) if parts else None, int(parts[1]) if len(parts) > 1 else None)


def _plan_of(title: str) -> tuple[int, int] | None:
    """The years of the five-year plan that a document is, by its title."""
    plan = _PLAN_TITLE.search(title)
    ordinal = chinese_number(plan["nth"] or plan["short"]) if plan is not None else None
    return plan_years(int(ordinal)) if ordinal is not None else None


def first_frame(title: str, calendar: Calendar) -> Frame:
    """A bulletin says in its title which year it is about; a work report begins with its review of the year before."""
    if "公报" in title:
        for m in find_periods(title, calendar):
            if m.kind == "year":
                return Frame(m.flow, m.stock, str(int(m.flow) - 1), Status.ACTUAL)
    if years := _plan_of(title):
        first, last = years
        return Frame(f"{first}/{last}", str(last), str(first - 1), Status.TARGET, whole_plan=True)
    if "政府工作报告" in title and calendar.year:
        return Frame(calendar.shifted(-1), calendar.shifted(-1), calendar.shifted(-2), Status.ACTUAL)
    return UNKNOWN

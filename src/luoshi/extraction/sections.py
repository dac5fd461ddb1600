"""Which parts of a text review, and which set tasks: by headings and by the openings of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import either
from luoshi.extraction.numerals import DIGITS
from luoshi.extraction.periods import plan_years

EXAMPLES = (
    # text, the mode of its last paragraph
    ("一、2025年工作回顾\n新建学校20所。", "review"),
    ("一、2025年工作回顾\n新建学校20所。\n二、2026年工作安排\n加快建设学校。", "plan"),
    ("二、2026年工作安排\n各位代表！今年以来，建设加快。", "review"),
    ("一、2025年工作回顾\n同时，我们也清醒认识到，短板还不少。", "other"),
    ("市委召开全会。\n上半年，全市增长5%。", "unknown"),
    ("大家谈目标任务\n记者走访了社区。", "unknown"),
)


class Mode(StrEnum):
    UNKNOWN = "unknown"
    REVIEW = "review"
    PLAN = "plan"
    OTHER = "other"  # shortcomings and the like, inside either


class Paragraph(NamedTuple):
    """One line of the text. ``period`` is the time that its section is for ("" where no heading says)."""

    start: int
    end: int
    mode: Mode
    period: str
    heading: bool


_LINE = re.compile(r"[^\n]+")
_TOP = re.compile(r"[\s\u3000]*第?[一二三四五六七八九十]{1,3}(?:、|[部章节篇])")
_SUB = re.compile(r"[\s\u3000]*[（(][一二三四五六七八九十\d]{1,3}[）)]")
_SALUTATION = re.compile(r"[\s\u3000]*(?:各位代表|同志们)?[！!，,：:。]?[\s\u3000]*(?:——|同时，)?")
_YEAR = re.compile(r"(20\d\d)年")
_COMING = re.compile(r"“?十([二三四五六])五”?(?:时期|期间|规划)?")
_CALL = re.compile(r"让我们(?=[更紧携团高在一永])")  # the call at the end of a report
_CLOSINGS = "。！？；…”!?;.）)"
_HEADING = 45


@cache
def _any(key: str) -> re.Pattern[str]:
    return re.compile(either("commitments", key))


def plan_period(numeral: str) -> str:
    """The years of a five-year plan by its numeral: 五 (“十五五”) → 2026/2030."""
    first, last = plan_years(10 + DIGITS[numeral])
    return f"{first}/{last}"


def _is_ahead(numeral: str, year: int) -> bool:
    """Whether a five-year plan lies before a document of that year, or has just begun."""
    return plan_years(10 + DIGITS[numeral])[0] + 1 >= year


def paragraphs(text: str, title: str = "", year: int | None = None) -> Iterator[Paragraph]:
    """The lines of ``text`` with what they are for. ``year`` is the document's own, where known."""
    mode = Mode.PLAN if re.search(r"规划|方案|行动计划|工作要点|实施意见", title) else Mode.UNKNOWN
    period, lasting = "", mode
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end > start and text[end - 1] in " \u3000\t\r":
            end -= 1
        if end == start:
            continue
        top = _TOP.match(text, start, end) is not None
        heading = end - start <= _HEADING and (text[end - 1] not in _CLOSINGS or (top and end - start <= _HEADING // 2))
        if heading:
            lasting, period = _of_heading(text[start:end], top, lasting, period, year)
            yield Paragraph(start, end, lasting, period, True)
            continue
        mode, lasting, period = _of_paragraph(text, start, end, lasting, period, year)
        yield Paragraph(start, end, mode, period, False)


def _of_heading(heading: str, top: bool, lasting: Mode, period: str, year: int | None) -> tuple[Mode, str]:
    """The mode and the period of the paragraphs under a heading."""
    if len(heading) < 4 or _SUB.match(heading):
        return lasting, period
    if _any("glossary_heads").search(heading):
        return Mode.OTHER, ""
    plan, review = _any("plan_heads").search(heading), _any("review_heads").search(heading)
    if review and (not plan or review.start() < plan.start()) and lasting is not Mode.PLAN:
        # 发展成就和主要目标: the review comes first, the openings of the paragraphs turn to the goals
        return Mode.REVIEW, ""
    # under a heading of the highest level without a time of its own the goals of a five-year plan are over
    kept = "" if top and "/" in period else period
    coming, own = _COMING.search(heading), _YEAR.search(heading)
    ahead = year is not None and bool((own and int(own[1]) >= year) or (coming and _is_ahead(coming[1], year)))
    if not plan and not (top and ahead):
        return lasting, kept
    if lasting is Mode.UNKNOWN and not (top or own or coming or "今年" in heading):
        return lasting, kept  # the headline of a newspaper, not the part of a report
    if coming and own:
        return Mode.PLAN, ""
    if coming:
        return Mode.PLAN, plan_period(coming[1])
    if own or "今年" in heading:
        return Mode.PLAN, own[1] if own else str(year or "")
    return Mode.PLAN, kept if lasting is Mode.PLAN else ""


def _of_paragraph(
    text: str, start: int, end: int, lasting: Mode, period: str, year: int | None
) -> tuple[Mode, Mode, str]:
    """The mode of a paragraph, and the mode and period that last after it."""
    found = _SALUTATION.match(text, start, end)
    at = found.end() if found else start
    first = min(end, at + 60)
    if _CALL.search(text, at, end):
        return Mode.OTHER, lasting, period
    if _any("problem_openings").search(text, at, first):
        return Mode.OTHER, lasting, period
    if lasting in (Mode.UNKNOWN, Mode.OTHER):
        return lasting, lasting, period  # without a heading an opening proves too little
    opening = _any("review_openings").match(text, at, end)
    if opening:
        return Mode.REVIEW, lasting, period
    own = _YEAR.match(text, at, end)
    coming = _COMING.match(text, at, end)
    if coming and year is not None:
        if _is_ahead(coming[1], year):
            return Mode.PLAN, Mode.PLAN, plan_period(coming[1])
        return Mode.REVIEW, lasting, period
    if own and year is not None and int(own[1]) < year:
        return Mode.REVIEW, lasting, period
    if _any("plan_openings").match(text, at, end):
        if lasting is Mode.REVIEW:
            return Mode.PLAN, Mode.PLAN, ""
        return Mode.PLAN, lasting, (str(year) if year and text.startswith("今年", at) else period)
    return lasting, lasting, period

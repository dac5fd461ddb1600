"""What is reported as done: the clauses of reviews that say of an undertaking that it was carried out, and 已建成… elsewhere.

An accomplishment is of the same kind as a commitment, so that next year's report can be set beside this year's: what was
done, to what. States without an action or a number (能源体系持续优化) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from luoshi.catalogue import words
from luoshi.extraction.clausal import CLAUSE, LONGEST, SENTENCE
from luoshi.extraction.deadlines import deadline_in, may_hold_deadline
from luoshi.extraction.linking import Linker
from luoshi.extraction.passages import Passage, Spoken, passages, year_of
from luoshi.extraction.sections import Mode, plan_period
from luoshi.extraction.undertakings import explains, stripped, undertakes
from luoshi.extraction.wording import Wording
from luoshi.flows import Locator
from luoshi.model import Accomplishment, Document, Figure, Flow, Programme, Span

EXAMPLES = (
    # text of a report of 2026, (words, period)
    (
        "一、2025年工作回顾\n新建学校20所，完成管网改造50公里。",
        (("新建学校20所", "2025"), ("完成管网改造50公里", "2025")),
    ),
    ("一、2025年工作回顾\n全年新建学校20所。", (("全年新建学校20所", "2025"),)),
    ("一、2025年工作回顾\n临江大桥建成通车，营商环境持续向好。", (("临江大桥建成通车", "2025"),)),
    ("一、工作回顾\n“十四五”时期，建成绿道100公里。", (("建成绿道100公里", "2021/2025"),)),
    ("一、工作回顾\n过去一年，建成绿道100公里。", (("建成绿道100公里", "2025"),)),
    ("会议召开。临江区已建成绿道100公里，将再建50公里。", (("临江区已建成绿道100公里", ""),)),
    ("一、2025年工作回顾\n同时，短板依然存在，完成任务的压力仍然较大。", ()),
    ("二、2026年工作安排\n新建学校20所。", ()),
)

_DONE = re.compile(r"已(?!知|往|久|有|成为)|累计(?=[\u4e00-\u9fff])|成功|圆满|如期")
_PAST_YEAR = re.compile(r"(20\d\d)年")
_PAST_PLAN = re.compile(r"“?十([二三四五六])五”?")
_LAST_YEAR = re.compile("过去一年|过去的一年|刚刚过去的一年|去年")
_JUST_PAST = 4
"""Until the end of this month 过去一年 is the year before."""


@cache
def _shortcoming() -> re.Pattern[str]:
    return re.compile("|".join(words("commitments", "problems")))


def find_accomplishments(
    document: Document,
    flow: Flow,
    figures: Sequence[Figure],
    spoken: Sequence[Spoken],
    programmes: Sequence[Programme] = (),
) -> list[Accomplishment]:
    """What ``flow`` reports as done, in reading order."""
    linker = Linker(flow.text, Locator(flow), figures, programmes)
    year, period = year_of(document), ""
    records: list[Accomplishment] = []
    for passage in passages(flow.text, document, spoken):
        if passage.mode == Mode.REVIEW:
            period = _reviewed(passage, document, year) or period
            records += _in_passage(flow.text, passage, period, year, linker)
        elif passage.mode != Mode.OTHER and _DONE.search(flow.text, passage.start, passage.end):
            records += _in_passage(flow.text, passage, "", year, linker)
    return records


def _in_passage(text: str, passage: Passage, period: str, year: int | None, linker: Linker) -> Iterator[Accomplishment]:
    review = passage.mode == Mode.REVIEW
    spoken_of = int(period) if period.isdigit() else year  # the year that 全年 and 上半年 are of
    for sentence in SENTENCE.finditer(text, passage.start, passage.end):
        start, end = sentence.span()
        if not review and not _DONE.search(text, start, end):
            continue
        if _shortcoming().search(text, start, end) or explains(text, start, end):
            continue
        dated = may_hold_deadline(text, start, end)
        for clause in CLAUSE.finditer(text, start, end):
            low, high = stripped(text, *clause.span()), clause.end()
            if not 4 <= high - low <= LONGEST or not (review or _DONE.search(text, low, high)):
                continue
            if not undertakes(text, low, high, doubt=False):
                continue
            held = linker.held(low, high, (start, end), "", passage.around, partial(_is_done, text, low, high))
            if held is not None:
                stated = deadline_in(text, low, high, spoken_of) if dated else None
                yield Accomplishment(
                    span=held.span,
                    evidence=held.evidence,
                    actor=passage.actor,
                    period=stated or period,
                    figures=held.figures,
                    title=held.wording.title,
                    action=held.wording.action,
                    object=held.wording.object,
                    programmes=held.programmes,
                    theme=held.theme,
                )


def _is_done(text: str, low: int, high: int, wording: Wording, figures: tuple[Span, ...]) -> bool:
    """Whether the words say that something was done, and not only how something is."""
    if not wording.action:
        return False
    of_itself = bool(wording.object) and wording.title.startswith(wording.object)  # 水质持续改善: a state
    return (
        not of_itself
        or bool(figures)
        or text.endswith(words("commitments", "completed"), low, high)
        or wording.action in words("wording", "events")
        or _DONE.search(text, low, high) is not None
    )


def _reviewed(passage: Passage, document: Document, year: int | None) -> str:
    """The time that a paragraph says it reviews, or the heading above it; "" where neither does."""
    for words_ in passage.around:
        opening = words_[:30]
        if plan := _PAST_PLAN.search(opening):
            return plan_period(plan[1])
        if (own := _PAST_YEAR.search(opening)) and (year is None or int(own[1]) <= year):
            return own[1]
        if year is not None and _LAST_YEAR.search(opening) and _month(document) <= _JUST_PAST:
            return str(year - 1)
    return ""


def _month(document: Document) -> int:
    """The month of a document's date, 12 where it has none."""
    date = document.date.value if document.date else ""
    return int(date[5:7]) if len(date) >= 7 else 12

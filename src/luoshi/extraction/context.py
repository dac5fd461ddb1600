"""Which time a passage speaks of, and whether of what was done or of what is planned.

A work report reviews a year and a plan period, sets goals for the next plan and tasks for the year; its headings and
the openings of its sentences (五年来, 今年, 到2030年) say where one passes into the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.catalogue import words
from luoshi.extraction.periods import Calendar, PeriodMention
from luoshi.model import Status


@dataclass(frozen=True, slots=True)
class Frame:
    """The time a passage speaks of: ``flow`` for what happens, ``stock`` for where things stand; ``before`` its eve.

    ``sure`` is false where no heading and no opening has said anything yet; ``opened_by`` are the words that said it.
    """

    flow: str
    stock: str
    before: str
    status: Status
    sure: bool = True
    whole_plan: bool = False
    opened_by: str = ""


UNKNOWN = Frame("", "", "", Status.ACTUAL, sure=False)


def _any(*keys: str) -> re.Pattern[str]:
    return re.compile("|".join(w for key in keys for w in words("periods", key)))


_REVIEW_HEADING, _PLAN_HEADING = _any("review_heading"), _any("plan_heading")
_REVIEW_PLAN, _REVIEW_YEAR = _any("review_plan"), _any("review_year")
_COMING_PLAN = _any("coming_plan")
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}(?:、|部分)|[（(][一二三四五六七八九十]{1,3}[）)]|关于)")
_TOP = re.compile(r"第?[一二三四五六七八九十]{1,3}(?:、|部分)")
_OPENING = re.compile(
    r"^(?:各位代表[，！：]?|同志们[，！：]?|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]是|——|[“\s])*"
)
_COMPARED = re.compile(r"(?:比|较|与|同|于)$")  # a time that is only compared with
_HEAD = 1  # characters before a plan that itself opens a passage (在“十四五”…)
_PASSAGE = re.compile("时期|期间|以来|是|内|年")
_VISION = re.compile(r"(?:年)?的?(?:远景目标|愿景)")  # 实现 2035 年远景目标: what one works for, not when
_LEAD = 22  # an opening that shifts the frame stands within so many characters of the sentence's beginning


class Frames:
    """Follows a text paragraph by paragraph and sentence by sentence."""

    def __init__(self, calendar: Calendar, start: Frame = UNKNOWN) -> None:
        self._calendar = calendar
        self._lasting = start  # holds for the paragraphs that follow
        self._now = start

    @property
    def frame(self) -> Frame:
        return self._now

    # ---------------------------------------------------------------- frames

    def _year(self, year: str, status: Status) -> Frame:
        before = str(int(year) - 1) if year.isdigit() else "XXXX"
        return Frame(year, year, before, status)

    def _plan(self, period: str, status: Status) -> Frame:
        first, last = period.split("/")
        return Frame(period, last, str(int(first) - 1), status, whole_plan=True)

    def _last_plan(self) -> Frame:
        """The five years that ended with the year before the document's own."""
        year = self._calendar.year
        if year is None:
            return Frame("", "", "", Status.ACTUAL, whole_plan=True)
        return self._plan(f"{year - 5}/{year - 1}", Status.ACTUAL)

    def _from_mention(self, mention: PeriodMention, status: Status | None) -> Frame:
        if mention.kind == "plan":
            return self._plan(mention.flow, status or self._status_of(mention.stock))
        status = status or self._status_of(mention.stock)
        return self._year(mention.flow, status)

    def _status_of(self, stock: str) -> Status:
        year = self._calendar.year
        if not stock[:4].isdigit() or year is None:
            return self._lasting.status
        return Status.TARGET if int(stock[:4]) >= year else Status.ACTUAL

    # ---------------------------------------------------------------- following the text

    def paragraph(self, text: str, mentions: Sequence[PeriodMention]) -> bool:
        """Begins a paragraph; true where it is a heading. ``mentions`` are the times that it names."""
        self._now = self._lasting
        if len(text) > 60 or text.endswith(("。", "；", "，", "：", "！")) or not text:
            return False
        top = _TOP.match(text)
        named = [m for m in mentions if m.kind in ("plan", "year", "relative") and "收官" not in text[m.start : m.end]]
        review, plan = _REVIEW_HEADING.search(text), _PLAN_HEADING.search(text)
        if not top and not (named and (review or plan)):
            return bool(_NUMBERED.match(text))
        if review and not (plan and plan.start() < review.start() and not named):
            frame = self._from_mention(named[0], Status.ACTUAL) if named else self._default_review()
        elif plan or named:
            frame = self._from_mention(named[0], Status.TARGET if plan else None) if named else self._default_tasks()
        else:
            return True
        self._lasting = self._now = replace(frame, opened_by=text)
        return True

    def _default_review(self) -> Frame:
        return self._year(self._calendar.shifted(-1), Status.ACTUAL) if self._calendar.year else UNKNOWN

    def _default_tasks(self) -> Frame:
        if self._lasting.status is Status.TARGET and self._lasting.sure:
            return self._lasting
        return (
            self._year(self._calendar.shifted(0), Status.TARGET)
            if self._calendar.year
            else Frame("", "", "", Status.TARGET)
        )

    def sentence(self, text: str, mentions: Sequence[PeriodMention], *, first: bool, last: bool) -> Frame:
        """The frame of a sentence. An opening in a paragraph's first or last sentence holds for what follows too."""
        opened = _OPENING.match(text)
        at = opened.end() if opened else 0
        comma = text.find("，", at)
        head = text[at : min(comma if comma >= 0 else len(text), at + _LEAD)]
        frame = self._opened_by(head, at, [m for m in mentions if at - 1 <= m.start and m.end <= at + len(head)])
        if frame is not None:
            self._now = frame = replace(frame, opened_by=head)
            if (first or last) and not self._looks_ahead(frame):
                self._lasting = frame
        return self._now

    def _looks_ahead(self, frame: Frame) -> bool:
        """Whether a sentence only glances at a later year (到2030年，…), after which the text goes on as before."""
        year = self._calendar.year
        return not frame.whole_plan and frame.stock.isdigit() and year is not None and int(frame.stock) > year

    def _opened_by(self, head: str, start: int, mentions: Sequence[PeriodMention]) -> Frame | None:
        if _REVIEW_PLAN.search(head):
            return self._last_plan()
        if _COMING_PLAN.search(head) and self._calendar.year:
            return self._plan(f"{self._calendar.year}/{self._calendar.year + 4}", Status.TARGET)
        for mention in mentions:
            if _COMPARED.search(head, 0, max(mention.start - start, 0)) or _VISION.match(head, mention.end - start):
                continue
            if mention.kind == "plan" and not _opens(head, mention.start - start, mention.end - start):
                continue  # 编制“十五五”专项规划: the plan is only spoken of
            if mention.kind == "plan" and "收官" not in head and "开局" not in head:
                return self._plan(mention.flow, self._status_of(mention.stock))
            if mention.kind in ("year", "relative") and mention.start <= _LEAD:
                return self._year_opened(mention, head)
            if mention.kind == "part" and not self._now.sure and mention.start < _LEAD:
                return Frame(mention.flow, mention.stock, "", Status.ACTUAL, sure=False)
        if _REVIEW_YEAR.search(head[:10]):
            if self._now.status is Status.TARGET and self._now.sure:
                return None
            year = self._calendar.shifted(-1)
            if not self._now.whole_plan and self._now.sure and self._now.flow.isdigit():
                year = self._now.flow
            return self._year(year, Status.ACTUAL) if self._calendar.year else None
        if "新的一年" in head and self._calendar.year:
            return self._year(self._calendar.shifted(0), Status.TARGET)
        return None

    def _year_opened(self, mention: PeriodMention, head: str) -> Frame | None:
        year, own = mention.flow, self._calendar.year
        if not year.isdigit() or own is None:
            return None
        if int(year) == own:
            if head.endswith(("以来",)) or (not self._now.sure and "今年" in head):
                return Frame(year, year, str(own - 1), Status.ACTUAL, sure=False)
            return self._year(year, Status.TARGET)
        if int(year) == own - 1:
            return self._year(year, Status.ACTUAL)
        if int(year) > own and re.search(r"[到至]?20\d\d年", head):
            return Frame(year, year, str(own - 1), Status.TARGET)
        return None


def _opens(head: str, start: int, end: int) -> bool:
    """Whether a plan named in ``head[start:end]`` opens a passage about its years."""
    return start <= _HEAD or end >= len(head) or _PASSAGE.search(head, start, end + 1) is not None

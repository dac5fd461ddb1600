"""Which time a passage speaks of, and whether of what was done or of what is planned.

A work report reviews a year and a plan period, sets goals for the next plan and tasks for the year; its headings and
the openings of its sentences (五年来, 今年, 到2030年) say where one passes into the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.catalogue import either
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


_TARGET = Status.TARGET  # looked up once, as in ``measures``
UNKNOWN = Frame("", "", "", Status.ACTUAL, sure=False)


_REVIEW_HEADING, _PLAN_HEADING = (re.compile(either("periods", key)) for key in ("review_heading", "plan_heading"))
_REVIEW_PLAN, _REVIEW_YEAR = (re.compile(either("periods", key)) for key in ("review_plan", "review_year"))
_COMING_PLAN = re.compile(either("periods", "coming_plan"))
_NEW_YEAR = "新的一年"
_SHIFT = re.compile(f"{either('periods', 'review_plan', 'review_year', 'coming_plan')}|{_NEW_YEAR}")
_NUMBERED = re.compile(r"(?:第?[一二三四五六七八九十]{1,3}(?:、|部分)|[（(][一二三四五六七八九十]{1,3}[）)]|关于)")
_TOP = re.compile(r"第?[一二三四五六七八九十]{1,3}(?:、|部分)")
_OPENING = re.compile(
    r"(?:各位代表[，！：]?|同志们[，！：]?|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]是|——|[“\s])*"
)
_NAMED = frozenset(("plan", "year", "relative"))  # kinds of times that a heading may be about
_OPENING_STARTS = frozenset("各同（(一二三四五六七八九十—“")
_COMPARED = re.compile(r"(?:比|较|与|同|于)$")  # a time that is only compared with
_HEAD = 1  # characters before a plan that itself opens a passage (在“十四五”…)
_PASSAGE = re.compile("时期|期间|以来|是|内|年")
_VISION = re.compile(r"(?:年)?的?(?:远景目标|愿景)")  # 实现 2035 年远景目标: what one works for, not when
_LEAD = 22  # an opening that shifts the frame stands within so many characters of the sentence's beginning
_HEADING = 60  # characters of a heading at the most


def may_shift(line: str) -> bool:
    """Whether words that shift the frame stand in a line; a time that it names may shift it too."""
    return _SHIFT.search(line) is not None


class Frames:
    """Follows a text paragraph by paragraph and sentence by sentence."""

    def __init__(self, calendar: Calendar, start: Frame = UNKNOWN) -> None:
        self._calendar = calendar
        self._start = start
        self._lasting = start  # holds for the paragraphs that follow
        self._in_parts = False  # whether a heading has said of which time its part speaks
        self._now = start

    @property
    def frame(self) -> Frame:
        return self._now

    @property
    def aims(self) -> bool:
        """Whether the text speaks of what is planned."""
        return self._now.status is _TARGET

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

    def article(self) -> None:
        """Begins an article: nothing that another said of its time holds, unless this is a report in parts."""
        if not self._in_parts:
            self._lasting = self._start

    def paragraph(self, line: str, start: int, mentions: Sequence[PeriodMention], *, is_note: bool = False) -> bool:
        """Begins a paragraph, ``start`` in the text; true where it is a heading. ``mentions`` are the times that it names."""
        self._now = self._lasting
        if is_note or len(line) > _HEADING or line[-1] in "。；，：！" or "。" in line:
            return False
        top = _TOP.match(line)
        named = [m for m in mentions if m.kind in _NAMED and "收官" not in line[m.start - start : m.end - start]]
        review, plan = _REVIEW_HEADING.search(line), _PLAN_HEADING.search(line)
        if not top and not (named and (review or plan)):
            return bool(_NUMBERED.match(line))
        if review and not (plan and plan.start() < review.start() and not named):
            frame = self._from_mention(named[0], Status.ACTUAL) if named else self._default_review()
        elif plan or named:
            frame = self._from_mention(named[0], Status.TARGET if plan else None) if named else self._default_tasks()
        else:
            return True
        self._lasting = self._now = replace(frame, opened_by=line)
        self._in_parts = True
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

    def sentence(self, text: str, start: int, end: int, mentions: Sequence[PeriodMention], *, outer: bool) -> None:
        """Goes on to a sentence. An opening in a paragraph's first or last sentence (``outer``) holds for what follows too."""
        at = start
        if text[at] in _OPENING_STARTS or text[at].isspace():
            opened = _OPENING.match(text, start, end)
            at = opened.end() if opened else start
        comma = text.find("，", at, end)
        stop = min(comma if comma >= 0 else end, at + _LEAD)
        inside = [m for m in mentions if at - 1 <= m.start and m.end <= stop]
        if self._lasting.whole_plan and self._looks_ahead(self._now):
            self._now = self._lasting  # a plan that looked at a year within it goes on with its own time
        if not inside and _SHIFT.search(text, at, stop) is None:
            if not self._now.sure:
                self._since_january(text, mentions)
            return
        head = text[at:stop]
        frame = self._opened_by(head, at, start, inside)
        if frame is not None:
            self._now = frame = replace(frame, opened_by=head)
            if outer and not self._looks_ahead(frame):
                self._lasting = frame

    def _since_january(self, text: str, mentions: Sequence[PeriodMention]) -> None:
        """Takes the first part of a year that a sentence names, unless only to compare with it, for what follows too."""
        for m in mentions:
            if m.kind == "part" and _from_january(m.flow) and text[m.start - 1] not in "较比由从":
                self._now = Frame(m.flow, m.stock, "", Status.ACTUAL, sure=False)
                return

    def _looks_ahead(self, frame: Frame) -> bool:
        """Whether a sentence only glances at a later year (到2030年，…), after which the text goes on as before."""
        year = self._calendar.year
        return not frame.whole_plan and frame.stock.isdigit() and year is not None and int(frame.stock) > year

    def _opened_by(self, head: str, at: int, start: int, mentions: Sequence[PeriodMention]) -> Frame | None:
        """The frame that the ``head`` of a sentence opens, which stands at ``at``; the sentence begins at ``start``."""
        if _REVIEW_PLAN.search(head):
            return self._last_plan()
        if _COMING_PLAN.search(head) and self._calendar.year:
            return self._plan(f"{self._calendar.year}/{self._calendar.year + 4}", Status.TARGET)
        for mention in mentions:
            if _COMPARED.search(head, 0, max(mention.start - at, 0)) or _VISION.match(head, mention.end - at):
                continue
            if mention.kind == "plan" and not _opens(head, mention.start - at, mention.end - at):
                continue  # 编制“十五五”专项规划: the plan is only spoken of
            if mention.kind == "plan" and "收官" not in head and "开局" not in head:
                return self._plan(mention.flow, self._status_of(mention.stock))
            if mention.kind in ("year", "relative") and mention.start - start <= _LEAD:
                return self._year_opened(mention, head)
            lately = head.startswith("以来", mention.end - at)  # 二季度以来: not what the numbers are of
            if mention.kind == "part" and not self._now.sure and mention.start - start < _LEAD and not lately:
                return Frame(mention.flow, mention.stock, "", Status.ACTUAL, sure=False)
        if _REVIEW_YEAR.search(head[:10]):
            if self._now.status is Status.TARGET and self._now.sure:
                return None
            year = self._calendar.shifted(-1)
            if not self._now.whole_plan and self._now.sure and self._now.flow.isdigit():
                year = self._now.flow
            return self._year(year, Status.ACTUAL) if self._calendar.year else None
        if _NEW_YEAR in head and self._calendar.year:
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


def _from_january(period: str) -> bool:
    """Whether a part of a year runs from its beginning (上半年, 1—6月, 前三季度)."""
    return period[4:].startswith(("-H1", "-Q1", "-01/"))


def _opens(head: str, start: int, end: int) -> bool:
    """Whether a plan named in ``head[start:end]`` opens a passage about its years."""
    return start <= _HEAD or end >= len(head) or _PASSAGE.search(head, start, end + 1) is not None

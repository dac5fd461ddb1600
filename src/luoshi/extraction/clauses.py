"""A text while it is read: its quantities and times, its sentences, and the words that belong to each quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from luoshi.extraction import indicators
from luoshi.extraction.context import Frame
from luoshi.extraction.periods import Calendar, PeriodMention, find_periods
from luoshi.extraction.quantities import quantities
from luoshi.extraction.quantity import Quantity
from luoshi.model import Span

_CLAUSE_MARK = re.compile(r"[，；：。！？（）—](?:(?<!—)|(?<=—)—)")  # —— is one mark, a single — none
_LINK = re.compile(r"(?:新?台阶|大关|关口|（[^（）]{1,4}）)?(?:[、，；]|和|及|与|或|以及|并|且)")
_AND_THEN = re.compile(r"(?:、|和|与|(?<![惠普涉波])及)$")
_AND_ENDS = frozenset("、和与及")
_PHRASE = re.compile(r"(?:[^，。；：、！？（）\n—]{1,60}|（[^（）\d]{1,10}）)*")
_MARKS = frozenset("，。；：、！？\n—")  # where a phrase ends
_COMPARISON = re.compile(r"(?:比|较|与|同|和|高于|低于|快于|慢于|好于|超过|超出|优于)[“]?$")
_FROM = re.compile(r"(?:从|由|自)(?P<when>[^，。；从由自]{0,14})$")
_CHANGED_TO = re.compile(
    r"(?:左右|以上)?(?:稳步|大幅|进一步|持续|逐步)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|缩短|缩小|发展|跃升|升|增|调整|拓展"
    r"|压减|优化|压缩|恢复|跃迁|攀升|扩|回升)+(?:到|至|为)"
)
_OF_EACH = re.compile("分别|均|都|双双|等|共|合计|“")
_MORE_VALUES = re.compile(
    r"(?:、[\d.]+[^，。；、\d]{0,5}?(?=[、一-鿿])){1,3}(?=[提增上扩下降减缩调])"
)  # 从甲、乙 | 提高到丙、丁
_THINGS_CHANGED = re.compile(r"[一-鿿]{1,4}(?:（[^（）]{1,5}）)?(?=(?:扩大|增加|拓展|扩展|提高|减少|增)(?:到|至|为))")
_PERIOD_FRAME = re.compile("(?:截至|截止|(?<![长加高升大降少展])[到至]|自|从|于|在)?\x00+(?:以来|之?前|，|,|的$)?")
_TURNED_INTO = re.compile(r"[一-鿿]{2,4}?(?:至|到|为)(?:\d|[近约超])")
_VALUE_LINKS = frozenset(
    (
        "、",
        "和",
        "及",
        "与",
        "以及",
        "、超过",
        "、超",
        "和超过",
        "、近",
        "和近",
        "和约",
        "、约",
        "、突破",
        "、第",
        "位、",
        "位和",
    )
)
_LONGEST_LINK = max(map(len, _VALUE_LINKS))
_CHANGE_REACH = 14  # characters behind a quantity in which it is said that it changed
_REACH = 90  # characters before a quantity in which its words are looked for


@dataclass(slots=True)
class Sentence:
    """What is known while a sentence is read from left to right.

    ``topic`` is what the figures before spoke of, ``items`` the members of a list before (甲、乙分别 …), ``names`` the
    indicators so far, each once, ``said`` those of all figures with the place of the number.
    ``verb`` is the verb of things done that goes on over list marks (建成甲 15 家、乙 44 个),
    ``dimension`` that of its first object, ``happened`` whether the figure before counted events, ``moved`` whether
    it told of a rise or a fall, ``rule`` what found the indicator of the last figure. ``evidence`` is where the sentence
    stands in the document, ``timed`` whether it names a time.
    """

    start: int
    end: int
    frame: Frame
    evidence: tuple[Span, ...]
    timed: bool
    place: str = ""
    place_span: tuple[int, int] | None = None
    topic: str = ""
    items: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)
    verb: str = ""
    dimension: str = ""
    happened: bool = False
    moved: str = ""
    rule: str = ""


@dataclass(slots=True)
class Words:
    """The words before a quantity in its clause, from ``start`` of the text; ``linked`` where a list mark stands before."""

    text: str
    start: int
    linked: bool


class Reading:
    """A text in its normal form, with its quantities and the times that it names."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text, self.quantities = quantities(text)
        self.calendar = calendar
        self._starts = [q.start for q in self.quantities]
        self._mentions = find_periods(self.text, calendar)
        self._mention_starts = [m.start for m in self._mentions]
        self._changing: dict[int, bool] = {}  # what changes_to has said, by the start of the quantity

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        low = bisect_left(self._starts, start)
        return self.quantities[low : bisect_left(self._starts, end, low)]

    def periods_in(self, start: int, end: int) -> list[PeriodMention]:
        starts = self._mention_starts
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:
            return []
        return self._mentions[low : bisect_left(starts, end, low)]

    def continues(self, a: Quantity, b: Quantity) -> bool:
        """Whether two quantities are members of one list of values (4.2%、5%和5.4%)."""
        if b.start - a.after > _LONGEST_LINK or self.text[a.after : b.start] not in _VALUE_LINKS:
            return False
        return a.kind == b.kind or {a.kind, b.kind} == {"percent", "multiple"}

    def changes_to(self, q: Quantity) -> bool:
        """Whether the quantity is the earlier of two levels (从 2.7% | 提高到 3.2%)."""
        changes = self._changing.get(q.start)
        if changes is None:
            changes = self._changing[q.start] = self._changes_to(q)
        return changes

    def _changes_to(self, q: Quantity) -> bool:
        text, at = self.text, q.after
        if text.startswith("、", at) and (more := _MORE_VALUES.match(text, at)) is not None:
            at = more.end()
        if not "一" <= text[at : at + 1] <= "鿿":
            return False
        if _CHANGED_TO.match(text, at, at + _CHANGE_REACH):
            return True
        turned = _THINGS_CHANGED.match(text, at, at + _CHANGE_REACH) or _TURNED_INTO.match(text, at, at + _CHANGE_REACH)
        return turned is not None and self.comes_from(q, 0)

    def comes_from(self, q: Quantity, low: int) -> bool:
        """Whether 从 or 由 stands before the quantity."""
        return _FROM.search(self.text, max(q.start - 24, low), q.start) is not None

    def compared(self, mention: PeriodMention) -> bool:
        """Whether a time is named only to compare with (比 2020 年, 是 2020 年的 2 倍)."""
        if self.text.startswith("的", mention.end) and self.text[mention.start - 1 : mention.start] in "是为于":
            return True
        return _COMPARISON.search(self.text[max(mention.start - 3, 0) : mention.start]) is not None

    def following(self, q: Quantity, stop: int) -> str:
        """The words behind a quantity up to the next mark, and not beyond ``stop``."""
        if self.text[q.after : q.after + 1] in _MARKS:
            return ""
        m = _PHRASE.match(self.text, q.after, min(stop, q.after + _REACH))
        if m is None:
            return ""
        return m[0][m[0].index("）") + 1 :] if m[0].startswith("（") else m[0]  # 3.1 万套（户）

    def words_before(self, sentence: Sentence, q: Quantity, previous_end: int) -> Words:
        """The words of the clause before a quantity, without times, brackets that close again, and 从 of 从甲到乙."""
        text = self.text
        low = max(previous_end, sentence.start, q.start - _REACH)
        start = low
        for m in _CLAUSE_MARK.finditer(text, low, q.start):
            if m[0] == "（" and text.find("）", m.start(), q.start) >= 0:
                continue
            if m[0] == "）" and text.rfind("（", low, m.start()) >= 0:
                continue
            start = m.end()
        words, linked = text[start : q.start], False
        if start == previous_end > sentence.start or words[:1] == "、":
            link = _LINK.match(words)
            if link is not None:
                linked = link[0][-1] in "、和及与或"
                words, start = words[link.end() :], start + link.end()
            elif (second := indicators.next_thing(words)) is not None:
                words, start, linked = words[second.end() :], start + second.end(), True
            elif "、" in words[:-1] and words[-1] not in "、和与" and _OF_EACH.search(words) is None:
                mark = words.index("、") + 1  # 新增 1 个集群、 | 加工企业 20 家
                words, start, linked = words[mark:], start + mark, True
            elif (things := _THINGS_CHANGED.match(words)) is not None:
                words, start = words[things.end() :], start + things.end()  # 从 15 个县 | 扩大到 57 个县
        if (
            words[-1:] in _AND_ENDS
            and not linked
            and (len(words) > 1 or start == previous_end)
            and _AND_THEN.search(words)
        ):
            words, start, linked = "", q.start, True
        if self.changes_to(q) and (earlier := _FROM.search(words)) is not None:
            words = words[: earlier.start()]
        if sentence.timed:
            words = self._without_times(words, start)
        return Words(words.rstrip(), start, linked)

    def _without_times(self, words: str, start: int) -> str:
        for mention in self.periods_in(start, start + len(words)):
            carried = self.text.startswith("结转", mention.end)  # 上年结转 is what it is called
            if mention.end <= start + len(words) and not carried and not self.compared(mention):
                a, b = mention.start - start, mention.end - start
                words = words[:a] + "\x00" * (b - a) + words[b:]
        return _PERIOD_FRAME.sub("", words) if "\x00" in words else words

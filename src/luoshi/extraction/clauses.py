"""A text while it is read: its quantities and times, its sentences, and the words that belong to each quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from luoshi.extraction import indicators
from luoshi.extraction.context import Frame
from luoshi.extraction.periods import Calendar, PeriodMention, find_periods
from luoshi.extraction.quantities import scan
from luoshi.extraction.quantity import Kind, Quantity

_CLAUSE_MARK = re.compile(r"[，；：。！？（）]|——")
_LINK = re.compile(r"(?:新?台阶|大关|关口|（[^（）]{1,4}）)?(?:[、，；]|和|及|与|或|以及|并|且)")
_PHRASE = re.compile(r"(?:[^，。；：、！？（）\n—]{1,60}|（[^（）\d]{1,10}）)*")
_COMPARISON = re.compile(r"(?:比|较|与|同|和|高于|低于|快于|慢于|好于|超过|超出|优于)[“]?$")
_FROM = re.compile(r"(?:从|由|自)(?P<when>[^，。；从由自]{0,14})$")
_CHANGED_TO = re.compile(
    r"^(?:左右|以上)?(?:稳步|大幅|进一步|持续|逐步)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|降|缩短|缩小|发展|跃升|升|增|调整|拓展"
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
_REACH = 90  # characters before a quantity in which its words are looked for


@dataclass(slots=True)
class Sentence:
    """What is known while a sentence is read from left to right.

    ``topic`` is what the figures before spoke of, ``items`` the members of a list before (甲、乙分别 …), ``names`` the
    indicators so far, each once, ``said`` those of all figures with the place of the number.
    ``verb`` is the verb of things done that goes on over list marks (建成甲 15 家、乙 44 个),
    ``dimension`` that of its first object, ``happened`` whether the figure before counted events, ``moved`` whether
    it told of a rise or a fall, ``rule`` what found the indicator of the last figure.
    """

    start: int
    end: int
    frame: Frame
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


@dataclass(frozen=True, slots=True)
class Words:
    """The words before a quantity in its clause, from ``start`` of the text; ``linked`` where a list mark stands before."""

    text: str
    start: int
    linked: bool


class Reading:
    """A normalised text with its quantities and the times that it names."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text = text
        self.calendar = calendar
        self.quantities = scan(text)
        self._starts = [q.start for q in self.quantities]
        self._mentions = find_periods(text, calendar)
        self._mention_starts = [m.start for m in self._mentions]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        return self.quantities[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def periods_in(self, start: int, end: int) -> list[PeriodMention]:
        return self._mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    def continues(self, a: Quantity, b: Quantity) -> bool:
        """Whether two quantities are members of one list of values (4.2%、5%和5.4%)."""
        if a.kind is not b.kind and {a.kind, b.kind} != {Kind.PERCENT, Kind.MULTIPLE}:
            return False
        return self.text[a.after : b.start] in _VALUE_LINKS

    def changes_to(self, q: Quantity) -> bool:
        """Whether the quantity is the earlier of two levels (从 2.7% | 提高到 3.2%)."""
        following = self.text[q.after : q.after + 14]
        if following[:1] == "、" and (more := _MORE_VALUES.match(self.text, q.after)) is not None:
            following = self.text[more.end() : more.end() + 14]
        if "到" not in following and "至" not in following and "为" not in following:
            return False
        if _CHANGED_TO.match(following):
            return True
        if _THINGS_CHANGED.match(following):
            return self.comes_from(q, 0)
        return _TURNED_INTO.match(following) is not None and self.comes_from(q, 0)

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
        if words.endswith(("、", "和", "与", "以及")) and not linked and (len(words) > 1 or start == previous_end):
            words, start, linked = "", q.start, True
        earlier = _FROM.search(words)
        if earlier is not None and self.changes_to(q):
            words = words[: earlier.start()]
        return Words(self._without_times(words, start).rstrip(), start, linked)

    def _without_times(self, words: str, start: int) -> str:
        for mention in self.periods_in(start, start + len(words)):
            if mention.end <= start + len(words) and not self.compared(mention):
                a, b = mention.start - start, mention.end - start
                words = words[:a] + "\x00" * (b - a) + words[b:]
        return _PERIOD_FRAME.sub("", words) if "\x00" in words else words

"""What is done and to what: the action, the object and a short title of an undertaking or a result, in its own words.

Three forms: the action first (新建学校20所), behind a frame (聚焦文旅等领域开展改造), or behind its object (绿道建成开放,
地区生产总值增长5%).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.extraction.lexicon import Lexicon

EXAMPLES = (
    # words, subject, (action, object, title)
    ("深入实施城乡居民增收计划", "", ("实施", "城乡居民增收计划", "实施城乡居民增收计划")),
    ("加快建设临江副中心", "", ("加快建设", "临江副中心", "加快建设临江副中心")),
    ("加快补齐短板", "", ("补齐", "短板", "补齐短板")),
    ("东湖区将建成绿道100公里", "东湖区", ("建成", "绿道100公里", "建成绿道100公里")),
    ("我们要全力办好民生实事", "", ("办好", "民生实事", "办好民生实事")),
    ("到2030年，力争新增学位10万个", "", ("新增", "学位10万个", "新增学位10万个")),
    ("聚焦文旅等领域开展专项改造", "", ("开展", "专项改造", "开展专项改造")),
    ("地区生产总值增长5%左右", "", ("增长", "地区生产总值", "地区生产总值增长5%左右")),
    ("临江大桥年内建成通车", "", ("建成通车", "临江大桥", "临江大桥年内建成通车")),
    ("以需求为牵引推进科研攻关", "", ("推进", "科研攻关", "推进科研攻关")),
    ("打造临江商务区，滨水生态岸线", "", ("打造", "临江商务区，滨水生态岸线", "打造临江商务区")),
    ("已累计建成充电桩3万个", "", ("建成", "充电桩3万个", "建成充电桩3万个")),
    ("主动服务和融入全国统一大市场", "", ("服务和融入", "全国统一大市场", "服务和融入全国统一大市场")),
    ("一村一策制定防御预案", "", ("制定", "防御预案", "一村一策制定防御预案")),
    ("6月底前完成改造", "", ("完成", "改造", "完成改造")),
    ("产业植新", "", ("", "", "产业植新")),
)

_TITLE = 28
"""Characters that a title has at most where the words have a border to cut at."""
_MARKS = "，,、；;"
_COMMA = re.compile("[，,；;]")
_TIME = re.compile(
    r"(?:力争)?(?:到|至|在)?(?:20\d\d年|今年|“?十[一二三四五六七]五”?)[^，,、；;]{0,6}[，,]"
    r"|(?:20\d\d年|今年)?(?:\d{1,2}月|年)(?:底|末)之?前|[上下]半年|[一二三四]季度"
)
_TIME_STARTS = frozenset("到至“在力今年上下一二三四0123456789")


class Wording(NamedTuple):
    """``action`` and ``object`` are "" where the words show none; ``title`` never is."""

    action: str
    object: str
    title: str


class _Lists(NamedTuple):
    before: Lexicon  # what may stand before the action: adverbs, 将, 我们, times
    actions: Lexicon
    leading: frozenset[str]
    led: Lexicon
    changes: Lexicon
    frames: Lexicon
    middle: frozenset[str]
    between: tuple[str, ...]
    change_starts: frozenset[str]
    doubly: frozenset[str]  # verbs that are adverbs as well


@cache
def _lists() -> _Lists:
    def many(*keys: str) -> list[str]:
        return [word for key in keys for word in words("commitments", key)]

    changes = {*words("wording", "changes"), *many("completed")}
    return _Lists(
        before=Lexicon({*many("adverbs", "will", "issuer"), *words("wording", "between")} - {"更"}),
        actions=Lexicon(many("actions")),
        leading=frozenset(words("wording", "leading")),
        led=Lexicon(words("wording", "led")),
        changes=Lexicon(changes),
        frames=Lexicon([*many("frames"), *words("wording", "prepositions")]),
        middle=frozenset(many("middle")),
        between=words("wording", "between"),
        change_starts=frozenset(change[:1] for change in changes),
        doubly=frozenset(many("actions")) & frozenset([*many("adverbs", "will"), *words("wording", "between")]),
    )


def taken_apart(text: str, start: int, end: int, subject: str = "") -> Wording:
    """What ``text[start:end]`` does, to what, and a title for it. ``subject`` is the body that opens the words, if any."""
    lists = _lists()
    at, past = _opening(text, start, end, subject, lists)
    if past > at:
        return _done(text, at, past, end, lists)
    for find in (_behind_frame, _change, _behind_adverb):
        if wording := find(text, at, end, lists):
            return wording
    return Wording("", "", _title(text, at, end))


def _opening(text: str, start: int, end: int, subject: str, lists: _Lists) -> tuple[int, int]:
    """Where the words begin once subject, time and adverbs before the action are taken off, and where their verb ends."""
    at = start + len(subject) if subject and text.startswith(subject, start) else start
    if text[at] in _TIME_STARTS and (timed := _TIME.match(text, at, end)):
        at = timed.end()  # 到2030年，…
    while True:
        past = lists.actions.end(text, at, end)
        if past > at and not (text[at:past] in lists.doubly and _adverbial(text, past, end, lists)):
            return at, past
        behind = lists.before.end(text, at, end)
        if behind == at or behind >= end:
            return at, at
        at = behind + (text[behind] == "地" and text[behind + 1 : behind + 2] not in "区方")


def _adverbial(text: str, past: int, end: int, lists: _Lists) -> bool:
    """Whether a verb that is an adverb as well (加快, 持续) stands before another verb that it does not take."""
    return lists.actions.end(text, past, end) > past and lists.led.end(text, past, end) == past


def _done(text: str, at: int, past: int, end: int, lists: _Lists) -> Wording:
    """The wording of words whose verb stands from ``at`` to ``past``; a second verb may belong to it."""
    if past < end:
        if text[past] in "和与、":
            further = lists.actions.end(text, past + 1, end)  # 服务和融入全国统一大市场
            if further > past + 1 and end - further >= 2 and text[further] not in _MARKS:
                past = further
        elif text[at:past] in lists.leading:
            further = lists.led.end(text, past, end)
            if further > past and end - further >= 3 and text[further] not in _MARKS:
                past = further
    verb, first = text[at:past], past
    while first < end and text[first] in "好了":
        first += 1
    return Wording(verb, text[first:end].strip(_MARKS), _title(text, at, end))


def _behind_frame(text: str, at: int, end: int, lists: _Lists) -> Wording | None:
    """The verb behind a frame: 聚焦文旅等领域‖开展改造, 以需求为牵引‖推进攻关."""
    if lists.frames.end(text, at, end) == at:
        return None
    return _behind(text, at + 4, end, end, lists)


def _behind_adverb(text: str, at: int, end: int, lists: _Lists) -> Wording | None:
    """The verb behind an adverb that no list knows: 一村一策‖制定预案."""
    found = _behind(text, at + 2, at + 9, end, lists)
    return found and found._replace(title=_title(text, at, end))


def _behind(text: str, first: int, last: int, end: int, lists: _Lists) -> Wording | None:
    """The wording from the first verb between ``first`` and ``last`` that something stands behind."""
    for place in range(first, min(last, end - 3)):
        if text[place : place + 2] in lists.middle and text[place + 2] not in _MARKS and text[place - 1] != "、":
            return _done(text, place, place + 2, end, lists)
    return None


def _change(text: str, at: int, end: int, lists: _Lists) -> Wording | None:
    """A thing that acts of itself, and what it does: 绿道‖建成开放, 地区生产总值‖增长5%."""
    for place in range(at + 2, end):
        if text[place] in lists.change_starts and (past := lists.changes.end(text, place, end)) > place:
            if (further := lists.changes.end(text, past, end)) > past and further == end:
                past = further  # 建成通车
            return Wording(text[place:past], _before(text, at, place, lists), _title(text, at, end))
    return None


def _before(text: str, start: int, end: int, lists: _Lists) -> str:
    """The thing that acts of itself, without the adverbs behind it."""
    own = text[start:end]
    while shorter := next((own.removesuffix(word) for word in lists.between if own.endswith(word)), ""):
        own = shorter
    return own.rstrip(_MARKS).removesuffix("年内").removesuffix("今年") or text[start:end]


def _title(text: str, start: int, end: int) -> str:
    """The words up to the last border that keeps them short, or all of them where there is none."""
    comma = _COMMA.search(text, start + 6, end)
    stop = comma.start() if comma else end
    if stop - start > _TITLE and (border := text.rfind("、", start + 8, start + _TITLE)) > 0:
        stop = border
    return text[start:stop].strip()

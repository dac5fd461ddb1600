"""What is done and to what: the action, the object and a short title of an undertaking or a result, in its own words.

Three forms: the action first (新建学校20所), behind a frame (聚焦文旅等领域开展改造), or behind its object (绿道建成开放,
地区生产总值增长5%).
"""

from __future__ import annotations

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
    ("产业植新", "", ("", "", "产业植新")),
)

_TITLE = 28
"""Characters that a title has at most where the words have a border to cut at."""
_MARKS = "，,、；;"


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


@cache
def _lists() -> _Lists:
    def many(*keys: str) -> list[str]:
        return [word for key in keys for word in words("commitments", key)]

    changes = words("wording", "changes")
    return _Lists(
        before=Lexicon([*many("adverbs", "will", "issuer"), *words("wording", "between")]),
        actions=Lexicon(many("actions")),
        leading=frozenset(words("wording", "leading")),
        led=Lexicon(words("wording", "led")),
        changes=Lexicon(changes),
        frames=Lexicon([*many("frames"), *words("wording", "prepositions")]),
        middle=frozenset(many("middle")),
        between=words("wording", "between"),
        change_starts=frozenset(change[:1] for change in changes),
    )


def taken_apart(text: str, start: int, end: int, subject: str = "") -> Wording:
    """What ``text[start:end]`` does, to what, and a title for it. ``subject`` is the body that opens the words, if any."""
    lists = _lists()
    at = _opening(text, start, end, subject)
    past = _action_end(text, at, end)
    if past > at:
        return Wording(text[at:past], _object(text, past, end), _title(text, at, end))
    if (inner := _behind_frame(text, at, end)) is not None:
        past = _action_end(text, inner, end)
        return Wording(text[inner:past], _object(text, past, end), _title(text, inner, end))
    for place in range(at + 2, end):
        if text[place] in lists.change_starts and (past := lists.changes.end(text, place, end)) > place:
            if (further := lists.changes.end(text, past, end)) > past and further == end:
                past = further  # 建成通车
            return Wording(text[place:past], _before(text, at, place), _title(text, at, end))
    for place in range(at + 2, min(at + 9, end - 3)):  # 一村一策制定预案: an adverb that no list knows
        if text[place : place + 2] in lists.middle and text[place + 2] not in _MARKS:
            past = _action_end(text, place, end)
            return Wording(text[place:past], _object(text, past, end), _title(text, at, end))
    return Wording("", "", _title(text, at, end))


def _opening(text: str, start: int, end: int, subject: str) -> int:
    """Where the words begin once subject, time and adverbs before the action are taken off."""
    lists = _lists()
    at = start + len(subject) if subject and text.startswith(subject, start) else start
    border = max(text.rfind(mark, at, min(end, at + 12)) for mark in _MARKS)
    if border > 0 and text[at] in "到至“在力今年" and any(mark in text[at:border] for mark in ("年", "十五", "期")):
        at = border + 1  # 到2030年，…
    while True:
        if lists.actions.end(text, at, end) > at and not _adverbial(text, at, end):
            return at
        past = lists.before.end(text, at, end)
        if past == at or past >= end:
            return at
        at = past + (text[past] == "地" and text[past + 1 : past + 2] not in "区方")


def _adverbial(text: str, at: int, end: int) -> bool:
    """Whether a verb that is an adverb as well (加快, 持续) stands before another verb that it does not take."""
    lists = _lists()
    past = lists.actions.end(text, at, end)
    return (
        lists.before.end(text, at, end) == past
        and lists.actions.end(text, past, end) > past
        and lists.led.end(text, past, end) == past
    )


def _action_end(text: str, at: int, end: int) -> int:
    """The end of the action that begins at ``at``, with a second verb that belongs to it; ``at`` where none does."""
    lists = _lists()
    past = lists.actions.end(text, at, end)
    if past > at and text[past : past + 1] in ("和", "与", "、"):
        further = lists.actions.end(text, past + 1, end)  # 服务和融入全国统一大市场
        return further if further > past + 1 and end - further >= 2 and text[further] not in _MARKS else past
    if past > at and text[at:past] in lists.leading:
        further = lists.led.end(text, past, end)
        if further > past and end - further >= 3 and text[further] not in _MARKS:
            return further
    return past


def _behind_frame(text: str, at: int, end: int) -> int | None:
    """Where the verb behind a frame stands (聚焦文旅等领域‖开展改造, 以需求为牵引‖推进攻关); ``None`` without a frame."""
    lists = _lists()
    if lists.frames.end(text, at, end) == at:
        return None
    for place in range(at + 4, end - 3):
        if text[place : place + 2] in lists.middle and text[place + 2] not in _MARKS and text[place - 1] != "、":
            return place
    return None


def _object(text: str, start: int, end: int) -> str:
    """What the action is done to, without the particle that may stand before it."""
    while start < end and text[start] in "好了":
        start += 1
    return text[start:end].strip(_MARKS)


def _before(text: str, start: int, end: int) -> str:
    """The thing that acts of itself, without the adverbs behind it."""
    lists = _lists()
    own = text[start:end]
    while shorter := next((own.removesuffix(word) for word in lists.between if own.endswith(word)), ""):
        own = shorter
    return own.rstrip(_MARKS).removesuffix("年内").removesuffix("今年") or text[start:end]


def _title(text: str, start: int, end: int) -> str:
    """The words up to the last border that keeps them short, or all of them where there is none."""
    comma = next((place for place in range(start + 4, end) if text[place] in "，,；;"), end)
    stop = comma if comma - start >= 6 else end
    if stop - start > _TITLE:
        border = max(text.rfind(mark, start + 8, start + _TITLE) for mark in "、和")
        stop = border if border > 0 and text[border] == "、" else stop
    return text[start:stop].strip()

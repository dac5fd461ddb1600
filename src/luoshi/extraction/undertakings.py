"""Whether a clause undertakes something, and whether a later reader could check it."""

from __future__ import annotations

import re
from functools import cache, partial
from operator import add
from typing import NamedTuple

from luoshi import catalogue
from luoshi.catalogue import first_characters, in_order, words

EXAMPLES = (
    # clause, undertakes something where tasks are set, can be checked
    ("推动科技创新和产业创新融合", True, False),
    ("加快建设城市副中心", True, False),
    ("新建口袋公园20个", True, True),
    ("争创国家级开发区", True, True),
    ("制定城市更新条例", True, True),
    ("实施居民增收行动", True, True),
    ("新质生产力发展走在前列", True, False),
    ("聚焦文旅等领域实施一批改造", True, False),
    ("坚持内需主导", False, False),
    ("聚焦重点领域和关键环节", False, False),
    ("以城市更新为主线", False, False),
    ("各位代表", False, False),
    ("重点任务", False, False),
    ("以时不我待的责任感", False, False),
    ("从发展环境看", False, False),
    ("外贸增长的机遇和挑战并存", False, False),
    ("突出抓好重点项目建设", True, False),
    ("立足实际发展生物医药", True, False),
    ("根据《关于制定五年规划的建议》", False, False),
    ("实施薄弱电网改造项目", True, False),
    ("贯彻党的二十大精神", True, False),
    ("推进已开工项目建设", True, False),
    ("项目建设已全面铺开", False, False),
    ("今年完成管网改造", True, False),
    ("建设国家创新高地", True, False),
    ("如期实现碳达峰目标", True, False),
    ("已建成投用", False, False),
    ("“十五五”时期", False, False),
    ("任务仍然艰巨", False, False),
    ("今年是开局之年", False, False),
)


_TIME = r"“?十[二三四五六七]五”?(?:时期|期间|末|规划)?|(?:到|至)?\d{4}年(?:底|末|前)*|[今明]年|下一步|同时|年底前"


class _Patterns(NamedTuple):
    """Where a pattern is searched for, each of its alternatives begins with a character: so re skips to candidates."""

    opening: re.Pattern[str]  # adverbs and a verb, or 将, 力争 …
    actor: re.Pattern[str]  # a body, then 将, 力争 …
    frame: re.Pattern[str]
    middle: re.Pattern[str]
    behind_frame: re.Pattern[str]
    pointed: re.Pattern[str]  # a frame that a verb follows at once
    attitude: re.Pattern[str]
    means: re.Pattern[str]
    never: re.Pattern[str]
    never_all: re.Pattern[str]  # matches clauses from end to end
    doubt: re.Pattern[str]  # words of results, shortcomings and statements, anywhere in a clause
    adverb: re.Pattern[str]
    announced: re.Pattern[str]
    explained: re.Pattern[str]
    confident: re.Pattern[str]
    pivotal: re.Pattern[str]
    listing: re.Pattern[str]
    promising: re.Pattern[str]  # any word without which nothing but a number can be checked
    checkable_opening: re.Pattern[str]
    named: re.Pattern[str]
    honour: re.Pattern[str]


_BEFORE_FRAMES = ("我们", "要", "将", "必须", "始终", "牢牢", "严格", "更加", "都", "也", "和", "并", "奋力", "自觉")
_BEFORE_STATEMENTS = ("我们", "要", "就", "更", "也", "还", "并")
_LAST_OF_ALL = frozenset("作务标求要五”期间末划年底前步时")
"""What clauses end with that ``never_all`` may match."""


@cache
def _frame_starts() -> frozenset[str]:
    """What clauses begin with that ``frame`` may match."""
    return first_characters("commitments", "frames").union(word[0] for word in _BEFORE_FRAMES)


@cache
def _never_starts() -> frozenset[str]:
    """What clauses begin with that ``never`` may match."""
    return first_characters("commitments", "statements").union("从为", (word[0] for word in _BEFORE_STATEMENTS))


_DOUBTS = ("results", "problems", "circumstances")


@cache
def _patterns() -> _Patterns:
    either = partial(catalogue.either, "commitments")
    adverbs = f"(?:{either('adverbs')}|{either('will')}|地)*"
    return _Patterns(
        opening=re.compile(rf"{adverbs}(?:{either('will', 'actions')})"),
        actor=re.compile(
            rf"(?P<actor>(?:{either('issuer')})|[\u4e00-\u9fff]{{1,18}}?(?:{either('bodies')}))"
            rf"(?:也|还|都|均)?(?:将(?![来近军士领])|要(?![素求点件闻道领塞害义职务情])|力争|计划|拟(?!定)|务必|必须)"
        ),
        frame=re.compile(rf"(?:{'|'.join(_BEFORE_FRAMES)})*(?:{either('frames')})"),
        middle=re.compile(rf".{{4,}}?(?:{either('middle')})(?![^《》，]*》)[^，、]{{2}}"),
        behind_frame=re.compile(
            rf".{{4,}}?(?<={'|'.join(words('commitments', 'frame_ends'))})(?:{either('behind_frames')})(?![中的等和与及需])[^，、]{{2}}"
        ),
        pointed=re.compile(rf"(?:我们|要)*(?:{either('short_frames')}){adverbs}(?:{either('actions')})"),
        attitude=re.compile(rf"[以在对从][^，]*(?:{either('attitudes')})$"),
        means=re.compile(rf"以[^，]*?为[^，]{{1,8}}?(?:{either('middle')})"),  # 以需求为牵引推进攻关
        never=re.compile(
            rf"(?:{'|'.join(_BEFORE_STATEMENTS)})*(?:{either('statements')})|从[^，]{{2,8}}看(?=，|$)|为(?:实现|完成)(?:上述|这些)"
        ),
        never_all=re.compile(
            r"(?:要|我们)?(?:重点|具体|突出|着力|主要)?(?:抓好|做好|办好|抓实|推进).{0,8}(?:方面|以下).{0,4}(?:工作|任务)$"
            rf"|(?:{_TIME})$"
            rf"|(?:{_TIME}|全[省市区])?(?:经济社会)?(?:发展)?(?:主要|重点|总体|预期|奋斗)*(?:发展)?(?:目标|任务|工作|要求|规划纲要)+$"
        ),
        doubt=re.compile(
            rf"{in_order(w for key in _DOUBTS for w in words('commitments', key))}"
            r"|是(?<![一二三四五六七八九十凡但于不还就尤其别]是)(?!否|指)"
            r"|目标为(?![\u4e00-\u9fff])|如下(?![\u4e00-\u9fff])"
        ),
        adverb=re.compile(either("adverbs", "will")),
        announced=re.compile(rf"(?:我们?|下一步)?(?:{either('will')})"),
        explained=re.compile(either("explanations")),
        confident=re.compile("完全有|有信心|有基础|有条件(?!的)"),
        pivotal=re.compile("关键|重要|攻坚|历史|战略|机遇|开局|收官|窗口"),
        listing=re.compile(rf"{adverbs}(?:{either('listing')})"),
        promising=re.compile(either("verifiable", "named_verbs", "completed", "honours")),
        checkable_opening=re.compile(rf"{adverbs}(?:{either('verifiable')})"),
        named=re.compile(
            rf"(?:{either('named_verbs')})(?:[^，、]{{2,24}}?(?:{either('named_heads')})(?![力性])|“[^”]{{2,20}}”(?:等.{{0,6}})?$)"
        ),
        honour=re.compile(either("honours")),
    )


@cache
def _actions() -> frozenset[str]:
    """The verbs of action; those of two characters, which nearly all are, can be looked up pair by pair."""
    return frozenset(words("commitments", "actions"))


_AS = re.compile(r"以[^，]*?为[^，]{2,10}$")
_CITATION = re.compile(r"[“‘][^”’]*[”’]?$")
_NUMERALS = "一二三四五六七八九十"
_ENUMERATOR = re.compile(rf"(?:[（(]?[{_NUMERALS}\d]+[）)、.．]|[{_NUMERALS}]+[是要]|——|[\s\u3000])+")
# Begins with one set of characters, so that re can skip to the next candidate.
_NUMBER = re.compile(
    r"[\dⅠⅡⅢⅣⅤ翻全清两三四五六七八九十百]"
    r"(?:(?<=\d)[\d.,，]*\s*(?:%|％|‰|[万亿千百]*[\u4e00-\u9fff](?<![年月日号级度五])|[A-Za-zμ]+/)"
    r"|(?<=[ⅠⅡⅢⅣⅤ])[ⅠⅡⅢⅣⅤ]*类|(?<=翻)一?番|(?<=全)覆盖|(?<=清)零|(?<=十)(?<![“‘第一二三]十)大(?!以来|精神|和二|报告)"
    r"|(?<![“‘第一二三四五六七八九十].)(?<=[两三四五六七八九十百])[两三四五六七八九十百]*[家座所])"
)
_COPULA = re.compile(r"(?<![但于还尤])(?:是|迎来|进入|处于)(?!.{0,30}：)")
_BOUND = re.compile("与[^，]{2,12}同步|(?:高|低|快|好)于全[国省市区]")  # a target without a number
_REACH = 60  # characters of a sentence in which its verb is looked for
_PRINCIPLE = re.compile(r"(?:我们|要|将|必须)*坚持(?!和)")


def stripped(text: str, start: int, end: int) -> int:
    """Where the clause begins once enumerators (一是, （三）, ——) are taken off."""
    if "\u4e00" <= text[start] <= "\u9fff" and text[start] not in _NUMERALS:
        return start  # a word, as a clause begins as a rule
    found = _ENUMERATOR.match(text, start, end)
    at = found.end() if found else start
    for opening, closing in ("“”", "‘’") if text.startswith(("“", "‘"), at) else ():
        if text.startswith(opening, at) and text.find(closing, at, end) < 0:
            at += 1  # the quotation goes on after the clause
    return at


def opens_with_action(text: str, at: int) -> bool:
    """Whether a clause at ``at`` opens with 将, 力争 … or with a verb of action, adverbs before it allowed."""
    return _patterns().opening.match(text, at) is not None


def actor_of(text: str, start: int, end: int) -> tuple[str, bool]:
    """The body that is said to act (青山区将…), "" for the issuer, and whether there was any subject with 将, 要 …"""
    patterns = _patterns()
    found = patterns.actor.match(text, start, end)
    if found is None or patterns.opening.match(text, start, end):
        return "", False
    actor = found["actor"]
    return ("" if actor in words("commitments", "issuer") else actor), True


def is_citation(text: str, start: int, end: int) -> bool:
    """Whether the clause is nothing but a quotation."""
    return _CITATION.fullmatch(text, start, end) is not None


def doubtful(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds any word of results, shortcomings or statements, so that its clauses must be looked at."""
    return _patterns().doubt.search(text, start, end) is not None


def undertakes(text: str, start: int, end: int, *, doubt: bool = True) -> bool:
    """Whether the clause undertakes something, given that it stands where tasks are set.

    ``doubt`` is false where the sentence is known not to be ``doubtful``.
    """
    patterns, first = _patterns(), text[start]
    if end - start < 4 or (first in _never_starts() and patterns.never.match(text, start, end)):
        return False
    if text[end - 1] in _LAST_OF_ALL and patterns.never_all.match(text, start, end):
        return False
    if doubt and (found := patterns.doubt.search(text, start, end)):
        # 推进已开工项目建设: behind a verb it tells which projects
        if found[0] != "已" or not patterns.opening.match(text, start, found.start()):
            return False
        if patterns.doubt.search(text, found.end(), end):
            return False
    if first in _frame_starts() and patterns.frame.match(text, start, end):
        if _NUMBER.search(text, start, end) or _BOUND.search(text, start, end):
            return True
        if _PRINCIPLE.match(text, start, end):
            return False
        return any(
            pattern.match(text, start, end) for pattern in (patterns.middle, patterns.behind_frame, patterns.pointed)
        )
    if first in "以在对从" and patterns.attitude.match(text, start, end):
        return False
    return not (first == "以" and _AS.match(text, start, end) and not patterns.means.match(text, start, end))


def announces(text: str, start: int, end: int) -> bool:
    """Whether the clause says outright that something will be done: 将, 力争, 我们要 …"""
    return _patterns().announced.match(text, start, end) is not None


def explains(text: str, start: int, end: int) -> bool:
    """Whether the sentence says why or in what times, and sets no task."""
    patterns = _patterns()
    if patterns.explained.match(text, start, end) or patterns.confident.search(
        text, start, min(end, start + _REACH + 3)
    ):
        return True
    stop = end - 1 if text[end - 1] in "。！；" else end
    times = words("commitments", "times")
    if not text.endswith(times, start, stop):
        return False
    copula = _COPULA.search(text, start, end)
    if copula is None or copula.start() - start > _REACH:
        return False
    before = stop - min(len(time) for time in times if text.endswith(time, start, stop))
    return patterns.pivotal.search(text, copula.end(), before) is not None


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether the clause holds no verb and no adverb of its own, and so goes on with the objects of the one before."""
    clause = text[start:end]
    return _actions().isdisjoint(map(add, clause, clause[1:])) and not _patterns().adverb.match(text, start, end)


def takes_objects(text: str, start: int, end: int) -> bool:
    """Whether the clause opens with a verb whose objects may go on after a comma (打造…基地，…产业园)."""
    return _patterns().listing.match(text, start, end) is not None


def checkable(text: str, start: int, end: int) -> bool:
    """Whether a later reader could say yes or no from published facts: a number, a title to be won, a law or plan to be
    issued, a thing with a name to be built or held."""
    if _NUMBER.search(text, start, end):
        return True
    patterns = _patterns()
    if not patterns.promising.search(text, start, end):
        return False
    if patterns.checkable_opening.match(text, start, end) or patterns.named.search(text, start, end):
        return True
    if text.endswith(words("commitments", "completed"), start, end):
        return True
    return patterns.honour.search(text, start, end) is not None

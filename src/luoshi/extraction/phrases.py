"""The words before a number: subject, verb, bound, and what is compared (地区生产总值 | 同比 | 增长 | 超过 | 5 %)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from luoshi.catalogue import either, last_characters, words
from luoshi.model import Bound


@dataclass(slots=True)
class Left:
    """What stands before a number in its clause. ``verb`` is "" (none), level, rise, fall, gap or rank."""

    subject: str
    verb: str = ""
    word: str = ""
    bound: Bound | None = None
    base: str = ""
    average: bool = False
    years: int = 0  # over which the average is taken, where the words say so (两年平均)
    total: bool = False  # summed over the time (累计)
    yearly: bool = False  # compared with the year before (同比)
    respectively: bool = False
    jointly: bool = False


_STANDINGS = ("排名", "位次", "名次", "排位")  # what rises by places
_RATES = ("增速", "增幅", "涨幅", "降幅", "速度", "增长率")  # nouns of change: 增速为 6 % states a growth
_RISE, _FALL = either("figures", "rise"), either("figures", "fall")
_WORK = re.compile(rf"(?:{either('figures', 'work')})$")
_BOUND = re.compile(
    rf"(?:首次|已|再次|有望|将|均|都|分别|力争)*(?:(?P<least>{either('figures', 'at_least')}|(?<![通经超])过|(?<![以之至])上(?=$))"
    rf"|(?P<about>(?<![附最邻临靠])近|{'|'.join(w for w in words('figures', 'about') if w != '近')})|(?P<most>{either('figures', 'at_most')}))了?$"
)
_TO = re.compile(
    rf"(?:(?:从|由)[^从由]{{0,18}})?(?P<verb>(?:{either('figures', 'rise', 'fall', 'become')})(?:稳定)?)(?:了)?(?:到|至|为|在)$"
)
_CHANGE = re.compile(rf"(?<!新)(?<!自然)(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|幅度|幅)?(?:达到|达|为|约|也)?$")
_LEVEL = re.compile(rf"(?:{either('figures', 'level')})(?:了)?$")
_ADVERBS = re.compile(rf"(?:{either('figures', 'adverb')})+$")
_COMPARED = re.compile(
    r"(?:(?:(?<![占之])比(?!例|重|率|较)|较)(?P<base>[^，。；、比较于]{2,14}?)(?:相比)?|(?:与|同)(?P<other>[^，。；、比较于]{2,14}?)相比)$"
)
_STREAK_INSIDE = re.compile(r"(?:已)?连续(?:\d+|[一二三四五六七八九十]+|多|几)(?:个?年|个月|个季度|届)")
_EACH = re.compile(r"(?:每[人生户])?每[月年日天]$")
_OVER_YEARS = re.compile(r"(?:近|过去|这)?(?:[三四五两]|(?<!\d)\d)(?:年来|年间|年)$")
_BEYOND = re.compile(r"(?:增速|增幅)?(?:高于|低于|快于|慢于|好于|优于)[^、，]{2,12}、$")
_MOVED = re.compile(
    r"(?:平均|累计|再|共|已|将|力争)*(?:(?P<fall>压减|减少|降低|缩短|压缩|精简|削减|下调)|(?P<rise>提高|提升|增加|扩大))(?=[一-鿿“]{2})"
)
_SHARE_OF = re.compile(
    r"(?:稳定|保持|维持)?在(?P<base>全国|全省|全市|全区|世界|全球|[东西中北南]部)(?:总量|产量|份额)?(?:的)?(?:近|约|超|超过)?$"
)
_TIMES_OF = re.compile(r"(?:不低于|不高于|相当于|达到|是|为|达)(?P<base>[^，。；]{2,30})的$")
_KEPT = re.compile(r"(?:分别|均|都)+$")  # the adverbs before a bound that say more than it does
_OF_TIME = re.compile(r"年|期|月|末|季|前|初|底|以来")
_AIMS = ("目标", "计划", "预期", "预算")  # 较年初目标低: a gap, though a time is named
_STATED_CHANGES = ("增长", "下降", "提高", "降低", *_RATES)
_STREAK = re.compile(r"(?:连续|已连续)(?:\d+|[一二三四五六七八九十]+|多|几)(?:个?年|个月|个季度|届|次)$")
_GAP = re.compile(
    r"(?P<way>高于|高出|快于|好于|优于|超出|领先|多于|大于|领先于|超过|低于|慢于|少于|小于|落后于|落后|低|慢)"
    r"(?P<base>(?:全国|全省|全市|全区|世界|全球|城镇|农村|[东西中北南][部方]|“?十[一-九]五|[一-鿿]{2,8}?(?:省|市|区|县|地区)|GDP|地区生产总值|经济|预期|上年|去年|\d{4}年|目标)"
    r"[^，。；、]{0,14}?)$"
)
_THAN = re.compile(
    r"(?:(?<![占之对环同性配])比(?!例|重|率|值)|较)(?P<base>[^，。；、比较]{1,16}?)(?:平均水平)?(?P<way>高|快|多|好|低|慢|少)(?:出|了)?$"
)
_RANK = re.compile(
    r"(?P<verb>(?:稳|位|仍|并|均|分别|保持|继续|连续[\d一二三四五六七八九十]+年|跃|跻身|一直|已|排名|总量|首次|历史性)*"
    r"(?:居|列|排名第?|排在|排|位于|跃升至|跃升|升至|上升至|跃居|跻身|保持|进入|名列|获得|荣获|获|夺得|成为|处于|跃至|上升到|提升至|前移至|领跑|达到|为|是))"
    r"(?P<base>[^，。；、居列排]{0,16}?)(?:的)?$"
)
_RANK_BASE = re.compile(
    r"(?P<base>(?:全国|全省|全市|全区|世界|全球|亚洲|[东西中北南][部方](?:地区|省份|省市)?|[一-鿿“”]{0,6}(?:城市|省份|省区市|省市|地区|省会)|国家级[一-鿿]{2,6})"
    r"(?:同类[一-鿿]{0,6}|[一-鿿]{0,6}(?:城市|省份|省区市|地区|行业|同行))?(?:中|内)?)(?:的)?$"
)
# The patterns above that end in $ match rarely. Each is tried only on words whose last character can be its last.
_BOUND_ENDS = last_characters("figures", "at_least", "about", "at_most") | set("过上了")
_EACH_ENDS = frozenset("月年日天")
_THAN_ENDS = frozenset("高快多好低慢少出了")
_TO_ENDS = frozenset("到至为在")
_CHANGE_ENDS = last_characters("figures", "rise", "fall") | set("了度幅到达为约也")
_LEVEL_ENDS = last_characters("figures", "level") | {"了"}
_ADVERB_ENDS = last_characters("figures", "adverb")
_STREAK_ENDS = frozenset("年月度届次来间")
_ENDS = frozenset("、").union(
    _BOUND_ENDS, _EACH_ENDS, _THAN_ENDS, _TO_ENDS, _CHANGE_ENDS, _LEVEL_ENDS, _ADVERB_ENDS, _STREAK_ENDS
)
_ASSESSED = re.compile(r"(?:且|并|也)?在(?P<what>[^，。；]{2,24}?)(?:中|里|上)$")  # 甲在全国综合评价中 | 居第一
_SPANS = {"两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_MEAN_OVER = re.compile(rf"(?P<years>[{''.join(_SPANS)}])年(?:间|来)?平均")
_DOWN = frozenset("低慢少小落")  # first characters of what says that a gap lies below


def read_times(text: str) -> Left:
    """Takes apart what stands before a multiple (甲标准 | 不低于 | 乙标准的 1.6 倍)."""
    m = _TIMES_OF.search(text)
    if m is None:
        return read_left(text)
    left = Left(text, verb="level", word="倍", base=m["base"])
    if m[0].startswith("不"):
        left.bound = Bound.AT_LEAST if m[0].startswith("不低于") else Bound.AT_MOST
    return _finish(left, text[: m.start()])


def read_share(text: str) -> Left:
    """Takes apart what stands before a percentage (甲产量稳定在全国 | 1/4 is a share of 全国)."""
    m = _SHARE_OF.search(text) if "在" in text else None
    if m is None:
        left = read_left(text)
        moved = _MOVED.match(left.subject) if left.verb in ("", "bound") else None
        if moved is not None:  # 压减办事时间 58%: the verb stands before its object
            left.verb, left.word = ("fall" if moved["fall"] else "rise"), moved[0]
            left.subject = left.subject[moved.end() :]
        return left
    left = _finish(Left(text, verb="level", word="占"), text[: m.start()])
    left.subject += "占" + m["base"]
    return left


def read_work(text: str) -> Left:
    """Takes apart what stands before a count of things worked on, where 提升 and its like belong to the object."""
    left = read_left(text)
    if left.verb == "rise" and _WORK.match(left.word) and not left.subject.endswith(_STANDINGS):
        left.verb, left.subject = "bound" if left.bound else "", left.subject + left.word
    return left


def read_left(text: str) -> Left:
    """Takes apart what stands before an amount, a rate, a multiple or a difference."""
    left = Left(text)
    if (
        text[-1:] not in _ENDS
        and "比" not in text
        and "较" not in text
        and "连续" not in text
        and not _GAP.search(text)
    ):
        return left
    rest = _strip_bound(text, left)
    gap = _gap(text, rest, left)
    if gap is not None:
        left.verb, left.word, left.base = "gap", "-" if gap["way"][0] in _DOWN else "+", gap["base"]
        return _finish(left, gap.string[: gap.start()])
    last = rest[-1:]
    if last in _TO_ENDS and (to := _TO.search(rest)) is not None and not to["verb"].endswith(_RATES):
        left.verb, left.word = "level", to["verb"]
        rest = rest[: to.start()]
    elif last in _CHANGE_ENDS and (change := _CHANGE.search(rest)) is not None:
        left.verb, left.word = "rise" if change["rise"] else "fall", change[0]
        rest = rest[: change.start()]
    elif last in _LEVEL_ENDS and (level := _LEVEL.search(rest)) is not None:
        left.verb, left.word = "level", level[0]
        rest = _without_inner_change(left, rest[: level.start()])
    elif left.bound is not None and rest is not text:
        left.verb = "bound"
    return _finish(left, rest)


def _gap(text: str, rest: str, left: Left) -> re.Match[str] | None:
    """The comparison (高于全国, 比上年多) that ``rest`` ends in, or ``text``, where what looked like a bound was none."""
    gap = _GAP.search(rest) if left.bound is None or rest is text else None
    if gap is None and rest[-1:] in _THAN_ENDS:
        than = _THAN.search(rest)
        if than is not None and (than["base"].endswith(_AIMS) or not _OF_TIME.search(than["base"])):
            gap = than
    if gap is None and rest is not text:
        gap = _GAP.search(text)
        if gap is not None:
            left.bound = None
    return gap


def _without_inner_change(left: Left, rest: str) -> str:
    """The words before a verb of level without the verb or noun of change that it states (增速 | 达到)."""
    inner = _CHANGE.search(rest) if rest[-1:] in _CHANGE_ENDS else None
    if inner is None or not inner[0].endswith(_STATED_CHANGES):
        return rest
    left.verb, left.word = "rise" if inner["rise"] else "fall", inner[0]
    return rest[: inner.start()]


def _strip_bound(text: str, left: Left) -> str:
    if text[-1:] in _EACH_ENDS:
        text = _EACH.sub("", text)
    m = _BOUND.search(text) if text[-1:] in _BOUND_ENDS else None
    if m is None:
        return text
    left.bound = Bound.AT_LEAST if m["least"] else Bound.ABOUT if m["about"] else Bound.AT_MOST
    adverbs = m[0][: len(m[0]) - len(m["least"] or m["about"] or m["most"])]
    kept = _KEPT.search(adverbs) if adverbs else None
    return text[: m.start()] + (kept[0] if kept is not None else "")


def _finish(left: Left, rest: str) -> Left:
    """Takes off adverbs and comparisons that stand between the subject and its verb."""
    for _ in range(3):
        adverbs = _ADVERBS.search(rest) if rest[-1:] in _ADVERB_ENDS else None
        if adverbs is not None:
            _note_adverbs(left, adverbs[0])
            rest = rest[: adverbs.start()]
        if rest[-1:] in _STREAK_ENDS and (streak := _STREAK.search(rest) or _OVER_YEARS.search(rest)) is not None:
            rest = rest[: streak.start()]
        compared = _COMPARED.search(rest) if "比" in rest or "较" in rest else None
        if compared is not None:
            if left.verb != "gap":
                left.base = compared["base"] or compared["other"]
                left.yearly = left.yearly or left.base.startswith(("上年", "去年", "同期"))
            rest = rest[: compared.start()]
        elif adverbs is None:
            break
    if "连续" in rest:
        rest = _STREAK_INSIDE.sub("", rest)
    beyond = _BEYOND.search(rest) if rest.endswith("、") else None
    left.subject = rest[: beyond.start()] if beyond is not None else rest
    return left


def sums_up(words: str) -> bool:
    """Whether the words say that an amount is the sum over the time."""
    return "累计" in words or "累积" in words


def _note_adverbs(left: Left, tail: str) -> None:
    left.average = left.average or "年均" in tail
    mean = _MEAN_OVER.search(tail)
    if mean is not None:
        left.average, left.years = True, _SPANS[mean["years"]]
    left.total = left.total or sums_up(tail)
    left.yearly = left.yearly or "同比" in tail
    left.respectively = left.respectively or "分别" in tail
    left.jointly = left.jointly or (
        any(w in tail for w in ("均", "都", "双双")) and "年均" not in tail and "平均" not in tail
    )


def read_rank(text: str) -> Left:
    """Takes apart what stands before a rank: subject and the field in which it holds (居全国 | 第二)."""
    left = Left(text, verb="rank")
    m = _RANK.search(text)
    if m is not None:
        left.base, rest = m["base"], text[: m.start()]
        left.respectively = "分别" in m["verb"]
        left.jointly = "均" in m["verb"]
        if not left.base and (field := _RANK_BASE.search(rest)) is not None:
            left.base, rest = field["base"], re.sub("在$", "", rest[: field.start()])
        field = _RANK_BASE.search(left.base)
        if field is not None:
            left.base = field["base"]
        left = _finish(left, rest)
        if (assessed := _ASSESSED.search(left.subject)) is not None:
            left.subject = left.subject[: assessed.start()] + assessed["what"]
        return left
    m = _RANK_BASE.search(text)
    if m is not None:
        left.base = m["base"]
        return _finish(left, text[: m.start()])
    return _finish(left, text)

"""Numbers written in Chinese characters: 第三, 首位, 前十, 翻一番, 三分之一, 近六成, 过半, 近千个, 三百二十万人."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from luoshi.catalogue import branches
from luoshi.extraction.numerals import chinese_number
from luoshi.extraction.quantity import CLOSING, DIMENSIONS, Kind, Quantity, in_name, percent
from luoshi.model import Bound

_CN = "一二两三四五六七八九"
_NO_COUNTERS = frozenset(("届", "次", "期", "首", "度"))
_COUNTER = branches(
    {unit: "" for unit, dimension in DIMENSIONS.items() if dimension != "ratio" and unit not in _NO_COUNTERS}
)
# Two patterns that each begin with one set of characters, so that re can skip to the next candidate.
_WORD = re.compile(
    r"第(?P<nth>[一二三四五六七八九十百]{1,3}|\d{1,3})(?:(?P<nth_unit>位|名)(?![数次单])|(?=[，。；、）”和及与并\s]|$))"
    r"|首(?P<first>位(?!度)|(?<=[居国省界球部市区]首)(?=[，。；、\s]|$))|榜(?P<first2>首)|之(?P<first3>首)"
    r"|前(?P<top>[一二三五十百]{1,2}|[1-9]\d{0,2})(?P<top_unit>位|名|强)?(?=[，。；、和）”\s]|行列|以内|之列|$)"
    r"|翻了?(?P<doubled>[一两二三四])?番(?P<doubled_more>多|以上)?"
    r"|过(?P<over_half>半数?)|超(?P<over_half2>半数)|近(?P<near_half>半数)|半(?P<half>数(?:以上)?)|倍(?P<twofold>增)(?=[，。；、])|一(?P<half2>半(?:以上)?)"
)
_NUMERAL = re.compile(
    rf"(?P<number>[{_CN}十百千万亿][{_CN}零十百千万亿]{{0,14}})"
    rf"(?:倍(?P<times_more>多|以上)?|(?P<of>分之)(?P<part>[{_CN}十百]{{1,5}}(?:点[{_CN}零]{{1,4}})?)(?P<part_more>多|以上)?"
    rf"|成(?P<tenths_more>半|多|以上|左右)?(?![员为立果都本套效就长分功交品份年熟批家人规])"
    rf"|(?P<more>多|余)?(?P<scale>万|亿)?(?P<counter>{_COUNTER})(?P<close>以上|以内|左右)?)"
)
_NEAR = re.compile(r"(?:近|约|超过|超|逾|(?<![跨迈站跃登踏])上|(?<![跨迈越])过|达)$")
_NEAR_ENDS = frozenset("近约过超逾上达")
_REACHED = re.compile(r"(?:突破|跨越|[跨迈站跃登踏]上|[迈跨越]过)$")  # before 千亿元 they say that it is a number
_REACHED_ENDS = frozenset("破越上过")
_OF_RANK = re.compile(
    r"居|列|排|位|全国|全省|全区|全市|世界|全球|亚洲|[东西中北南]部|北方|南方|省份|城市|跃|升|夺|获得?|保持|考核|规模|团体"
)
_DOUBLES = re.compile(r"(?:实现|[量值入额模数利能])$")  # what can double before 倍增
_WINDOW = 14  # characters before a rank in which the words of a ranking stand

Match = re.Match[str]


def scan_characters(text: str, taken: list[tuple[int, int]]) -> list[Quantity]:
    """The quantities written in characters, in order, outside the ascending spans that are ``taken`` already."""
    found = [q for m in _WORD.finditer(text) if (q := _word(text, m)) is not None]
    words = [(q.start, q.end) for q in found]
    found += [q for m in _NUMERAL.finditer(text) if (q := _numeral(text, m)) is not None and _free(q, words)]
    found.sort(key=lambda q: q.start)
    return [q for q in found if _free(q, taken) and not in_name(text, q.start, q.end)]


def _free(q: Quantity, taken: list[tuple[int, int]]) -> bool:
    i = bisect_left(taken, (q.end, 0))
    return i == 0 or taken[i - 1][1] <= q.start


def _word(text: str, m: Match) -> Quantity | None:
    """第三, 首位, 前十, 翻一番, 倍增, 过半."""
    groups = m.groupdict()
    if groups["nth"] or groups["first"] is not None or groups["first2"] or groups["first3"]:
        return _rank(text, m)
    if groups["top"]:
        return _rank(text, m, Bound.AT_MOST)
    if groups["twofold"]:
        if not _DOUBLES.search(text, max(m.start() - 2, 0), m.start()):
            return None  # 狠抓产业倍增
        return _plain(m, "multiple", Decimal(2), "倍", None, doubled=True)
    if text[m.start()] == "翻":
        times = Decimal(2 ** int(chinese_number(groups["doubled"] or "一") or 1))
        return _plain(m, "multiple", times, "倍", _more(groups["doubled_more"]), doubled=True)
    bound = Bound.AT_LEAST
    if groups["near_half"]:
        bound = Bound.ABOUT
    elif groups["half"] == "数" or groups["half2"] == "半":
        return _plain(m, "percent", Decimal(50), "%", None)
    return _plain(m, "percent", Decimal(50), "%", bound)


def _numeral(text: str, m: Match) -> Quantity | None:
    """两倍, 三分之一, 近六成, 近千个."""
    if m["counter"]:
        return _count(text, m)
    words = m["number"]
    before = text[m.start() - 1 : m.start()]
    value = chinese_number(words)
    if value is None:
        return None
    if m["of"]:
        if before == "前":
            return None  # 进入前千分之一: a threshold
        part = chinese_number(m["part"])
        if not value or part is None or part > value:
            return None
        return _plain(m, "percent", percent(part, value), "%", _more(m["part_more"]))
    if text[m.end("number")] == "倍":
        return (
            None if before in ("成", "数") or value > 99 else _plain(m, "multiple", value, "倍", _more(m["times_more"]))
        )
    if value > 9 or len(words) > 1:
        return None
    more = m["tenths_more"]
    if more == "左右":
        return _plain(m, "percent", value * 10, "%", Bound.ABOUT)
    return _plain(m, "percent", value * 10 + (5 if more == "半" else 0), "%", None if more == "半" else _more(more))


def _plain(m: Match, kind: Kind, value: Decimal, unit: str, bound: Bound | None, *, doubled: bool = False) -> Quantity:
    return Quantity(*m.span(), m.end(), kind, value, unit, DIMENSIONS.get(unit, "rank"), None, bound, doubled)


def _more(word: str | None) -> Bound | None:
    return Bound.AT_LEAST if word else None


def _rank(text: str, m: Match, bound: Bound | None = None) -> Quantity | None:
    """A rank, where the words of a ranking stand before it (居全国第三); 第三 alone numbers a list."""
    if not _OF_RANK.search(text, max(m.start() - _WINDOW, 0), m.start()):
        return None
    if not m["top"] and text[max(m.start() - 1, 0) : m.start()] in ("\n", "。", "；", ""):
        return None
    written = m["nth"] or m["top"] or "1"
    value = Decimal(written) if written.isdigit() else chinese_number(written)
    return None if value is None else Quantity(*m.span(), m.end(), "rank", value, "位", "rank", None, bound)


def _count(text: str, m: Match) -> Quantity | None:
    """A count (近千个, 上百家, 三百二十万人). Small counts (三个方面, 五项任务) are turns of speech and none."""
    words, more, start = m["number"], m["more"], m.start()
    before = _NEAR.search(text, max(start - 2, 0), start) if text[start - 1 : start] in _NEAR_ENDS else None
    reached = text[start - 1 : start] in _REACHED_ENDS and _REACHED.search(text, max(start - 2, 0), start) is not None
    if before is None and len(words) == 1 and not (more or m["close"] or (reached and words not in _CN)):
        return None  # a turn of speech, or a unit with nothing that makes it an amount
    value = chinese_number(words)
    near = before[0] if before else ""
    start -= len(near)
    if value is None or text[max(start - 1, 0) : start] in ("第", "数", "几", "好", "成", "·"):
        return None
    if len(words) > 1 and all(c in _CN for c in words):
        return None  # 三四轮车: three or four
    begins_with_digit = words[0] in _CN
    exact = (begins_with_digit and value >= 11) or (words[0] == "十" and len(words) > 1)
    reached = not begins_with_digit and _REACHED.search(text, max(start - 2, 0), start) is not None
    if not (near or more or m["close"] or exact or reached) or (near in ("上", "过") and begins_with_digit):
        return None
    if not begins_with_digit and words[0] != "十" and not near and not more and not m["close"] and not reached:
        return None
    if m["close"] and not near and "一" <= text[m.end() : m.end() + 1] <= "鿿":
        return None  # 亿元以上项目: a class
    if text.startswith("级", m.end()) or (value < 100 and m["counter"] in ("个", "件", "条") and not (near or more)):
        return None
    bound = CLOSING.get(m["close"] or "")
    if bound is None and near in ("近", "约"):
        bound = Bound.ABOUT
    elif bound is None and (near not in ("", "达") or more):
        bound = Bound.AT_LEAST
    scale = m["scale"] or ""
    while len(words) > 1 and words[-1] in "万亿":
        words, scale = words[:-1], words[-1] + scale  # 百亿元 is 100 亿元, as in figures written with digits
    if words in ("万", "亿"):
        words, scale = "一", words + scale  # 超亿元: 1 亿元
    unit = scale + m["counter"]
    value = chinese_number(words) or value
    return Quantity(start, m.end("counter"), m.end(), "amount", value, unit, DIMENSIONS[m["counter"]], None, bound)

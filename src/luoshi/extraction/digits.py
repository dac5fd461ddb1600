"""Numbers written with digits: 5100多亿元, 5%—5.5%, 28微克/立方米, 2.2∶1, 1/4."""

from __future__ import annotations

import re
import string
from decimal import Decimal

from luoshi.catalogue import branches, table
from luoshi.extraction.quantity import CLOSING, DIMENSIONS, KINDS, Quantity, in_name, percent
from luoshi.model import Bound

Match = re.Match[str]


_UNITS = branches({unit: f"(?!{barred[0]})" if barred and barred[0] else "" for unit, _, *barred in table("units")})
_PER = "/(?:(?:[百千万]?[万亿]|[百千])?(?:立方米|平方米|平方公里|公里|千米|吨|千克|公斤|斤|亩|公顷|人|户|件|千瓦时|度|小时|分钟|秒|天|日|月|年|升|台|套|辆|元))"
_MULTIPLIER = "万亿亿|千亿亿|百亿亿|亿亿|万亿|千亿|百亿|千万|百万|亿|万|千|百"
_AFTER = (
    r"(?: ?(?P<close>及?以上|及以下|以下|以内|之内|左右|上下|之多|大关)"
    r"(?!学历|学位|的?(?:老年|人口|儿童|老人|泊位|管理人员|学历)))?"
)
_NUMBER = re.compile(
    r"(?P<number>[0-9][0-9]*(?:,\d{3})*(?:\.\d+)?)"  # begins with one set of characters: re can skip to the next
    r"(?: ?[∶：比](?P<to>\d+(?:\.\d+)?)(?![\d.%])|/(?P<of>\d{1,3})(?![\d/.年月]))?"
    rf" ?(?P<more1>多|余|来)?(?P<multiplier>{_MULTIPLIER})?(?P<more2>多|余|来)?"
    rf"(?:(?P<unit>(?:{_UNITS})(?:{_PER})?)(?P<more3>多(?!个|家|项|样|元|功|边|式|种))?)?{_AFTER}"
)
_PART = r"([0-9][0-9]?(?:\.\d+)?)"
_STRUCTURE = re.compile(rf"{_PART}[∶：]{_PART}[∶：]{_PART}(?![\d.∶：%])")
_INDUSTRIES = re.compile(r"三次?产业?(?:增加值)?(?:结构|比例|比重|占比|之?比)|产业结构")
_STRUCTURE_REACH = 30  # characters before a structure in which it is said that it is one
_DASHES = frozenset("-—–~至到")
_BARS = frozenset("+×#＃.·_/")  # a number beside one of these is part of a name or a code
_BARRING = _BARS | set("第前-—–~" + string.ascii_letters)  # what may make the number behind it part of something else
_NOT_A_COUNT = frozenset("年月号时点版代届级强后型线期次")
_TIME = re.compile(r"(?:个)?(?:月|年|日|号|时|点)(?!度电)")
_OF_AGE = re.compile(r"(?:及?以[上下])?(?:的)?(?:老|儿|人|居|婴|青|群|女|男|学|幼|常|户|未|公|及|孩|适)")
_INDEX = re.compile(
    r"收入比(?:[\d.]{3,5}[，、](?:比上年|较上年|同比)?(?:缩小|扩大))?$|"
    r"(?:比|指数|系数|得分|评分)(?:稳定在|保持在|(?:提高|提升|缩小|下降|降低|上升|扩大)(?:到|至)|降至|升至|增至|达到|达|为|是)(?:约|近|超|超过)?$"
)
_MINUS = frozenset("-－−")
_BEFORE_MINUS = re.compile(r"(?:[为是达至到率]|增长)$")  # 自然增长率为-2.5‰
_CLASS_MARKS = frozenset("级+圈")
_CLASS_UNITS = frozenset(("英寸", "纳米"))
_STEPS = re.compile(r"[一两三四五六七八九]?个?新?(?:台阶|大关|关口)|元")
_AHEAD = frozenset(("位", "名", "%", "‰", "家", "强"))  # units of 前 10 名, which is no count
_LONGEST = 20  # characters of a number; longer runs of digits are codes
_SHARING = 8  # a unit is shared by at most so many numbers before it


def scan_digits(text: str) -> list[Quantity]:
    """The quantities written with digits, in order. A range is one quantity, a structure (7.4∶39.6∶53) three shares."""
    out: list[Quantity] = []
    structured = False
    low: Match | None = None
    for m in _NUMBER.finditer(text):
        if low is not None and not 0 < m.start() - _end(low) <= 2:
            low = None
        stop = _end(m)
        if m["to"] and (structure := _STRUCTURE.match(text, m.start())) is not None:
            shares = _structure(text, structure)
            structured = structured or bool(shares)
            out += shares
        if text[stop : stop + 1] in _DASHES and _opens_range(text, m, stop):
            low = low or m
            continue
        q = _read(text, m, stop, low)
        low = None
        if q is not None:
            out.append(q)
    return sorted(out, key=lambda q: q.start) if structured else out


def _structure(text: str, m: Match) -> list[Quantity]:
    """The shares of the three industries in the product of a place, which add up to a hundred."""
    shares = [Decimal(m[n]) for n in (1, 2, 3)]
    if text[max(m.start() - 1, 0)] in "0123456789.∶：" and m.start():
        return []
    if abs(sum(shares, Decimal(0)) - 100) > 1 or not _INDUSTRIES.search(
        text, max(m.start() - _STRUCTURE_REACH, 0), m.start()
    ):
        return []
    return [
        Quantity(*m.span(n + 1), m.end(), "percent", share, "%", "ratio", indicator=f"第{'一二三'[n]}产业增加值占比")
        for n, share in enumerate(shares)
    ]


def _end(m: Match) -> int:
    """Where the number ends with its multiplier and unit, without words that bound it."""
    end = m.end("unit")
    if end < 0:
        end = m.end("multiplier")
    return m.end("number") if end < 0 else end


def _opens_range(text: str, m: Match, stop: int) -> bool:
    """Whether the number, which a dash follows, is the lower end of a range (5%—5.5%, 100—200万元): the upper has its unit, or
    it has none."""
    if m["to"] or m["of"]:
        return False
    if text[max(m.start() - 1, 0) : m.start()] in ("从", "由", "自"):
        return False  # 从甲到乙 is two values
    at = stop + 2 if text[stop : stop + 2] in ("——", "--") else stop + 1
    following = _NUMBER.match(text, at)
    return following is not None and (not m["unit"] or following["unit"] == m["unit"])


def _read(text: str, m: Match, stop: int, low: Match | None) -> Quantity | None:
    """The quantity that a number with its surroundings is, or None; ``low`` is the lower end of its range."""
    number, to, of, more1, multiplier, more2, unit, more3, close = m.groups("")
    start = m.start()
    if len(number) > _LONGEST:
        return None
    before = text[start - 1] if start else "\n"
    if to or of:
        return None if low is not None else _ratio(text, m, before)
    bare = not unit
    if unit == "个" and (shared := _shared_unit(text, stop, multiplier)) == ("个百分点", ""):
        unit = shared[0]  # 分别快于全国3.4个、1个百分点
    elif bare:
        named = _unit_left_out(text, m, stop)
        if named is None:
            return None
        unit, multiplier = named
    dimension = "rate" if "/" in unit else DIMENSIONS.get(unit, "count")
    if (
        (before in _BARRING and _barred(text, m, before, unit, low is not None))
        or _class(text, stop, unit, dimension, bare=bare)
        or in_name(text, start, stop)
    ):
        return None
    bound = CLOSING[close] if close else Bound.AT_LEAST if more1 or more2 or more3 else None
    if dimension == "medal":
        return Quantity(start, stop, stop, "amount", _decimal(number), "枚", dimension, indicator=unit + "牌")
    kind = KINDS.get(dimension, "amount")
    q = Quantity(start, stop, m.end(), kind, _decimal(number), multiplier + unit, dimension, None, bound)
    if before in _MINUS and low is None and _BEFORE_MINUS.search(text, max(start - 3, 0), start - 1):
        q.start, q.value = start - 1, -q.value
    if low is not None:
        q = _range(q, low, multiplier)
    return _tenths(q) if unit == "成" else q


def _tenths(q: Quantity) -> Quantity:
    """9 成 as 90 %, as 九成 is."""
    q.value, q.high, q.unit = q.value * 10, None if q.high is None else q.high * 10, "%"
    return q


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _range(q: Quantity, low: Match, multiplier: str) -> Quantity:
    value, own = _decimal(low["number"]), low["multiplier"] or ""
    if own and own != multiplier:
        value = value * _factor(own) / _factor(multiplier)  # 8000亿—1万亿元: both ends in the unit of the upper
    q.start, q.value, q.high, q.bound = low.start(), value, q.value, Bound.RANGE
    return q


def _factor(multiplier: str) -> Decimal:
    factor = Decimal(1)
    for c in multiplier:
        factor *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[c]
    return factor


def _ratio(text: str, m: Match, before: str) -> Quantity | None:
    if before in _BARS or before.isascii():
        return None
    if m["to"]:
        stop = m.end("to")
        if m["to"] != "1" or in_name(text, m.start(), stop):
            return None
        bound = next((CLOSING[word] for word in ("以内", "以下", "左右") if text.startswith(word, stop)), None)
        return Quantity(m.start(), stop, stop, "ratio", _decimal(m["number"]), "∶1", "ratio", None, bound)
    whole, stop = Decimal(m["of"]), m.end("of")
    if not 0 < _decimal(m["number"]) < whole:
        return None
    close = m["close"] if m.end("close") == m.end() else None
    return Quantity(
        m.start(),
        stop,
        m.end(),
        "percent",
        percent(_decimal(m["number"]), whole),
        "%",
        "ratio",
        None,
        CLOSING.get(close or ""),
    )


def _unit_left_out(text: str, m: Match, stop: int) -> tuple[str, str] | None:
    """Unit and multiplier of a number that has no unit of its own, or None where it is no quantity.

    The unit is that of the list (5.1、5.4、6.2个百分点), money (迈上 4 万亿台阶) or left out before a noun (36 万女生).
    """
    multiplier, following = m["multiplier"] or "", text[stop : stop + 1]
    shared = _shared_unit(text, stop, multiplier)
    if shared is not None:
        return shared
    if multiplier == "万亿" and (following in "，。；、）" or _STEPS.match(text, stop)):
        return "元", multiplier
    if (
        not multiplier
        and following
        and following in "，。；、"
        and _INDEX.search(text, max(m.start() - 14, 0), m.start())
    ):
        return "", ""  # 收入比缩小至 2.54, 景气指数为 52.3
    if multiplier in ("万", "亿") and following and following in "，。；、":
        return "", multiplier  # 用户突破 3500 万
    if not multiplier or following in _NOT_A_COUNT or not ("一" <= following <= "鿿" or following == "“"):
        return None
    if _TIME.match(text, stop) or text.startswith(("级", "吨级", "以上", "以下"), stop):
        return None
    return "", multiplier


def _shared_unit(text: str, stop: int, multiplier: str) -> tuple[str, str] | None:
    at = stop
    for _ in range(_SHARING):
        if text[at : at + 1] not in ("、", "和"):
            return None
        m = _NUMBER.match(text, at + 1)
        if m is None or m["to"]:
            return None
        if m["unit"]:
            if m["unit"] == "个" and not multiplier and not m["multiplier"]:
                return None  # 1、2、3个: an enumeration
            return m["unit"], multiplier or m["multiplier"] or ""
        at = _end(m)
    return None


def _barred(text: str, m: Match, before: str, unit: str, in_range: bool) -> bool:
    """Whether what stands before the number makes it part of a code, an ordinal or a date."""
    if before in _BARS or before == "第":
        return True
    if before == "前" and (not unit or unit in _AHEAD):
        return True
    if before.isascii() and before.isalpha() and not (unit and m["multiplier"]):
        return True
    return before in "-—–~" and not in_range and text[m.start() - 2 : m.start() - 1].isdigit()


def _class(text: str, stop: int, unit: str, dimension: str, *, bare: bool) -> bool:
    """Whether what follows makes the number a class or a threshold inside a noun (4A级, 12英寸, 60岁以上老年人)."""
    following = text[stop : stop + 1]
    if following in _CLASS_MARKS or unit in _CLASS_UNITS:
        return True
    if bare and following.isascii() and following.isalnum():
        return True
    if following == "号" and unit in ("%", "‰"):
        return True
    if dimension == "voltage":
        return "一" <= following <= "鿿"
    return dimension == "age" and _OF_AGE.match(text, stop) is not None

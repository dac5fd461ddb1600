"""Lists of indicators: their members, and the head or the verb that only one of them carries."""

from __future__ import annotations

import re

from luoshi.catalogue import either, settings
from luoshi.extraction import word_kinds
from luoshi.extraction.indicators import attach, clean, without_marker, without_opening

_ORDINAL = re.compile(r"第?[一二三]")
_INDUSTRY = re.compile(r"^[一二三]产业")
_LIST_HEAD = re.compile(rf"(?:限上|限额以上|规上|规模以上|人均|年|总)?(?:{either('figures', 'list_head')})$")
_ATTRIBUTES = re.compile(
    r"[一-鿿]{1,8}[级类型](?:[、和](?:\d+[个家项条所座处])?[一-鿿]{1,8}[级类型])+(?P<head>(?![和及与])[一-鿿“”]{2,16})"
)
_DEGREE = re.compile(r"[一-鿿]{1,5}[级类型]")
_OF_DEGREE = re.compile(rf"{_DEGREE.pattern}(?P<noun>[一-鿿“”]{{2,}})")
_CHOSEN = re.compile(
    r"[^，。；、\d]{1,16}?(?:(?:、|和|与|及|以及)\d+[一-鿿][^，。；、\d]{1,16}?)+"
    r"(?P<what>(?:新|成功|被)?(?:入选|获评|列入|纳入|入围|上榜|获批|荣获|评为|命名为)[^，。；、\d]{2,24})"
)
_RATE_HEADS = ("增速", "增幅", "占比", "比重")
_SHARED_NOUN = 3  # characters of a noun that only the last of a list carries
_LONG_HEAD = 4  # characters from which on a head is no slip of the lengths (水果、水产 | 品产量)
_COMMA = re.compile("、")
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[、]|(?<![中共参])(?:和|与|及|以及)(?![平谐解美会])")


def last_of_list(subject: str, *, bounded: bool, ranked: bool = False) -> str:
    """The last member of an enumeration of things done, which alone has the verb that follows (建成甲、乙达到 …).

    Where only a bound follows (``bounded``: 超过, 突破), and of what is ranked or doubled (``ranked``: 入选甲、乙数量居首位),
    the list may be one; it is not when numbers stand in it.
    """
    before, mark, last = subject.rpartition("、")
    ended = word_kinds.ends_in_verb(before)  # a statement: 机场建成投运、 | 吞吐量居首位
    one = bounded or (ranked and word_kinds.measures(last) and not ended) or ("的" in before and not ended)
    apart = word_kinds.begins_done(last) or (_DIGIT.search(before) if one else word_kinds.acts_within(before))
    whole = before.count("“") != before.count("”") or word_kinds.verbs_only(before)  # 加装、更新电梯
    return last if mark and len(last) >= 2 and apart and not whole else subject


def shared_head(following: str) -> str:
    """The noun that several attributes share, from the words behind the first (世界级、7个国家级、9个区域级 | 产业集群)."""
    m = _ATTRIBUTES.match(following)
    return m["head"] if m is not None else ""


def shared_predicate(following: str) -> str:
    """What several counted things were all chosen for, from the words behind the first (高校、48 个学科 | 入选 …名单)."""
    m = _CHOSEN.match(following)
    return m["what"] if m is not None else ""


def split_list(subject: str, count: int) -> list[str] | None:
    """The ``count`` indicators that a subject lists (甲、乙和丙), with a head that only one carries given to all."""
    for pattern in (_JOINT, _COMMA):
        items = [item.strip() for item in pattern.split(subject) if item.strip()]
        if len(items) == count:
            break
    else:
        return _split_compound(subject, count)
    items = [without_marker(item) for item in items]
    items[0] = without_opening(items[0])
    of_whole = items[-1].find("占")
    if of_whole > 0 and not _beyond_alike(items) and not any("占" in item for item in items[:-1]):
        # 甲、乙增加值占丙比重: the share is of each
        of_what = items[-1][of_whole:]
        items[-1] = items[-1][:of_whole]
    else:
        of_what = ""
    items = _with_noun(items)
    head = _unknown_head(items)
    for i in range(len(items) - 1, -1, -1):
        m = _LIST_HEAD.search(items[i])
        if head in _RATE_HEADS and not items[i].endswith(_RATE_HEADS):
            items[i] = _with_head(items[i], head)  # 投资、消费增速: of both
        elif m is not None:
            head = _beyond_alike(items) or (m[0] if len(m[0]) > 1 else _beyond_others(items) or m[0])
        elif head and not word_kinds.acts(items[i]):  # 接待游客、旅游总花费
            items[i] = _with_head(items[i], head)
    items = [item + of_what for item in items]
    items = ["第" + item if _INDUSTRY.match(item) else clean(item) or item for item in items]
    return [items[0], *(attach(items[0], item) if word_kinds.is_bare(item) else item for item in items[1:])]


def things_done(subject: str, units: list[str]) -> list[str] | None:
    """The things of a list that stands before as many values (改造供水、燃气管网 300 公里、500 公里), each with the verb.

    A noun that only the last carries is given to all where they are counted in one unit.
    """
    items = _COMMA.split(subject)
    if len(items) != len(units) or not word_kinds.acts(subject) or not all(len(item) >= 2 for item in items):
        return None
    verb = word_kinds.leading_verb(items[0])
    things = [items[0][len(verb) :], *items[1:]]
    own = len(things[-2])
    head = things[-1][own:] if len(set(units)) == 1 and 2 <= len(things[-1]) - own <= _SHARED_NOUN else ""
    return [verb + thing + head for thing in things[:-1]] + [verb + things[-1]]


def _split_compound(subject: str, count: int) -> list[str] | None:
    """城乡居民收入 as two: 城镇居民收入, 农村居民收入."""
    for whole, parts in settings("figures")["compounds"].items():
        if len(parts) == count and whole in subject:
            return [clean(subject.replace(whole, part, 1)) for part in parts]
    return None


def _beyond_others(items: list[str]) -> str:
    """What the last member has beyond the length of all the others (食品、药品 | 抽检合格率)."""
    lengths = {len(item) for item in items[:-1]}
    return items[-1][lengths.pop() :] if len(lengths) == 1 else ""


def _beyond_alike(items: list[str]) -> str:
    """The same where the members show that they are alike by a character that they share (炼铁、炼钢 | 先进产能占比)."""
    head = _beyond_others(items)
    own = len(items[-1]) - len(head)
    if _ORDINAL.fullmatch(items[0]):
        return ""
    alike = items[0][:1] == items[-1][:1] or items[0][-1:] == items[-1][own - 1 : own]
    return head if alike and len(head) >= _LONG_HEAD else ""


def _with_head(item: str, head: str) -> str:
    """The member of a list with the head that another carries (第一、第三产业增加值 → 第一产业增加值)."""
    if _ORDINAL.fullmatch(item):
        return f"第{item[-1]}产业{head}"
    overlap = next((n for n in range(min(len(item), len(head)), 1, -1) if item.endswith(head[:n])), 0)
    return item + head[overlap:]


def _with_noun(items: list[str]) -> list[str]:
    """Attributes of degree with the noun that only the last carries (国家级、省级 | 创新平台)."""
    last = _OF_DEGREE.fullmatch(items[-1])
    if last is None or not all(_DEGREE.fullmatch(item) for item in items[:-1]):
        return items
    return [*(item + last["noun"] for item in items[:-1]), items[-1]]


def _unknown_head(items: list[str]) -> str:
    """A head that no list knows: what the last member has beyond the length of all the others (交通、能源领域投入)."""
    head = "" if _LIST_HEAD.search(items[-1]) else _beyond_others(items)
    return head if head.startswith(("领域", "行业", "产业", "地区", "部门", "方面")) else ""

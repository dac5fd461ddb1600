"""What is measured: the words of the indicator, complete in themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.catalogue import settings, words
from luoshi.extraction.phrases import alternatives

_BRACKETS = re.compile(r"（[^（）]{0,60}）")
_MARKS = re.compile(r"[）。；：\n]|——")
_MARKER = re.compile(
    r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|\d+[.、．]|[—―\-■●·★\s]+|：)+"
)
_OPENING = re.compile(
    rf"^(?:{alternatives('opening')}|其(?!他)|并(?!购|网)|而|且|使(?!用)|让(?!利)|把|将|又|也|还(?![款贷])|更(?!新)|仍|已|仅|的(?=[一-鿿]{2})|共(?=[投完办建实发有])|高(?:标准|质量|水平)(?=[建推打完办编举实]))+"
)
_LIGHT = re.compile(rf"^(?:(?:{alternatives('light')})(?:了)?(?=[一-鿿“A-Z]{{3}}))+")
_AFTER_VERB = re.compile(rf"^(?:{alternatives('opening')}|使|令)+")
_TAIL = re.compile(
    r"(?:的|了|等|预计|已|累计|总共|合计|总计|以及|每年|(?<![惠普涉以波])及|(?<![中共饱参温祥])和|(?<![参给赋])与|、|：|；)+$"
)
_VERBS_ONLY = re.compile(
    rf"(?:(?:{alternatives('opening', 'adverb')}|新|再|拟)*(?:{alternatives('action', 'light')})(?:了|出|好|到)?(?:、|和|并|及|与)?)+$"
)
_ACTION = re.compile(rf"(?:新|再)?(?:{alternatives('action')})")
_ENDS_IN_VERB = re.compile(
    rf"(?:{alternatives('action', 'light', 'done')}|年产|输送|外送|供应|消纳|替代|节约|消费)(?:了|近|约|超|超过)?$"
)
_GROWTH_TAIL = re.compile(r"(?:增速|增幅|涨幅|增长速度|增长率|增长)$")
_DONE = re.compile(alternatives("done"))
_BARE_HEADS = frozenset(words("figures", "bare_head"))
_BARE = re.compile(rf"^(?:其)?(?:{alternatives('bare_head')}){{1,2}}$")
_EXTENT = re.compile(r"(?:播种|种植)?(?:面积|总产量|产量|总产|总产值|产值|单产|出栏量)$")
_ORDINAL = re.compile(r"第?[一二三]")
_INDUSTRY = re.compile(r"^[一二三]产业")
_NEWLY = re.compile(r"^(?:新增|净增|新登记|新建成|新建|新设|新认定|新培育|累计)")
_OPPOSITES = frozenset(("收入", "支出", "利润", "进口", "出口", "贷款", "存款"))
_OPPOSITE = re.compile(r"(?:营业收入|收入|支出|利润|出口|进口|存款余额|存款|贷款余额|贷款)$")
_SHARE_TAIL = re.compile(r"(?:占比|比重|比例|覆盖率|增速|增幅|总量|规模|数量|总数|人次|人数)$")
_LIST_HEAD = re.compile(rf"(?:限上|限额以上|规上|规模以上|人均|年|总)?(?:{alternatives('list_head')})$")
_BARE_OBJECT = re.compile(rf"^(?:新|再)?(?:{alternatives('depends')})(?:{alternatives('bare_object')})$")
_DEPENDS = re.compile(rf"(?:累计|已|共|预计)*(?:{alternatives('depends')}|输出|投产|开工|受益|建成)")
_MEASURING = re.compile(rf"(?:{alternatives('bare_head', 'list_head')})$")
_ASPECT = re.compile(rf"^(?:大|个|项)?(?:{alternatives('aspect')})")
_VERB_INSIDE = re.compile(
    r"(?<=[一-鿿”）])(?:增加|完成|实现|带动|覆盖|惠及|拉动|撬动|压缩|提速|同比|助力|转移|累计|新增|达到|达|超过|突破|增长|下降|减少|降低|投资(?=\d|超|约|近)|吸引|贡献|占|总投资|计划|年均|分别|均|共|已|建成|投入|发放|受理|获|形成|纳入|通过|处置)"
)
_PREDICATE = re.compile(
    r"持续|不断|进一步|稳步|加快|全面|深入|有序|有效|有力|扎实|深化|显著|明显|成效|快速|纵深|稳中|聚焦|壮大|提质|扩容|回升|向好"
)
_ATTRIBUTES = re.compile(
    r"[一-鿿]{1,8}[级类型](?:[、和]\d+[个家项条所座处][一-鿿]{1,8}[级类型])+(?P<head>[一-鿿“”]{2,16})"
)
_COMMA = re.compile("、")
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[、]|(?<![中共参])(?:和|与|及|以及)(?![平谐解美会])")


@lru_cache(maxsize=4096)
def clean(subject: str) -> str:
    """The subject of a clause without list markers, openings (其中, 全年), light verbs (实现, 推动) and loose ends."""
    name = _BRACKETS.sub("", subject) if "（" in subject else subject
    name = name.strip()
    name = name[_last_mark(name) :]
    name = _MARKER.sub("", name)
    for _ in range(3):
        before = name
        m = _OPENING.match(name)
        if m is not None and len(name) - m.end() >= 2:
            name = name[m.end() :]
        m = _LIGHT.match(name)
        if m is not None:
            name = name[m.end() :]
        if name == before:
            break
    name = _TAIL.sub("", name)
    if name.count("“") != name.count("”"):
        name = _close_quotes(name)
    return name.strip(" 　，、")


def _last_mark(name: str) -> int:
    """Just behind the last mark that cannot stand inside an indicator."""
    marks = list(_MARKS.finditer(name))
    last = marks[-1].end() if marks else 0
    return last if last < len(name) else 0


def _close_quotes(name: str) -> str:
    """Drops what stands before a closing mark whose opening is missing, and an opening mark that nothing closes."""
    closing = name.find("”")
    opening = name.find("“")
    if closing >= 0 and (opening < 0 or closing < opening):
        return name[closing + 1 :]
    return name[name.rfind("“") + 1 :] if name.count("“") > name.count("”") else name


def verbs_only(words_before: str) -> bool:
    """Whether nothing but verbs and adverbs stands before the number, so that what is counted follows it (新增 | 3 家…)."""
    return _VERBS_ONLY.fullmatch(words_before) is not None


def acts(name: str) -> bool:
    """Whether the words begin with a verb of things done (新增, 建成 …)."""
    return _ACTION.match(name) is not None


def leading_verb(name: str) -> str:
    """The verb of things done that the words begin with, or ""."""
    m = _ACTION.match(name)
    return m[0] if m is not None else ""


def first_verb(name: str) -> str:
    """The first verb of things done in the words, or ""."""
    m = _ACTION.search(name)
    return m[0] if m is not None else ""


def without_growth(name: str) -> str:
    """An indicator of growth without the words that say so (居民消费价格涨幅 → 居民消费价格)."""
    return _GROWTH_TAIL.sub("", name) or name


def ends_in_verb(words_before: str) -> bool:
    """Whether the last word before the number is a verb (形成 | 60 万吨储备能力)."""
    return _ENDS_IN_VERB.search(words_before) is not None


def does(name: str) -> bool:
    """Whether the words tell of something done, anywhere in them (为劳动者追回工资, 项目获评典型案例)."""
    return _DONE.search(name) is not None or name.endswith(("建设", "改造", "治理", "实施", "落地"))


def begins_done(name: str) -> bool:
    """Whether the words begin with a verb that always tells of something done."""
    return _DONE.match(name) is not None


def is_bare(name: str) -> bool:
    """Whether the words measure something only together with what was named before (规模, 总量)."""
    return name in _BARE_HEADS or _BARE.match(name) is not None


def is_bare_object(name: str) -> bool:
    """Whether the words are a verb with an object that says nothing of its own (支持项目, 落实资金)."""
    return _BARE_OBJECT.match(name) is not None


def depends(subject: str) -> bool:
    """Whether the words are only a verb whose subject was named before (政策 … 惠及)."""
    return _DEPENDS.fullmatch(subject) is not None


def measures(name: str) -> bool:
    """Whether the words end in a noun that measures how things stand (里程, 规模, 覆盖率)."""
    return _MEASURING.search(name) is not None


def measuring_noun(name: str) -> str:
    """The noun at the end of the words that measures (组建总规模 → 总规模)."""
    m = _MEASURING.search(name)
    if m is None:
        return ""
    return m[0] if len(m[0]) > 1 else name[-3:]


def attach(topic: str, head: str) -> str:
    """A bare head joined to the thing named before it.

    新能源装机占比 + 规模 → 新能源装机规模; 城市轨道交通运营线路 + 运营里程 → 城市轨道交通运营里程.
    """
    common = topic.find(head[:2]) if len(head) > 2 else -1
    if common > 0:
        return topic[:common] + head
    base = _SHARE_TAIL.sub("", topic) or topic
    if head.startswith("总"):
        base = _NEWLY.sub("", base) or base  # 新增上市公司 45 家、总量达 …: the total is of all
    if head in _OPPOSITES and (stem := _OPPOSITE.sub("", base)) != base and len(stem) >= 2:
        return stem + head
    if _EXTENT.search(head) and len(stem := _EXTENT.sub("", base)) >= 2:
        base = stem
    return base if base.endswith(head) else base + head


def shares_word(topic: str, head: str) -> bool:
    """Whether a short name goes on with a word of the topic (城市轨道交通运营线路 … 运营里程)."""
    return 2 < len(head) <= 5 and topic.find(head[:2]) > 0


def clause_noun(clause: str) -> str:
    """The noun that a clause without a number begins with (央地合作 | 持续深化), where it is short enough to be a name."""
    name = _PREDICATE.split(clean(clause), maxsplit=1)[0]
    return name if 2 <= len(name) <= 10 else ""


def shared_head(following: str) -> str:
    """The noun that several attributes share, from the words behind the first (世界级、7个国家级、9个区域级 | 产业集群)."""
    m = _ATTRIBUTES.match(following)
    return m["head"] if m is not None else ""


def last_of_list(subject: str, *, bounded: bool) -> str:
    """The last member of an enumeration of things done, which alone has the verb that follows (建成甲、乙达到 …).

    Where only a bound follows (``bounded``: 超过, 突破) the list may be one object; it is not when numbers stand in it.
    """
    before, mark, last = subject.rpartition("、")
    apart = begins_done(last) or (_DIGIT if bounded else _ACTION).search(before)
    quoted = before.count("“") != before.count("”")
    return last if mark and len(last) >= 2 and apart and not quoted else subject


def counted_noun(following: str) -> str:
    """The noun phrase that a count stands before, from the words between the number and the next mark or number."""
    if _ASPECT.match(following):
        return ""
    noun = following[1:] if following.startswith("的") else following
    return _TAIL.sub("", noun.strip().removesuffix("近").removesuffix("约").removesuffix("超"))


def is_aspect(following: str) -> bool:
    """Whether the count is a turn of speech (六个方面, 三大环节)."""
    return _ASPECT.match(following) is not None


def noun_until_verb(following: str) -> str:
    """The noun phrase up to the verb that begins the next statement (新投产项目 | 增加产值)."""
    m = _VERB_INSIDE.search(following)
    return following[: m.start()] if m is not None and m.start() >= 2 else following


def _split_compound(subject: str, count: int) -> list[str] | None:
    """城乡居民收入 as two: 城镇居民收入, 农村居民收入."""
    for whole, parts in settings("figures")["compounds"].items():
        if len(parts) == count and whole in subject:
            return [clean(subject.replace(whole, part, 1)) for part in parts]
    return None


def split_list(subject: str, count: int) -> list[str] | None:
    """The ``count`` indicators that a subject lists (甲、乙和丙), with a head that only one carries given to all."""
    for pattern in (_JOINT, _COMMA):
        items = [item.strip() for item in pattern.split(subject) if item.strip()]
        if len(items) == count:
            break
    else:
        return _split_compound(subject, count)
    items = [_MARKER.sub("", item) for item in items]
    of_whole = items[-1].find("占")
    m = _OPENING.match(items[0])
    if m is not None and len(items[0]) - m.end() >= 2:
        items[0] = items[0][m.end() :]
    light = _LIGHT.match(items[0])
    if light is not None:
        items[0] = items[0][light.end() :]
    if of_whole > 0 and not any("占" in item for item in items[:-1]):
        # 甲、乙增加值占丙比重: the share is of each
        of_what = items[-1][of_whole:]
        items[-1] = items[-1][:of_whole]
    else:
        of_what = ""
    head = _unknown_head(items)
    for i in range(len(items) - 1, -1, -1):
        m = _LIST_HEAD.search(items[i])
        if m is not None:
            head = m[0] if len(m[0]) > 1 else _beyond_others(items) or m[0]
        elif head:
            items[i] = _with_head(items[i], head)
    items = [item + of_what for item in items]
    items = ["第" + item if _INDUSTRY.match(item) else clean(item) or item for item in items]
    return [items[0], *(attach(items[0], item) if is_bare(item) else item for item in items[1:])]


def _beyond_others(items: list[str]) -> str:
    """What the last member has beyond the length of all the others (食品、药品 | 抽检合格率)."""
    lengths = {len(item) for item in items[:-1]}
    return items[-1][lengths.pop() :] if len(lengths) == 1 else ""


def _with_head(item: str, head: str) -> str:
    """The member of a list with the head that another carries (第一、第三产业增加值 → 第一产业增加值)."""
    if _ORDINAL.fullmatch(item):
        return f"第{item[-1]}产业{head}"
    overlap = next((n for n in range(min(len(item), len(head)), 1, -1) if item.endswith(head[:n])), 0)
    return item + head[overlap:]


def _unknown_head(items: list[str]) -> str:
    """A head that no list knows: what the last member has beyond the length of all the others (交通、能源领域投入)."""
    head = "" if _LIST_HEAD.search(items[-1]) else _beyond_others(items)
    return head if head.startswith(("领域", "行业", "产业", "地区", "部门", "方面")) else ""

"""What is measured: the words of the indicator, complete in themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.catalogue import either, first_characters
from luoshi.extraction import word_kinds

EXAMPLES = (
    # the words of a clause that name what is measured, the indicator
    ("其中全省民营企业", "民营企业"),
    ("力争实现旅游收入", "旅游收入"),
    ("重点支持项目", "支持项目"),
    ("重点行业产值", "重点行业产值"),
    ("全省重点行业产值", "重点行业产值"),
    ("的龙头企业", "龙头企业"),
    ("的重点调度项目", "重点调度项目"),
    ("的士数量", "的士数量"),
    ("要新建口袋公园", "新建口袋公园"),
    ("全市要坚决完成造林任务", "造林任务"),
    ("还要使粮食产量", "粮食产量"),
    ("要素市场化改革试点", "要素市场化改革试点"),
    ("要约收购数量", "要约收购数量"),
    ("市教育局将新建学校", "新建学校"),
    ("地区生产总值[2]", "地区生产总值"),
    ("各区人民政府要改造老旧小区", "改造老旧小区"),
)

_BRACKETS = re.compile(r"（[^（）]{0,60}）")
_NOTE = re.compile(r"[\[［](?:注)?\d{1,3}[\]］]")  # the mark of a footnote in a bulletin
_MARKS = re.compile(r"[）。；：\n]|——")
_MARKED = re.compile(r"[（）。；：\n—“”]")  # words with brackets, quotes or one of these marks
_NUMERALS = "一二三四五六七八九十"
_MARKER = re.compile(
    r"(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|\d+[.、．]|[—―\-■●·★\s]+|：)+"
)
_OPENING = re.compile(
    rf"^(?:(?!全部工业|(?:重点|主要)(?!{either('figures', 'action', 'light')}))"  # 重点支持 | 项目, but 重点行业
    rf"(?:{either('figures', 'opening')})(?!本?[性级])"
    r"|其(?!他)|并(?!购|网)|而|且|使(?!用)|让(?!利)|把|将|又|也|还(?![款贷])|更(?!新)|仍|已|仅|的(?!士)(?=[一-鿿]{2})|共(?=[投完办建实发有])"
    r"|高(?:标准|质量|水平)(?=[建推打完办编举实])"
    rf"|要(?!约)(?={either('figures', 'action', 'light', 'opening', 'adverb')}|使|把|让))+"  # 要新建 | 公园, but 要素, 要约
)
_MODAL = "要(?![求素约])|将|力争|拟|计划|负责|牵头"
_WILL = re.compile(_MODAL)
_ACTOR = re.compile(
    r"^[一-鿿、]{2,24}?(?:局|委|委员会|办公?室?|厅|院|政府|部门|单位|公司|集团|中心)"
    rf"(?:{_MODAL})(?={either('figures', 'action', 'light', 'opening', 'adverb')})"
)  # 市教育局将 | 新建学校: who does it is no part of what is counted
_OPENING_STARTS = first_characters("figures", "opening") | set("其并而且使让把将又也还更仍已仅的共高要")
_LIGHT = re.compile(rf"^(?!有组织)(?:(?:{either('figures', 'light')})(?:了)?(?=[一-鿿“A-Z][一-鿿“A-Z、]{{2}}))+")
_COMPOUND = re.compile(r"(?:提升|优化|完善)(?:改造|整治|治理)")  # two verbs that name one kind of work
_OF_CLASS = ("有", "达到", "具备", "拥有")  # with 的 behind they say of which things
_LIGHT_STARTS = first_characters("figures", "light")
_TAIL = re.compile(
    r"(?:的|了|等|预计|已|累计|总共|合计|总计|以及|每年|(?<![惠普涉以波])及|(?<![中共饱参温祥])和|(?<![参给赋])与|、|：|；)+$"
)
_TAIL_ENDS = frozenset("的了等计已共及年和与、：；")
_GROWTH_TAIL = re.compile(r"(?:增速|增幅|涨幅|增长速度|增长率|增长)$")
_CAUSE = re.compile(r"[一-鿿“”]*(?:以旧换新|政策|措施|“两[新重]”)(?:带动|拉动)(?=[一-鿿“]{4})")
_EXTENT = re.compile(r"(?:播种|种植)?(?:面积|总产量|产量|总产|总产值|产值|单产|出栏量)$")
_MORE = "新增|净增|新登记|新设|新认定|新培育"
_NEWLY = re.compile(rf"^(?:{_MORE}|新建成|建成|新建|累计)")
_NEW = re.compile(rf"^(?:{_MORE}|新开通)(?=[一-鿿“]{{2}})")
_RATIO_TAIL = re.compile(r"(?:占比|比重|比例|比率)$")
_OPPOSITES = frozenset(("收入", "营收", "支出", "利润", "进口", "出口", "贷款", "存款"))
_OPPOSITE = re.compile(r"(?:营业收入|营收|收入|支出|利润|出口|进口|存款余额|存款|贷款余额|贷款)$")
_SHARE_TAIL = re.compile(r"(?:占比|比重|比例|覆盖率|增速|增幅|总量|规模|数量|总数|人次|人数)$")
_VERB_INSIDE = re.compile(
    r"(?<=[一-鿿”）])(?:增加|完成|实现|带动|覆盖|惠及|拉动|撬动|压缩|提速|同比|助力|转移|累计|新增|达到|达|超过|突破|增长|下降|减少|降低|投资(?=\d|超|约|近)|吸引|贡献|占|总投资|计划|年均|分别|均|共|已|建成|投入|发放|受理|获|形成|纳入|通过|处置)"
)
_AND = re.compile(r"(?<=[一-鿿”]{2})(?<![中共参饱温祥])(?:以及|和|与|及)(?![平谐解美会时其]|地区)(?=[一-鿿“]{2})")
_HAPPENS = re.compile(
    r"(?<=[一-鿿”]{2})(?:加快|实现|建成|开工|投产|投运|投用|全面|全线|正式|顺利|贯通|通车|竣工|落地|启动|扎实|有序)"
)
_GOES_ON = re.compile(r"(?<=[一-鿿”]{2})(?:加快(?=[一-鿿]{4})|持续|不断|进一步|稳步)")  # 集聚区 | 加快打造成承载区
_PREDICATE = re.compile(
    r"持续|不断|进一步|稳步|加快|全面|深入|有序|有效|有力|扎实|深化|显著|明显|成效|快速|纵深|稳中|聚焦|壮大|提质|扩容|回升|向好"
)


@lru_cache(maxsize=4096)
def clean(subject: str) -> str:
    """The subject of a clause without list markers, openings (其中, 全年), light verbs (实现, 推动) and loose ends."""
    name = subject.strip()
    marked = _MARKED.search(name) is not None
    if marked:
        name = _BRACKETS.sub("", subject).strip()
        name = name[_last_mark(name) :]
    if "[" in name or "［" in name:
        name = _NOTE.sub("", name)
    name = without_marker(name)
    if _WILL.search(name) is not None:
        name = _ACTOR.sub("", name)
    for _ in range(3):
        before, name = name, without_opening(name)
        if name == before:
            break
    name = without_tail(name)
    if marked and name.count("“") != name.count("”"):
        name = _close_quotes(name)
    return name.strip(" 　，、")


def without_marker(name: str) -> str:
    """The words without the marker of a list or a paragraph (（一）, 一是, 1.) before them."""
    if name[:1].isalpha() and name[0] not in _NUMERALS:
        return name
    m = _MARKER.match(name)
    return name[m.end() :] if m is not None else name


def begins_with_verb(clause: str) -> bool:
    """Whether a clause begins with what is done and names no subject (拓展应用, 建设基地)."""
    name = without_marker(clause.strip())
    return (name[:1] in _LIGHT_STARTS and _LIGHT.match(name) is not None) or word_kinds.acts(name)


def without_opening(name: str) -> str:
    """The words without an opening (其中, 全年) and a light verb (实现, 推动) before them."""
    if name[:1] in _OPENING_STARTS and (m := _OPENING.match(name)) is not None and len(name) - m.end() >= 2:
        name = name[m.end() :]
    m = _LIGHT.match(name) if name[:1] in _LIGHT_STARTS else None
    if m is None or (m[0] in _OF_CLASS and "的" in name) or _COMPOUND.match(name):
        return name  # 有进出口实绩的企业: 有 belongs to the words before 的
    return name[m.end() :]


def without_tail(name: str) -> str:
    """The words without loose ends (的, 累计, 和)."""
    return _TAIL.sub("", name) if name[-1:] in _TAIL_ENDS else name


def _last_mark(name: str) -> int:
    """Just behind the last mark that cannot stand inside an indicator."""
    last = max((m.end() for m in _MARKS.finditer(name)), default=0)
    return last if last < len(name) else 0


def _close_quotes(name: str) -> str:
    """Drops what stands before a closing mark whose opening is missing, and an opening mark that nothing closes."""
    closing = name.find("”")
    opening = name.find("“")
    if closing >= 0 and (opening < 0 or closing < opening):
        return name[closing + 1 :]
    return name[name.rfind("“") + 1 :] if name.count("“") > name.count("”") else name


def without_growth(name: str) -> str:
    """An indicator of growth without the words that say so (居民消费价格涨幅 → 居民消费价格)."""
    return _GROWTH_TAIL.sub("", name) or name


def without_cause(name: str) -> str:
    """An indicator of growth without what made it grow (消费品以旧换新带动 | 家电零售额)."""
    m = _CAUSE.match(name)
    return name[m.end() :] if m is not None and word_kinds.measures(name) else name


def without_site(name: str) -> str:
    """What is done without where (在新能源富集地区 | 布局建设)."""
    if not name.startswith("在"):
        return name
    verb = word_kinds.first_verb(name[2:])
    return name[name.index(verb, 2) :] if verb else name


def counted_noun(following: str) -> str:
    """The noun phrase that a count stands before, from the words between the number and the next mark or number."""
    if word_kinds.is_aspect(following):
        return ""
    noun = following[1:] if following.startswith("的") else following
    goes_on = _GOES_ON.search(noun)
    return without_tail((noun[: goes_on.start()] if goes_on is not None else noun).strip())


def noun_until_verb(following: str) -> str:
    """The noun phrase up to the next statement (新投产项目 | 增加产值) or the next thing counted (重点县 | 和平原 200 万亩)."""
    m = _VERB_INSIDE.search(following)
    if m is not None and m.start() >= 2:
        return following[: m.start()]
    joint = next_thing(following)
    if joint is not None:
        return following[: joint.start()]
    return following[:-1] if following.endswith(("近", "约", "超")) else following


def without_measuring(noun: str) -> str:
    """The noun that a count counts without what the next number measures of it (25 家企业 | 营业收入 80 亿元)."""
    kept = len(noun) - len(word_kinds.measuring_noun(noun))
    return noun[:kept] if kept >= 2 else noun


def thing(noun: str) -> str:
    """The thing without what happens to it (新能源基地 | 加快建设)."""
    m = _HAPPENS.search(noun)
    return noun if m is None else noun[: m.start()]


def next_thing(between: str) -> re.Match[str] | None:
    """The link between two things in the words between their numbers (66 个重点县 | 和 | 平原 200 万亩)."""
    link = _AND.search(between)
    return None if link is None or word_kinds.does(between) or _VERB_INSIDE.search(between) else link


def clause_noun(clause: str) -> str:
    """The noun that a clause without a number begins with (央地合作 | 持续深化), where it is short enough to be a name."""
    name = _PREDICATE.split(clean(clause), maxsplit=1)[0]
    return name if 2 <= len(name) <= 10 else ""


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
        if base.endswith(head[1:]):
            return base[: 1 - len(head)] + head  # 高速公路通车里程, 总里程
    if head in _OPPOSITES and (stem := _OPPOSITE.sub("", base)) != base and len(stem) >= 2:
        return stem + head
    if _EXTENT.search(head) and len(stem := _EXTENT.sub("", base)) >= 2:
        base = stem
    return base if base.endswith(head) else base + head


def told_further(topic: str, *, in_total: bool, amount: bool) -> str:
    """What was spoken of, as a further number tells of it: a total is of all, an amount of what the ratio is a ratio of.

    新增信号灯联网 1000 处、累计达 8000 处 → 信号灯联网; 优良天数比例 77%、增加 13 天 → 优良天数.
    """
    if in_total:
        topic = _NEW.sub("", topic) or topic
    return (_RATIO_TAIL.sub("", topic) or topic) if amount else topic


def more_of(verb: str, topic: str) -> str:
    """A verb that tells of other things of the kind named before (建成过江通道 4 座、在建 | 8 座 → 在建过江通道)."""
    base = _SHARE_TAIL.sub("", topic) or topic
    return verb + (_NEWLY.sub("", base) or base)


def shares_word(topic: str, head: str) -> bool:
    """Whether a short name goes on with a word of the topic (城市轨道交通运营线路 … 运营里程)."""
    return 2 < len(head) <= 5 and topic.find(head[:2]) > 0

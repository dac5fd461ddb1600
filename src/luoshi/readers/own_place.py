"""The place whose document it is, from its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from luoshi.catalogue import words
from luoshi.catalogue.places import Place, ancestors, find_places, lookup
from luoshi.model import Origin, Span, Stated
from luoshi.readers.lines import Line

EXAMPLES = (  # a text, and its place
    ("2026年山东省政府工作报告\n各位代表：", "山东省"),
    ("2026年宁夏回族自治区政府工作报告\n来源：宁夏日报", "宁夏回族自治区"),
    ("政府工作报告\n--2014年2月19日在海拉尔区第十四届人民代表大会第三次会议上", "海拉尔区"),
    ("政府工作报告\n——2026年1月26日在广东省第十四届\n人民代表大会第五次会议上", "广东省"),
    ("湖北省武汉市江岸区2025年国民经济和社会发展统计公报", "江岸区"),
    ("2026年政府工作报告\n来源：云南日报\n各位代表：", "云南省"),
    ("政府工作报告\n广东省省长 王明\n各位代表：", "广东省"),
    ("市委召开全会\n本报武汉8月20日电（记者 王明）全市经济稳中向好。", "武汉市"),
    ("市委召开全会\n新华社北京8月20日电（记者 王明）武汉经济稳中向好。", ""),
    ("关于做好工作的通知\n各区人民政府：\n请认真执行。\n武汉市人民政府\n2026年1月26日", "武汉市"),
    ("以新时代武汉之进支撑发展\n武汉要当好龙头。全会提出，武汉建设新城，湖北看武汉。", "武汉市"),
    ("学习借鉴浙江经验\n武汉要当好龙头。全会提出，武汉建设新城，武汉争先。", ""),
    ("政府工作报告\n——2026年1月15日在东岭市第十届人民代表大会第五次会议上", "东岭市"),
    ("政府工作报告\n2026年1月9日在天津市东岭区第十八届人民代表大会第五次会议上", "东岭区"),
    ("政府工作报告\n——2026年1月21日在东岭傣族彝族自治州第十五届人民代表大会第五次会议上", "东岭傣族彝族自治州"),
    ("东岭市2025年国民经济和社会发展统计公报", "东岭市"),
    ("山东与河北深化合作", ""),
    ("国务院关于印发扩大内需规划的通知\n各省人民政府：", ""),
)

_MEETING = re.compile(r"在(?P<place>[^，。；\s]{2,30}?)第[一二三四五六七八九十百\d]{1,4}[届次]")
_WIRE = re.compile(r"(?:本报|本台|本刊)(?P<place>\S{2,12}?)(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:电|讯)")
_NAME = r"(?P<place>[\u4e00-\u9fff]{1,10}[省市县区州盟旗])"  # as long as 双江拉祜族佤族布朗族傣族自治县
_PLACE = re.compile(_NAME)
_CONGRESS = re.compile(rf"在{_NAME}第[一二三四五六七八九十百\d]{{1,4}}届(?:人民代表大会|$)")
_REPORT = re.compile(rf"^(?:(?:19|20)\d\d年)?{_NAME}(?:(?:19|20)\d\d年)?(?:(?:人民)?政府工作报告|国民经济和社会发展)")
_SAMPLE = 20_000  # characters in which the places named most often are counted
_NAMED_AGAIN = 2  # times that the text must name a place again which its title calls by its short name


def own_place(
    text: str, title: Stated | None, issuer: Stated | None, top: Sequence[Line], opening: Sequence[Line]
) -> Stated | None:
    """The place as its full name, with the words that name it.

    The surest first: the congress before which a report was given, the title, the issuer, an office held (广东省省长),
    a short name in the title that is also the place the text names most often, a wire report's 本报武汉…电.
    A place that places.tsv does not have (one made lately) counts only where nothing else can stand: before
    第…届人民代表大会, and in a title before 政府工作报告 or 国民经济和社会发展…. Of a chain (湖北省武汉市江岸区) the
    last; where words name several places that do not belong together, none.
    """
    for line in top:
        match = _MEETING.search(line.words)
        if match and (found := _below(line, match, _in(text, _span(line, match))) or _unlisted(line, _CONGRESS)):
            return found
    for stated in (title, issuer):
        if stated and stated.span and (found := _in(text, stated.span, full=stated is title)):
            return found
    if title and title.span and (found := _unlisted(Line(*title.span, title.span.of(text)), _REPORT)):
        return found
    offices = words("document_words", "offices")
    for line in top:
        for span, name in find_places(line.words):
            if span.start == 0 and line.words.startswith(offices, span.end):
                return _in(text, Span(line.start, line.start + len(name)))
    if title and title.span and (found := _in(text, title.span)) and _dominates(text, title.span, found):
        return found
    for line in opening:
        if (match := _WIRE.match(line.words)) and (found := _in(text, _span(line, match))):
            return found
    return None


def place_in(name: str) -> str:
    """The full name of the place that a title from markup names; "" if none or several."""
    found = _in(name, Span(0, len(name)), full=True)
    return found.value if found else ""


def _span(line: Line, match: re.Match[str]) -> Span:
    return Span(line.start + match.start("place"), line.start + match.end("place"))


def _unlisted(line: Line, pattern: re.Pattern[str]) -> Stated | None:
    """A place that no list has, told by what only a place can stand before."""
    match = pattern.search(line.words)
    return Stated(match["place"], Origin.TEXT, _span(line, match)) if match else None


def _below(line: Line, match: re.Match[str], found: Stated | None) -> Stated | None:
    """The place that a congress is of: the last of a chain, also where no list has it (天津市 | 东岭区)."""
    if found is None or found.span is None:
        return found
    behind = found.span.end - line.start
    rest = line.words[behind : match.end("place")]
    if not _PLACE.fullmatch(rest):
        return found
    return Stated(rest, Origin.TEXT, Span(found.span.end, found.span.end + len(rest)))


def _in(text: str, span: Span, full: bool = False) -> Stated | None:
    """The place that these words name; with ``full``, short names do not count."""
    named = [
        (Span(span.start + where.start, span.start + where.end), lookup(name))
        for where, name in find_places(span.of(text))
    ]
    if full:
        named = [(where, tuple(place for place in found if place.name == where.of(text))) for where, found in named]
    return _last_of_chain([(where, found) for where, found in named if found])


def _last_of_chain(named: Iterable[tuple[Span, tuple[Place, ...]]]) -> Stated | None:
    last: tuple[Span, tuple[Place, ...]] | None = None
    for where, found in named:
        if last is None:
            last = where, found
            continue
        inside = tuple(place for place in found if any(above in last[1] for above in ancestors(place)))
        again = any(place in last[1] for place in found)
        if not inside and not again:
            return None
        last = (where, inside) if inside else last
    return Stated(last[1][0].name, Origin.TEXT, last[0]) if last else None


def _dominates(text: str, span: Span, found: Stated) -> bool:
    """Whether the text names that place again, and no place more often."""
    rest = text[span.end : span.end + _SAMPLE]
    counts = Counter(lookup(name)[0].name for _, name in find_places(rest))
    return counts[found.value] >= _NAMED_AGAIN and counts[found.value] == max(counts.values())

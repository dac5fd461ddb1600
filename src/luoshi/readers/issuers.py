"""Whose document it is, or else who published it, from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from luoshi import catalogue
from luoshi.catalogue import settings, words
from luoshi.catalogue.places import find_places
from luoshi.model import Origin, Span, Stated
from luoshi.readers.lines import SPACE, Line

EXAMPLES = (  # a text, its issuer, and whether that is the document's own rather than who published it
    ("2026年山东省政府工作报告\n来源：大众日报\n各位代表：", "山东省政府", True),
    ("政府工作报告\n海拉尔区人民政府区长　王明\n各位代表：", "海拉尔区人民政府", True),
    ("政府工作报告\n湖北省省长 王明\n各位代表：\n现在，我代表省人民政府报告工作。", "湖北省人民政府", True),
    ("政府工作报告\n各位代表：\n现在，我代表武汉市人民政府，向大会报告工作。", "武汉市人民政府", True),
    ("2026年政府工作报告\n来源：云南日报\n各位代表：", "云南日报", False),
    ("2026年政府工作报告\n来源：\n宁夏日报客户端\n各位代表：", "宁夏日报客户端", False),
    ("中国共产党武汉市第十四届委员会第十一次全体会议公报", "中国共产党武汉市第十四届委员会", True),
    ("中共湖北省委关于制定规划的建议", "中共湖北省委", True),
    ("国务院关于印发扩大内需规划的通知\n各省人民政府：", "国务院", True),
    ("武汉市2025年国民经济和社会发展统计公报\n武汉市统计局\n2026年3月15日", "武汉市统计局", True),
    ("促进消费实施方案\n发文机关：武汉市人民政府办公厅\n一、总体要求", "武汉市人民政府办公厅", True),
    ("关于做好工作的通知\n各区人民政府：\n请认真执行。\n武汉市人民政府\n2026年1月26日", "武汉市人民政府", True),
    ("实干争先\n■长江日报记者\n武汉要当好龙头。", "长江日报", False),
    ("东岭市2025年国民经济和社会发展统计公报\n东岭市统计局\n2026年3月15日", "东岭市统计局", True),
    ("武汉市2025年统计公报\n武汉市统计局  国家统计局武汉调查队\n2026年3月15日", "武汉市统计局", True),
    ("湖北日报讯（记者王明）8月20日，省统计局发布数据。", "湖北日报", False),
    ("奋力开创新局\n全市经济稳中向好。", "", False),
)

_FIRST_PERSON = re.compile(r"我(?:谨)?(?:代表|受)(?P<body>[^，。；\s]{0,20}?人民政府)")
_BYLINE = re.compile(r"[■●◆▲（(【\s]*(?P<press>[^\s，。；：]{2,10}?)(?:(?:全媒体|首席|特约|实习|见习)*记者|讯)")
_UNLISTED = re.compile(  # a place made since the list of places, told by what stands behind its name
    r"[\u4e00-\u9fff]{1,6}[省市县区州盟旗](?=人民政府|统计局|委员会|发展和改革|财政局|调查队)"
)
_GOVERNMENT = re.compile(r"人民政府|政府(?=工作报告)")


def issuer(
    text: str, title: Stated | None, top: Sequence[Line], opening: Sequence[Line], ending: Sequence[Line]
) -> tuple[Stated | None, bool]:
    """Who issued the text, and whether it is the document's own issuer.

    The surest first: the body that the title names as author, that the speaker heads, that a label (发文机关), a line
    of its own or the signature names, for which the speaker speaks; else who published it (来源, byline).
    """
    own = (
        _author(text, title),
        _headed(top),
        _labelled(top, "issuer_labels"),
        _alone(title, (*top, *ending)),
        _spoken_for(opening),
    )
    for found in own:
        if found:
            return found, True
    return _labelled(top, "source_labels") or _byline(opening), False


def completed(opening: Sequence[Line], place: Stated | None) -> Stated | None:
    """The government for which a speaker speaks, its name completed with the place: 省人民政府 → 云南省人民政府."""
    for line in opening:
        if place and (match := _FIRST_PERSON.search(line.words)):
            level = match["body"].removesuffix("人民政府")
            if level and place.value.endswith(level):
                return Stated(place.value + "人民政府", Origin.TEXT, _stated(line, match).span)
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    either = partial(catalogue.either, "document_words")
    party = r"中国共产党\S{2,16}?委员会|中共\S{1,12}?(?:省委|市委|区委|县委|州委|党委|委员会|中央)"
    central, bodies = either("central"), either("bodies")
    return (
        re.compile(rf"(?P<body>{party}|{central}|\S{{2,24}}?(?:{bodies}))(?=关于|印发|第|$)"),
        re.compile(
            rf"(?P<body>\S{{2,24}}?(?:人民政府|委员会|法院|检察院))(?:代理|代|副)?(?:{either('offices')})[{SPACE}]"
        ),
        re.compile(rf"(?:{party}|{central}|\S{{2,24}}?(?:{bodies}))(?:文件)?"),
    )


def _stated(line: Line, match: re.Match[str], group: str = "body") -> Stated:
    span = Span(line.start + match.start(group), line.start + match.end(group))
    return Stated(match[group], Origin.TEXT, span)


def _author(text: str, title: Stated | None) -> Stated | None:
    """The body with which a title begins (国务院关于…), or the government whose report it is (山东省政府工作报告)."""
    if not title or not title.span:
        return None
    line = Line(*title.span, title.span.of(text))
    match = _patterns()[0].match(line.words)
    if match and _is_body(match["body"]):
        return _stated(line, match)
    start = end = -1
    for span, _ in find_places(line.words):
        start, end = (start if span.start == end else span.start), span.end
        if government := _GOVERNMENT.match(line.words, end):
            body = Span(line.start + start, line.start + government.end())
            return Stated(body.of(text), Origin.TEXT, body)
    return None


def _is_body(name: str) -> bool:
    """Whether a name that ends as those of bodies do begins as they do: with a place, a level or the centre."""
    central = ("中国共产党", "中共", "国家", "全国", *words("document_words", "central"))
    of_place = any(span.start == 0 for span, _ in find_places(name)) or _UNLISTED.match(name) is not None
    return of_place or name.startswith((*central, *"省市区县州"))


def _headed(top: Sequence[Line]) -> Stated | None:
    """海拉尔区人民政府区长　王明 → 海拉尔区人民政府; an office without its body (省长 王明) says nothing."""
    for line in top:
        if (match := _patterns()[1].match(line.words)) and _is_body(match["body"]):
            return _stated(line, match)
    return None


def _alone(title: Stated | None, some: Sequence[Line]) -> Stated | None:
    """A line that is the name of a body, or the names of several; then the first."""
    for line in some:
        if len(line.words) > 60 or (title is not None and line.span == title.span):
            continue
        names = line.words.translate(dict.fromkeys(map(ord, SPACE), " ")).split()
        if all(_patterns()[2].fullmatch(name) and _is_body(name) for name in names):
            name = names[0].removesuffix("文件")
            return Stated(name, Origin.TEXT, Span(line.start, line.start + len(name)))
    return None


def _spoken_for(opening: Sequence[Line]) -> Stated | None:
    for line in opening:
        if (match := _FIRST_PERSON.search(line.words)) and any(find_places(match["body"])):
            return _stated(line, match)
    return None


def _labelled(top: Sequence[Line], key: str) -> Stated | None:
    """What stands behind a label, on its line or on the next."""
    for label in settings("document_words")[key].split():
        for number, line in enumerate(top):
            if not line.words.startswith((f"{label}：", f"{label}:")):
                continue
            following = top[number + 1 :][:1] if len(line.words) == len(label) + 1 else ()
            for value in _values(line, len(label) + 1, following):
                return value
    return None


def _values(line: Line, behind: int, following: Sequence[Line]) -> Iterator[Stated]:
    """The first word behind the label: 来源：大众日报 时间：2026-02-01 → 大众日报."""
    for where, begin in ((line, behind), *((other, 0) for other in following)):
        rest = where.words[begin:]
        if pieces := rest.translate(dict.fromkeys(map(ord, SPACE), " ")).split():
            start = where.start + begin + rest.index(pieces[0])
            if 2 <= len(pieces[0]) <= 30 and not pieces[0].endswith((":", "：")):
                yield Stated(pieces[0], Origin.TEXT, Span(start, start + len(pieces[0])))


def _byline(opening: Sequence[Line]) -> Stated | None:
    """■长江日报记者 → 长江日报."""
    for line in opening:
        match = _BYLINE.match(line.words)
        if match and match["press"].endswith(words("document_words", "press")):
            return _stated(line, match, "press")
    return None

"""The title of a document, from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from luoshi.catalogue import settings, words
from luoshi.catalogue.places import find_places
from luoshi.model import Origin, Span, Stated
from luoshi.readers.dates import is_dated
from luoshi.readers.lines import SPACE, Line, is_label, is_speaker, is_titled, squeezed

EXAMPLES = (  # a text, and its title
    (
        "下载\n打印\n【字号：\n加大\n】\n2026年东岭市政府工作报告\n——2026年1月20日在人代会上\n各位代表：",
        "2026年东岭市政府工作报告",
    ),
    ("您的位置:\n首页\n>\n政务要闻\n政务要闻\n2026年政府工作报告\n来源：东岭日报", "2026年政府工作报告"),
    ("首页 > 政务公开 > 政府工作报告\n东岭市2026年政府工作报告\n各位代表：", "东岭市2026年政府工作报告"),
    ("政 府 工 作 报 告\n\n----2012年2月29日在东岭区人民代表大会第六次会议上", "政府工作报告"),
    (
        "实干争先，加快建设北方门户\n——市委全会精神引发热烈反响\n■东岭日报记者\n8月19日，市委召开全会。",
        "实干争先，加快建设北方门户",
    ),
    ("东岭区人民政府区长　　王明\n政府工作报告\n各位代表：", "政府工作报告"),
    ("湖北省\n2026年政府工作报告\n一、回顾", "湖北省2026年政府工作报告"),
    (
        "关于东岭市2025年国民经济和社会发展计划执行情况与\n2026年计划草案的报告\n一、回顾",
        "关于东岭市2025年国民经济和社会发展计划执行情况与2026年计划草案的报告",
    ),
    (
        "东岭日报\n2025年7月29日 星期二 要闻\n实干争先，加快建设北方门户\n7月28日，全会召开。",
        "实干争先，加快建设北方门户",
    ),
    ("标题：东岭市促进消费实施方案\n发文机关：东岭市人民政府\n各区人民政府：", "东岭市促进消费实施方案"),
    ("# 东岭市“十五五”规划纲要\n\n一、发展基础", "东岭市“十五五”规划纲要"),
    ("武汉市2025年国民经济和社会发展统计公报[1]\n武汉市统计局", "武汉市2025年国民经济和社会发展统计公报"),
    (
        "政府工作报告 2026年1月20日在人代会上 市长 王明 各位代表：现在，我代表市人民政府，向大会报告工作，请予审议，"
        "并请市政协委员和其他列席人员提出意见。一、2025年工作回顾。全市经济稳中向好。",
        "政府工作报告",
    ),
    ("2026年1月20日\n来源：东岭日报", ""),
)

_SUBTITLE = re.compile(r"[—―–\-─]|[（(【\[■●★◆▲]")
_MARKUP = re.compile(r"#{1,6}[ \t]+")
_MEETING = re.compile(r"\d{1,2}月\d{1,2}日在")
_NOTE = re.compile(r"(?:[\[［]\d{1,2}[\]］]|\*{1,3})$")  # a mark that leads to a note
_STOPS = "。；，、：:;,！？!?"
_SHORTEST, _LONGEST = 4, 80
_TORN = 4  # lines that one title may be torn over
_GOES_ON = re.compile(r"[的和与及暨、]$|情况$")


def title(text: str, head: Sequence[Line]) -> Stated | None:
    """What a label calls the title; else the first line of the head that ends as titles of documents do (…报告);
    else the first that is no subtitle, label, date, name of a speaker or sentence."""
    if found := _labelled(head):
        return found
    possible = [number for number, line in enumerate(head) if _may_be_title(line.words)]
    if not possible:
        return None
    number = next((number for number in possible if is_titled(head[number].words)), possible[0])
    first = _first_line(head, number, possible)
    start = head[first].start
    if markup := _MARKUP.match(head[first].words):
        start += markup.end()
    note = _NOTE.search(head[number].words)
    span = Span(start, head[number].start + note.start() if note else head[number].end)
    parts = [tidy(text[max(start, line.start) : min(span.end, line.end)]) for line in head[first : number + 1]]
    return Stated("".join(parts), Origin.TEXT, span)


def tidy(words_: str) -> str:
    """White space as single spaces; none where it only spreads out the characters (政 府 工 作 报 告)."""
    pieces = words_.translate(dict.fromkeys(map(ord, SPACE), " ")).split()
    spread = sum(len(piece) == 1 for piece in pieces) > len(pieces) / 2
    return ("" if spread else " ").join(pieces)


def _labelled(head: Sequence[Line]) -> Stated | None:
    for label in settings("document_words")["title_labels"].split():
        for line in head:
            for colon in "：:":
                start = len(label) + 1
                value = line.words[start:].strip(SPACE)
                if line.words.startswith(label + colon) and len(value) >= _SHORTEST:
                    start = line.end - len(value)
                    return Stated(value, Origin.TEXT, Span(start, line.end))
    return None


def _may_be_title(line: str) -> bool:
    bare = squeezed(line)
    return (
        _SHORTEST <= len(bare) <= _LONGEST
        and bare[-1] not in _STOPS
        and not _SUBTITLE.match(bare)
        and not _MEETING.search(bare)
        and not is_dated(bare)
        and not is_label(line)
        and not bare.endswith(words("document_words", "press"))
        and not is_speaker(line)
    )


def _first_line(head: Sequence[Line], number: int, possible: Sequence[int]) -> int:
    """Where a title begins that is torn over lines: at 关于…, or at the name of a place or body above it."""
    first = number
    for above in range(number - 1, max(number - _TORN, -1), -1):
        bare = squeezed(head[above].words)
        names = [name for _, name in find_places(bare)]
        is_body = bool(names) and bare.removesuffix("人民政府") == "".join(names)
        if above not in possible and not is_body:
            break
        if bare.startswith("关于") or is_body or _GOES_ON.search(bare):
            first = above
    return first

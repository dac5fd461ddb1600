"""Where a news article begins in a text of several: what one says of its time does not hold for the next."""

from __future__ import annotations

import re

EXAMPLES = (
    # text, the numbers of the lines at which articles begin
    ("去年，出口增长5%。\n本报讯（记者 王明）上半年，用电量增长3%。", (1,)),
    ("去年，出口增长5%。\n老街有了新电梯\n本报讯（记者 王明）上半年，用电量增长3%。", (1,)),
    ("去年，出口增长5%。\n民生在身边\n老街有了新电梯\n——东岭区见闻\n早上七点，街上热闹起来。", (1,)),
    ("去年，出口增长5%。\n投资有分量\n投资增长3%。", ()),
    ("去年，出口增长5%。\n一、工业\n（一）重点行业\n产值增长3%。", ()),
    ("去年，出口增长5%。\n重点项目\n新建学校\n", ()),
)

_DATELINE = re.compile(
    r"\s*(?:(?:本报|本网|本台)(?:综合)?(?:讯|消息)|(?:新华社|中新社|本报|本网)[一-鿿]{0,8}\d{1,2}月\d{1,2}日(?:讯|电|消息))"
)
_HEADLINE = re.compile(r"(?:[—―－-]{1,2})?[^\s\d（(—－-][^\t。！？；：]{2,39}")
_NUMBERED = re.compile(r"\s*(?:第?[一二三四五六七八九十]{1,3}(?:、|[是要部章节条]))")
_ENDS = frozenset("，、”）)")
_STOPS = frozenset("。！？；：”")


def article_starts(text: str) -> set[int]:
    """Where the lines begin with which an article begins: one with a dateline (本报讯), or several headlines in a row, or
    one over a dateline."""
    starts: set[int] = set()
    headlines: list[int] = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            if _is_headline(words):
                headlines.append(at)
            else:
                if _DATELINE.match(words):
                    starts.add(headlines[0] if headlines else at)
                elif len(headlines) > 1 and words[-1] in _STOPS:
                    starts.add(headlines[0])
                headlines = []
        at += len(line) + 1
    return starts


def _is_headline(words: str) -> bool:
    return _HEADLINE.fullmatch(words) is not None and words[-1] not in _ENDS and _NUMBERED.match(words) is None

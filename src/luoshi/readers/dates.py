"""The date of a document, from its words.

Only a date that names its year counts; a year that is not written is never added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from luoshi.catalogue import settings, words
from luoshi.model import Origin, Span, Stated
from luoshi.readers.lines import SPACE, Line, is_label, squeezed

EXAMPLES = (  # a text, and its date
    ("政府工作报告\n——2026年1月27日在东岭市第五届人民代表大会第六次会议上\n时间：2026-02-01\n各位代表：", "2026-01-27"),
    ("2026年东岭市政府工作报告\n发布时间：2026-01-30\n2026年1月8日，在东岭市人民代表大会上\n各位代表：", "2026-01-08"),
    ("关于预算的报告\n（2026年1月20日在东岭市第五届人民代表大会第六次会议上）", "2026-01-20"),
    ("东岭市国民经济统计公报\n东岭市统计局\n2026年3月15日\n一、综合", "2026-03-15"),
    ("东岭市召开全会\n来源：东岭日报\n发布时间：2026/2/1 09:30", "2026-02-01"),
    ("东岭市召开全会\n发布日期：\n2026-02-01", "2026-02-01"),
    ("东岭市召开全会\n2026-02-02 09:20\n东岭市是一座新城。", "2026-02-02"),
    ("东岭日报\n2025年7月29日 星期二 第三版\n市委召开全会\n7月28日，全会召开。", "2025-07-29"),
    ("市委召开全会\n本报东岭2025年8月20日电（记者 王明）市委召开全会。", "2025-08-20"),
    ("关于做好工作的通知\n各区人民政府：\n请认真执行。\n东岭市人民政府\n二〇二六年一月二十六日", "2026-01-26"),
    (
        "关于做好工作的通知\n各区人民政府：\n请认真执行。\n东岭市人民政府\n2026年2月9日\n附件1\n任务清单"
        + "\n一项任务" * 9,
        "2026-02-09",
    ),
    ("东岭市“十五五”规划纲要\n（2026年1月）\n一、发展基础", "2026-01"),
    ("市委召开全会\n8月19日，市委召开全会。", ""),
    ("市委召开全会\n2026年，全市经济稳中向好。", ""),
    ("工作报告\n——2026年13月40日在东岭市第五届人民代表大会上", ""),
)

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_GAP = f"[{SPACE}]{{0,2}}"
_HAN = "〇○零一二三四五六七八九十"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d){_GAP}(?:年{_GAP}(?P<month>\d{{1,2}}){_GAP}月(?:{_GAP}(?P<day>\d{{1,2}}){_GAP}日)?"
    rf"|(?P<sep>[-/.])(?P<month_>\d{{1,2}})(?P=sep)(?P<day_>\d{{1,2}})(?!\d))"
    rf"|(?P<han>[一二][{_HAN}]{{3}})年(?P<han_month>[{_HAN}]{{1,2}})月(?:(?P<han_day>[{_HAN}]{{1,3}})日)?"
)
_OPENING = r"[\W_]{0,12}"
_DELIVERED = re.compile(rf"{_OPENING}(?={_DATE.pattern})")
_CLOCK = re.compile(rf"[{SPACE}T]{{0,3}}\d{{1,2}}:\d\d")
_AROUND = re.compile(r"[\s（()）【】\[\]—―－-]|星期[一二三四五六日天]|\d{1,2}:\d\d(?::\d\d)?")
_WEEKDAY = re.compile(rf"[{SPACE}]{{0,4}}[（(]?星期[一二三四五六日天]")
_WIRE = re.compile(r"[电讯]")
_TAIL = 6  # lines at the end among which a date may stand by itself


def valid_date(text: str) -> bool:
    """Whether the text is a date as Document.date holds it: YYYY, YYYY-MM or YYYY-MM-DD, and in the calendar."""
    match = _ISO.fullmatch(text)
    return bool(match and text.isascii() and _exists(int(match[1]), int(match[2] or 1), int(match[3] or 1)))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_dated(line: str) -> bool:
    """Whether the line begins with a date that names its year: one of when something was said or published."""
    return _DELIVERED.match(line) is not None


def find_date(text: str) -> str:
    """The first date in a short text such as a meta tag, in the form YYYY-MM-DD or YYYY-MM; "" if there is none."""
    found = (_stated(match, 0) for match in _DATE.finditer(text[:100]))
    return next((stated.value for stated in found if stated), "")


def document_date(head: Sequence[Line], opening: Sequence[Line], ending: Sequence[Line]) -> tuple[Stated | None, bool]:
    """The date, and whether it is the document's own rather than that of the page which shows it.

    ``opening`` are the first lines of all, ``ending`` the last. Own dates, the surest first: that of delivery, one
    that stands by itself below the title, 成文日期, that of a wire report, that below a signature at the end.
    """
    own = (_delivered(head), _alone(head), _labelled(head, own=True), _wired(opening), _alone(ending[-_TAIL:]))
    for found in own:
        if found:
            return found, True
    return _labelled(head, own=False) or _alone(head, clock=True), False


def _stated(match: re.Match[str], offset: int) -> Stated | None:
    parts = match.groupdict()
    if parts["han"]:
        year = int("".join(str(_digit(sign)) for sign in parts["han"]))
        month, day = _small(parts["han_month"]), _small(parts["han_day"]) if parts["han_day"] else None
    else:
        year, month_, day_ = int(parts["year"]), parts["month"] or parts["month_"], parts["day"] or parts["day_"]
        month, day = int(month_), int(day_) if day_ else None
    if not _exists(year, month, day or 1):
        return None
    value = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return Stated(value, Origin.TEXT, Span(offset + match.start(), offset + match.end()))


def _digit(sign: str) -> int:
    return max(0, "〇一二三四五六七八九".find(sign))


def _small(number: str) -> int:
    """二十六 → 26; for months and days."""
    tens, ten, ones = number.rpartition("十")
    return ((_digit(tens) if tens else 1) * 10 if ten else 0) + (_digit(ones) if ones else 0)


def _delivered(head: Sequence[Line]) -> Stated | None:
    """A line that opens with a date and goes on with 在 (…会议上), or a date in brackets with what was done then."""
    for line in head:
        if opening := _DELIVERED.match(line.words):
            match = _DATE.match(line.words, opening.end())
            rest = line.words[match.end() :].lstrip(SPACE) if match else ""
            bracketed = opening[0].strip(SPACE).endswith(("（", "(")) and rest not in {"）", ")"}
            if match and (rest.lstrip("，,").startswith("在") or bracketed) and (found := _stated(match, line.start)):
                return found
    return None


def _alone(some: Sequence[Line], clock: bool = False) -> Stated | None:
    """A line that is a date and nothing else; with a time of day only where ``clock`` allows it.

    Behind a weekday a newspaper names the page: 2025年7月29日 星期二 要闻.
    """
    for number, line in enumerate(some):
        if number and some[number - 1].words.endswith((":", "：")) and is_label(some[number - 1].words):
            continue  # the label's own value
        match = _DATE.search(line.words) if len(line.words) < 40 else None
        if not match:
            continue
        before, behind = _AROUND.sub("", line.words[: match.start()]), line.words[match.end() :]
        if before or (_AROUND.sub("", behind) and not _WEEKDAY.match(behind)):
            continue
        if (clock or not _CLOCK.match(line.words, match.end())) and (found := _stated(match, line.start)):
            return found
    return None


def _labelled(head: Sequence[Line], own: bool) -> Stated | None:
    """The date right behind a label, on its line or on the next."""
    for label in settings("document_words")["date_labels" if own else "page_date_labels"].split():
        for number, line in enumerate(head):
            at = line.words.find(label)
            if at < 0 or squeezed(line.words[at + len(label) :])[:1] not in {":", "："}:
                continue
            match = _DATE.search(line.words, at)
            if match:
                return _stated(match, line.start)
            if line.words.endswith((":", "：")) and number + 1 < len(head):
                following = head[number + 1]
                if match := _DATE.match(following.words):
                    return _stated(match, following.start)
    return None


def _wired(opening: Sequence[Line]) -> Stated | None:
    """本报武汉2025年8月20日电, 新华社北京2025年8月20日电."""
    for line in opening:
        if line.words.startswith(words("document_words", "wire")):
            match = _DATE.search(line.words, 0, 40)
            if match and _WIRE.match(line.words, match.end()):
                return _stated(match, line.start)
    return None

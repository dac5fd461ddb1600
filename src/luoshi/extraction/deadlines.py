"""For when something is undertaken: 到2030年 → 2030, “十五五”时期 → 2026/2030, 年底前 with the document's year → 2026."""

from __future__ import annotations

import re

from luoshi.extraction.sections import plan_period

EXAMPLES = (
    # words, the document's year, deadline
    ("力争到2030年经济总量突破1500亿元", 2025, "2030"),
    ("2027年底前建成通车", 2026, "2027"),
    ("“十五五”时期新增学位10万个", 2026, "2026/2030"),
    ("“十五五”末达到70%", 2026, "2030"),
    ("年底前完成改造", 2026, "2026"),
    ("年底前完成改造", None, ""),
    ("6月底前投用", 2026, "2026-06"),
    ("上半年开工", 2026, "2026-H1"),
    ("一季度出台方案", 2026, "2026-Q1"),
    ("明年投产", 2025, "2026"),
    ("加快建设", 2026, None),
    ("锚定2030年前碳达峰目标", 2026, "2030"),
    ("第2030号令", 2026, None),
)

_PATTERN = re.compile(
    r"(?:到|至|力争|确保|在)?(?P<year>20\d\d)年(?P<month>(?P<number>1[0-2]|[1-9])月)?(?:底|末)?(?:之?前|以前|实现|基本|全面|，|,|$)?"
    r"|“?十(?P<plan>[二三四五六])五”?(?P<late>规划)?(?P<end>末|期末|时期末|收官)?"
    r"|(?P<half>上半年)|(?P<quarter>[一二三四])季度(?:末)?"
    r"|(?P<this>年底前|年底|年内|今年底|今年|全年|本年)|(?P<next>明年)"
    r"|(?<!\d)(?P<monthend>1[0-2]|[1-9])月(?:底|末)前?"
)
_HINT = re.compile(r"20\d\d年|十[二三四五六]五|半年|季度|年底|年内|今年|全年|本年|明年|月[底末]")
_QUARTERS = "一二三四"


def may_hold_deadline(text: str, start: int, end: int) -> bool:
    """Whether it is worth looking for deadlines in a sentence at all."""
    return _HINT.search(text, start, end) is not None


def deadline_in(text: str, start: int, end: int, year: int | None) -> str | None:
    """The deadline that ``text[start:end]`` states, "" where its year is not sure, ``None`` where it states none."""
    unsure = None
    for found in _PATTERN.finditer(text, start, end):
        if found["year"]:
            return f"{found['year']}-{int(found['number']):02d}" if found["month"] else found["year"]
        if found["plan"]:
            period = plan_period(found["plan"])
            return period.split("/")[1] if found["end"] else period
        if year is None:
            unsure = ""
            continue
        if found["half"]:
            return f"{year}-H1"
        if found["quarter"]:
            return f"{year}-Q{_QUARTERS.index(found['quarter']) + 1}"
        if found["monthend"]:
            return f"{year}-{int(found['monthend']):02d}"
        return str(year + 1) if found["next"] else str(year)
    return unsure

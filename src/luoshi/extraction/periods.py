"""The time that words name: 2025年, 上半年, 截至6月底, “十四五”时期, 上年, 到2030年."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from luoshi.extraction.numerals import chinese_number

# The n-th five-year plan covers five years from 1953 + 5 (n - 1), with the years 1963 to 1965 between the second and the
# third (国民经济调整时期): from the third on it begins in 1966 + 5 (n - 3).
_PLAN_OFFSET = 1966 - 5 * 3


class PeriodMention(NamedTuple):
    """A named time. ``flow`` is the period of what happens within it, ``stock`` of where things stand at its end."""

    start: int
    end: int
    flow: str
    stock: str
    kind: str  # year, part, month, plan, relative (去年), own (全年, 年底: of the year that the passage speaks of)
    yearless: bool = False  # 上半年, 6 月: the year is that of which the passage speaks


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the caller or the document says of its own time: the ``year`` in which it speaks ("" if unknown)."""

    year: int | None = None
    month: int | None = None

    def shifted(self, years: int) -> str:
        return str(self.year + years) if self.year is not None else "XXXX"


def plan_years(ordinal: int) -> tuple[int, int]:
    """First and last year of the n-th five-year plan (14 → 2021, 2025)."""
    first = _PLAN_OFFSET + 5 * ordinal
    return first, first + 4


# Where a time may begin: with a set of characters, so that re can skip to the next.
_LIKELY = re.compile(
    "[“‘十二0-9去上前今明本当同年第一三四下到全](?=[十一二三四五六七八九两〇零年半季期底末]|[0-9]{3}[年财预/—–~至到-]|[0-9]?[月—–~至到-])"
    "(?<![“‘](?![十二]))"
)
_PATTERN = re.compile(
    r"(?:(?P<plan>[“‘]?(?P<nth>十[一二三四五六七八九]|二十[一二三]?)五[”’]?(?P<plan_part>(?:规划)?(?:时期|期间|以来)?末?期?)(?P<plan_close>圆满收官|收官|开局)?)"
    r"|(?P<fiscal>20\d\d)(?:[-—–/](?P<fiscal_end>(?:20)?\d\d))?年?(?:财政|预算)年度"
    r"|(?P<span>(?P<from>20\d\d)年?(?:-|—|——|–|~|至|到)(?P<until>20\d\d)年)"
    r"|(?:(?P<year>(?:19|20)\d\d)年|(?P<cn_year>二[〇零][一二三四五六七八九〇零]{2})年|(?P<rel>去年|上年|前年|今年|明年|本年|当年|上一年|同期))"
    r"?(?:(?P<half>上半年|下半年)|(?P<quarters>前[三二两]个?季度)|(?P<quarter>[一二三四]季度|第[一二三四]季度)"
    r"|(?P<m_from>1?\d)(?:-|—|——|–|~|至|到)(?P<m_to>1?\d)月份?|(?P<month>1[0-2]|[1-9])月份?(?P<day>\d{1,2}日)?(?P<month_end>底|末)?)"
    r"|(?P<only_year>(?:19|20)\d\d)年(?P<year_end>底|末)?|(?P<only_cn>二[〇零][一二三四五六七八九〇零]{2})年"
    r"|(?P<only_rel>去年|上年|上一年|前年|今年|明年|本年)(?P<rel_end>底|末)?|(?P<year_close>年底前?|年末|到年底)|(?P<whole>全年))"
)

EXAMPLES = (
    ("2025年", "2025", "2025"),
    ("2025年上半年", "2025-H1", "2025-H1"),
    ("上半年", "2026-H1", "2026-H1"),
    ("6月底", "2026-06", "2026-06"),
    ("“十四五”时期", "2021/2025", "2025"),
    ("“十三五”末", "2016/2020", "2020"),
    ("2021—2025年", "2021/2025", "2025"),
    ("1—9月", "2026-01/2026-09", "2026-01/2026-09"),
    ("前三季度", "2026-Q1/2026-Q3", "2026-Q1/2026-Q3"),
    ("去年", "2025", "2025"),
    ("2025财政年度", "2025", "2025"),
    ("2025年预算年度", "2025", "2025"),
    ("2024/25财政年度", "2024-04/2025-03", "2024-04/2025-03"),
    ("2024—2025财政年度", "2024-04/2025-03", "2024-04/2025-03"),
)  # said in 2026

_SHIFT = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "今年": 0, "本年": 0, "当年": 0, "明年": 1, "同期": -1}
_CN_DIGIT = {"一": "1", "二": "2", "三": "3", "四": "4", "两": "2"}


def find_periods(text: str, calendar: Calendar) -> list[PeriodMention]:
    """The times named in ``text``, in order. Digits of a year that is not known are X (EDTF, ISO 8601-2)."""
    out = []
    past = 0
    for likely in _LIKELY.finditer(text):
        start = likely.start()
        if start < past or (m := _PATTERN.match(text, start)) is None:
            continue
        past = m.end()
        mention = _read(text, m, calendar)
        if mention is not None:
            out.append(mention)
    return out


def _read(text: str, m: re.Match[str], calendar: Calendar) -> PeriodMention | None:
    start, end = m.span()
    if start and (text[start - 1].isdigit() or text[start - 1] in ".-—–~"):
        return None
    if m["plan"]:
        ordinal = chinese_number(m["nth"])
        if ordinal is None:
            return None
        first, last = plan_years(int(ordinal))
        return PeriodMention(start, end, f"{first}/{last}", str(last), "plan")
    if m["fiscal"]:
        year = _fiscal(int(m["fiscal"]), m["fiscal_end"])
        return PeriodMention(start, end, year, year, "year" if year.isdigit() else "part")
    if m["span"]:
        return PeriodMention(start, end, f"{m['from']}/{m['until']}", m["until"], "plan")
    if m["year_close"] or m["whole"]:
        year = calendar.shifted(0)
        return PeriodMention(start, end, year, year, "own")
    only = m["only_year"] or (m["only_cn"] and str(chinese_number(m["only_cn"])))
    if only:
        return PeriodMention(start, end, only, only, "year")
    if m["only_rel"]:
        year = calendar.shifted(_SHIFT[m["only_rel"]])
        return PeriodMention(start, end, year, year, "relative")
    year = (
        m["year"]
        or (m["cn_year"] and str(chinese_number(m["cn_year"])))
        or calendar.shifted(_SHIFT.get(m["rel"] or "今年", 0))
    )
    if m["half"]:
        part = f"{year}-H{1 if m['half'] == '上半年' else 2}"
    elif m["quarters"]:
        part = f"{year}-Q1/{year}-Q{3 if '三' in m['quarters'] else 2}"
    elif m["quarter"]:
        part = f"{year}-Q{_CN_DIGIT[m['quarter'].strip('第')[0]]}"
    elif m["m_from"]:
        part = f"{year}-{int(m['m_from']):02d}/{year}-{int(m['m_to']):02d}"
    else:
        if m["day"] and not m["year"] and not text.startswith(("前", "之前", "以前"), end):
            return None  # the day of an event, not the time of a number
        part = f"{year}-{int(m['month']):02d}"
    yearless = not (m["year"] or m["cn_year"] or m["rel"])
    return PeriodMention(start, end, part, part, "part" if not m["month"] else "month", yearless)


def _fiscal(year: int, end: str | None) -> str:
    """A budget year is the calendar year (预算法 第十八条); one named by two years is Hong Kong's, from April to March."""
    return f"{year}-04/{year + 1}-03" if end and int(end) % 100 == (year + 1) % 100 else str(year)

"""Parts that do not add up to their whole, where the text or the statistics say that they are all of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from luoshi.amounts import split_unit
from luoshi.catalogue import settings
from luoshi.checks.plain import Plain
from luoshi.checks.ranges import Range, rounded, shown, spread, total
from luoshi.extraction.normal import normal
from luoshi.model import Bound, Case, Figure, Finding, FindingKind, Measure, Span

_TOTAL = re.compile(r"，(?:[两二三四五六]项|[两二三四五六]者)?(?:合计|共计|总计)(?:达到?|为|约)?\Z")
_AMONG = re.compile("其中")
_CLOSEST = 2  # parts that a stated total adds up at least
_BARE = 4  # characters of a part's name that says only which part it is (城镇, 农村居民)

EXAMPLES = (
    (
        "2025年，全市地区生产总值385.2亿元，第一产业增加值32.1亿元，第二产业增加值150.6亿元，第三产业增加值220.5亿元。",
        (("385.2亿元", "32.1亿元", "150.6亿元", "220.5亿元"),),
    ),
    (
        "2025年，全市地区生产总值385.2亿元，第一产业增加值32.1亿元，第二产业增加值150.6亿元，第三产业增加值202.5亿元。",
        (),
    ),
    ("2025年，进出口总额85亿元，其中出口总额60亿元、进口总额35亿元。", (("85亿元", "60亿元", "35亿元"),)),
    ("2025年，进出口总额85亿元，其中出口总额60亿元。", ()),
    ("发放补助320万元，其中城镇150万元、农村190万元。", (("320万元", "150万元", "190万元"),)),
    ("发放补助320万元，其中城镇150万元、农村170万元。", ()),
    ("发放补助320万元，其中城镇120万元、农村170万元。", (("320万元", "120万元", "170万元"),)),
    ("发放救助金320万元，其中城镇最低生活保障120万元、农村最低生活保障170万元。", ()),
    ("新增企业20家，其中国家级3家、省级12家。", ()),
    ("新建学校12所、改扩建学校8所，共计25所。", (("25所", "12所", "8所"),)),
    ("新建学校12所、改扩建学校8所，共计20所。", ()),
    ("新建学校5所，新建公园12个、口袋公园8个，共计20个。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A whole and all its parts that do not agree.

    **Looks at** indicators that others add up to by definition (the three
    industries' value added to 地区生产总值, exports and imports to the total); parts behind 其中 that are named by words
    which together are everything (城镇 and 农村, 进口 and 出口); and lists that 合计 or 共计 adds up.

    **Why**: one of the numbers is mistyped or out of date.

    **Rule**: interval arithmetic; each number may be off by one in its last digit. Parts of which the text
    does not say that they are all (其中国家级3家) are not added up.

    **Known false alarms**: a total that leaves out what is listed before it in the same unit.

    **Example**: 新建学校12所、改扩建学校8所，共计25所.
    """
    figures = sorted(
        (
            f
            for f in case.records.figures
            if f.value is not None and f.measure is Measure.LEVEL and f.bound is Bound.EXACT
        ),
        key=lambda figure: figure.span,
    )
    seen: set[Span] = set()
    for found in (_by_definition(case, figures), _by_wording(case, figures), _stated(case, figures)):
        for finding in found:
            if finding.spans[0] not in seen:
                seen.add(finding.spans[0])
                yield finding


def _by_definition(case: Case, figures: list[Figure]) -> Iterator[Finding]:
    """Wholes and parts of checks.toml, each told once for one place and time, of the place as a whole."""
    is_plain = Plain(case.document.text, case.records.figures)
    groups: defaultdict[Hashable, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if figure.indicator_id in _members():
            key = figure.place, figure.period, figure.status, split_unit(figure.unit)[1]
            groups[key][figure.indicator_id].append(figure)
    for group in groups.values():
        for whole, *parts in _partitions():
            told = [group.get(name, []) for name in (whole, *parts)]
            if all(len({(f.value, f.unit) for f in one}) == 1 for one in told):
                first = [one[0] for one in told]
                alike = len({f.evidence for f in first}) == 1 or all(is_plain(f, 2) for f in first)
                if alike and not total(first[1:]).meets(spread(first[0])):
                    yield _finding(first[0], first[1:])


def _by_wording(case: Case, figures: list[Figure]) -> Iterator[Finding]:
    """A number, 其中, and two parts in the same unit whose names hold words that together are everything."""
    text = case.document.text
    for whole, one, other in zip(figures, figures[1:], figures[2:], strict=False):
        if not whole.evidence == one.evidence == other.evidence or not _same_unit([whole, one, other]):
            continue
        between = normal(text[whole.span.end : one.span.start])
        if len(_AMONG.findall(between)) != 1 or re.search("[；。]", between):
            continue
        names = between[between.index("其中") :], normal(text[one.span.end : other.span.start])
        found, stated = total([one, other]), spread(whole)
        bare = all(len(re.sub("其中|[：，、和]", "", name)) <= _BARE for name in names)
        if _complete(*names) and (found.low > stated.high or (bare and found.high < stated.low)):
            yield _finding(whole, [one, other])


def _stated(case: Case, figures: list[Figure]) -> Iterator[Finding]:
    """A list that 合计 adds up, where no way to take its last members gives the total."""
    text = case.document.text
    run: list[Figure] = []
    for before, figure in pairwise(figures):
        same = before.evidence == figure.evidence and _same_unit([before, figure])
        run = [*run, before] if same else []
        between = normal(text[before.span.end : figure.span.start])
        if not same or not _TOTAL.search(between) or len(run) < _CLOSEST:
            continue
        sums = [total(run[-n:]) for n in range(_CLOSEST, len(run) + 1)]
        if not any(one.meets(spread(figure)) for one in sums):
            yield _finding(figure, run)
        run = []


def _complete(one: str, other: str) -> bool:
    """Whether the names of two parts hold words of one row that together are everything."""
    for a, b in _complements():
        for x, y in ((a, b), (b, a)):
            if any(w in one for w in x) and any(w in other for w in y):
                return not any(w in one for w in y) and not any(w in other for w in x)
    return False


def _same_unit(figures: Sequence[Figure]) -> bool:
    return len({split_unit(figure.unit)[1] for figure in figures}) == 1 and figures[0].unit != "%"


@cache
def _partitions() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in settings("checks")["partitions"])


@cache
def _members() -> frozenset[str]:
    return frozenset(name for row in _partitions() for name in row)


@cache
def _complements() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (tuple(one.split("|")), tuple(other.split("|")))
        for one, other in (row.split() for row in settings("checks")["complements"])
    )


def _finding(whole: Figure, parts: Sequence[Figure]) -> Finding:
    found: Range = total(list(parts))
    power, unit = split_unit(whole.unit)
    low, high = (rounded(end.scaleb(-power), 4) for end in found)
    written = " + ".join(map(shown, parts))
    wide = whole.unit if power or unit else ""
    return Finding(
        FindingKind.SUM_MISMATCH,
        (whole.span, *(part.span for part in parts)),
        f"各部分之和与总数不符：{written}，按末位±1计在{low}{wide}到{high}{wide}之间，总数写的是{shown(whole)}。",
        f"The parts do not add up: {written} is from {low}{wide} to {high}{wide}, but the total is given as {shown(whole)}.",
        confidence=0.8,
    )

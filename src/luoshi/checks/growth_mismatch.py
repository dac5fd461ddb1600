"""A growth that does not fit the two levels given beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from luoshi.checks.fitting import MOVING, Misfit, follows_from_levels, misfit, times
from luoshi.checks.plain import Plain
from luoshi.checks.ranges import distinct, shown
from luoshi.model import Case, Figure, Finding, FindingKind, Measure, Status
from luoshi.progress.definitions import identify, measured_in_real_terms
from luoshi.progress.intervals import interval

_BEFORE = 12  # characters before a number that may name its prices
_LEAST_NAME = 2

EXAMPLES = (
    # text, and the words of each finding
    ("旅游收入由上年的32.2亿元增加到38.5亿元，增长25%。", (("25%", "32.2亿元", "38.5亿元"),)),
    ("旅游收入由上年的32.2亿元增加到38.5亿元，增长19.6%。", ()),
    ("旅游收入由上年的32亿元增加到38亿元，增长20.6%。", ()),
    ("常住人口城镇化率由上年的61.2%提高到62.4%，提高2.1个百分点。", (("2.1个百分点", "61.2%", "62.4%"),)),
    ("常住人口城镇化率由上年的61.2%提高到62.4%，提高1.2个百分点。", ()),
    ("2025年，旅游收入38.5亿元。\n旅游收入增长25%。\n2024年，旅游收入32.2亿元。", (("25%", "32.2亿元", "38.5亿元"),)),
    ("2025年，地区生产总值385亿元，增长5%。\n2024年，地区生产总值372亿元。", ()),
    ("2025年，固定资产投资385亿元，增长5%。\n2024年，固定资产投资402亿元。", ()),
    ("2025年，旅游收入突破38亿元，增长25%。\n2024年，旅游收入32.2亿元。", ()),
    ("2025年，旅游收入38.5亿元。\n旅游收入增长25%。\n2024年，东湖景区旅游收入32.2亿元。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A growth, average growth or change that two levels of the same document cannot give.

    **Looks at** growths of one indicator and place whose own level and base level stand in the document.

    **Why**: one of the three numbers is mistyped, or of another year, place or definition.

    **Rule**: interval arithmetic; each number may be off by one in its last digit. Growth at constant prices
    (地区生产总值, 增加值) is left out, and so are growths on a comparable basis unless all stand in one sentence.
    Nothing is said where any pair of levels fits.

    **Known false alarms**: a level of a narrower scope under the same name; a base that was revised since.

    **Example**: 由上年的32.2亿元增加到38.5亿元，增长25%.
    """
    text, figures = case.document.text, case.records.figures
    is_plain = Plain(text, figures)
    levels: defaultdict[tuple[str, str, int, int], list[Figure]] = defaultdict(list)
    moving = []
    for figure in figures:
        if figure.value is None or figure.status is not Status.ACTUAL:
            continue
        if figure.measure in MOVING:
            moving.append(figure)
        elif figure.measure is Measure.LEVEL and (when := interval(figure.period)):
            levels[_name(figure), figure.place, when.first, when.last].append(figure)
    for figure in moving if levels else ():
        found = times(figure)
        if found is None:
            continue
        one, other, years = found
        befores, afters = (distinct(levels.get((_name(figure), figure.place, *t[:2]), ())) for t in (one, other))
        pairs = [
            pair
            for pair in ((a, b) for a in befores for b in afters)
            if _comparable(text, figure, *pair) and _are_one(is_plain, figure, *pair)
        ]
        misfits = [misfit(a, b, figure, years) for a, b in pairs]
        if misfits and all(misfits):
            assert misfits[0] is not None
            yield _finding(misfits[0])


def _name(figure: Figure) -> str:
    return figure.indicator_id or figure.indicator


def _comparable(text: str, figure: Figure, before: Figure, after: Figure) -> bool:
    said = text[max(figure.span.start - _BEFORE, 0) : figure.span.start]
    identity = identify(figure.indicator, figure.indicator_id, said)
    if before.evidence == after.evidence == figure.evidence:
        return not (measured_in_real_terms(identity) or dict(identity.parts).get("prices"))
    return follows_from_levels(identity)


def _are_one(is_plain: Plain, figure: Figure, before: Figure, after: Figure) -> bool:
    """Whether the three speak of one thing: they stand in one sentence, or each of the whole of its place."""
    if before.evidence == after.evidence == figure.evidence:
        return True
    return all(is_plain(one, _LEAST_NAME) for one in (figure, before, after))


def _finding(wrong: Misfit) -> Finding:
    figure, (how, how_en) = wrong.moving, wrong.words()
    return Finding(
        FindingKind.GROWTH_MISMATCH,
        (figure.span, wrong.before.span, wrong.after.span),
        f"“{figure.indicator}”写的是{shown(figure)}，而{how}。",
        f"“{figure.indicator}” is given as {shown(figure)}, but {how_en}.",
        confidence=0.8,
    )

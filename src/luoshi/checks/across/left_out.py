"""Targets of a five-year plan that the next one leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.checks.across.dropped import is_that
from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
from luoshi.checks.across.mentions import is_mentioned
from luoshi.checks.ranges import shown
from luoshi.model import CrossFinding, FindingKind, Status
from luoshi.progress.entries import Entry, Reading

_PLAN = 5  # targets for the end of one five-year plan that make a document a plan
_FIVE_YEARS = 60  # months
_AHEAD = 3  # years before that end at which it was published, at least

_OLD_TARGETS = (
    "到2025年，地区生产总值达到500亿元，常住人口城镇化率达到68%，粮食产量稳定在8万吨，森林覆盖率达到32%，"
    "城镇调查失业率控制在5.5%以内，研发经费投入强度达到2.6%。"
)
_NEW_TARGETS = (
    "到2030年，地区生产总值达到700亿元，常住人口城镇化率达到72%，粮食产量稳定在8.2万吨，森林覆盖率达到33%，"
    "城镇调查失业率控制在5%以内。"
)
EXAMPLES = (
    # date and text of each document, and kind and number of each target in question
    ((("2021-02-10", _OLD_TARGETS), ("2026-02-12", _NEW_TARGETS)), (("target-dropped", "2.6%"),)),
    ((("2021-02-10", _OLD_TARGETS), ("2026-02-12", f"{_NEW_TARGETS}持续加大研发经费投入强度。")), ()),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A target of a five-year plan for a known indicator that the next plan does not name.

    **Looks at** documents that set targets for the end of one five-year plan, and for that of the next.

    **Why**: an indicator that leaves the plan is no longer answered for.

    **Rule**: a document is a plan when it has targets of five known indicators for one such end, set three years before it or more.
    The name of the indicator, its other names and the end of its name stand nowhere in the next plan.

    **Known false alarms**: an indicator that was reached for good (贫困发生率), or that statistics no longer publish.

    **Example**: 研发经费投入强度达到2.6% for 2025; the plan for 2030 does not name it.
    """
    for place in sorted({reading.source.home.key for reading in ledger.readings}):
        yield from _left_out(ledger.documents_of(place))


def _left_out(readings: list[Reading]) -> Iterator[CrossFinding]:
    """What one plan has a target for and the next does not name."""
    plans = [(end, reading, found) for reading in readings for end, found in _long_targets(reading).items()]
    last = {end: number for number, (end, _, _) in enumerate(plans)}  # a plan's last word
    for number, (end, _, targets) in enumerate(plans):
        following = [(reading, found) for other, reading, found in plans if other == end + _FIVE_YEARS]
        if not following or last[end] != number:
            continue
        _, found = following[0]
        for target in {entry.identity: entry for entry in reversed(targets)}.values():
            alike = [entry for reading, _ in following for entry in reading.entries if is_that(target.identity, entry)]
            if alike or any(is_mentioned(target, reading.text, ()) for reading, _ in following):
                continue
            figure, count = target.figure, len(found)
            yield CrossFinding(
                FindingKind.TARGET_DROPPED,
                (citation(target), citation(found[0])),
                f"{target.place.name}“{figure.indicator}”在{named(target)}中有{period_words(target)}的目标{shown(figure)}，"
                f"{named(found[0])}为下一个五年定了{count}项目标，没有再提到它。",
                f"“{figure.indicator}” of {target.place.name} has the target {shown(figure)} for {figure.period} in {named_en(target)}; "
                f"{named_en(found[0])} sets {count} targets for the next five years and does not name it.",
                confidence=0.7,
            )


def _long_targets(reading: Reading) -> dict[int, list[Entry]]:
    """The targets of known indicators for the end of a five-year plan, by that end, where there are enough."""
    found: dict[int, list[Entry]] = {}
    for entry in reading.entries:
        when, month = entry.interval, reading.source.month
        if entry.figure.status is not Status.TARGET or entry.figure.value is None or when is None or month is None:
            continue
        whole_years = when.last % 12 == 11 and when.year % 5 == 0
        if (
            entry.identity.listed
            and whole_years
            and when.year - month // 12 >= _AHEAD
            and entry.place == reading.source.home
        ):
            found.setdefault(when.last, []).append(entry)
    return {end: targets for end, targets in found.items() if len({e.identity for e in targets}) >= _PLAN}

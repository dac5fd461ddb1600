"""Targets of which nothing is heard any more: results that nobody reports, and indicators that the next plan leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi.checks.across.ledger import Ledger, named, named_en, passage, period_words
from luoshi.checks.across.mentions import is_mentioned
from luoshi.checks.ranges import shown
from luoshi.model import CrossFinding, FindingKind, Span, Status
from luoshi.progress.definitions import Agreement, Identity, compare
from luoshi.progress.entries import Entry, Reading
from luoshi.progress.intervals import Interval
from luoshi.progress.tracking import Tracked
from luoshi.progress.verdicts import Verdict

_EARLY = 2  # months before the end of a year from which on documents tell its whole
_LATE = 14  # months after it up to which they still do
_COVERS = 8  # figures about a year that make a document a report on it
_PLAN = 5  # targets for the end of one five-year plan that make a document a plan
_FIVE_YEARS = 60  # months
_AHEAD = 3  # years before that end at which it was published, at least


_REVIEW = (
    "2025年，地区生产总值增长6%，一般公共预算收入增长4%，社会消费品零售总额增长5%，城镇居民人均可支配收入增长5.1%，"
    "农村居民人均可支配收入增长6.2%，粮食产量8.4万吨，进出口总额16.3亿元，城镇新增就业5200人。"
)
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
    ((("2025-01-10", "2025年，力争固定资产投资增长8%。"), ("2026-01-12", _REVIEW)), (("target-dropped", "8%"),)),
    (
        (
            ("2025-01-10", "2025年，力争固定资产投资增长8%。"),
            ("2026-01-12", f"{_REVIEW}\n2026年，力争固定资产投资增长7%。"),
        ),
        (("target-dropped", "8%"),),
    ),
    ((("2025-01-10", "2025年，力争固定资产投资增长8%。"), ("2026-01-12", f"{_REVIEW}\n固定资产投资稳步回升。")), ()),
    ((("2025-01-10", "2025年，力争固定资产投资增长8%。"), ("2026-01-12", f"{_REVIEW}\n固定资产投资下降3%。")), ()),
    ((("2025-01-10", "2025年，力争固定资产投资增长8%。"), ("2026-01-12", "2025年，粮食产量8.4万吨。")), ()),
    ((("2025-01-10", "2025年，计划新建农村公路40公里。"), ("2026-01-12", _REVIEW)), ()),
    ((("2021-02-10", _OLD_TARGETS), ("2026-02-12", _NEW_TARGETS)), (("target-dropped", "2.6%"),)),
    ((("2021-02-10", _OLD_TARGETS), ("2026-02-12", f"{_NEW_TARGETS}持续加大研发经费投入强度。")), ()),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A target of a known indicator that is passed over in silence.

    **Looks at** yearly targets that were not reported on, where documents of the place that report on that year are at hand;
    and targets of a five-year plan, where the next plan is.

    **Why**: what is not mentioned cannot be asked about, unless somebody keeps the list.

    **Rule**: known indicators only. The later documents have eight figures about the year and none of the indicator or the same thing measured
    otherwise; its name, its other names and the end of its name stand nowhere but in sentences about other
    years. A plan has five targets of known indicators for one end, set three years before it or more; the name stands nowhere in the next.

    **Known false alarms**: an indicator that statistics no longer publish; a result told in words of its own.

    **Example**: 固定资产投资增长25% for 2012; the report of 2013 names the target for 2013 only.
    """
    for item in ledger.tracked:
        when, figure = item.target.interval, item.target.figure
        if item.verdict is not Verdict.NOT_REPORTED or not item.target.identity.listed or figure.value is None:
            continue
        if when is not None and when.granularity == "year" and (item.target.source.month or 0) <= when.last:
            yield from _unreported(ledger, item, when)
    for place in {reading.source.home.key for reading in ledger.readings}:
        yield from _left_out(ledger.documents_of(place))


def _unreported(ledger: Ledger, item: Tracked, when: Interval) -> Iterator[CrossFinding]:
    target = item.target
    later = [
        reading
        for reading in ledger.documents_of(target.place.key)
        if when.last - _EARLY < (reading.source.month or 0) <= when.last + _LATE and reading.source != target.source
    ]
    covering = [reading for reading in later if len(_about(reading, when)) >= _COVERS]
    alike = [e for reading in later for e in reading.entries if _is_that(target.identity, e)]
    if not covering or any(_is_result(entry, target, when) for entry in alike):
        return
    if any(is_mentioned(target, reading.text, _sentences(alike, reading)) for reading in later):
        return
    figure, report = target.figure, covering[0]
    other = next((e for e in alike if e.place.key == target.place.key and e.source == report.source), None)
    beside = other or _about(report, when)[0]
    said, said_en = "没有再提到这一指标", "does not name it any more"
    if other is not None:
        said = f"只提到{period_words(other)}（{shown(other.figure)}），没有说明{period_words(target)}的结果"
        said_en = f"names it for {other.figure.period} only ({shown(other.figure)})"
    yield CrossFinding(
        FindingKind.TARGET_DROPPED,
        (passage(target), passage(beside)),
        f"{target.place.name}{period_words(target)}“{figure.indicator}”的目标{shown(figure)}（{named(target)}）没有下文："
        f"{named(beside)}有{len(_about(report, when))}项{period_words(target)}的数据，但{said}。",
        f"Nothing is heard of the target {shown(figure)} for “{figure.indicator}” of {target.place.name}, {figure.period} "
        f"({named_en(target)}): {named_en(beside)} has {len(_about(report, when))} figures of that year, but {said_en}.",
        confidence=0.7,
    )


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
            alike = [entry for reading, _ in following for entry in reading.entries if _is_that(target.identity, entry)]
            if alike or any(is_mentioned(target, reading.text, ()) for reading, _ in following):
                continue
            figure, count = target.figure, len(found)
            yield CrossFinding(
                FindingKind.TARGET_DROPPED,
                (passage(target), passage(found[0])),
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


def _about(reading: Reading, when: Interval) -> list[Entry]:
    """What a document reports of a time."""
    return [
        entry
        for entry in reading.entries
        if entry.figure.status is Status.ACTUAL and entry.interval is not None and entry.interval.same(when)
    ]


def _is_that(identity: Identity, entry: Entry) -> bool:
    return entry.identity.core == identity.core or compare(identity, entry.identity).agreement is not Agreement.OTHER


def _is_result(entry: Entry, target: Entry, when: Interval) -> bool:
    """Whether it says of the time how things stand, for the place or one in it."""
    return entry.figure.status is Status.ACTUAL and (entry.interval is None or entry.interval.same(when))


def _sentences(entries: Iterable[Entry], reading: Reading) -> tuple[Span, ...]:
    """Where the sentences of figures stand in a document."""
    return tuple(span for e in entries if e.source == reading.source for span in e.figure.evidence)

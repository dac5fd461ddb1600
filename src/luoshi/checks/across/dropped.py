"""Yearly targets of which nothing is heard any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
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


_REVIEW = (
    "2025年，地区生产总值增长6%，一般公共预算收入增长4%，社会消费品零售总额增长5%，城镇居民人均可支配收入增长5.1%，"
    "农村居民人均可支配收入增长6.2%，粮食产量8.4万吨，进出口总额16.3亿元，城镇新增就业5200人。"
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
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A target of a known indicator that is passed over in silence.

    **Looks at** yearly targets that were not reported on, where documents of the place that report on that year are at hand.

    **Why**: what is not mentioned cannot be asked about, unless somebody keeps the list.

    **Rule**: known indicators only. The later documents have eight figures about the year and none of the indicator or the same thing measured
    otherwise; its name, its other names and the end of its name stand nowhere but in sentences about other
    years.

    **Known false alarms**: an indicator that statistics no longer publish; a result told in words of its own.

    **Example**: 固定资产投资增长25% for 2012; the report of 2013 names the target for 2013 only.
    """
    for item in ledger.tracked:
        when, figure = item.target.interval, item.target.figure
        if item.verdict is not Verdict.NOT_REPORTED or not item.target.identity.listed or figure.value is None:
            continue
        if when is not None and when.granularity == "year" and (item.target.source.month or 0) <= when.last:
            yield from _unreported(ledger, item, when)


def _unreported(ledger: Ledger, item: Tracked, when: Interval) -> Iterator[CrossFinding]:
    target = item.target
    later = [
        reading
        for reading in ledger.documents_of(target.place.key)
        if when.last - _EARLY < (reading.source.month or 0) <= when.last + _LATE and reading.source != target.source
    ]
    covering = [reading for reading in later if len(_about(reading, when)) >= _COVERS]
    alike = [e for reading in later for e in reading.entries if is_that(target.identity, e)]
    if not covering or any(_is_result(entry, target, when) for entry in alike):
        return
    if any(is_mentioned(target, reading.text, _spoken_for(target, alike, reading)) for reading in later):
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
        (citation(target), citation(beside)),
        f"{target.place.name}{period_words(target)}“{figure.indicator}”的目标{shown(figure)}（{named(target)}）没有下文："
        f"{named(beside)}有{len(_about(report, when))}项{period_words(target)}的数据，但{said}。",
        f"Nothing is heard of the target {shown(figure)} for “{figure.indicator}” of {target.place.name}, {figure.period} "
        f"({named_en(target)}): {named_en(beside)} has {len(_about(report, when))} figures of that year, but {said_en}.",
        confidence=0.7,
    )


def _about(reading: Reading, when: Interval) -> list[Entry]:
    """What a document reports of a time."""
    return [
        entry
        for entry in reading.entries
        if entry.figure.status is Status.ACTUAL and entry.interval is not None and entry.interval.same(when)
    ]


def is_that(identity: Identity, entry: Entry) -> bool:
    """Whether a figure is of an indicator, or of the same thing measured otherwise."""
    return compare(identity, entry.identity).agreement is not Agreement.OTHER


def _is_result(entry: Entry, target: Entry, when: Interval) -> bool:
    """Whether it says of the time how things stand, for the place or one in it."""
    return entry.figure.status is Status.ACTUAL and (entry.interval is None or entry.interval.same(when))


def _spoken_for(target: Entry, alike: Iterable[Entry], reading: Reading) -> tuple[Span, ...]:
    """What of a document is known to speak of other times, or to name other indicators that end alike (城镇, 农村居民收入)."""
    times = (span for entry in alike if entry.source == reading.source for span in entry.figure.evidence)
    others = (e.figure for e in reading.entries if e.identity.listed and not is_that(target.identity, e))
    return (*times, *(figure.indicator_span for figure in others if figure.indicator_span is not None))

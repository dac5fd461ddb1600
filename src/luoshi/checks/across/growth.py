"""A growth that does not fit two levels of which one stands in another document."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from luoshi.catalogue import settings
from luoshi.checks.across.ledger import Ledger, citation, named, named_en, period_words
from luoshi.checks.fitting import MOVING, Misfit, follows_from_levels, misfit, times
from luoshi.checks.ranges import shown
from luoshi.model import CrossFinding, FindingKind, Status
from luoshi.progress.entries import Entry

EXAMPLES = (
    # date and text of each document, and kind and numbers of each finding
    (
        (("2025-01-10", "2024年，旅游收入32.2亿元。"), ("2026-01-12", "2025年，旅游收入38.5亿元，增长35%。")),
        (("growth-mismatch", "35%", "32.2亿元", "38.5亿元"),),
    ),
    ((("2025-01-10", "2024年，旅游收入32.2亿元。"), ("2026-01-12", "2025年，旅游收入38.5亿元，增长19.6%。")), ()),
    ((("2025-01-10", "2024年，旅游收入32.2亿元。"), ("2026-01-12", "2025年，旅游收入38.5亿元，增长22%。")), ()),
    ((("2025-01-10", "2024年，地区生产总值322亿元。"), ("2026-01-12", "2025年，地区生产总值385亿元，增长6%。")), ()),
    (
        (("2025-01-10", "2024年，规上工业总产值322亿元。"), ("2026-01-12", "2025年，规上工业总产值385亿元，增长6%。")),
        (),
    ),
    (
        (
            ("2025-01-10", "2024年，旅游收入32.2亿元。"),
            ("2026-01-12", "2025年，旅游收入达到38.5亿元，可比口径增长35%。"),
        ),
        (),
    ),
)


def check(ledger: Ledger) -> Iterator[CrossFinding]:
    """A growth or change that the levels of two documents cannot give, even if the earlier one was revised.

    **Looks at** reported growths of indicators whose growth follows from their levels (nominal, no comparable basis), with the
    level of the time itself and that of its base, of which at least one stands in another document.

    **Why**: one of three numbers that nobody ever saw side by side is wrong.

    **Rule**: interval arithmetic; each number may be off by one in its last digit, and the level of the base may have been
    revised by as much as checks.toml says, which the message states. Any pair of levels that fits is enough.

    **Known false alarms**: an indicator whose definition changed between the documents without its name.

    **Example**: 税务局 collected 15.8亿元, then 16.3亿元, and says 增长13.2%.
    """
    allowed = Decimal(settings("checks")["largest_revision"]["base"])
    for entry in ledger.entries:
        figure = entry.figure
        if figure.status is not Status.ACTUAL or figure.value is None or figure.measure not in MOVING:
            continue
        found = times(figure) if follows_from_levels(entry.identity) else None
        levels = ledger.levels.get((entry.identity, entry.place.key))
        if found is None or levels is None or not ledger.is_whole(entry):
            continue
        first, last, years = found
        pairs = list(product(levels.get(first[:2], ()), levels.get(last[:2], ())))
        wrong = [misfit(a.figure, b.figure, figure, years, allowed) for a, b in pairs]
        if not wrong or not all(wrong):
            continue
        for (before, after), bad in zip(pairs, wrong, strict=True):
            if bad is not None and len({before.source, after.source, entry.source}) > 1:
                yield _finding(entry, before, after, bad, allowed)
                break


def _finding(entry: Entry, before: Entry, after: Entry, bad: Misfit, allowed: Decimal) -> CrossFinding:
    how, how_en = bad.words()
    share, name = f"{allowed * 100:f}%", entry.figure.indicator
    return CrossFinding(
        FindingKind.GROWTH_MISMATCH,
        (citation(entry), citation(before), citation(after)),
        f"{entry.place.name}{period_words(entry)}“{name}”：{named(entry)}写的是{shown(entry.figure)}，而按{named(before)}的"
        f"{shown(before.figure)}和{named(after)}的{shown(after.figure)}，即使基数修订过±{share}，{how}。",
        f"“{name}” of {entry.place.name}, {entry.figure.period}: {named_en(entry)} has {shown(entry.figure)}, but by "
        f"{named_en(before)} and {named_en(after)}, even if the base was revised by {share}, {how_en}.",
        confidence=0.7,
    )

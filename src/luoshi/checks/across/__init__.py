"""What only several documents show: one file a check, each a function from a ledger to findings (docs/checks.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from luoshi.checks.across import differing, dropped, growth, left_out, levels, lowered, undelivered
from luoshi.checks.across.ledger import Ledger
from luoshi.model import CrossFinding
from luoshi.progress.entries import Reading

CrossCheck = Callable[[Ledger], Iterator[CrossFinding]]

CHECKS: Final[tuple[CrossCheck, ...]] = (
    differing.check,
    growth.check,
    levels.check,
    lowered.check,
    dropped.check,
    left_out.check,
    undelivered.check,
)


def check_across(readings: Iterable[Reading], as_of: str = "") -> list[CrossFinding]:
    """All findings of all checks across the documents, by document, place in it, and kind.

    ``as_of`` (ISO 8601) is the day on which it is judged what is due; without it, the date of the latest document of a place.
    """
    ledger = Ledger(readings, as_of)
    found = (finding for one in CHECKS for finding in one(ledger))
    return sorted(found, key=lambda f: (f.citations[0].date, f.citations[0].document, f.citations[0].span, f.kind))

"""What a careful reader would question: one file a check, each a function from a case to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from luoshi.checks import (
    corrected,
    count,
    differing_values,
    growth_mismatch,
    impossible_rank,
    impossible_share,
    industry_shares,
    jump,
    low_confidence,
    part_over_whole,
    role_conflict,
    run_on,
    same_value,
    sum_mismatch,
    unit_slip,
    unknown_body,
)
from luoshi.model import Case, Finding

Check = Callable[[Case], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    count.check,
    same_value.check,
    role_conflict.check,
    unknown_body.check,
    run_on.check,
    differing_values.check,
    growth_mismatch.check,
    sum_mismatch.check,
    industry_shares.check,
    part_over_whole.check,
    impossible_share.check,
    impossible_rank.check,
    unit_slip.check,
    jump.check,
    low_confidence.check,
    corrected.check,
)


def check(case: Case) -> tuple[Finding, ...]:
    """All findings of all checks, in reading order of their first words.

    The checks read the repaired order (``case.flow``), so that a repeated stretch gives no second finding; the spans
    are of the document. Takes time linear in the length of the text.
    """
    return tuple(sorted((finding for one in CHECKS for finding in one(case)), key=lambda f: (f.spans, f.kind)))

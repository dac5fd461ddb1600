"""A level that is many times, or a small part of, that of a neighbouring year."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.checks.leaps import leaps_in
from luoshi.model import Case, Finding, FindingKind

EXAMPLES = (
    ("2025年，一般公共预算收入163亿元。\n2024年，一般公共预算收入15.8亿元。", (("163亿元", "15.8亿元"),)),
    ("2025年，一般公共预算收入16.3亿元。\n2024年，一般公共预算收入15.8亿元。", ()),
    ("2025年，粮食产量8.2万吨。\n2024年，粮食产量82.5万吨。", (("8.2万吨", "82.5万吨"),)),
    ("2025年，跨境电商进出口163亿元。\n2024年，跨境电商进出口15.8亿元。", ()),
    ("2025年，东湖新城一般公共预算收入163亿元。\n2024年，一般公共预算收入15.8亿元。", ()),
    ("一般公共预算收入由上年的15.8亿元增加到163亿元。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """Two levels of one steady indicator in neighbouring years that are too far apart.

    **Looks at** reported yearly levels of indicators that do not multiply (output, population, revenue, income, deposits) for
    the place as a whole, in different sentences.

    **Why**: a lost or added digit, a decimal point in the wrong place, or another place's number.

    **Rule**: one is more than three times the other (half as much again for each further year between them, six years at most).
    What is off by a multiplier is unit-slip's.

    **Known false alarms**: a place whose borders changed.

    **Example**: 一般公共预算收入163亿元 beside 15.8亿元 of the year before.
    """
    for found in leaps_in(case):
        if found.kind is not FindingKind.JUMP:
            continue
        how, how_en = found.words()
        after = found.after
        yield Finding(
            FindingKind.JUMP,
            (after.span, found.before.span),
            f"“{after.indicator}”{found.before.period}年到{after.period}年的变动异常：{how}。",
            f"“{after.indicator}” changes too much from {found.before.period} to {after.period}: {how_en}.",
            confidence=0.7,
        )

"""Figures that recognition was not sure of."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Case, Finding, FindingKind
from luoshi.positions import Positions

THRESHOLD = 0.8  # docs/checks/low-confidence.md: how often lines with more and with less confidence were read wrong
_WRONG = 0.6  # the share of these figures that was wrong in that measurement

EXAMPLES = (
    # text, confidence of each of its lines, and the words of each finding
    ("全市地区生产总值增长6.2%。\n新建学校12所。", (0.99, 0.62), ("12所",)),
    ("全市地区生产总值增长6.2%。\n新建学校12所。", (0.99, 0.97), ()),
    ("全市经济稳中向好。\n新建学校12所。", (0.41, 0.97), ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A figure on a line of a scan or picture whose characters were guessed.

    **Looks at** the figures of documents that were recognised from pictures.

    **Why**: a digit that was misread looks like any other; where the machine itself was in doubt a person should look.

    **Rule**: the number with its unit stands on a line in which recognition was less than 80 % sure of a digit, or
    of its characters on the whole.

    **Known false alarms**: the digit in doubt may be right, or that of another number on the same line.

    **Example**: 新建学校12所 on a creased page.
    """
    places = Positions(case.document)
    for figure in case.records.figures:
        confidence = min((region.confidence for region in places(figure.span)), default=1.0)
        if confidence < THRESHOLD:
            words = figure.span.of(case.document.text)
            yield Finding(
                FindingKind.LOW_CONFIDENCE,
                (figure.span,),
                f"“{words}”所在的一行识别得不够清楚（把握{confidence:.0%}），请对照原图核对。",
                f"“{words}” stands on a line that was not recognised with certainty ({confidence:.0%}); compare the page.",
                confidence=_WRONG,
            )

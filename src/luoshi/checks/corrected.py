"""Words that were put right when they were recognised."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Case, Finding, FindingKind

EXAMPLES = (
    # text, the words in it that were put right with what had been read, and the words of each finding
    ("经济总量将超过35万亿元。", (("万亿", "万1亿"),), ("万亿",)),
    ("经济总量将超过35万亿元。", (), ()),
)


def check(case: Case) -> Iterator[Finding]:
    """What was recognised as something impossible, and now stands in the text as the one thing that it can be.

    **Looks at** the corrections that came with the document.

    **Why**: a text that differs from what the machine saw must say so.

    **Rule**: every correction is reported.

    **Known false alarms**: none; most corrections are right, but the page decides.

    **Example**: 35万亿, recognised as 35万1亿.
    """
    text = case.document.text
    for span, read in case.document.corrections:
        words = span.of(text)
        yield Finding(
            FindingKind.CORRECTED,
            (span,),
            f"“{words}”原来识别成“{read}”，已按数字的写法改正，请对照原图核对。",
            f"“{words}” had been recognised as “{read}”, which is no possible number; compare the page.",
            confidence=0.9,
        )

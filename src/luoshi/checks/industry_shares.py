"""The shares of the three industries that do not add up to a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from luoshi.extraction.normal import normal
from luoshi.flows import Locator
from luoshi.model import Case, Finding, FindingKind

_RATIO = re.compile(r"三次产业[^。；，\n]{0,12}?(\d+(?:\.\d+)?) ?[：∶:] ?(\d+(?:\.\d+)?) ?[：∶:] ?(\d+(?:\.\d+)?)")
_REACH = 120  # characters from 三次产业 on in which its shares stand
_INDUSTRIES = re.compile("三次产业")
_NEXT_RATIO = re.compile(r"[^。；\n\d]{0,12}(\d+(?:\.\d+)?) ?[：∶:] ?(\d+(?:\.\d+)?) ?[：∶:] ?(\d+(?:\.\d+)?)")
_WHOLE = Decimal(100)

EXAMPLES = (
    ("三次产业结构调整为8.3∶41.4∶53.3。", (("8.3∶41.4∶53.3",),)),
    ("三次产业结构由8.7∶41.2∶50.1调整为7.4∶39.6∶53.0。", ()),
    ("三次产业结构由8.7∶41.2∶50.1调整为7.4∶36.9∶53.0。", (("7.4∶36.9∶53.0",),)),
    ("三次产业比重为8∶41∶50。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """三次产业结构 with shares that are not the whole.

    **Looks at** the three numbers behind 三次产业, and those to which they are said to have been adjusted.

    **Why**: one of them is mistyped.

    **Rule**: their sum differs from 100 by more than one of the last digit of each.

    **Known false alarms**: none known; a ratio that is no structure would be one (三次产业比1∶4∶5).

    **Example**: 三次产业结构调整为8.3∶41.4∶53.3 (103).
    """
    text, locate = case.flow.text, Locator(case.flow)
    for named in _INDUSTRIES.finditer(text):
        words = normal(text[named.start() : named.start() + _REACH])
        match = _RATIO.match(words)
        while match:
            parts = [Decimal(part) for part in match.groups()]
            slack = sum((Decimal(1).scaleb(int(part.as_tuple().exponent)) for part in parts), Decimal(0))
            found = sum(parts)
            if abs(found - _WHOLE) > slack:
                yield Finding(
                    FindingKind.SUM_MISMATCH,
                    locate(named.start() + match.start(1), named.start() + match.end(3)),
                    f"三次产业的比重之和应为100：{' + '.join(match.groups())} = {found}（按末位±1计可差{slack}）。",
                    f"The shares of the three industries should add up to 100: {' + '.join(match.groups())} = {found}.",
                    confidence=0.9,
                )
            match = _NEXT_RATIO.match(words, match.end())

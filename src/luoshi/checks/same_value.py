"""One amount given for two different indicators."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.checks.reading import LEADING, clause_start, likeness, sentence
from luoshi.extraction.quantities import quantities
from luoshi.extraction.quantity import Quantity
from luoshi.flows import Locator
from luoshi.model import Case, Figure, Finding, FindingKind, Span

_SIGNIFICANT_DIGITS = 3  # fewer, or ending in zeros, is too common to mean anything (20个, 300亿元)
_SHARED = 10  # characters that follow both amounts alike; fewer do where a number is among them
_SHARED_WITH_NUMBER = 6
_SIMILAR = 0.6  # likeness of what else the two sentences say
_LEAST_CONTEXT = 12
_NEIGHBOURS = 3  # how many later mentions of the same amount each is compared with
_SAME_INDICATOR = 0.5

_VERBS = f"(?:{'|'.join(words('checks', 'amount_verbs'))})+"
_VERB = re.compile(rf"^{_VERBS}|{_VERBS}$")

EXAMPLES = (
    # text, and the words of each finding
    (
        "上半年完成进出口总额1382亿元，科创基金出资规模320亿元，开放水平不断提高。\n"
        "上半年，全市软件业务收入1382亿元，科创基金出资规模320亿元，创新能力不断增强。",
        (("完成进出口总额1382亿元", "软件业务收入1382亿元"),),
    ),
    (
        "全市进出口总额1382亿元，增长6.4%。\n软件业务收入1382亿元，增长6.4%。",
        (("进出口总额1382亿元", "软件业务收入1382亿元"),),
    ),
    ("全市进出口总额1382亿元，增长6.4%。\n软件业务收入1382亿元，企业利润稳步回升。", ()),
    (
        "固定资产投资1382亿元，工业投资增长8.1%、增速居全省第二位。\n"
        "全年固定资产投资1382亿元，工业投资增长8.1%、增速居全省第二位。",
        (),
    ),
    ("新增企业20家，其中国家级3家、省级17家。\n新增院校20家，其中国家级3家、省级17家。", ()),
)


class _Mention(NamedTuple):
    """An amount with the words of its indicator: offsets of the flow, and the words without verbs."""

    quantity: Quantity
    start: int
    indicator: str


def check(case: Case) -> Iterator[Finding]:
    """One amount for two different indicators, in otherwise similar sentences.

    **Looks at** amounts with at least three significant digits that stand twice in the repaired text in the
    same unit.

    **Why**: when a sentence serves as the mould of another, the new name is sometimes set and the old number
    kept.

    **Rule**: the two indicators are called differently, the periods and places (where extraction knows them)
    agree, and either the same words follow both amounts or the rest of the two sentences is alike. Equal
    amounts in unlike sentences are taken for coincidence.

    **Known false alarms**: two names of one thing that have no characters in common; a sum that is raised in
    one sentence and spent in a like one.

    **Example**: 进出口总额1382亿元，增长6.4%。 and 软件业务收入1382亿元，增长6.4%。
    """
    text, found = quantities(case.flow.text)
    locate = Locator(case.flow)
    groups: defaultdict[tuple[Decimal, str], list[Quantity]] = defaultdict(list)
    for quantity in found:
        if quantity.kind == "amount" and quantity.high is None and _is_telling(quantity.value):
            groups[quantity.value, quantity.unit].append(quantity)
    known = {figure.span.start: figure for figure in case.records.figures}
    for group in groups.values():
        mentions = [_mention(text, quantity) for quantity in group] if len(group) > 1 else []
        for one, other in ((m, n) for i, m in enumerate(mentions) for n in mentions[i + 1 : i + 1 + _NEIGHBOURS]):
            if not (_differ(one, other) and _alike(text, one, other)):
                continue
            first, second = (known.get(locate(m.quantity.start, m.quantity.end)[0].start) for m in (one, other))
            if _told_apart(first, second):
                continue
            first_words, second_words = (case.flow.text[m.start : m.quantity.end] for m in (one, other))
            spans = tuple(Span(*s) for m in (one, other) for s in locate(m.start, m.quantity.end))
            yield Finding(
                FindingKind.SAME_VALUE,
                spans,
                f"“{first_words}”与“{second_words}”：两个不同的指标写了同一个数，前后文字也相似，其中一处可能有误。",
                f"“{first_words}” and “{second_words}”: two different indicators carry one amount in like sentences; "
                "one may be wrong.",
                confidence=0.8,
            )


def _is_telling(value: Decimal) -> bool:
    """Whether a value has enough digits that its standing twice is no accident."""
    return len(value.normalize().as_tuple().digits) >= _SIGNIFICANT_DIGITS


def _mention(text: str, quantity: Quantity) -> _Mention:
    start = clause_start(text, quantity.start)
    leading = LEADING.match(text[start : quantity.start])
    start += leading.end() if leading else 0
    return _Mention(quantity, start, _VERB.sub("", text[start : quantity.start]))


def _differ(one: _Mention, other: _Mention) -> bool:
    a, b = one.indicator, other.indicator
    return len(a) > 1 and len(b) > 1 and a not in b and b not in a and likeness(a, b) < _SAME_INDICATOR


def _alike(text: str, one: _Mention, other: _Mention) -> bool:
    """Whether the words around two amounts are the same but for the indicators."""
    a, b = one.quantity.end, other.quantity.end
    first, second = sentence(text, one.quantity.start), sentence(text, other.quantity.start)
    if first == second:
        return False
    for length in (_SHARED, _SHARED_WITH_NUMBER):
        ahead = text[a : min(a + length, first[1])]
        if len(ahead) == length and ahead == text[b : b + length]:
            return length == _SHARED or any(map(str.isdigit, ahead))
    rests = [text[s : m.start] + text[m.quantity.end : e] for (s, e), m in ((first, one), (second, other))]
    return min(map(len, rests)) >= _LEAST_CONTEXT and likeness(*rests) >= _SIMILAR


def _told_apart(one: Figure | None, other: Figure | None) -> bool:
    """Whether the records say that the two are one indicator, or belong to different times or places."""
    if one is None or other is None:
        return False
    if one.indicator_id and one.indicator_id == other.indicator_id:
        return True
    if one.period and other.period and one.period != other.period:
        return True
    return one.place != other.place

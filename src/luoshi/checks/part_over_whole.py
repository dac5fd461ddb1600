"""A part that is larger than the whole of which it is said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from luoshi.amounts import amount, split_unit
from luoshi.checks.ranges import shown, spread
from luoshi.extraction.normal import normal
from luoshi.model import Case, Figure, Finding, FindingKind, Measure

_AMONG = re.compile("其中")
_PER = re.compile("每|人均|户均|平均|年均|月均|日均|亩均|均")  # of a quotient nothing is a part
_NEW = re.compile("新|增")
_STOCK = re.compile("达到|累计|总|共")  # a stock is no part of what is new
_REACH = 40  # characters between a part's number and the 其中 that opens it

EXAMPLES = (
    ("新增上市公司8家，其中境外上市12家。", (("12家", "8家"),)),
    ("新增上市公司12家，其中境外上市8家。", ()),
    ("全市粮食产量达到8.5万吨，其中小麦产量12.3万吨。", (("12.3万吨", "8.5万吨"),)),
    ("全市粮食产量达到8.5万吨，其中小麦增产12.3万吨。", ()),
    ("食品抽检量每千人8批次，其中开展专项抽检5000批次。", ()),
    ("抽检超过800批次，其中专项抽检900批次。", ()),
    ("完成投资80亿元，增长6%，其中工业投资92亿元。", (("92亿元", "80亿元"),)),
    ("新增高标准农田8万亩，其中节水灌溉面积累计达到120万亩。", ()),
    ("新增就业8万人。其中，新增贷款900亿元。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A figure behind 其中 that exceeds the figure before it.

    **Looks at** the first level behind 其中 and the last level in the same unit before it, in one sentence.

    **Why**: a part cannot exceed its whole: one number or one unit is mistyped.

    **Rule**: both are amounts in one unit (multipliers apart), neither is a quotient (每千人, 人均), the whole is not what is new
    beside a part that is a stock (累计, 达到), and what the part may be at least (one of its last digit) exceeds what the whole
    may be at most. An open whole (超过800) exceeds all.

    **Known false alarms**: 其中 that takes up something named further back.

    **Example**: 新增上市公司8家，其中境外上市12家.
    """
    text = case.document.text
    figures = [f for f in case.records.figures if f.value is not None and f.measure is Measure.LEVEL and f.unit != "%"]
    for whole, part in pairwise(sorted(figures, key=lambda figure: figure.span)):
        if whole.evidence != part.evidence or whole.status is not part.status or not _same_unit(whole, part):
            continue
        between = normal(text[whole.span.end : part.span.start])
        among = list(_AMONG.finditer(between))
        if len(among) != 1 or len(between) - among[0].end() > _REACH or re.search("[；。]", between):
            continue
        before = normal(text[max(whole.span.start - _REACH, whole.evidence[0].start) : whole.span.start])
        clause = re.split("[，；。]", before)[-1]
        named = between[among[0].end() :]
        if _PER.search(clause) or _PER.search(named) or (_NEW.search(clause) and _STOCK.search(named)):
            continue
        if not _exceeds(part, whole):
            continue
        yield _finding(whole, part)


def _same_unit(one: Figure, other: Figure) -> bool:
    return split_unit(one.unit)[1] == split_unit(other.unit)[1]


def _exceeds(part: Figure, whole: Figure) -> bool:
    return spread(part).low > spread(whole).high


def _finding(whole: Figure, part: Figure) -> Finding:
    assert whole.value and part.value
    times = amount(part.value, part.unit)[0] / amount(whole.value, whole.unit)[0]
    return Finding(
        FindingKind.PART_OVER_WHOLE,
        (part.span, whole.span),
        f"“其中”的{shown(part)}大于总数{shown(whole)}（{shown(part)} ÷ {shown(whole)} = {times:.2f}）。",
        f"{shown(part)}, said to be among {shown(whole)}, is more than that ({times:.2f} times).",
        confidence=0.8,
    )

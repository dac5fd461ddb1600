"""Shares of more than everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.catalogue import either
from luoshi.checks.ranges import shown, spread
from luoshi.model import Bound, Case, Figure, Finding, FindingKind, Measure

_BEYOND = re.compile(either("checks", "beyond_whole"))
_WITHIN = re.compile(f"(?:{either('checks', 'within_whole')})$")
_HUNDRED = 100

EXAMPLES = (
    ("清洁能源发电量占比达到245%。", (("245%",),)),
    ("清洁能源发电量占比达到24.5%。", ()),
    ("农村自来水普及率达到984%。", (("984%",),)),
    ("农村自来水普及率达到98.4%。", ()),
    ("森林覆盖率达到665.8%。", (("665.8%",),)),
    ("拨备覆盖率达到215%。", ()),
    ("政府债务余额占地区生产总值比重为120%。", ()),
    ("最终消费支出对经济增长贡献率达到112%。", ()),
    ("工业用地产出增长245%。", ()),
    ("民生支出占一般公共预算支出比重超过801%。", (("801%",),)),
    ("九年义务教育巩固率达到100%。", ()),
    ("学前教育毛入园率达到102.3%。", ()),
    ("计划任务完成率达到108%。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A share, coverage or rate of success above 100 percent, or below 0.

    **Looks at** shares, and levels in percent of indicators whose names say that they are a part of a whole (普及率, 覆盖率,
    合格率, 城镇化率).

    **Why**: a decimal point was lost, or another number stands there.

    **Rule**: more than 100 %, beyond the last digit. Left out is what is compared with something that it is no part of (debt to
    output, 拨备覆盖率), contributions to growth, which can exceed 100 %, and gross enrolment.

    **Known false alarms**: a ratio that its author calls a share.

    **Example**: 清洁能源发电量占比达到245%.
    """
    text = case.document.text
    for figure in case.records.figures:
        if figure.value is None or figure.unit != "%" or not _is_part(figure):
            continue
        low, high = spread(figure)
        if figure.bound is Bound.AT_MOST:  # 控制在…以内 says nothing impossible below its limit
            low = figure.value
        if low <= _HUNDRED and high >= 0:
            continue
        said = text[max(figure.span.start - 40, 0) : figure.span.start]
        said = re.split("[，。；、]", said)[-1]
        if _BEYOND.search(figure.indicator) or _BEYOND.search(said):
            continue
        yield Finding(
            FindingKind.IMPOSSIBLE_SHARE,
            (figure.span,),
            f"“{figure.indicator}”写的是{shown(figure)}，部分占全部不能{'超过100%' if low > _HUNDRED else '小于0'}。",
            f"“{figure.indicator}” is given as {shown(figure)}; a share lies between 0 % and 100 %.",
            confidence=0.8,
        )


def _is_part(figure: Figure) -> bool:
    return figure.measure is Measure.SHARE or (
        figure.measure is Measure.LEVEL and _WITHIN.search(figure.indicator) is not None
    )

"""Cases for the page, put together by naming words of a small text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from luoshi.flows import plain_flow
from luoshi.model import (
    Block,
    BlockKind,
    Bound,
    Case,
    Commitment,
    Document,
    Figure,
    Finding,
    FindingKind,
    Measure,
    Origin,
    Person,
    Post,
    Programme,
    Records,
    Remark,
    Span,
    Stated,
    Status,
)

HOSTILE = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}&lt;"


@dataclass
class Draft:
    """A case in the making: each method finds its words in the text and adds one record."""

    text: str
    title: str = "青川市一季度工作通报"
    records: Records = field(default_factory=Records)
    findings: list[Finding] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        """Where ``words`` stand for the ``nth`` time, counted from 0."""
        at = [match.start() for match in re.finditer(re.escape(words), self.text)][nth]
        return Span(at, at + len(words))

    def sentence(self, span: Span) -> Span:
        """The sentence that holds ``span``."""
        start = max(self.text.rfind(mark, 0, span.start) for mark in "。\n") + 1
        ends = [at for at in (self.text.find(mark, span.end) for mark in "。\n") if at >= 0]
        return Span(start, min(ends, default=len(self.text) - 1) + 1)

    def figure(self, indicator: str, words: str, nth: int = 0, **changes: Any) -> Figure:
        """A figure read from words such as 5.5% or 约3万亿元; its measure is level unless told."""
        span = self.span(words, nth)
        number = re.search(r"\d[\d.]*", words)
        figure = Figure(
            indicator=indicator,
            measure=Measure.LEVEL,
            value=Decimal(number.group()) if number else None,
            unit=words[number.end() :] if number else "",
            span=span,
            evidence=(self.sentence(span),),
            period="2025",
        )
        for name, value in changes.items():
            setattr(figure, name, value)
        self.records.figures.append(figure)
        return figure

    def target(self, indicator: str, words: str, nth: int = 0, **changes: Any) -> Figure:
        """A target, for 2026 unless told."""
        return self.figure(indicator, words, nth, **{"status": Status.TARGET, "period": "2026", **changes})

    def finding(self, kind: FindingKind, *spans: Span, **changes: Any) -> Finding:
        """A finding with a message in both languages."""
        finding = Finding(kind, spans, "请看这一处。", "Look at this place.", **changes)
        self.findings.append(finding)
        return finding

    def commitment(self, words: str, **changes: Any) -> Commitment:
        """An undertaking in these words."""
        span = self.span(words)
        commitment = Commitment(span, (self.sentence(span),), **changes)
        self.records.commitments.append(commitment)
        return commitment

    def case(self, **changes: Any) -> Case:
        """The case; every line of the text is a paragraph."""
        blocks = tuple(Block(BlockKind.PARAGRAPH, Span(*m.span())) for m in re.finditer(r"[^\n]+", self.text))
        about: dict[str, Any] = {
            "name": "notice",
            "source": "in/notice.txt",
            "text": self.text,
            "digest": hashlib.sha256(self.text.encode()).hexdigest(),
            "blocks": blocks,
            "title": Stated(self.title, Origin.TEXT),
            "place": Stated("青川市", Origin.GIVEN),
        }
        document = Document(**{**about, **changes})
        return Case(document, plain_flow(document), self.records, tuple(self.findings))


def small_case() -> Case:
    """A case with something in every part of the page."""
    draft = Draft(
        "去年全市地区生产总值800亿元,同比增长6.1%,增速居全省第2位。城镇新增就业3.2万人。\n"
        "市发展改革委主任方立说,力争2030年经济总量突破1200亿元,今年建成两座“云桥计划”中试平台。\n"
        "东沟区提出2030年经济总量达到300亿元。\n"
        "工业投资增长9%,其中技术改造投资\n"
        "城镇新增就业3.2万人。\n"
        "增长12%。全区森林覆盖率保持在40%以上。市信息技术局已经开"
    )
    draft.figure("地区生产总值", "800亿元")
    draft.figure("地区生产总值", "6.1%", measure=Measure.GROWTH)
    draft.figure("地区生产总值增速", "第2位", measure=Measure.RANK, unit="位", base="全省")
    draft.figure("城镇新增就业", "3.2万人", mentions=(draft.span("3.2万人", 1),))
    draft.target("经济总量", "1200亿元", bound=Bound.AT_LEAST, period="2030")
    draft.target("经济总量", "300亿元", place="东沟区", period="2030")
    draft.figure("工业投资", "9%", measure=Measure.GROWTH)
    draft.figure("技术改造投资", "12%", measure=Measure.GROWTH)
    draft.target("森林覆盖率", "40%", bound=Bound.AT_LEAST, period="")
    name = draft.span("方立")
    draft.records.people.append(Person("方立", (Post("市发展改革委主任", draft.span("市发展改革委主任")),), (name,)))
    words = Span(draft.span("力争2030").start, draft.span("中试平台。").end)
    draft.records.remarks.append(Remark("方立", False, (words,), (draft.sentence(name),)))
    draft.commitment("今年建成两座“云桥计划”中试平台", checkable=True, deadline="2026")
    draft.commitment("东沟区提出2030年经济总量达到300亿元", actor="东沟区", checkable=True)
    draft.records.programmes.append(Programme("云桥计划", (draft.span("云桥计划"),), (draft.span("1200亿元"),)))
    draft.finding(FindingKind.UNKNOWN_BODY, draft.span("市信息技术局"), expected="市经济和信息化局")
    draft.finding(FindingKind.BROKEN, draft.span("技术改造投资"), draft.span("增长12%"))
    draft.finding(FindingKind.REPEATED, draft.span("城镇新增就业3.2万人。", 1), draft.span("城镇新增就业3.2万人。"))
    draft.finding(FindingKind.CUT, draft.span("已经开"))
    return draft.case()


def hostile_case() -> Case:
    """A case with markup and script wherever words of a document or a caller can stand."""
    draft = Draft(f"{HOSTILE}产量40万吨。{HOSTILE}说,尽快建成。", title=HOSTILE)
    draft.figure(HOSTILE, "40万吨", place=HOSTILE, period=HOSTILE, base=HOSTILE, measure=Measure.GAP)
    draft.target(HOSTILE, "40万吨", unit=HOSTILE)
    draft.commitment("尽快建成", actor=HOSTILE, deadline=HOSTILE)
    draft.records.people.append(Person(HOSTILE, (Post(HOSTILE, draft.span("尽快")),), (draft.span("尽快"),)))
    draft.records.programmes.append(Programme(HOSTILE, (draft.span("尽快"),)))
    draft.finding(FindingKind.UNKNOWN_BODY, draft.span(HOSTILE), expected=HOSTILE)
    return draft.case(issuer=Stated(HOSTILE, Origin.TEXT, draft.span("尽快")), source=HOSTILE)

"""Small cases made by hand, so that the register is tested without any reading."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from luoshi.model import (
    Accomplishment,
    Block,
    BlockKind,
    Bound,
    Box,
    Case,
    Commitment,
    Correction,
    Document,
    Figure,
    Finding,
    FindingKind,
    Flow,
    Measure,
    Origin,
    Page,
    Person,
    Piece,
    Post,
    Programme,
    Records,
    Region,
    Remark,
    Repetition,
    Span,
    Stated,
    Status,
)

TEXT = "工作要点\n今年全市粮食产量稳定在33.3333万吨左右,单产\n李明说\n提高0.10个百分点。\n李明说\n"


def make_case(name: str = "report", text: str = TEXT, *, figures: int = 2, salt: str = "") -> Case:
    """A case in which every field of the model is filled at least once."""
    document = Document(
        name=name,
        source=f"in/{name}.txt",
        text=text,
        digest=hashlib.sha256((name + text + salt).encode()).hexdigest(),
        encoding="gb18030",
        blocks=(
            Block(BlockKind.HEADING, Span(0, 4), level=2),
            Block(BlockKind.TABLE_CELL, Span(5, 30), table=0, row=1, column=2),
        ),
        title=Stated("工作要点", Origin.TEXT, Span(0, 4)),
        date=Stated("2025-03", Origin.GIVEN),
        place=Stated("青川市", Origin.MARKUP),
        pages=(Page(1, 595.3, 841.9), Page(2, 595.3, 841.9)),
        regions=(
            Region(Span(0, 4), 1, Box(0.1, 0.05, 0.3, 0.08)),
            Region(Span(5, 33), 2, Box(0.1, 0.2, 0.9, 0.22), 0.75),
        ),
        corrections=(Correction(Span(5, 7), "兮年"),),
        metadata=(("来源", "日报"),),
    )
    flow = Flow(
        text[:33] + text[37:47] + "\n",
        (Piece(0, 0, 33), Piece(33, 37, 10)),
        (Repetition(Span(48, 51), Span(33, 36)),),
    )
    full = Figure(
        indicator="粮食产量",
        measure=Measure.LEVEL,
        value=Decimal("33.3333"),
        unit="万吨",
        span=Span(14, 23),
        evidence=(Span(5, 33), Span(37, 47)),
        high=Decimal("1E+2"),
        bound=Bound.ABOUT,
        status=Status.TARGET,
        period="2025",
        place="青川市",
        base="2020",
        indicator_id="grain-output",
        indicator_span=Span(9, 13),
        period_span=Span(5, 7),
        place_span=Span(7, 9),
        mentions=(Span(40, 43), Span(43, 45)),
    )
    without_number = Figure(
        indicator="单产",
        measure=Measure.CHANGE,
        value=None,
        unit="",
        span=Span(37, 39),
        evidence=(Span(37, 47),),
        status=Status.TARGET,
        relation="和全省同步",
    )
    plain = [
        Figure(f"单产{n}", Measure.CHANGE, Decimal("0.10"), "个百分点", Span(39, 47), (Span(37, 47),))
        for n in range(figures - 2)
    ]
    records = Records(
        figures=[full, without_number, *plain][:figures],
        people=[Person("李明", (Post("市农业农村局局长", Span(0, 2)), Post("书记", Span(2, 4))), (Span(33, 35),))],
        remarks=[Remark("李明", True, (Span(5, 10), Span(11, 20)), (Span(33, 36),))],
        commitments=[
            Commitment(
                Span(5, 20),
                (Span(5, 33),),
                actor="市农业农村局",
                deadline="2025",
                checkable=True,
                figures=(Span(14, 23),),
                title="粮食产量稳定在33.3333万吨",
                action="稳定",
                object="粮食产量",
                lead=("市农业农村局",),
                cooperating=("市财政局", "市水务局"),
                bodies=(Span(37, 40), Span(48, 51)),
                programmes=("丰收计划", "水利行动"),
                theme="agriculture",
            )
        ],
        accomplishments=[
            Accomplishment(
                Span(5, 20),
                (Span(5, 33), Span(37, 47)),
                actor="市农业农村局",
                period="2024",
                figures=(Span(14, 23),),
                title="粮食产量稳定",
                action="稳定",
                object="粮食产量",
                programmes=("丰收计划",),
                theme="agriculture",
            )
        ],
        programmes=[Programme("丰收计划", (Span(0, 4), Span(7, 9)), (Span(14, 23),))],
    )
    findings = (
        Finding(FindingKind.BROKEN, (Span(30, 33), Span(37, 40)), "此处断开。", "The text breaks off here."),
        Finding(FindingKind.UNKNOWN_BODY, (Span(0, 2),), "查无此机构。", "No such body.", "市农业农村局", 0.7),
    )
    return Case(document, flow, records, findings)

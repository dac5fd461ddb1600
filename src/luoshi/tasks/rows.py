"""A document's commitments as the rows of a task list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from luoshi.identities.actors import home_of, is_led_by
from luoshi.model import Case, Figure, Span
from luoshi.positions import Positions
from luoshi.publishing.themes import theme_called
from luoshi.publishing.words import period_words
from luoshi.record_ids import record_ids
from luoshi.said import Decision, TaskStatus
from luoshi.tasks.standing import NOTHING_SAID, Standing

STATUSES = {
    TaskStatus.DONE: "已完成",
    TaskStatus.UNDER_WAY: "推进中",
    TaskStatus.NOT_BEGUN: "未启动",
    TaskStatus.ADJUSTED: "已调整",
}
"""What a person may say of a task, and the word that stands in the list."""

DECISIONS = {Decision.CONFIRMED: "确认", Decision.REFUSED: "不是"}
"""What a person may say of a result that is proposed, and the word that stands in the list."""


class Column(NamedTuple):
    """A column of the list: its head, its width in characters of a sheet, and whether people fill it in."""

    head: str
    width: int
    filled_in: bool = False


NUMBER, TASK, MEASURE, TARGET = (
    Column("序号", 5),
    Column("工作任务", 22),
    Column("具体举措", 32),
    Column("目标", 18),
)
LEAD, COOPERATING, DEADLINE, THEME = (
    Column("牵头单位", 12),
    Column("配合单位", 12),
    Column("完成时限", 11),
    Column("领域", 9),
)
PAGE, SENTENCE = Column("页码", 5), Column("原文", 40)
STATUS, REMARK = Column("进展状态", 9, filled_in=True), Column("进展说明", 22, filled_in=True)
RESULT, DECISION = Column("成果线索", 32), Column("线索核对", 9, filled_in=True)
RECORD, RESULT_RECORD = Column("记录编号", 14), Column("线索编号", 14)

COLUMNS = (
    *(NUMBER, TASK, MEASURE, TARGET, LEAD, COOPERATING, DEADLINE, THEME, PAGE, SENTENCE, STATUS, REMARK),
    *(RESULT, DECISION, RECORD, RESULT_RECORD),
)
"""In their order. The ids tie a filled-in row to its record, and to the result that is proposed for it."""


class TaskList(NamedTuple):
    """The tasks of one document: a title, and rows of cells in the order of ``COLUMNS``."""

    title: str
    name: str
    rows: list[tuple[str, ...]]


def task_list(
    case: Case,
    name: str,
    *,
    checkable_only: bool = False,
    lead: str = "",
    standing: Mapping[str, Standing] = MappingProxyType({}),
) -> TaskList:
    """The task list of a document; ``name`` is what the register calls it, ``lead`` leaves the tasks of one body,
    ``standing`` says how its commitments stand, by id.
    """
    title = case.document.title.value if case.document.title else name
    return TaskList(f"{title}任务分解表", name, list(_rows(case, checkable_only, lead, standing)))


def _rows(case: Case, checkable_only: bool, lead: str, standing: Mapping[str, Standing]) -> Iterator[tuple[str, ...]]:
    text, positions = case.document.text, Positions(case.document)
    figures = {figure.span: figure for figure in case.records.figures}
    ids = record_ids(case).commitments
    home = home_of(*(stated.value if stated else "" for stated in (case.document.place, case.document.title)))
    number = 0
    for commitment, record in zip(case.records.commitments, ids, strict=True):
        if checkable_only and not commitment.checkable:
            continue
        if lead and not is_led_by(commitment, lead, home):
            continue
        number += 1
        regions, stands = positions(commitment.span), standing.get(record, NOTHING_SAID)
        yield (
            str(number),
            commitment.title or _line(commitment.span.of(text)),
            _line(commitment.span.of(text)),
            "；".join(_target(figures[span], text) for span in commitment.figures if span in figures),
            "、".join(commitment.lead) or commitment.actor,
            "、".join(commitment.cooperating),
            period_words(commitment.deadline).zh if commitment.deadline else "",
            theme_called(commitment.theme).name.zh,
            str(regions[0].page) if regions else "",
            _line("".join(span.of(text) for span in commitment.evidence or (commitment.span,))),
            STATUSES[stands.status] if stands.status else "",
            stands.remark,
            stands.result,
            DECISIONS[stands.decision] if stands.decision else "",
            record,
            stands.result_id,
        )


def _target(figure: Figure, text: str) -> str:
    """What is to be reached, in the text's words: 绿道长度 100公里以上."""
    return f"{figure.indicator} {_line(_value_words(figure.span, text))}".strip()


def _value_words(span: Span, text: str) -> str:
    """The value with the word of bound behind it."""
    for bound in ("左右", "以上", "以内", "以下"):
        if text.startswith(bound, span.end):
            return span.of(text) + bound
    return span.of(text)


def _line(words: str) -> str:
    """Words that may run over lines of print, as one line of a cell."""
    return "".join(line.strip() for line in words.splitlines())

"""Who is made answerable, and for which tasks."""

from __future__ import annotations

import time

import pytest

from luoshi.extraction import extract_records, responsible
from luoshi.flows import plain_flow
from luoshi.model import Commitment, Document, Origin, Stated

TASKS = "二、2026年工作安排\n"


def read(text: str) -> list[Commitment]:
    document = Document("t", "t", text, "", date=Stated("2026-01-20", Origin.GIVEN))
    return extract_records(document, plain_flow(document)).commitments


@pytest.mark.parametrize(("text", "lead", "cooperating"), responsible.EXAMPLES)
def test_each_note(text: str, lead: tuple[str, ...], cooperating: tuple[str, ...]) -> None:
    found = responsible.notes(text)
    assert [(note.lead, note.cooperating) for note in found] == ([(lead, cooperating)] if lead or cooperating else [])


def test_a_note_holds_for_the_tasks_before_it_and_is_no_task_itself() -> None:
    text = (
        TASKS + "改造管网，新建泵站5座。（牵头单位：市水务局；配合单位：市财政局）新建学校3所（责任单位：市教育局）。"
    )
    assert [(c.title, c.lead, c.cooperating) for c in read(text)] == [
        ("改造管网", ("市水务局",), ("市财政局",)),
        ("新建泵站5座", ("市水务局",), ("市财政局",)),
        ("新建学校3所", ("市教育局",), ()),
    ]
    assert [span.of(text) for span in read(text)[0].bodies] == ["（牵头单位：市水务局；配合单位：市财政局）"]


def test_a_note_of_its_own_paragraph_holds_for_the_paragraph_before() -> None:
    text = TASKS + "优化营商环境。\n改造管网。\n牵头单位：市水务局　配合单位：市财政局\n新建学校3所。"
    assert [(c.title, c.lead) for c in read(text)] == [
        ("优化营商环境", ()),
        ("改造管网", ("市水务局",)),
        ("新建学校3所", ()),
    ]


def test_led_by_holds_for_its_own_sentence() -> None:
    text = TASKS + "优化营商环境。由市水务局牵头，市财政局配合，改造管网，新建泵站。新建学校3所。"
    assert [(c.title, c.lead, c.cooperating) for c in read(text)] == [
        ("优化营商环境", (), ()),
        ("改造管网", ("市水务局",), ("市财政局",)),
        ("新建泵站", ("市水务局",), ("市财政局",)),
        ("新建学校3所", (), ()),
    ]


@pytest.mark.parametrize("shape", ["由市水务局牵头，", "（牵头单位：市水务局", "牵头单位：", "由甲负责", "（甲牵头，"])
def test_many_notes_cost_in_step_with_the_text(shape: str) -> None:
    started = time.process_time()
    responsible.notes(shape * (200_000 // len(shape)))
    assert time.process_time() - started < 5

"""How tasks stand, as people said, on the page of their document."""

from __future__ import annotations

from pathlib import Path

from page_cases import small_case

from luoshi.inputs import gather
from luoshi.publishing.page import render
from luoshi.record_ids import record_ids
from luoshi.register import Register
from luoshi.runs import Options, run
from luoshi.said import Confirmed, Decision, Said, TaskNote, TaskStatus

NOTE = TaskNote(TaskStatus.UNDER_WAY, "<b>已完成选址</b>", "2026-03-01T08:00:00+00:00", "督查室")


def test_what_people_said_stands_under_the_commitment() -> None:
    case = small_case()
    first = record_ids(case).commitments[0]
    html = render(case, said={first: Said(NOTE, (Confirmed("两座平台建成", "2027年报告"),))})
    assert html.count('class="stands"') == 1
    assert "推进中" in html
    assert "&lt;b&gt;已完成选址&lt;/b&gt;" in html
    assert "督查室 2026-03-01" in html
    assert "两座平台建成" in html


def test_without_anything_said_nothing_is_shown() -> None:
    assert 'class="stands"' not in render(small_case())
    assert 'class="stands"' not in render(small_case(), said={"another-record": Said(NOTE, ())})


REPORT = "青澜市2026年政府工作报告\n二、2026年工作安排\n新建临水大桥。\n"
LATER = "青澜市2027年政府工作报告\n一、2026年工作回顾\n临水大桥建成通车。\n"


def test_the_next_run_shows_it(tmp_path: Path) -> None:
    register, out = tmp_path / "l.db", tmp_path / "out"
    for name, text in (("a", REPORT), ("b", LATER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    def page_of(jobs: int = 1) -> str:
        options = Options("2026-01-10", "青澜市", str(register), out, jobs)
        assert [outcome.status for outcome in run(gather([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]), options)]
        return (out / "a.html").read_text(encoding="utf-8")

    assert 'class="stands"' not in page_of()
    with Register(register) as opened:
        first, second = (record_ids(opened.case(entry.id)) for entry in opened.documents())
        opened.say(first.commitments[0], TaskStatus.DONE, by="督查室")
        opened.decide(first.commitments[0], second.accomplishments[0], Decision.CONFIRMED, by="督查室")
    shown = page_of()
    assert "已完成" in shown
    assert "临水大桥建成通车" in shown
    assert page_of(jobs=2) == shown

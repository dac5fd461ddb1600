"""What people say of commitments and of proposed results is kept, whatever is read anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import TEXT, make_case

from luoshi.errors import RegisterError
from luoshi.model import Case
from luoshi.record_ids import record_ids
from luoshi.register import Given, Register
from luoshi.said import Decision, TaskStatus

GIVEN, ANEW = Given(None, None, "1"), Given(None, None, "2")
IDS = record_ids(make_case())
TASK, RESULT = IDS.commitments[0], IDS.accomplishments[0]


def test_it_is_kept_with_who_and_when(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        assert register.say(TASK, TaskStatus.UNDER_WAY, "已播种", by="陈静")
        assert register.decide(TASK, RESULT, Decision.CONFIRMED, by="陈静")
        assert not register.say(TASK, TaskStatus.UNDER_WAY, "已播种", by="李红")  # nothing new
        assert not register.decide(TASK, RESULT, Decision.CONFIRMED, by="李红")
        said = register.follow_up()
        note, decided = said.notes[TASK], said.decisions[TASK, RESULT]
        assert (note.status, note.remark, note.by) == (TaskStatus.UNDER_WAY, "已播种", "陈静")
        assert (decided.decision, decided.by) == (Decision.CONFIRMED, "陈静")
        assert note.at.endswith("+00:00")


def test_it_can_be_changed_and_taken_back(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        register.say(TASK, TaskStatus.UNDER_WAY, by="陈静")
        register.decide(TASK, RESULT, Decision.CONFIRMED, by="陈静")
        assert register.say(TASK, TaskStatus.DONE, by="李红")
        assert register.decide(TASK, RESULT, Decision.REFUSED, by="李红")
        said = register.follow_up()
        assert (said.notes[TASK].status, said.notes[TASK].by) == (TaskStatus.DONE, "李红")
        assert said.decisions[TASK, RESULT].decision is Decision.REFUSED
        assert register.say(TASK, None, by="李红")
        assert register.decide(TASK, RESULT, None, by="李红")
        assert register.follow_up() == ({}, {})


def test_it_outlives_reading_anew(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        register.say(TASK, TaskStatus.DONE, by="陈静")
        before = register.follow_up()
        assert register.put(make_case(), ANEW).change == "replaced"
        assert register.follow_up() == before


def corrected_version() -> Case:
    case = make_case("report", TEXT + "（更正）\n")
    return replace(case, document=replace(case.document, source="in/report.txt"))


def test_a_corrected_version_takes_it_over(where: str) -> None:
    ids = record_ids(corrected_version())
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        register.say(TASK, TaskStatus.DONE, by="陈静")
        register.decide(TASK, RESULT, Decision.CONFIRMED, by="陈静")
        assert register.put(corrected_version(), GIVEN).supersedes
        said = register.follow_up()
        assert said.notes[ids.commitments[0]].status is TaskStatus.DONE
        assert (ids.commitments[0], ids.accomplishments[0]) in said.decisions


@pytest.mark.parametrize("record", ["abc-1", RESULT, IDS.document, ""])
def test_of_what_is_no_commitment_nothing_can_be_said(where: str, record: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        with pytest.raises(RegisterError, match="There is no commitment"):
            register.say(record, TaskStatus.DONE, by="陈静")
        with pytest.raises(RegisterError, match="There is no commitment"):
            register.decide(record, RESULT, Decision.CONFIRMED, by="陈静")
        with pytest.raises(RegisterError, match="There is no accomplishment"):
            register.decide(TASK, TASK, Decision.CONFIRMED, by="陈静")

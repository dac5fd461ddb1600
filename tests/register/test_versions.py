"""A corrected version of a document takes the place of the older one, which can still be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import TEXT, make_case

from luoshi.errors import RegisterError
from luoshi.model import Case, Origin, Stated
from luoshi.register import Given, Register
from luoshi.register.versions import alike

GIVEN = Given(None, None, "1")
CORRECTED = TEXT.replace("33.3333", "33.4444")
OTHER = "全省就业工作会议在新城召开。会议指出，城镇新增就业六万人，登记失业率控制在百分之四以内，零就业家庭动态清零。"


def make(name: str, text: str = TEXT, *, source: str = "", **stated: str) -> Case:
    case = make_case(name, text)
    words = {name: Stated(value, Origin.TEXT) for name, value in stated.items()}
    return replace(case, document=replace(case.document, source=source or f"in/{name}.txt", **words))  # type: ignore[arg-type]


HEAD = {"title": "工作要点", "issuer": "青川市人民政府", "date": "2025-03-01"}


def test_other_bytes_under_the_same_path_supersede_what_was_there(where: str) -> None:
    with Register(where) as register:
        older = register.put(make("report"), GIVEN)
        newer = register.put(make("report", CORRECTED), GIVEN)
        assert (newer.change, newer.supersedes) == ("registered", (older.id,))
        assert [entry.id for entry in register.documents()] == [newer.id]
        assert [entry.superseded_by for entry in register.documents(superseded=True)] == [newer.id, None]
        assert {entry.document_id for entry in register.figures()} == {newer.id}
        assert {entry.document_id for entry in register.figures(superseded=True)} == {older.id, newer.id}
        assert register.counts().documents == 1
        assert register.counts(superseded=True).documents == 2


def test_the_older_version_stays_readable(where: str) -> None:
    with Register(where) as register:
        older = register.put(make("report"), GIVEN)
        register.put(make("report", CORRECTED), GIVEN)
        assert register.case(older.id) == make("report")
        assert register.document(older.id).superseded_by == 2
        assert len(register.figures(document=older.id)) == 2
        assert register.counts(older.id).documents == 1


def test_the_same_head_under_another_path_supersedes_too(where: str) -> None:
    with Register(where) as register:
        older = register.put(make("page", **HEAD), GIVEN)
        assert register.put(make("download", CORRECTED, **HEAD), GIVEN).supersedes == (older.id,)


@pytest.mark.parametrize("field", ["title", "issuer", "date", "place"])
def test_another_title_issuer_date_or_place_is_another_document(where: str, field: str) -> None:
    with Register(where) as register:
        register.put(make("page", **HEAD), GIVEN)
        assert register.put(make("download", CORRECTED, **HEAD | {field: "2026-03-01"}), GIVEN).supersedes == ()


@pytest.mark.parametrize("field", ["title", "issuer", "date"])
def test_an_unknown_title_issuer_or_date_is_no_sign(where: str, field: str) -> None:
    head = {name: value for name, value in HEAD.items() if name != field}
    cases = [make("page", **head), make("download", CORRECTED, **head)]
    bare = [replace(case, document=replace(case.document, **{field: None})) for case in cases]  # type: ignore[arg-type]
    with Register(where) as register:
        assert [register.put(case, GIVEN).supersedes for case in bare] == [(), ()]


@pytest.mark.parametrize("source", ["-", "in/reports.csv#row=3"])
def test_what_names_no_document_for_good_decides_nothing(where: str, source: str) -> None:
    with Register(where) as register:
        register.put(make("x", source=source), GIVEN)
        assert register.put(make("x", CORRECTED, source=source), GIVEN).supersedes == ()


def test_another_text_under_the_same_path_is_another_document(where: str) -> None:
    with Register(where) as register:
        register.put(make("latest"), GIVEN)
        assert register.put(make("latest", OTHER), GIVEN).supersedes == ()
        assert len(register.documents()) == 2


def test_versions_follow_one_another(where: str) -> None:
    texts = [TEXT, CORRECTED, TEXT.replace("33.3333", "33.5555")]
    with Register(where) as register:
        entries = register.put_all([make("report", text) for text in texts], GIVEN)
        assert [entry.supersedes for entry in entries] == [(), (entries[0].id,), (entries[1].id,)]
        assert [entry.superseded_by for entry in register.documents(superseded=True)] == [2, 3, None]


def test_an_older_version_put_again_stays_superseded(where: str) -> None:
    with Register(where) as register:
        register.put(make("report"), GIVEN)
        newer = register.put(make("report", CORRECTED), GIVEN)
        assert register.put(make("report"), GIVEN).change == "unchanged"
        assert register.put(make("report"), GIVEN._replace(version="2")).change == "replaced"
        assert [entry.id for entry in register.documents()] == [newer.id]


def test_a_person_can_say_otherwise(where: str) -> None:
    with Register(where) as register:
        first, second = register.put_all([make("report"), make("report", CORRECTED)], GIVEN)
        register.supersede(first.id, None)
        assert len(register.documents()) == 2
        register.supersede(second.id, first.id)
        assert [entry.id for entry in register.documents()] == [first.id]
        with pytest.raises(RegisterError, match="which it supersedes itself"):
            register.supersede(first.id, second.id)
        with pytest.raises(RegisterError, match="no document 9"):
            register.supersede(first.id, 9)


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        (TEXT, TEXT, True),
        (TEXT, CORRECTED, True),
        (TEXT, TEXT.replace("\n", " \n "), True),
        (TEXT, OTHER, False),
        (TEXT, TEXT + OTHER * 2, False),
        ("", "", True),
        ("短文", "短文", True),
        ("短文", "长文", False),
    ],
)
def test_versions_share_half_of_their_stretches(text: str, other: str, expected: bool) -> None:
    assert alike(text, other) is expected

"""The register: what is put comes back, the same input changes nothing, other input replaces."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from cases import TEXT, make_case
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from luoshi.errors import RegisterError
from luoshi.model import (
    Bound,
    Case,
    Document,
    Figure,
    Finding,
    FindingKind,
    Flow,
    Measure,
    Piece,
    Programme,
    Records,
    Span,
    Status,
)
from luoshi.register import Given, Register, schema
from luoshi.register.ingest import add_rows

GIVEN = Given("2025-03", None, "1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "luoshi.db"


def test_a_case_comes_back_just_as_it_was_put(file: Path) -> None:
    case = make_case()
    with Register(file) as register:
        entry = register.put(case, GIVEN)
        assert entry.change == "registered"
        assert register.case(entry.id) == case


def test_a_document_without_anything_comes_back_too(file: Path) -> None:
    case = replace(
        make_case(), document=Document("x", "-", "\x00甲", "0" * 64), flow=Flow("", ()), records=Records(), findings=()
    )
    with Register(file) as register:
        assert register.case(register.put(case, GIVEN).id) == case


def test_decimals_keep_every_digit(file: Path) -> None:
    case = make_case()
    case.records.figures[0].value = Decimal("0.1000000000000000000000000000000001")
    with Register(file) as register:
        register.put(case, GIVEN)
        stored = register.figures()[0].figure.value
    assert str(stored) == "0.1000000000000000000000000000000001"


def test_the_same_input_again_changes_not_one_byte(file: Path) -> None:
    with Register(file) as register:
        register.put(make_case(), GIVEN)
    before = file.read_bytes()
    with Register(file) as register:
        assert register.put(make_case(), GIVEN).change == "unchanged"
        assert register.find(make_case().document.digest, "report", GIVEN) is not None
    assert file.read_bytes() == before


@pytest.mark.parametrize("other", [{"date": "2026"}, {"place": "青川市"}, {"version": "2"}])
def test_another_date_place_or_version_replaces_the_records(file: Path, other: dict[str, str]) -> None:
    given = GIVEN._replace(**other)
    changed = make_case(figures=1)
    with Register(file) as register:
        first = register.put(make_case(figures=9), GIVEN)
        register.put(make_case("second"), GIVEN)
        assert register.find(changed.document.digest, "report", given) is None
        entry = register.put(changed, given)
        assert entry.change == "replaced"
        assert (entry.id, entry.slug) == (first.id, first.slug)
        assert register.case(entry.id) == changed
        assert register.counts().documents == 2
    with closing(sqlite3.connect(file)) as raw:
        left = raw.execute("SELECT count(*) FROM figure_spans WHERE document_id = ? AND number > 0", [entry.id])
        assert left.fetchone() == (0,)


def test_the_same_bytes_under_another_name_are_recognised(file: Path) -> None:
    case = make_case()
    copy = replace(case, document=replace(case.document, name="copy", source="copy.txt"))
    with Register(file) as register:
        register.put(case, GIVEN)
        entry = register.put(copy, GIVEN)
        assert (entry.change, entry.name) == ("duplicate", "report")
        assert register.counts().documents == 1


def test_documents_of_one_name_get_slugs_of_their_own(file: Path) -> None:
    with Register(file) as register:
        slugs = [
            register.put(make_case(name, salt=str(n)), GIVEN).slug for n, name in enumerate(["a", "A", "a", "index"])
        ]
    assert slugs == ["a", "A-2", "a-3", "index-2"]


@pytest.mark.parametrize("name", ["..", "", "甲" * 84, "a/b"])
def test_a_slug_is_a_file_name(file: Path, tmp_path: Path, name: str) -> None:
    with Register(file) as register:
        slug = register.put(make_case(name), GIVEN).slug
    (tmp_path / f"{slug}.html").touch()
    assert (tmp_path / f"{slug}.html").parent == tmp_path


def test_a_failure_in_the_middle_leaves_nothing_of_the_document(file: Path) -> None:
    case = make_case()
    broken = replace(case, findings=(replace(case.findings[0], message=None),))  # type: ignore[arg-type]
    with Register(file) as register:
        with pytest.raises(RegisterError, match=r"luoshi\.db"):
            register.put(broken, GIVEN)
        assert register.counts().documents == 0
        assert register.put(case, GIVEN).change == "registered"


def test_several_cases_go_in_together_or_not_at_all(file: Path) -> None:
    cases = [make_case("first"), make_case("second"), make_case("first")]
    broken = replace(cases[1], findings=(replace(cases[1].findings[0], message=None),))  # type: ignore[arg-type]
    with Register(file) as register:
        with pytest.raises(RegisterError, match=r"luoshi\.db"):
            register.put_all([cases[0], broken], GIVEN)
        assert register.counts().documents == 0
        entries = register.put_all(cases, GIVEN)
        assert [entry.change for entry in entries] == ["registered", "registered", "unchanged"]
        assert [register.case(entry.id) for entry in entries] == cases


def test_spans_cannot_outlive_their_record(file: Path) -> None:
    with Register(file) as register:
        register.put(make_case(), GIVEN)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DELETE FROM documents")
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
    assert {name for name, count in counts.items() if count} == {"register_meta"}


def test_figures_are_found_by_each_condition(file: Path) -> None:
    with Register(file) as register:
        first = register.put(make_case(figures=4), GIVEN)
        register.put(make_case("second", figures=3), GIVEN)

        def numbers(**conditions: object) -> list[tuple[int, int]]:
            found = register.figures(**conditions)  # type: ignore[arg-type]
            return [(entry.document_id, entry.number) for entry in found]

        assert numbers() == [(1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2)]
        assert numbers(document=first.id) == [(1, 0), (1, 1), (1, 2), (1, 3)]
        assert numbers(indicator="粮食产量") == [(1, 0), (2, 0)]
        assert numbers(indicator="grain-output", document=2) == [(2, 0)]
        assert numbers(period="2025") == [(1, 0), (2, 0)]
        assert numbers(status=Status.TARGET) == [(1, 0), (1, 1), (2, 0), (2, 1)]
        assert numbers(place="别处") == []
        # a figure that names no place speaks of its document's
        assert numbers(place="青川市", status=Status.ACTUAL, document=2) == [(2, 2)]
        assert register.figures(indicator="粮食产量")[0].figure == make_case().records.figures[0]


def test_counts_say_what_is_there(file: Path) -> None:
    with Register(file) as register:
        register.put(make_case(figures=4), GIVEN)
        entry = register.put(make_case("second", figures=3), GIVEN)
        whole, one = register.counts(), register.counts(entry.id)
    assert (whole.documents, whole.target, whole.actual) == (2, 4, 3)
    assert (one.documents, one.target, one.actual, one.people, one.remarks) == (1, 2, 1, 1, 1)
    assert one.findings == {"broken": 1, "unknown-body": 1}


def test_documents_are_listed_with_what_is_known_of_them(file: Path) -> None:
    with Register(file) as register:
        register.put(make_case(), GIVEN)
        (entry,) = register.documents()
    assert (entry.name, entry.title, entry.issuer, entry.date, entry.place) == (
        "report",
        "工作要点",
        None,
        "2025-03",
        "青川市",
    )


def test_a_document_that_is_not_there_is_said(file: Path) -> None:
    with Register(file) as register, pytest.raises(RegisterError, match="no document 7"):
        register.case(7)


def test_rows_go_in_also_where_the_driver_takes_no_plain_tuples() -> None:
    engine = create_engine("sqlite://", paramstyle="named")
    rows = [(1, 0, "李明"), (1, 1, "王芳")]
    with engine.connect() as connection:
        schema.people.create(connection)
        add_rows(connection, schema.people, rows)
        assert [tuple(row) for row in connection.execute(select(schema.people))] == rows


def test_the_text_can_be_asked_for_by_hand(file: Path) -> None:
    with Register(file) as register:
        register.put(make_case(), GIVEN)
    with closing(sqlite3.connect(file)) as raw:
        asked = """SELECT value, substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset)
                   FROM figures f JOIN figure_spans s USING (document_id, number)
                   JOIN documents d ON d.id = f.document_id
                   WHERE s.role = 'evidence' AND f.value IS NOT NULL ORDER BY s.position"""
        rows = raw.execute(asked).fetchall()
    assert rows == [("33.3333", TEXT[5:33]), ("33.3333", TEXT[37:47])]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(0, 99))
several = st.lists(spans, max_size=3).map(tuple)
decimals = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
figures = st.builds(
    Figure,
    words,
    st.sampled_from(Measure),
    decimals,
    words,
    spans,
    several,
    high=decimals,
    bound=st.sampled_from(Bound),
    status=st.sampled_from(Status),
    base=words,
    indicator_span=st.none() | spans,
    place_span=st.none() | spans,
    mentions=several,
)
programmes = st.builds(Programme, words, several, several)
found = st.builds(Finding, st.sampled_from(FindingKind), several, words, words, words, st.floats(0, 1))


@given(words, st.lists(figures, max_size=3), st.lists(programmes, max_size=2), st.lists(found, max_size=2).map(tuple))
@settings(max_examples=40, deadline=None)
def test_whatever_is_put_comes_back(
    text: str, some: list[Figure], plans: list[Programme], matters: tuple[Finding, ...]
) -> None:
    flow = Flow(text[::-1], (Piece(0, 0, len(text)),))
    case = Case(Document(text, "-", text, "0"), flow, Records(figures=some, programmes=plans), matters)
    with Register("sqlite://") as register:
        loaded = register.case(register.put(case, GIVEN).id)
    assert loaded == case
    assert [str(f.value) for f in loaded.records.figures] == [str(f.value) for f in some]

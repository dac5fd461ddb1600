"""The register: what is put comes back, the same input changes nothing, other input replaces."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from cases import TEXT, make_case
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select, text

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
from luoshi.register.engine import open_engine, register_url
from luoshi.register.ingest import add_rows

GIVEN = Given("2025-03", None, "1")


def ask(where: str, question: str) -> list[tuple[object, ...]]:
    """The answer of the database itself, as a person asks it by hand."""
    engine = create_engine(register_url(where))
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text(question))]
    engine.dispose()
    return rows


def test_a_case_comes_back_just_as_it_was_put(where: str) -> None:
    case = make_case()
    with Register(where) as register:
        entry = register.put(case, GIVEN)
        assert entry.change == "registered"
        assert register.case(entry.id) == case


def test_a_document_without_anything_comes_back_too(where: str) -> None:
    case = replace(
        make_case(), document=Document("x", "-", "\x00甲", "0" * 64), flow=Flow("", ()), records=Records(), findings=()
    )
    with Register(where) as register:
        assert register.case(register.put(case, GIVEN).id) == case


def test_decimals_keep_every_digit(where: str) -> None:
    case = make_case()
    case.records.figures[0].value = Decimal("0.1000000000000000000000000000000001")
    with Register(where) as register:
        register.put(case, GIVEN)
        stored = register.figures()[0].figure.value
    assert str(stored) == "0.1000000000000000000000000000000001"


def test_the_same_input_again_changes_not_one_byte(tmp_path: Path) -> None:
    file = tmp_path / "luoshi.db"
    with Register(file) as register:
        register.put(make_case(), GIVEN)
    before = file.read_bytes(), file.stat().st_mtime_ns
    with Register(file) as register:
        assert register.put(make_case(), GIVEN).change == "unchanged"
        assert register.find(make_case().document.digest, "report", GIVEN) is not None
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("other", [{"date": "2026"}, {"place": "青川市"}, {"version": "2"}])
def test_another_date_place_or_version_replaces_the_records(where: str, other: dict[str, str]) -> None:
    given = GIVEN._replace(**other)
    changed = make_case(figures=1)
    with Register(where) as register:
        first = register.put(make_case(figures=9), GIVEN)
        register.put(make_case("second"), GIVEN)
        assert register.find(changed.document.digest, "report", given) is None
        entry = register.put(changed, given)
        assert entry.change == "replaced"
        assert (entry.id, entry.slug) == (first.id, first.slug)
        assert register.case(entry.id) == changed
        assert register.counts().documents == 2
    assert ask(where, f"SELECT max(number) FROM figures WHERE document_id = {entry.id}") == [(0,)]
    assert ask(where, f"SELECT max(number) FROM figure_spans WHERE document_id = {entry.id}") == [(0,)]


def test_the_same_bytes_under_another_name_are_recognised(where: str) -> None:
    case = make_case()
    copy = replace(case, document=replace(case.document, name="copy", source="copy.txt"))
    with Register(where) as register:
        register.put(case, GIVEN)
        entry = register.put(copy, GIVEN)
        assert (entry.change, entry.name) == ("duplicate", "report")
        assert register.counts().documents == 1


def test_documents_of_one_name_get_slugs_of_their_own(where: str) -> None:
    with Register(where) as register:
        slugs = [
            register.put(make_case(name, salt=str(n)), GIVEN).slug for n, name in enumerate(["a", "A", "a", "index"])
        ]
    assert slugs == ["a", "A-2", "a-3", "index-2"]


@pytest.mark.parametrize("name", ["..", "", "甲" * 84, "a/b"])
def test_a_slug_is_a_file_name(where: str, tmp_path: Path, name: str) -> None:
    with Register(where) as register:
        slug = register.put(make_case(name), GIVEN).slug
    (tmp_path / f"{slug}.html").touch()
    assert (tmp_path / f"{slug}.html").parent == tmp_path


def test_a_failure_in_the_middle_leaves_nothing_of_the_document(where: str) -> None:
    case = make_case()
    broken = replace(case, findings=(replace(case.findings[0], message=None),))  # type: ignore[arg-type]
    with Register(where) as register:
        with pytest.raises(RegisterError, match="the register cannot be used"):
            register.put(broken, GIVEN)
        assert register.counts().documents == 0
        assert register.put(case, GIVEN).change == "registered"


def test_several_cases_go_in_together_or_not_at_all(where: str) -> None:
    cases = [make_case("first"), make_case("second"), make_case("first")]
    broken = replace(cases[1], findings=(replace(cases[1].findings[0], message=None),))  # type: ignore[arg-type]
    with Register(where) as register:
        with pytest.raises(RegisterError, match="the register cannot be used"):
            register.put_all([cases[0], broken], GIVEN)
        assert register.counts().documents == 0
        entries = register.put_all(cases, GIVEN)
        assert [entry.change for entry in entries] == ["registered", "registered", "unchanged"]
        assert [register.case(entry.id) for entry in entries] == cases


def test_spans_cannot_outlive_their_record(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
    engine = open_engine(register_url(where))
    with engine.begin() as connection:
        connection.execute(schema.documents.delete())
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in schema.metadata.sorted_tables
            if table is not schema.wordings  # names belong to no document
        }
    engine.dispose()
    assert not any(counts.values())


def test_figures_are_found_by_each_condition(where: str) -> None:
    with Register(where) as register:
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


def test_counts_say_what_is_there(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(figures=4), GIVEN)
        entry = register.put(make_case("second", figures=3), GIVEN)
        whole, one = register.counts(), register.counts(entry.id)
    assert (whole.documents, whole.target, whole.actual) == (2, 4, 3)
    assert (one.documents, one.target, one.actual, one.people, one.remarks) == (1, 2, 1, 1, 1)
    assert one.findings == {"broken": 1, "unknown-body": 1}


def test_documents_are_listed_with_what_is_known_of_them(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
        (entry,) = register.documents()
    assert (entry.name, entry.title, entry.issuer, entry.date, entry.place) == (
        "report",
        "工作要点",
        None,
        "2025-03",
        "青川市",
    )


def test_a_document_that_is_not_there_is_said(where: str) -> None:
    with Register(where) as register, pytest.raises(RegisterError, match="no document 7"):
        register.case(7)
    with Register(where) as register, pytest.raises(RegisterError, match="no document 7"):
        register.document(7)


def test_rows_go_in_also_where_the_driver_takes_no_plain_tuples() -> None:
    engine = create_engine("sqlite://", paramstyle="named")
    rows = [(1, 0, "a-1", "李明"), (1, 1, "a-2", "王芳")]
    with engine.connect() as connection:
        schema.people.create(connection)
        add_rows(connection, schema.people, rows)
        assert [tuple(row) for row in connection.execute(select(schema.people))] == rows


def test_the_text_can_be_asked_for_by_hand(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(), GIVEN)
    first = """SELECT value, substr(d.text, evidence_start + 1, evidence_end - evidence_start)
               FROM figures f JOIN documents d ON d.id = f.document_id WHERE f.value IS NOT NULL"""
    further = """SELECT s.position, substr(d.text, s.start_offset + 1, s.end_offset - s.start_offset)
                 FROM figure_spans s JOIN documents d ON d.id = s.document_id WHERE s.role = 'evidence'"""
    assert ask(where, first) == [("33.3333", TEXT[5:33])]
    assert ask(where, further) == [(1, TEXT[37:47])]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufdd0"), max_size=20)
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
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_put_comes_back(
    where: str, text: str, some: list[Figure], plans: list[Programme], matters: tuple[Finding, ...]
) -> None:
    flow = Flow(text[::-1], (Piece(0, 0, len(text)),))
    digest = hashlib.sha256(repr((text, some, plans, matters)).encode()).hexdigest()
    case = Case(Document(text, "-", text, digest), flow, Records(figures=some, programmes=plans), matters)
    with Register(where) as register:
        loaded = register.case(register.put(case, GIVEN).id)
    assert loaded == case
    assert [str(f.value) for f in loaded.records.figures] == [str(f.value) for f in some]

"""What a person corrects is shown by every query and outlives reading anew."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from cases import TEXT, make_case

from luoshi.errors import RegisterError
from luoshi.model import Case, Measure, Origin, Records, Span, Stated
from luoshi.record_ids import document_id, record_ids
from luoshi.register import Given, Register
from luoshi.register.correctable import Value

GIVEN = Given(None, None, "1")
ANEW = Given(None, None, "2")
IDS = record_ids(make_case(figures=3))


def changed(case: Case, **fields: object) -> Case:
    """The case as other rules may read it: another first figure, and one more before it."""
    first, *others = case.records.figures
    earlier = replace(first, span=Span(5, 7), indicator_span=None)
    figures = [earlier, replace(first, **fields), *others]  # type: ignore[arg-type]
    return replace(case, records=replace(case.records, figures=figures))


def test_a_corrected_figure_is_found_by_what_it_is_now(where: str) -> None:
    with Register(where) as register:
        entry = register.put(make_case(figures=3), GIVEN)
        register.correct(IDS.figures[0], "indicator", "谷物产量", by="陈静")
        register.correct(IDS.figures[0], "value", Decimal("34.5"), by="陈静")
        register.correct(IDS.figures[0], "period", "2024", by="陈静")
        (found,) = register.figures(indicator="谷物产量", period="2024")
        assert (found.record_id, found.figure.value) == (IDS.figures[0], Decimal("34.5"))
        assert register.figures(indicator="粮食产量") == []
        assert register.case(entry.id).records.figures[0].indicator == "谷物产量"


def test_it_stands_again_after_the_document_was_read_anew(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(figures=3), GIVEN)
        register.correct(IDS.figures[0], "period", "2024", by="陈静")
        assert not register.put(make_case("second"), GIVEN).corrected
        entry = register.put(changed(make_case(figures=3), period="2023", measure=Measure.SHARE), ANEW)
        assert (entry.change, entry.corrected) == ("replaced", True)
        (found,) = [found for found in register.figures() if found.record_id == IDS.figures[0]]
        assert (found.number, found.figure.period, found.figure.measure) == (1, "2024", Measure.SHARE)
        (kept,) = register.user_corrections()
        assert (kept.record_id, kept.field, kept.value, kept.extracted) == (IDS.figures[0], "period", "2024", "2023")
        assert (kept.by, kept.found) == ("陈静", True)
        assert kept.at.endswith("+00:00")


def test_one_whose_record_is_not_found_is_kept(where: str) -> None:
    case = make_case(figures=3)
    with Register(where) as register:
        register.put(case, GIVEN)
        register.correct(IDS.figures[0], "period", "2024", by="陈静")
        register.put(replace(case, records=Records()), ANEW)
        assert [kept.found for kept in register.user_corrections()] == [False]
        register.put(case, GIVEN)
        assert [kept.found for kept in register.user_corrections()] == [True]
        assert register.figures(period="2024")


def test_the_last_word_counts_and_what_was_read_stays_known(where: str) -> None:
    with Register(where) as register:
        register.put(make_case(figures=3), GIVEN)
        register.correct(IDS.figures[0], "unit", "吨", by="陈静")
        register.correct(IDS.figures[0], "unit", "亿斤", by="王芳")
        (kept,) = register.user_corrections()
        assert (kept.value, kept.extracted, kept.by) == ("亿斤", "万吨", "王芳")
        assert register.figures()[0].figure.unit == "亿斤"


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (IDS.figures[0], "measure", "growth"),
        (IDS.figures[0], "high", None),
        (IDS.commitments[0], "actor", "市粮食局"),
        (IDS.commitments[0], "checkable", False),
        (IDS.people[0], "name", "李鸣"),
        (IDS.remarks[0], "direct", False),
        (IDS.programmes[0], "name", "丰收行动"),
    ],
)
def test_every_kind_of_record_can_be_corrected(where: str, record: str, field: str, value: Value) -> None:
    kinds = ("figures", "people", "remarks", "commitments", "programmes")
    (kind,) = [kind for kind in kinds if record in getattr(IDS, kind)]
    with Register(where) as register:
        entry = register.put(make_case(figures=3), GIVEN)
        register.correct(record, field, value, by="陈静")
        for given in (GIVEN, ANEW):
            register.put(make_case(figures=3), given)
            case = register.case(entry.id)
            assert getattr(getattr(case.records, kind)[0], field) == value
            assert record_ids(case) == IDS


def test_a_figure_speaks_of_the_place_that_a_person_gave_it_or_its_document(where: str) -> None:
    case = make_case(figures=3)
    with Register(where) as register:
        entry = register.put(case, GIVEN)
        for given in (GIVEN, ANEW):
            register.correct(IDS.figures[0], "place", "东山县", by="陈静")
            register.correct(IDS.document, "place", "西河市", by="陈静")
            register.correct(IDS.document, "date", None, by="陈静")
            assert [found.place for found in register.figures()] == ["东山县", "西河市", "西河市"]
            document = register.case(entry.id).document
            assert document.place == Stated("西河市", Origin.GIVEN)
            assert document.date is None
            register.put(case, given)
        assert [found.number for found in register.figures(place=["西河市", "别处"])] == [1, 2]


def test_the_corrected_version_of_a_document_takes_over_what_holds_for_it_too(where: str) -> None:
    case, newer = make_case(figures=3), make_case(figures=3, text=TEXT.replace("李明说\n提高0.10", "李明说\n提高0.20"))
    with Register(where) as register:
        register.put(case, GIVEN)
        register.correct(IDS.figures[0], "period", "2024", by="陈静")  # stands before what differs
        register.correct(IDS.figures[2], "period", "2024", by="陈静")  # is what differs
        entry = register.put(newer, GIVEN)
        assert entry.supersedes
        assert entry.corrected
        assert [found.figure.period for found in register.figures()] == ["2024", "", ""]
        assert len(register.user_corrections()) == 3
        assert record_ids(newer).document == document_id(newer.document.digest) != IDS.document


@pytest.mark.parametrize(
    ("record", "field", "value", "words"),
    [
        ("0123456789ab-0123456789ab", "unit", "吨", "no record 0123456789ab-0123456789ab"),
        (IDS.figures[0], "span", "1", "'span' is no field of figures"),
        (IDS.figures[0], "measure", "size", "one of level"),
        (IDS.figures[0], "value", "many", "a number is wanted"),
        (IDS.figures[0], "value", Decimal("NaN"), "a number is wanted"),
        (IDS.figures[0], "indicator", None, "words are wanted"),
        (IDS.commitments[0], "checkable", "perhaps", "true or false"),
        (IDS.document, "date", "soon", "a date is wanted"),
        (IDS.document[:6], "date", "2025", "no record"),
        (IDS.findings[0], "message", "x", "no record"),
    ],
)
def test_what_cannot_be_corrected_is_said(record: str, field: str, value: Value, words: str) -> None:
    with Register("sqlite://") as register:
        register.put(make_case(figures=3), GIVEN)
        with pytest.raises(RegisterError, match=words):
            register.correct(record, field, value, by="陈静")
        assert register.user_corrections() == []

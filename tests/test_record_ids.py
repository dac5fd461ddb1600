"""Ids of records: the same from run to run, whatever else the rules read, and never two alike."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from cases import make_case
from hypothesis import given
from hypothesis import strategies as st

from luoshi.model import Bound, Case, Document, Figure, Flow, Measure, Programme, Records, Span
from luoshi.record_ids import record_ids

TEXT = (
    "一、去年工作\n全市粮食产量33.5万吨，增长2%。\n二、今年目标\n全市粮食产量34万吨，增长2%；棉花和油料产量均增长3%。\n"
)


def figure(words: str, indicator: str = "", nth: int = 0) -> Figure:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    named = TEXT.rindex(indicator, 0, start) if indicator else 0
    span = Span(named, named + len(indicator)) if indicator else None
    return Figure(indicator, Measure.GROWTH, Decimal(2), "%", Span(start, start + len(words)), (), indicator_span=span)


def ids(*figures: Figure, text: str = TEXT, digest: str = "ab" * 32) -> list[str]:
    case = Case(Document("report", "-", text, digest), Flow(text, ()), Records(figures=list(figures)))
    return record_ids(case).figures


def test_an_id_stays_though_every_other_field_is_read_otherwise() -> None:
    before = figure("2%", "粮食产量")
    after = replace(
        before,
        indicator="产量",
        measure=Measure.SHARE,
        value=None,
        bound=Bound.ABOUT,
        indicator_span=None,
        period="2025",
    )
    assert ids(before) == ids(after)


def test_an_id_stays_though_other_records_come_and_go() -> None:
    assert ids(figure("2%"), figure("34万吨"))[1] == ids(figure("34万吨"))[0]


def test_an_id_is_not_changed_by_how_lines_are_broken() -> None:
    broken = TEXT.replace("粮食产量33.5", "粮食\n 产量33.5")
    there = figure("33.5万吨")
    moved = replace(there, span=Span(there.span.start + 2, there.span.end + 2))
    assert ids(there) == ids(moved, text=broken)


def test_the_same_words_in_two_places_have_two_ids() -> None:
    first, second = ids(figure("2%"), figure("2%", nth=1))
    assert first != second


def test_two_figures_of_one_number_are_told_apart_by_their_indicators_in_any_order() -> None:
    cotton, oil = figure("3%", "棉花"), figure("3%", "油料")
    assert ids(cotton, oil) == list(reversed(ids(oil, cotton)))
    assert len(set(ids(cotton, oil))) == 2


def test_a_document_s_records_begin_with_its_digest_and_keep_their_half_in_another() -> None:
    (one,), (other,) = ids(figure("2%")), ids(figure("2%"), digest="cd" * 32)
    assert (one[:13], other[:13]) == ("abababababab-", "cdcdcdcdcdcd-")
    assert one[13:] == other[13:]


def test_these_ids_are_for_ever() -> None:
    """Registers hold them: a change here loses what people corrected."""
    found = record_ids(make_case(figures=3))
    assert found.figures == EXPECTED["figures"]
    assert [*found.people, *found.remarks, *found.commitments, *found.programmes] == EXPECTED["others"]
    assert found.findings == EXPECTED["findings"]


EXPECTED = {
    "figures": ["284bc06a121f-3113e4ad8b22", "284bc06a121f-214855128b2b", "284bc06a121f-712dfdd80a21"],
    "findings": ["284bc06a121f-1395436a8ff1", "284bc06a121f-43daac2f4286"],
    "others": [
        "284bc06a121f-b5397a528937",
        "284bc06a121f-5d1196407695",
        "284bc06a121f-7c5f2d5291d4",
        "284bc06a121f-6450086194b6",
    ],
}

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 80), st.integers(0, 9))
figures = st.builds(
    lambda span, named: Figure("x", Measure.LEVEL, None, "", span, (), indicator_span=named), spans, st.none() | spans
)
programmes = st.builds(lambda name, mentions: Programme(name, tuple(mentions)), st.text(max_size=2), st.lists(spans))


@given(st.text(max_size=60), st.lists(figures, max_size=8), st.lists(programmes, max_size=5))
def test_no_two_records_have_one_id(text: str, some: list[Figure], plans: list[Programme]) -> None:
    case = Case(Document("x", "-", text, "0" * 64), Flow(text, ()), Records(figures=some, programmes=plans))
    found = record_ids(case)
    every = [*found.figures, *found.programmes]
    assert len(set(every)) == len(every) == len(some) + len(plans)
    assert record_ids(case) == found

"""How periods, numbers and measures are said in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from luoshi.amounts import amount
from luoshi.model import Bound, Figure, Measure, Span
from luoshi.publishing.faces import face
from luoshi.publishing.words import Bilingual, gloss, measure_words, number_words, period_words, plain


def figure(value: str, unit: str, **changes: object) -> Figure:
    made = Figure("某项", Measure.LEVEL, Decimal(value), unit, Span(0, 1), ())
    for name, new in changes.items():
        setattr(made, name, new)
    return made


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2025", "2025年", "2025"),
        ("2025-H1", "2025年上半年", "first half of 2025"),
        ("2025-Q3", "2025年三季度", "Q3 2025"),
        ("2025-09", "2025年9月", "September 2025"),
        ("2025-08-20", "2025年8月20日", "20 August 2025"),
        ("2021/2025", "2021—2025年", "2021–2025"),
        ("2025-01/2025-07", "2025年1月—2025年7月", "January 2025–July 2025"),
        ("XXXX-H1", "上半年（年份未注明）", "first half (year not stated)"),
        ("", "时间未注明", "time not stated"),
        ("long ago", "long ago", "long ago"),
    ],
)
def test_periods(period: str, zh: str, en: str) -> None:
    assert period_words(period) == Bilingual(zh, en)


@pytest.mark.parametrize(
    ("value", "text"), [("10.30", "10.30"), ("1956", "1956"), ("41580", "41,580"), ("1E+3", "1000")]
)
def test_decimals_stay_as_written(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_amounts_in_different_multipliers_are_equal() -> None:
    assert amount(Decimal("3"), "万亿元") == amount(Decimal("30000"), "亿元")


def test_a_kilowatt_is_no_multiplier() -> None:
    assert amount(Decimal("1.5"), "亿千瓦") == (Decimal("150000000"), "千瓦")


@pytest.mark.parametrize(
    ("value", "unit", "english"),
    [
        ("3", "万亿元", "3 trillion yuan"),
        ("1499", "亿元", "149.9 billion yuan"),
        ("34.6", "万户", "346,000 households"),
        ("486", "家", ""),
        ("5.5", "%", ""),
    ],
)
def test_english_gloss(value: str, unit: str, english: str) -> None:
    assert gloss(figure(value, unit)) == english


def test_a_range_has_both_ends() -> None:
    assert number_words(figure("5", "%", high=Decimal("5.5"), bound=Bound.RANGE)) == "5—5.5"


def test_a_fall_is_said_in_words() -> None:
    fall = figure("-3.8", "%", measure=Measure.GROWTH)
    assert measure_words(fall).zh == "下降"
    assert number_words(fall) == "3.8"


def test_percentage_points_rise() -> None:
    assert measure_words(figure("5.9", "个百分点", measure=Measure.CHANGE)).zh == "提高"


def test_gap_names_what_it_is_measured_against() -> None:
    assert measure_words(figure("-1.2", "个百分点", measure=Measure.GAP, base="全国")).zh == "低于全国"


def test_growth_on_another_base_year_says_so() -> None:
    assert measure_words(figure("18.7", "%", measure=Measure.GROWTH, base="2020")).zh == "比2020年增长"


def test_rank_face() -> None:
    shown = face(figure("7", "位", measure=Measure.RANK, base="副省级城市"))
    assert (shown.lead.zh, shown.digits.zh, shown.unit.zh) == ("副省级城市", "第7", "位")


def test_top_ranks_face() -> None:
    assert face(figure("3", "位", measure=Measure.RANK, bound=Bound.AT_MOST)).digits == Bilingual("前3", "top 3")


def test_target_without_a_number_shows_its_words() -> None:
    without = figure("0", "")
    without.value = None
    assert face(without, "与经济增长同步").digits.zh == "与经济增长同步"


def test_braces_of_a_document_are_not_filled_in() -> None:
    assert Bilingual("{a}", "{a}").fill(a="{b}") == Bilingual("{b}", "{b}")

"""Targets of one report beside the results of the next."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reports import entries, tracked

from luoshi.model import Measure
from luoshi.progress.entries import Entry
from luoshi.progress.tracking import Tracked, track
from luoshi.progress.verdicts import Verdict

FIRST = """一、2024年工作回顾

全区地区生产总值186.4亿元，增长8.6%；旅游收入32亿元，增长12.1%。

二、2025年主要预期目标

地区生产总值增长8.5%左右，达到202亿元；规模以上工业增加值增长9%；一般公共预算收入增长8%，力争达到16.5亿元；城镇和农村常住居民人均可支配收入分别增长8%和9%；
城镇登记失业率控制在4%以内。全年改造老旧小区12个，主要约束性指标达到上级要求。到2030年，常住人口城镇化率达到65%。
"""
SECOND = """一、2025年工作回顾

全区地区生产总值完成201.3亿元，同比增长8.4%；规上工业增加值增长9.6%；一般公共预算收入完成16.3亿元，增长7.2%；城镇、农村常住居民人均可支配收入分别增长8.4%和8.7%。
城镇登记失业率为3.6%。常住人口城镇化率达到56.5%。

二、2026年主要预期目标

地区生产总值增长8%。
"""


@pytest.fixture(scope="module")
def ledger() -> list[Tracked]:
    return track([*entries(FIRST, name="2025"), *entries(SECOND, name="2026", date="2026-01-12")])


def found(ledger: list[Tracked], indicator: str, measure: Measure, period: str = "2025") -> Tracked:
    (item,) = [
        item
        for item in ledger
        if item.target.figure.indicator == indicator
        and item.target.figure.measure is measure
        and item.target.figure.period == period
    ]
    return item


@pytest.mark.parametrize(
    ("indicator", "measure", "value", "verdict"),
    [
        ("地区生产总值", Measure.GROWTH, "8.4", Verdict.MET),
        ("地区生产总值", Measure.LEVEL, "201.3", Verdict.MISSED),
        ("规模以上工业增加值", Measure.GROWTH, "9.6", Verdict.MET),
        ("一般公共预算收入", Measure.GROWTH, "7.2", Verdict.MISSED),
        ("一般公共预算收入", Measure.LEVEL, "16.3", Verdict.MISSED),
        ("城镇居民人均可支配收入", Measure.GROWTH, "8.4", Verdict.MET),
        ("农村常住居民人均可支配收入", Measure.GROWTH, "8.7", Verdict.MISSED),
        ("城镇登记失业率", Measure.LEVEL, "3.6", Verdict.MET),
    ],
)
def test_two_reports(ledger: list[Tracked], indicator: str, measure: Measure, value: str, verdict: Verdict) -> None:
    item = found(ledger, indicator, measure)
    assert item.result is not None
    assert (item.result.value, item.verdict) == (Decimal(value), verdict)
    (source,) = item.result.entries
    assert source.source.name == "2026"
    assert value in source.words


def test_what_nobody_reported(ledger: list[Tracked]) -> None:
    item = found(ledger, "改造老旧小区", Measure.LEVEL)
    assert (item.verdict, item.result) == (Verdict.NOT_REPORTED, None)


def test_a_target_of_the_last_report_is_not_due(ledger: list[Tracked]) -> None:
    assert found(ledger, "地区生产总值", Measure.GROWTH, "2026").verdict is Verdict.NOT_YET_DUE


def test_a_target_without_a_number_is_listed(ledger: list[Tracked]) -> None:
    relations = [item for item in ledger if item.target.figure.value is None]
    assert [(item.verdict, item.result) for item in relations] == [(Verdict.NOT_REPORTED, None)]


def test_a_target_years_ahead_has_a_pace(ledger: list[Tracked]) -> None:
    item = found(ledger, "常住人口城镇化率", Measure.LEVEL, "2030")
    assert item.verdict is Verdict.NOT_YET_DUE
    assert item.pace is not None
    assert (item.pace.needed, item.pace.ratio) == (Decimal("2.84"), None)


def test_results_that_are_not_of_the_targets_time_are_none() -> None:
    (item,) = tracked("新建公园6个。", review="新建公园9个。")
    assert (item.verdict, item.result) == (Verdict.NOT_YET_DUE, None)


def test_the_later_document_revises_and_the_other_value_is_shown() -> None:
    (item,) = tracked("旅游收入达到38亿元。", "旅游收入38.6亿元。", "旅游收入37.4亿元。")
    assert item.result is not None
    assert (item.result.value, item.verdict) == (Decimal("37.4"), Verdict.MISSED)
    assert [other.figure.value for other in item.result.conflicts] == [Decimal("38.6")]
    assert any("38.6亿元 (2026-1)" in rule.zh for rule in item.judgement.rules)


def test_the_same_value_rounded_is_no_conflict() -> None:
    (item,) = tracked("旅游收入达到38亿元。", "旅游收入38.62亿元。", "旅游收入38.6亿元。")
    assert item.result is not None
    assert item.result.conflicts == ()


def test_a_value_of_the_same_definition_goes_before_a_later_open_one() -> None:
    (item,) = tracked("固定资产投资增长9%。", "固定资产投资增长9.4%。", "全社会固定资产投资增长8.1%。")
    assert item.result is not None
    assert (item.result.value, item.result.sureness) == (Decimal("9.4"), 1.0)


def test_an_open_definition_is_said() -> None:
    (item,) = tracked("固定资产投资增长9%。", "全社会固定资产投资增长9.5%。")
    assert item.result is not None
    assert item.result.sureness < 1
    assert "一方未说明统计范围" in [rule.zh for rule in item.judgement.rules]


def test_a_computed_result_gives_its_formula_and_its_parts() -> None:
    (item,) = tracked("旅游收入增长20%。", "旅游收入由上年的32.5亿元增加到38.1亿元。")
    assert item.result is not None
    assert (item.result.value, item.result.formula) == (Decimal("17.2"), "38.1亿元 ÷ 32.5亿元 − 1 = 17.2%")
    assert [entry.figure.period for entry in item.result.entries] == ["2024", "2025"]
    assert (item.verdict, item.result.sureness < 1) == (Verdict.MISSED, True)


def test_what_follows_from_levels_of_two_documents_is_shown_and_is_no_result() -> None:
    (item,) = tracked("旅游收入增长20%。", "旅游收入38.1亿元。", review="旅游收入32.5亿元。")
    assert (item.verdict, item.result) == (Verdict.NOT_REPORTED, None)
    assert item.computed is not None
    assert item.computed.value == Decimal("17.2")
    assert [entry.source.name for entry in item.computed.entries] == ["2025", "2026-1"]
    assert any("未达到" in rule.zh and item.computed.formula in rule.zh for rule in item.judgement.rules)


def test_a_reported_growth_goes_before_a_computed_one() -> None:
    (item,) = tracked("旅游收入增长15%。", "旅游收入38亿元，增长14.2%。", review="旅游收入32亿元。")
    assert item.result is not None
    assert (item.result.value, item.result.formula) == (Decimal("14.2"), "")


def test_an_estimate_before_the_year_is_over_is_less_sure() -> None:
    text = "一、2025年工作回顾\n\n预计全年旅游收入38亿元。\n"
    early = [
        *entries("二、2025年主要预期目标\n\n旅游收入达到36亿元。\n", name="a"),
        *entries(text, name="b", date="2025-12-20"),
    ]
    (item,) = track(early)
    assert item.verdict is Verdict.MET
    assert item.result is not None
    assert item.result.sureness < 1


def test_in_one_document_the_sentence_most_like_the_targets_answers() -> None:
    (item, *_) = tracked(
        "新增就业5000人以上，发放创业贷款2000万元，建成零工市场3个。",
        "新增商业网点26个，新增就业800人。新增就业5230人，发放创业贷款2140万元，建成零工市场3个。",
    )
    assert item.result is not None
    assert (item.result.value, [other.figure.value for other in item.result.conflicts]) == (5230, [800])


@pytest.mark.parametrize(
    "target",
    [
        "城镇居民人均可支配收入、农村居民人均可支配收入均增长8%。",
        "城镇和农村居民人均可支配收入均增长8%。",
    ],
)
def test_a_number_shared_by_several_indicators_is_a_target_of_each(target: str) -> None:
    found = tracked(target, "城镇居民人均可支配收入增长8.3%，农村居民人均可支配收入增长7.9%。")
    assert [(item.target.identity.parts, item.verdict) for item in found] == [
        ((("residents", "urban"),), Verdict.MET),
        ((("residents", "rural"),), Verdict.MISSED),
    ]


def test_names_that_hold_an_and_stay_whole() -> None:
    (item,) = tracked("交通运输、仓储和邮政业增加值增长6%。", "交通运输、仓储和邮政业增加值增长6.2%。")
    assert item.verdict is Verdict.MET


def test_another_places_result_is_none() -> None:
    other = entries("一、2025年工作回顾\n\n旅游收入38亿元。\n", name="b", date="2026-01-12", place="云峡区")
    target = entries("二、2025年主要预期目标\n\n旅游收入达到36亿元。\n", name="a")
    (item,) = track([*target, *other], as_of="2026-02")
    assert (item.verdict, item.result) == (Verdict.NOT_REPORTED, None)


def test_the_same_target_twice_is_one() -> None:
    text = "二、2025年主要预期目标\n\n旅游收入达到36亿元。\n"
    (item,) = track([*entries(text, name="a"), *entries(f"{text} ", name="b", date="2025-03")])
    assert [again.source.name for again in item.again] == ["b"]


def test_what_only_speaks_of_a_target_is_no_other_target() -> None:
    text = "到2030年，全区旅游收入突破60亿元。锚定60亿元目标任务，建好景区。"
    (item,) = track(entries(text, date="2025-07-01"))
    assert (item.target.figure.indicator, [again.figure.indicator for again in item.again]) == (
        "旅游收入",
        ["目标任务"],
    )


def test_the_day_given_decides_what_is_due() -> None:
    target = entries("二、2025年主要预期目标\n\n旅游收入达到36亿元。\n")
    assert [item.verdict for item in track(target, as_of="2025-12-31")] == [Verdict.NOT_YET_DUE]
    assert [item.verdict for item in track(target, as_of="2026-01-01")] == [Verdict.NOT_REPORTED]


def half_year(sentence: str) -> list[Entry]:
    return entries(f"2025年上半年，{sentence}\n", name="half", date="2025-07-20")


@pytest.mark.parametrize(
    ("target", "half", "verdict"),
    [
        ("地区生产总值增长8%。", "全区地区生产总值增长8.2%。", Verdict.ON_TRACK),
        ("地区生产总值增长8%。", "全区地区生产总值增长7.1%。", Verdict.BEHIND),
        ("一般公共预算收入达到16亿元。", "一般公共预算收入完成8.4亿元。", Verdict.ON_TRACK),
        ("一般公共预算收入达到16亿元。", "一般公共预算收入完成7.1亿元。", Verdict.BEHIND),
    ],
)
def test_half_a_year_against_the_target_for_the_year(target: str, half: str, verdict: Verdict) -> None:
    (item,) = track([*entries(f"二、2025年主要预期目标\n\n{target}\n", name="a"), *half_year(half)])
    assert item.verdict is verdict
    assert item.result is not None


def test_nothing_said_gives_nothing() -> None:
    assert track([]) == []

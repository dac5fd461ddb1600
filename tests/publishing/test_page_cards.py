"""Figures put together to cards."""

from __future__ import annotations

from decimal import Decimal

from page_cases import Draft

from luoshi.model import Bound, Measure
from luoshi.publishing.cards import by_theme, result_cards, target_cards
from luoshi.publishing.faces import bar_scale, bar_width
from luoshi.publishing.ladder import ladder


def test_level_growth_and_rank_make_one_card_across_sentences() -> None:
    draft = Draft("粮食产量40万吨。粮食产量增长3%。粮食产量增速居全省第2位。")
    level = draft.figure("粮食产量", "40万吨")
    growth = draft.figure("粮食产量", "3%", measure=Measure.GROWTH)
    rank = draft.figure("粮食产量增速", "第2位", measure=Measure.RANK, unit="位")
    (card,) = result_cards(draft.case())
    assert card.main is level
    assert card.beside == (growth, rank)


def test_another_period_makes_another_card() -> None:
    draft = Draft("去年粮食产量40万吨。上半年粮食产量15万吨。")
    draft.figure("粮食产量", "40万吨")
    draft.figure("粮食产量", "15万吨", period="2025-H1")
    assert len(result_cards(draft.case())) == 2


def test_another_place_makes_another_card() -> None:
    draft = Draft("粮食产量40万吨,东沟区粮食产量15万吨。")
    draft.figure("粮食产量", "40万吨")
    draft.figure("粮食产量", "15万吨", place="东沟区")
    assert len(result_cards(draft.case())) == 2


def test_growth_goes_to_the_nearer_of_two_levels() -> None:
    draft = Draft("建设项目30个。新建公园里的各类建设项目7个,增长5%。")
    draft.figure("建设项目", "30个")
    near = draft.figure("建设项目", "7个")
    growth = draft.figure("建设项目", "5%", measure=Measure.GROWTH)
    holders = [card.main for card in result_cards(draft.case()) if growth in card.beside]
    assert holders == [near]


def test_mark_passed_stands_beside_the_level_reached() -> None:
    draft = Draft("地区生产总值突破3万亿元,达到3.6万亿元。")
    passed = draft.figure("地区生产总值", "3万亿元", bound=Bound.AT_LEAST)
    reached = draft.figure("地区生产总值", "3.6万亿元")
    (card,) = result_cards(draft.case())
    assert (card.main, card.beside) == (reached, (passed,))


def test_earlier_level_of_the_same_sentence_stands_on_the_later_card() -> None:
    draft = Draft("城镇化率由2020年的60%提高到66%。")
    earlier = draft.figure("城镇化率", "60%", period="2020")
    later = draft.figure("城镇化率", "66%")
    (card,) = result_cards(draft.case())
    assert (card.main, card.before) == (later, (earlier,))


def test_same_number_said_twice_is_one_card() -> None:
    draft = Draft("技术合同成交额90亿元。会议指出,技术合同成交额90亿元。")
    first = draft.figure("技术合同成交额", "90亿元")
    second = draft.figure("技术合同成交额", "90亿元", 1)
    (card,) = result_cards(draft.case())
    assert (card.main, card.again) == (first, (second,))


def test_fuller_statement_of_a_target_is_shown_and_the_other_noted() -> None:
    draft = Draft("锚定3万亿元目标。力争2030年经济总量突破3万亿元。")
    bare = draft.target("经济总量", "3万亿元", period="")
    full = draft.target("经济总量", "3万亿元", 1, period="2030", bound=Bound.AT_LEAST)
    (card,) = target_cards(draft.case())
    assert (card.main, card.again) == (full, (bare,))


def test_targets_for_two_years_are_two() -> None:
    draft = Draft("今年经济总量达到3万亿元。2030年经济总量仍达到3万亿元。")
    draft.target("经济总量", "3万亿元", period="2026")
    draft.target("经济总量", "3万亿元", 1, period="2030")
    assert len(target_cards(draft.case())) == 2


def test_leading_indicator_of_the_own_place_comes_first() -> None:
    draft = Draft("修建公园9000亿元,东沟区地区生产总值增长9%,地区生产总值增长5%。")
    draft.target("修建公园", "9000亿元")
    draft.target("地区生产总值", "9%", measure=Measure.GROWTH, place="东沟区")
    own = draft.target("地区生产总值", "5%", measure=Measure.GROWTH)
    assert target_cards(draft.case())[0].main is own


def test_target_of_the_year_comes_before_that_of_the_plan() -> None:
    draft = Draft("今后五年地区生产总值年均增长6%。今年地区生产总值增长5%。")
    draft.target("地区生产总值", "6%", measure=Measure.AVERAGE_GROWTH, period="2026/2030")
    year = draft.target("地区生产总值", "5%", measure=Measure.GROWTH)
    assert target_cards(draft.case())[0].main is year


def test_themes_come_in_the_order_of_the_page() -> None:
    draft = Draft("森林覆盖率40%。地区生产总值800亿元。")
    draft.figure("森林覆盖率", "40%")
    draft.figure("地区生产总值", "800亿元")
    assert [theme.key for theme, _ in by_theme(result_cards(draft.case()))] == ["growth", "environment"]


def test_one_extreme_growth_does_not_set_the_scale() -> None:
    draft = Draft("，".join(f"第{n}项产量增长{n}.5%" for n in range(1, 13)) + "，出口增长400%。")
    for n in range(1, 13):
        draft.figure(f"第{n}项产量", f"{n}.5%", measure=Measure.GROWTH)
    extreme = draft.figure("出口", "400%", measure=Measure.GROWTH)
    scale = bar_scale(result_cards(draft.case()))
    assert scale == 15
    assert bar_width(extreme, scale) > 100


def growth_draft() -> Draft:
    draft = Draft("固定资产投资增长4%,社会消费品零售总额增长6%,进出口总额下降2%。今年固定资产投资增长5%。")
    draft.figure("固定资产投资", "4%", measure=Measure.GROWTH)
    draft.figure("社会消费品零售总额", "6%", measure=Measure.GROWTH)
    draft.figure("进出口总额", "2%", measure=Measure.GROWTH, value=Decimal(-2))
    draft.target("固定资产投资", "5%", measure=Measure.GROWTH)
    return draft


def test_growth_chart_sets_the_target_beside_the_result() -> None:
    case = growth_draft().case()
    chart = ladder(result_cards(case), target_cards(case))
    assert chart is not None
    assert [rung.actual.indicator for rung in chart.rungs] == ["固定资产投资", "社会消费品零售总额", "进出口总额"]
    assert [rung.target.value if rung.target else None for rung in chart.rungs] == [Decimal(5), None, None]


def test_growth_chart_draws_a_fall_left_of_zero() -> None:
    case = growth_draft().case()
    chart = ladder(result_cards(case), target_cards(case))
    assert chart is not None
    fall = chart.rungs[2]
    assert (chart.zero, fall.left, fall.width) == (25.0, 0.0, 25.0)


def test_two_growths_make_no_chart() -> None:
    draft = Draft("固定资产投资增长4%,社会消费品零售总额增长6%。")
    draft.figure("固定资产投资", "4%", measure=Measure.GROWTH)
    draft.figure("社会消费品零售总额", "6%", measure=Measure.GROWTH)
    assert ladder(result_cards(draft.case()), ()) is None


def test_mere_reference_to_a_target_is_no_second_target() -> None:
    draft = Draft("锚定3万亿元目标。力争2030年经济总量突破3万亿元。")
    reference = draft.target("锚定目标任务", "3万亿元", period="2030")
    full = draft.target("经济总量", "3万亿元", 1, period="2030")
    (card,) = target_cards(draft.case())
    assert (card.main, card.again) == (full, (reference,))


def test_reference_to_no_stated_target_stands_alone() -> None:
    draft = Draft("锚定5万亿元目标。力争2030年经济总量突破3万亿元。")
    draft.target("锚定目标任务", "5万亿元", period="2030")
    draft.target("经济总量", "3万亿元", period="2030")
    assert len(target_cards(draft.case())) == 2

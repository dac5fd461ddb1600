"""Targets over several years: pace, averages, sums; cascades; league tables."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reports import entries, reading

from luoshi.model import Measure, Status
from luoshi.progress.cascade import cascades
from luoshi.progress.entries import Entry, Reading
from luoshi.progress.league import Question, league
from luoshi.progress.pace import EXAMPLES, growth_a_year, ratio
from luoshi.progress.tracking import Tracked, track
from luoshi.progress.verdicts import Verdict

Point = tuple[int, str]


@pytest.mark.parametrize("example", EXAMPLES)
def test_paces(example: tuple[Point, Point, Point, str, str, str, str]) -> None:
    (t0, y0), (t, y), (goal, x), so_far, required, needed, share = example
    assert growth_a_year(Decimal(y0), Decimal(y), t - t0) == Decimal(so_far)
    assert growth_a_year(Decimal(y0), Decimal(x), goal - t0) == Decimal(required)
    assert growth_a_year(Decimal(y), Decimal(x), goal - t) == Decimal(needed)
    assert ratio(Decimal(so_far), Decimal(required), Decimal(x) > Decimal(y0)) == Decimal(share)


def review(year: int, sentence: str) -> list[Entry]:
    return entries(f"一、{year}年工作回顾\n\n{sentence}\n", name=str(year + 1), date=f"{year + 1}-01-15")


def plan(sentence: str, date: str = "2021-01-20") -> list[Entry]:
    return entries(f"二、主要目标\n\n{sentence}\n", name="plan", date=date)


def only(found: list[Tracked]) -> Tracked:
    (item,) = found
    return item


@pytest.mark.parametrize(
    ("levels", "verdict", "share"),
    [
        (("100", "106", "112.4"), Verdict.ON_TRACK, "1.05"),
        (("100", "103", "106"), Verdict.BEHIND, "0.52"),
        (("100", "101", "99"), Verdict.BEHIND, "-0.09"),
    ],
)
def test_a_level_years_ahead(levels: tuple[str, ...], verdict: Verdict, share: str) -> None:
    found = plan("到2025年，旅游收入达到132亿元。")
    for year, level in zip((2020, 2021, 2022), levels, strict=True):
        found += review(year, f"旅游收入{level}亿元。")
    item = only(track(found))
    assert item.verdict is verdict
    assert item.pace is not None
    assert item.pace.ratio == Decimal(share)


def test_a_level_already_reached() -> None:
    found = (
        plan("到2025年，旅游收入达到110亿元。") + review(2020, "旅游收入100亿元。") + review(2021, "旅游收入111亿元。")
    )
    assert only(track(found)).verdict is Verdict.ON_TRACK


def test_an_average_growth_is_computed_from_the_years() -> None:
    found = plan("“十四五”时期，地区生产总值年均增长6%。")
    for year, growth in zip(range(2021, 2026), ("8", "3", "5.5", "5", "5.2"), strict=True):
        found += review(year, f"地区生产总值增长{growth}%。")
    item = only(track(found))
    assert item.result is not None
    assert (item.result.value, item.verdict) == (Decimal("5.3"), Verdict.MISSED)
    assert len(item.result.entries) == 5
    behind = only(track(found[:4]))
    assert behind.verdict is Verdict.BEHIND


def test_amounts_over_years_add_up() -> None:
    found = plan("“十四五”时期，城镇新增就业10万人。")
    for year in range(2021, 2024):
        found += review(year, "城镇新增就业2.2万人。")
    assert only(track(found)).verdict is Verdict.ON_TRACK
    found += review(2024, "城镇新增就业1.6万人。") + review(2025, "城镇新增就业1.5万人。")
    item = only(track(found))
    assert item.result is not None
    assert (item.result.value, item.verdict) == (Decimal("9.7"), Verdict.MISSED)


def test_a_citys_target_beside_its_districts() -> None:
    city = entries("到2030年，全市地区生产总值突破3万亿元。", name="city", date="2025-07-29", place="武汉市")
    parts = [
        *entries(
            "武汉市青山区要闻\n到2030年，全区地区生产总值达到1500亿元。", name="a", date="2025-08-01", place="青山区"
        ),
        *entries("到2030年，全区地区生产总值达到3000亿元。", name="b", date="2025-08-01", place="洪山区"),
        *entries("到2030年，全区地区生产总值达到900亿元。", name="c", date="2025-08-01", place="海拉尔区"),
        *entries("到2029年，全区地区生产总值达到2000亿元。", name="d", date="2025-08-01", place="江岸区"),
    ]
    (found,) = cascades([*city, *parts])
    assert [(part.place.name, share) for part, share in found.parts] == [
        ("青山区", Decimal("5.0")),
        ("洪山区", Decimal("10.0")),
    ]
    assert (found.total, found.rest) == (Decimal("0.45"), Decimal("2.55"))
    assert "江岸区" in [place.name for place in found.missing]
    assert "青山区" not in [place.name for place in found.missing]


def test_a_city_alone_is_no_cascade() -> None:
    assert list(cascades(entries("到2030年，地区生产总值突破3万亿元。", date="2025-07-29", place="武汉市"))) == []


GOALS = {
    "河北省": "地区生产总值增长5%以上，规上工业增加值增长5.5%。",
    "山西省": "经济增长5%左右，工业增加值增长6%。",
    "辽宁省": "生产总值增长4.5%—5%。",
    "吉林省": "GDP增长5.5%。",
    "云南省": "扩大有效投资，城镇新增就业50万人。",
}


@pytest.fixture(scope="module")
def provinces() -> list[Reading]:
    return [
        reading(f"二、2026年主要预期目标\n\n{sentence}\n", name=place, date="2026-01-20", place=place)
        for place, sentence in GOALS.items()
    ]


def test_a_league_table_with_ties_and_those_who_say_nothing(provinces: list[Reading]) -> None:
    found = league(provinces, Question("地区生产总值"))
    assert (found.question.period, found.question.status, found.question.measure) == (
        "2026",
        Status.TARGET,
        Measure.GROWTH,
    )
    assert [(item.rank, item.tied, item.entry.place.name) for item in found.standings] == [
        (1, False, "吉林省"),
        (2, True, "河北省"),
        (2, True, "山西省"),
        (4, False, "辽宁省"),
    ]
    assert [place.name for place in found.missing] == ["云南省"]


def test_what_is_measured_otherwise_stands_apart(provinces: list[Reading]) -> None:
    found = league(provinces, Question("规模以上工业增加值", ("河北", "山西省", "甘肃省")))
    assert [item.entry.place.name for item in found.standings] == ["河北省"]
    assert [entry.place.name for entry in found.unlike] == ["山西省"]
    assert [place.name for place in found.missing] == ["甘肃省"]


def test_less_is_better_for_what_should_fall() -> None:
    found = [
        reading(f"2025年，城镇调查失业率{rate}%。", name=place, date="2026-01-20", place=place)
        for place, rate in (("河北省", "5.5"), ("山西省", "5.1"))
    ]
    table = league(found, Question("城镇调查失业率"))
    assert [item.entry.place.name for item in table.standings] == ["山西省", "河北省"]


def test_a_league_of_nothing() -> None:
    found = league([], Question("地区生产总值", ("武汉市",)))
    assert (found.standings, [place.name for place in found.missing]) == ((), ["武汉市"])

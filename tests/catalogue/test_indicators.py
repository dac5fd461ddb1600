"""The table of known indicators and the table of short forms hold what their heads say."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from luoshi.catalogue import settings, table
from luoshi.extraction.naming import Indicator, indicator_id, indicators

_ROWS = [Indicator(row[0], row[1], tuple(row[2].split("|")) if row[2] else (), *row[3:]) for row in table("indicators")]
_SHORT_FORMS = [(row[0], row[1], [word for word in row[2].split("|") if word]) for row in table("short_forms")]


def _twice(items: list[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]


def test_there_are_enough() -> None:
    assert len(indicators()) >= 400


def test_every_row_is_complete() -> None:
    assert [row.id for row in _ROWS if not (row.name and row.dimension and row.theme and row.source)] == []


def test_ids_are_snake_case_and_none_stands_twice() -> None:
    assert [row.id for row in _ROWS if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", row.id)] == []
    assert _twice([row.id for row in _ROWS]) == []


def test_no_name_or_alias_stands_twice() -> None:
    assert _twice([name for row in _ROWS for name in (row.name, *row.aliases)]) == []


def test_names_have_no_loose_ends() -> None:
    names = [name for row in _ROWS for name in (row.name, *row.aliases)]
    assert [name for name in names if not name or name != name.strip() or "(" in name or "," in name] == []


def test_dimensions_are_those_of_the_units() -> None:
    dimensions = {row[1] for row in table("units")} | {"index"}
    assert {row.dimension for row in _ROWS if not set(row.dimension.split("/")) <= dimensions} == set()


def test_kinds_and_directions() -> None:
    assert {row.kind for row in _ROWS} == {"stock", "flow", "rate"}
    assert {row.better for row in _ROWS} == {"up", "down", "none"}


def test_a_share_or_an_index_is_a_rate() -> None:
    assert [row.id for row in _ROWS if row.dimension in {"ratio", "index"} and row.kind != "rate"] == []


def test_themes_are_those_of_the_page() -> None:
    assert {row.theme for row in _ROWS} <= {theme["key"] for theme in settings("themes")["theme"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规模以上工业增加值", "全部工业增加值"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("全体居民人均可支配收入", "农村居民人均可支配收入"),
        ("农村居民人均可支配收入", "农村居民人均纯收入"),
        ("一般公共预算收入", "税收收入"),
        ("一般公共预算收入", "财政总收入"),
        ("常住人口城镇化率", "户籍人口城镇化率"),
        ("全社会固定资产投资", "固定资产投资（不含农户）"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("居民人均可支配收入实际增速", "居民人均可支配收入名义增速"),
        ("社会消费品零售总额", "限额以上单位消费品零售额"),
        ("发电量", "规模以上工业发电量"),
        ("全社会研发经费投入", "研发经费投入强度"),
        ("社会融资规模存量", "社会融资规模增量"),
        ("空气质量优良天数", "空气质量优良天数比率"),
    ],
)
def test_definitions_are_kept_apart(one: str, other: str) -> None:
    assert indicator_id(one) and indicator_id(other)
    assert indicator_id(one) != indicator_id(other)


@pytest.mark.parametrize(
    "name",
    [
        "国内生产总值",
        "全员劳动生产率",
        "常住人口城镇化率",
        "全社会研发经费投入",
        "每万人口高价值发明专利拥有量",
        "数字经济核心产业增加值占GDP比重",
        "居民人均可支配收入",
        "城镇调查失业率",
        "劳动年龄人口平均受教育年限",
        "每千人口拥有执业（助理）医师数",
        "基本养老保险参保率",
        "每千人口拥有3岁以下婴幼儿托位数",
        "人均预期寿命",
        "单位GDP能源消耗降低",
        "单位GDP二氧化碳排放降低",
        "地级及以上城市空气质量优良天数比率",
        "地表水达到或好于Ⅲ类水体比例",
        "森林覆盖率",
        "粮食综合生产能力",
        "能源综合生产能力",
    ],
)
def test_the_main_indicators_of_the_fourteenth_plan_are_known(name: str) -> None:
    assert indicator_id(name)


def test_no_short_form_stands_twice() -> None:
    assert _twice([short.strip("^$") for short, _, _ in _SHORT_FORMS]) == []


def test_exceptions_contain_the_short_form_and_are_no_short_form_themselves() -> None:
    shorts = {short.strip("^$") for short, _, _ in _SHORT_FORMS}
    assert [
        (short, word) for short, _, unless in _SHORT_FORMS for word in unless if short.strip("^$") not in word
    ] == []
    assert [word for _, _, unless in _SHORT_FORMS for word in unless if word in shorts] == []

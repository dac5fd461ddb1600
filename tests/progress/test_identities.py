"""Indicators with their definitions, wordings, places and times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.extraction.naming import indicator_id, indicators
from luoshi.progress import definitions, intervals, likeness, localities
from luoshi.progress.definitions import Agreement, Identity, compare, definition_words, dimensions, heads, identify
from luoshi.progress.intervals import interval, month_of
from luoshi.progress.localities import Locality, locality, parent_codes, parts_of


def named(name: str, before: str = "") -> Identity:
    return identify(name, indicator_id(name), before)


@pytest.mark.parametrize(("name", "core", "parts"), definitions.EXAMPLES)
def test_definitions_are_taken_apart(name: str, core: str, parts: dict[str, str]) -> None:
    assert (named(name).core, dict(named(name).parts)) == (core, parts)


@pytest.mark.parametrize(
    ("one", "other", "agreement", "differing"),
    [
        ("地区生产总值", "GDP", Agreement.SAME, ()),
        ("固定资产投资", "全社会固定资产投资", Agreement.OPEN, ("coverage",)),
        ("固定资产投资（不含农户）", "全社会固定资产投资", Agreement.UNLIKE, ("coverage",)),
        ("区本级固定资产投资", "固定资产投资", Agreement.UNLIKE, ("tier",)),
        ("规上工业增加值", "工业增加值", Agreement.UNLIKE, ("threshold",)),
        ("城镇居民人均可支配收入", "居民人均可支配收入", Agreement.OTHER, ()),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入", Agreement.OTHER, ()),
        ("城乡居民人均可支配收入", "全体居民人均可支配收入", Agreement.SAME, ()),
        ("农民人均纯收入", "农村居民人均可支配收入", Agreement.UNLIKE, ("successor",)),
        ("进口总额", "出口总额", Agreement.OTHER, ()),
        ("项目", "项目", Agreement.OTHER, ()),
        ("新增商业营业面积", "新增商业面积", Agreement.LIKE, ()),
    ],
)
def test_comparing_indicators(one: str, other: str, agreement: Agreement, differing: tuple[str, ...]) -> None:
    for found in (compare(named(one), named(other)), compare(named(other), named(one))):
        assert (found.agreement, found.differing) == (agreement, differing)


def test_what_is_no_other_indicator_has_the_same_heads() -> None:
    """Figures are looked up by their heads: what is not found so must be another indicator."""
    identities = {identify(row.name, row.id) for row in indicators().values()}
    for one in identities:
        for other in identities:
            if heads(one) != heads(other):
                assert compare(one, other).agreement is Agreement.OTHER


def test_prices_are_read_from_the_words_before_the_number() -> None:
    real, nominal = named("旅游收入", "扣除价格因素实际增长"), named("旅游收入", "，名义增长")
    assert (dict(real.parts), dict(nominal.parts)) == ({"prices": "real"}, {"prices": "nominal"})
    assert compare(real, nominal).agreement is Agreement.UNLIKE
    assert compare(real, named("旅游收入")).agreement is Agreement.OPEN
    assert named("实际利用外资", "名义增长5%，") == named("实际利用外资")


def test_definitions_can_be_said() -> None:
    assert definition_words(named("规上工业增加值")) == "统计起点：规模以上"
    assert definition_words(named("旅游收入", "按可比价增长")) == "按可比价"
    for dimension in dimensions():
        for value, label in dimension.labels:
            assert definition_words(Identity("x", ((dimension.key, value),))) == f"{dimension.name}：{label}"


def test_every_known_indicator_is_itself_and_the_same_under_all_its_names() -> None:
    for row in indicators().values():
        assert compare(identify(row.name, row.id), identify(row.name, row.id)).agreement is Agreement.SAME, row.name
        for alias in row.aliases:
            found = compare(identify(row.name, row.id), identify(alias, row.id))
            assert found.agreement in (Agreement.SAME, Agreement.OPEN), alias


@pytest.mark.parametrize(("one", "other", "alike"), likeness.EXAMPLES)
def test_wordings(one: str, other: str, alike: bool) -> None:
    a, b = likeness.normal_wording(one), likeness.normal_wording(other)
    assert (likeness.likeness(a, b) >= likeness.LIKE) == alike
    assert likeness.likeness(a, b) == likeness.likeness(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_wordings_can_be_compared(one: str, other: str) -> None:
    found = compare(identify(one), identify(other))
    assert 0 <= found.score <= 1
    assert compare(identify(other), identify(one)).agreement is found.agreement


@pytest.mark.parametrize(("period", "months", "granularity", "cumulative"), intervals.EXAMPLES)
def test_intervals(period: str, months: tuple[int, int], granularity: str, cumulative: bool) -> None:
    found, january = interval(period), int(period[:4]) * 12
    assert found is not None
    assert (found.first - january + 1, found.last - january + 1) == months
    assert (found.granularity, found.cumulative) == (granularity, cumulative)


@pytest.mark.parametrize("period", ["", "XXXX-H1", "2025-13", "2025-H3", "2025/2021", "soon"])
def test_what_is_no_known_time_has_no_interval(period: str) -> None:
    assert interval(period) is None


def test_one_time_written_in_two_ways() -> None:
    half, months, june = interval("2025-H1"), interval("2025-01/2025-06"), interval("2025-06")
    assert half is not None and months is not None and june is not None
    assert half.same(months)
    assert not half.same(june)
    assert month_of("2025") == month_of("2025-12")
    assert month_of("") is None


@pytest.mark.parametrize(("name", "beside", "code", "kind"), localities.EXAMPLES)
def test_places(name: str, beside: str, code: str, kind: str) -> None:
    found = locality(name, beside)
    assert (found.code, found.kind) == (code, kind)


def test_the_documents_own_place_decides_between_places_of_one_name() -> None:
    assert locality("鼓楼区", "", locality("徐州市")).code == "320302"
    assert locality("鼓楼区", "", locality("福建省")).code == "350102"
    assert locality("鼓楼区", "", locality("广东省")) == Locality("鼓楼区", "", "county")


def test_former_names_under_one_code_are_one_place() -> None:
    assert locality("襄樊市").key == locality("襄阳市").key


def test_what_belongs_to_a_place() -> None:
    assert {"420107", "420100"} == {place.code for place in parts_of("420100") if place.name == "青山区"} | {
        parent_codes("420107")[0]
    }
    assert parent_codes("") == ()

"""Places by name, and their names in texts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.catalogue.places import EXAMPLES, SHORT_NAMES, ancestors, expand, find_places, lookup, places, short_names


@pytest.mark.parametrize(("name", "shorts"), SHORT_NAMES)
def test_short_names(name: str, shorts: tuple[str, ...]) -> None:
    assert short_names(name) == shorts


@pytest.mark.parametrize(("text", "names"), EXAMPLES)
def test_names_in_texts(text: str, names: tuple[str, ...]) -> None:
    assert tuple(name for _, name in find_places(text)) == names


def test_the_list_is_whole() -> None:
    in_force = Counter(place.level for place in places() if not place.until)
    assert (in_force["province"], in_force["prefecture"]) == (34, 333)
    assert 2840 <= in_force["county"] <= 2850


def test_every_place_belongs_to_a_province() -> None:
    for place in places():
        assert place.level == "province" or ancestors(place)[-1].level == "province", place


def test_every_full_name_finds_its_place() -> None:
    assert all(place in lookup(place.name) for place in places())


def test_an_ambiguous_name_gives_all_places() -> None:
    assert {ancestors(place)[0].name for place in lookup("鼓楼区")} == {"南京市", "徐州市", "福州市", "开封市"}
    (fujian,) = lookup("福建省")
    assert [place.code for place in lookup("鼓楼区", within=fujian)] == ["350102"]


def test_provinces_come_before_prefectures_of_the_same_short_name() -> None:
    assert [place.name for place in lookup("吉林")] == ["吉林省", "吉林市"]


def test_names_no_longer_in_force_are_known() -> None:
    assert [(place.name, bool(place.until)) for place in lookup("襄樊市")] == [("襄樊市", True)]


def test_an_unknown_name_gives_none() -> None:
    assert lookup("东岭市") == ()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("山东", "山东省"),
        ("武汉", "武汉市"),
        ("恩施", "恩施土家族苗族自治州"),
        ("海南", "海南省"),
        ("武汉市", "武汉市"),
        ("海拉尔", "海拉尔"),
        ("东岭", "东岭"),
    ],
)
def test_expand(short: str, full: str) -> None:
    assert expand(short) == full


def test_an_ordinary_word_counts_at_home() -> None:
    (gansu,) = lookup("甘肃省")
    text = "支持天水建设区域中心"
    assert list(find_places(text)) == []
    assert [name for _, name in find_places(text, home=gansu)] == ["天水"]


@given(
    st.lists(
        st.sampled_from(
            [
                "湖北省",
                "武汉",
                "江岸区",
                "城区",
                "赵县",
                "河北省",
                "文山",
                "红河",
                "北京",
                "、",
                "和",
                "，",
                "新",
                "区",
                "海",
            ]
        )
    ).map("".join)
)
def test_spans_are_exact_and_ascending(text: str) -> None:
    end = 0
    for span, name in find_places(text):
        assert span.start >= end and span.of(text) == name
        end = span.end


def test_a_long_text_without_line_ends() -> None:
    text = "湖北省、" * 20_000 + "文山、" * 20_000
    assert sum(1 for _ in find_places(text)) == 40_000

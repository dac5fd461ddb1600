"""Names written out in full, and known indicators recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.catalogue import table
from luoshi.extraction.naming import EXAMPLES, ID_EXAMPLES, full_name, indicator_id, indicators, known

_WORDS = sorted(
    {word for row in table("short_forms") for word in (row[0].strip("^$"), row[1], *row[2].split("|")) if word}
)
_CHARACTERS = sorted({character for word in _WORDS for character in word} | set("“”《》（）的、0甲"))
# names that are made of the words of the rules and of pieces of them, so that words touch and overlap
_NAMES = st.lists(st.sampled_from(_WORDS) | st.text(_CHARACTERS, max_size=3), max_size=6).map("".join)


@pytest.mark.parametrize(("name", "full"), EXAMPLES)
def test_short_forms_are_written_out(name: str, full: str) -> None:
    assert full_name(name) == full


@given(_NAMES)
def test_writing_out_twice_changes_nothing_more(name: str) -> None:
    once = full_name(name)
    assert full_name(once) == once


def test_words_of_the_rules_side_by_side_make_no_new_short_form() -> None:
    shorts = [row[0].strip("^$") for row in table("short_forms")]
    names = {full_name(name) for short in shorts for word in _WORDS for name in (short + word, word + short)}
    assert [name for name in names if full_name(name) != name] == []


@given(st.text(_CHARACTERS).filter(lambda text: not set(text) & set("“”《》")), st.sampled_from(("“”", "《》")))
def test_names_in_quotes_stay(name: str, marks: str) -> None:
    quoted = f"{marks[0]}规上{name}{marks[1]}"
    assert full_name(f"甲{quoted}") == f"甲{quoted}"


@given(st.text(st.characters(exclude_characters=_CHARACTERS)))
def test_other_text_stays(name: str) -> None:
    assert full_name(name) == name


@pytest.mark.parametrize("name", ["“" * 200_000, "《" * 200_000 + "规上", "规" * 200_000, "《规上" * 50_000])
def test_a_very_long_name_is_no_burden(name: str) -> None:
    assert full_name(name) == name.replace("规上", "规模以上")


@pytest.mark.parametrize(("name", "id"), ID_EXAMPLES)
def test_known_indicators_are_recognised(name: str, id: str) -> None:
    assert indicator_id(name) == id


@pytest.mark.parametrize("wrap", ["{}", "全省{}", "我市{}增速", "“{}”", " {}\n", "全自治区{}"])
def test_every_name_and_alias_is_its_own_indicator(wrap: str) -> None:
    wrong = [
        (name, indicator_id(wrap.format(name)))
        for indicator in indicators().values()
        for name in (indicator.name, *indicator.aliases)
        if indicator_id(wrap.format(name)) != indicator.id
    ]
    assert wrong == []


def test_the_full_name_is_the_same_indicator() -> None:
    names = [name for indicator in indicators().values() for name in (indicator.name, *indicator.aliases)]
    assert [name for name in names if indicator_id(full_name(name)) != indicator_id(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "",
        "的",
        "全省",
        "增速",
        "数",
        "新建村史馆",
        "地区生产总值和税收收入",
        "工业增加值税收收入",
        "出口",
        "规模",
        "固定资产投资项目",
    ],
)
def test_anything_else_has_no_id(name: str) -> None:
    assert indicator_id(name) == ""


@given(_NAMES)
def test_an_id_is_always_one_of_the_catalogue(name: str) -> None:
    assert indicator_id(name) in {"", *indicators()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全国重点实验室", "重点实验室"),
        ("粮食产量", "粮食产能"),
        ("全体居民人均可支配收入", "全体居民人均可支配收入实际增长"),
        ("细颗粒物（PM2.5）浓度", "可吸入颗粒物（PM10）浓度"),
    ],
)
def test_what_is_taken_off_never_makes_two_names_one(one: str, other: str) -> None:
    assert indicator_id(one) != indicator_id(other)


def test_roman_numerals_and_dashes_are_read_in_all_their_forms() -> None:
    forms = ("Ⅰ—Ⅲ类水质断面比例", "Ⅰ至Ⅲ类水质断面比例", "I-III类水质断面比例", "Ⅰ～Ⅲ类水质断面比例")
    assert {indicator_id(form) for form in forms} == {"surface_water_good_ratio"}


def test_known_gives_the_row() -> None:
    unemployment = known("urban_surveyed_unemployment_rate")
    assert (unemployment.name, unemployment.dimension, unemployment.kind, unemployment.better) == (
        "城镇调查失业率",
        "ratio",
        "rate",
        "down",
    )


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        known("no_such_indicator")

"""Themes: which heading of the page a figure comes under."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

import pytest

from luoshi.publishing.themes import EXAMPLES, headline_rank, plain_indicator, theme_of


@pytest.mark.parametrize(("indicator", "key"), EXAMPLES)
def test_indicator_decides_the_theme(indicator: str, key: str) -> None:
    assert theme_of(indicator).key == key


def test_words_around_decide_where_the_indicator_does_not() -> None:
    assert theme_of("受益人数", "义务教育学校全部开展课后服务").key == "education"


def test_the_paragraph_comes_before_the_heading() -> None:
    assert theme_of("受益人数", "义务教育学校", "深化对外贸易").key == "education"


def test_no_cue_stands_under_two_themes() -> None:
    data = tomllib.loads((resources.files("luoshi.catalogue") / "themes.toml").read_text(encoding="utf-8"))
    cues = Counter(cue for theme in data["theme"] for cue in (*theme["cues"], *theme.get("weak", ())))
    assert [cue for cue, times in cues.items() if times > 1] == []


def test_headline_indicators_have_an_order() -> None:
    gdp, jobs = headline_rank("地区生产总值"), headline_rank("城镇新增就业")
    assert gdp == 0
    assert jobs is not None
    assert jobs > gdp


def test_other_indicators_have_no_headline_rank() -> None:
    assert headline_rank("口袋公园") is None


def test_place_words_and_rate_words_do_not_tell_indicators_apart() -> None:
    assert plain_indicator("全省“地区生产总值”增速") == plain_indicator("地区生产总值")

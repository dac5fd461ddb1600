"""The catalogue of bodies and the search in it."""

from __future__ import annotations

import pytest

from luoshi.catalogue import table
from luoshi.checks.bodies import edit_distance, is_joint_name, known_names, longest_known, nearest

KINDS = {"party", "government", "supervision", "congress", "consultative", "judicial", "people", "domain"}
LEVELS = {"central", "province", "city", "county"}


def test_every_row_has_a_kind_and_a_level() -> None:
    for name, kind, level, _ in table("bodies"):
        assert kind in KINDS, name
        assert (set(level.split()) <= LEVELS) and (bool(level) != (kind == "domain")), name


def test_no_row_stands_twice() -> None:
    keys = [row[:3] for row in table("bodies")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "name", ["发展和改革委员会", "发改委", "经济和信息化局", "国家数据局", "社会工作部", "工商行政管理局"]
)
def test_usual_names_are_known(name: str) -> None:
    assert name in known_names()


@pytest.mark.parametrize(
    ("name", "joint"), [("教育科技和体育局", True), ("商务和粮食局", True), ("经济和信息技术局", False), ("局", False)]
)
def test_joint_names_are_made_of_fields(name: str, joint: bool) -> None:
    assert is_joint_name(name) is joint


def test_the_nearest_name_is_at_most_two_edits_away() -> None:
    near = nearest("住房和城乡规设局")
    assert near is not None
    assert (near.name, near.distance) == ("住房和城乡建设局", 1)
    assert nearest("轨道交通建设指挥部") is None
    assert nearest("民证局") is None  # short names are one edit from each other


def test_the_longest_known_ending_counts() -> None:
    assert longest_known("会同市场监督管理局") == len("市场监督管理局")
    assert longest_known("优化产业布局") == 0


@pytest.mark.parametrize(("one", "other", "distance"), [("", "ab", 2), ("信息化", "信息技术", 2), ("委", "委", 0)])
def test_edit_distance(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other) == distance

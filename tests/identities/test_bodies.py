"""Names of bodies: one body however it is called, and never another place's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.identities.bodies import EXAMPLES, NOWHERE, body
from luoshi.progress.localities import locality


@pytest.mark.parametrize(("name", "home", "place", "full", "level", "kind"), EXAMPLES)
def test_names(name: str, home: str, place: str, full: str, level: str, kind: str) -> None:
    found = body(name, locality(home) if home else NOWHERE)
    assert (found.place.name, found.name, found.level, found.kind) == (place, full, level, kind)


def test_one_body_however_it_is_called() -> None:
    home = locality("武汉市")
    names = ("市发改委", "市发展改革委", "市发展和改革委员会", "武汉市发改委", "湖北省武汉市发展和改革委员会")
    assert len({body(name, home) for name in names}) == 1
    assert body("市发改委", locality("宜昌市")) != body("市发改委", home)
    assert body("市发改委", home).full_name == "武汉市发展和改革委员会"
    assert body("市委", home).full_name == "中共武汉市委员会"


def test_offices_of_the_party_and_of_the_government_are_two() -> None:
    home = locality("武汉市")
    assert body("市委办公厅", home) != body("市政府办公厅", home)


@given(st.text(max_size=20), st.sampled_from(("武汉市", "江岸区", "青澜市", "")))
def test_any_words_have_a_body(words: str, home: str) -> None:
    assert body(words, locality(home) if home else NOWHERE).full_name is not None

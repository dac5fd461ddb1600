"""The theme that words decide."""

from __future__ import annotations

import pytest

from luoshi.catalogue.themes import EXAMPLES, OTHER, theme_in, theme_key


@pytest.mark.parametrize(("words", "key", "around"), EXAMPLES)
def test_each_theme(words: str, key: str, around: tuple[str, ...]) -> None:
    assert theme_key(words, *around) == key


def test_a_weak_cue_decides_only_alone() -> None:
    assert theme_in("提高产量") == "industry"
    assert theme_in("提高粮食产量") == "agriculture"


def test_words_without_a_cue_decide_nothing() -> None:
    assert theme_in("") == ""
    assert theme_key("") == OTHER

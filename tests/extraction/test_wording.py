"""What is done and to what, in an undertaking's own words."""

from __future__ import annotations

import pytest

from luoshi.extraction import wording
from luoshi.extraction.lexicon import Lexicon


@pytest.mark.parametrize(("words", "subject", "expected"), wording.EXAMPLES)
def test_each_wording(words: str, subject: str, expected: tuple[str, str, str]) -> None:
    assert wording.taken_apart(words, 0, len(words), subject) == expected


def test_a_long_title_ends_at_a_border_of_its_words() -> None:
    words = "建设临江新能源装备基地、滨海高端石化基地、东部航空航天基地、北部现代农机基地"
    assert wording.taken_apart(words, 0, len(words)).title == "建设临江新能源装备基地、滨海高端石化基地"


def test_the_wording_stays_inside_the_words() -> None:
    text = "推进改革。新建学校20所，优化布局。"
    assert wording.taken_apart(text, 5, 12) == ("新建", "学校20所", "新建学校20所")


def test_the_longest_word_is_found_and_never_beyond_the_limit() -> None:
    lexicon = Lexicon(("加快", "加快建设", "加"))
    assert [lexicon.end("加快建设水网", 0, limit) for limit in (6, 3, 1, 0)] == [4, 2, 1, 0]

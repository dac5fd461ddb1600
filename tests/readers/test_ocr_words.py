"""What recognition reads is put right where there is no doubt."""

from __future__ import annotations

import pytest

from luoshi.readers import ocr_marks, ocr_numbers
from luoshi.readers.ocr_marks import with_full_width_marks
from luoshi.readers.ocr_numbers import corrected


@pytest.mark.parametrize(("read", "meant"), ocr_numbers.EXAMPLES)
def test_numbers(read: str, meant: str) -> None:
    assert corrected(read)[0] == meant


@pytest.mark.parametrize(("read", "meant"), ocr_marks.EXAMPLES)
def test_marks(read: str, meant: str) -> None:
    assert with_full_width_marks(read) == meant
    assert len(read) == len(meant)


def test_each_change_says_where_it_stands_and_what_was_read() -> None:
    words, changes = corrected("全市增长3S.2%，总量将超过35万1亿元")
    assert words == "全市增长35.2%，总量将超过35万亿元"
    assert [(words[start:end], read) for start, end, read in changes] == [("5", "S"), ("万亿", "万1亿")]


def test_what_is_right_stays_on_a_line_of_any_length() -> None:
    words = "比上年增长5.5%，总量4180.3亿元；新建12所。" * 500
    assert corrected(words) == (words, ())
    assert corrected("1,2" * 3_000)[1] == ()

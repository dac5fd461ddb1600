"""The size of recognised type, from boxes whose heights tremble."""

from __future__ import annotations

import pytest

from luoshi.layout.sheets import Line, Rect
from luoshi.readers.ocr_sizes import with_sizes

TEXT = "全市坚持稳中求进推动经济持续向好"


def boxed(words: str, size: float, higher: float, stretched: float = 1.0, top: float = 0.0) -> Line:
    """A line of type of this size in a box that is ``higher`` times as high, with the same margin on all sides."""
    margin = (higher - 1) * size
    width = len(words) * size * stretched + margin
    return Line(words, Rect(100, top, 100 + width, top + higher * size), higher * size)


def text() -> list[Line]:
    """Lines of 20 pixels, some justified, in boxes of several heights."""
    shapes = [(1.2, 1.0), (1.5, 1.06), (1.35, 1.08), (1.25, 1.0), (1.45, 1.03), (1.3, 1.0)]
    return [boxed(TEXT, 20, higher, stretched, 40.0 * at) for at, (higher, stretched) in enumerate(shapes)]


def test_all_lines_of_text_have_one_size_and_its_place() -> None:
    lines = with_sizes(text())
    assert {line.size for line in lines} == {lines[0].size}
    assert lines[0].size == pytest.approx(20, rel=0.05)
    assert lines[0].rect.height == lines[0].size
    assert lines[0].rect.left == pytest.approx(102, abs=1) and lines[0].rect.right == pytest.approx(422, abs=1)


@pytest.mark.parametrize("higher", [1.1, 1.4, 1.9])
def test_a_headline_has_its_own_size_however_high_its_box(higher: float) -> None:
    lines = with_sizes([boxed("把公园修到家门口", 60, higher), *text()])
    assert lines[0].size == pytest.approx(60, rel=0.02)


def test_a_subtitle_somewhat_larger_than_the_text_is_told_from_it() -> None:
    lines = with_sizes([boxed("城市更新现场见闻", 26, 1.15), *text()])
    assert lines[0].size == pytest.approx(26, rel=0.02)


def test_a_line_too_short_to_tell_is_measured_by_its_height() -> None:
    lines = with_sizes([boxed("经济", 20, 1.4), boxed("要闻", 40, 1.4), *text()])
    assert lines[0].size == lines[2].size and lines[1].size == pytest.approx(40, rel=0.1)


def test_the_last_words_of_a_paragraph_are_in_the_type_of_the_text_however_high_their_box() -> None:
    lines = with_sizes([boxed("以上。", 20, 2.0), boxed("以上", 20, 2.0), *text()])
    assert lines[0].size == lines[2].size < lines[1].size


def test_a_line_stretched_to_the_edges_of_its_column_is_in_the_type_of_the_text() -> None:
    """Behind it stands a number that must not be broken and had no room."""
    above, width = text(), len(TEXT) * 20
    short = boxed(TEXT[:9], 20, 1.3, width / (9 * 20))
    assert with_sizes([short, *above])[0].size == with_sizes(above)[0].size


def test_lines_in_type_of_several_sizes_and_lines_that_run_down_stay_as_they_are() -> None:
    mixed = Line("将超过35万亿元", Rect(0, 0, 700, 170), 60)
    down = Line("青澜日报", Rect(0, 0, 40, 200), 200)
    assert with_sizes([mixed, down, *text()])[:2] == [mixed, down]
    assert with_sizes([mixed, boxed("要闻", 20, 1.4)])[1].size == 28

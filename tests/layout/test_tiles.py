"""Which print of a card stands in which column of tiles."""

from __future__ import annotations

from luoshi.layout import Line, Rect
from luoshi.layout.tiles import parts_of


def line(words: str, left: float, top: float, size: float = 50.0) -> Line:
    return Line(words, Rect(left, top, left + len(words) * size, top + size), size)


def parts(*lines: Line) -> list[list[str]]:
    return sorted([piece.words for piece in part] for part in parts_of(lines))


def test_two_columns_of_tiles_below_a_title_that_leaves_white_between() -> None:
    found = parts(
        line("“十五五”", 60, 50, 80),
        line("青澜这样干", 540, 50, 80),
        line("港口吞吐量", 60, 300),
        line("近2亿吨", 60, 360),
        line("新增学位1.4万个", 560, 300, 45),
        line("来源：市统计局", 60, 900, 20),
    )
    assert found == [["“十五五”", "青澜这样干"], ["新增学位1.4万个"], ["港口吞吐量", "近2亿吨", "来源：市统计局"]]


def test_three_columns() -> None:
    found = parts(*(line(f"建成{n}号线{n}条", 60 + 340 * n, 300, 40) for n in (1, 2, 3)))
    assert len(found) == 3


def test_words_beside_their_number_are_no_tiles() -> None:
    rows = [(line("改造老旧小区", 60, 300 * n), line("17个", 600, 300 * n)) for n in (1, 2, 3)]
    assert len(parts(*(piece for row in rows for piece in row))) == 1


def test_a_verb_before_a_number_does_not_name_it() -> None:
    assert len(parts(line("全省外贸规模", 60, 300), line("将超过7万亿元", 560, 300), line("近2亿吨", 60, 600))) == 1

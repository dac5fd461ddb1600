"""Numbered lists."""

from __future__ import annotations

import pytest

from luoshi.checks.outline import numbered_lists

LISTS = (
    # text, (kind, numbers) of each list
    ("一是修路；二是架桥。", [("shi", [1, 2])]),
    ("（一）水\n一是河。二是湖。\n（二）路\n一是桥。", [("bracket", [1, 2]), ("shi", [1, 2]), ("shi", [1])]),
    ("1.修路\n2.架桥\n达到1.5万亩", [("digit", [1, 2])]),
    ("要点一：水\n要点二：路", [("labelled", [1, 2])]),
    ("这是第一是非题，统一是好事。", []),
    ("二、没有开头的清单\n三、也不算", []),
    ("一是水。二是路。四是桥。", [("shi", [1, 2, 4])]),
)


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[tuple[str, list[int]]]) -> None:
    assert [(found.kind, [item.number for item in found.items]) for found in numbered_lists(text)] == expected


def test_a_number_that_is_leapt_over_is_a_gap() -> None:
    (found,) = numbered_lists("一是水。二是路。四是桥。")
    assert found.gaps == (3,)


def test_an_outer_marker_ends_the_list_inside() -> None:
    text = "（一）水\n一是河。二是湖。\n（二）路"
    outer, inner = numbered_lists(text)
    assert (outer.end, inner.end) == (None, text.index("（二）"))
    assert inner.parent == outer.items[0]

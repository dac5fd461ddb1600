"""Errors put into generated texts are found, and the texts without them give nothing (benchmarks/check_quality.py)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from check_quality import Found, across, inside
from checks.documents import changed_growths, changed_units
from checks.planting import ERRORS
from checks.statements import STATEMENTS, swapped

COUNT = 3
Measured = Callable[[random.Random, int], Iterable[Found]]


@pytest.mark.parametrize(("measure", "ways"), [(inside, STATEMENTS), (across, ERRORS)])
def test_most_errors_are_found_and_right_texts_give_nothing(measure: Measured, ways: dict[str, object]) -> None:
    rows = list(measure(random.Random(7), COUNT))
    assert [row.name for row in rows] == list(ways)
    assert sum(row.alarms for row in rows) == 0
    assert sum(row.found for row in rows) > 0.8 * sum(row.made for row in rows)


def test_swapped_digits_are_other_digits() -> None:
    assert swapped("8.2", random.Random(1)) == "2.8"
    assert swapped("5.5", random.Random(1)) == "5.5"


def test_changed_numbers_of_documents(tmp_path: Path) -> None:
    for year, level, growth in ((2024, "32.2", "11.0"), (2025, "38.5", "19.6")):
        words = f"{year}年，旅游收入{level}亿元，增长{growth}%。"
        text = f"云岭区人民政府工作报告\n\n{year + 1}年1月12日\n\n一、{year}年工作回顾\n\n{words}\n"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    assert changed_units(str(tmp_path)) == (2, 2)
    assert changed_growths(str(tmp_path)) == (1, 1)

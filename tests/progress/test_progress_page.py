"""docs/progress.md is true: each row of its tables is read as two reports and judged as it says."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from reports import tracked

from luoshi.progress.pace import growth_a_year, ratio

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "progress.md").read_text(encoding="utf-8")
REVIEW = "旅游收入32亿元，一般公共预算收入20.15亿元。"


def rows(head: str) -> list[tuple[str, ...]]:
    """The rows of all tables with that head."""
    found = []
    for table in re.findall(rf"^{re.escape(head)}\n\|[-|]+\|\n((?:\|.*\|\n)+)", PAGE, re.MULTILINE):
        found += [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines()]
    return found


VERDICTS = rows("| 目标 | 结果 | 判断 |")
PACES = rows("| base | latest | target | so far | required | needed | ratio |")


def test_the_page_has_its_tables() -> None:
    assert len(VERDICTS) >= 30
    assert len(PACES) >= 3


@pytest.mark.parametrize(("target", "result", "verdict"), VERDICTS)
def test_verdicts(target: str, result: str, verdict: str) -> None:
    (item,) = tracked(target, result, review=REVIEW)
    assert item.verdict == verdict, item
    assert item.judgement.rules


@pytest.mark.parametrize("row", PACES)
def test_paces(row: tuple[str, ...]) -> None:
    (base, b), (latest, y), (goal, t) = ((int(c[:4]), Decimal(c[6:])) for c in row[:3])
    so_far, required = growth_a_year(b, y, latest - base), growth_a_year(b, t, goal - base)
    expected = [Decimal(cell.replace("−", "-")) for cell in row[3:]]
    assert [so_far, required, growth_a_year(y, t, goal - latest), ratio(so_far, required, t > b)] == expected

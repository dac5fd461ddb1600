"""Texts that no writer writes: they are read to the end and give nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from luoshi.checks import check
from luoshi.model import Case

SIZE = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "，" * SIZE,
        "1" * 10_000,
        "一" * 4_000,
        "".join(f"{chr(0x5000 + n)}词一：\n" for n in range(SIZE // 5)),
        "市" * SIZE,
        "局" * SIZE,
        "一是" * SIZE,
        " " * SIZE + "一、",
        "（一）" * SIZE,
        "增长5%" * (SIZE // 4),
        "市城乡规设" * (SIZE // 5),
        "完成1499亿元，" * (SIZE // 8),
    ],
    ids=lambda text: text[:4] or "empty",
)
def test_hostile_text(case_of: Callable[..., Case], text: str) -> None:
    assert check(case_of(text)) == ()

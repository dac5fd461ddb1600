"""The work that a text costs grows in proportion to it, whatever its shape: counted in calls, so that it is exact."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from stages import STAGES, Work, forget
from texts import DATE, Shape, shapes

SIZE = 400  # beyond the windows inside which a stage may compare each with each
SENTENCES = "".join(
    f"全市{name}业增加值增长{n}.5%。" for n, name in enumerate("农林牧渔工建商运住信金房租科水居教卫文公")
)


def calls(shape: Shape, size: float) -> int:
    """How many functions all stages call for a shape of that size."""
    work = Work(shape.make(size), DATE, whole=shape.hostile)
    number = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal number
        number += event.endswith("call")

    forget()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for stage in STAGES.values():
            stage(work)
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("shape", shapes([SENTENCES]), ids=lambda shape: shape.name)
def test_twice_the_text_is_twice_the_work(shape: Shape) -> None:
    small, large = (0.01, 0.02) if shape.unit == "MB" else (SIZE, 2 * SIZE)
    calls(shape, small)  # what is read and compiled once
    assert calls(shape, large) < 2.4 * calls(shape, small)

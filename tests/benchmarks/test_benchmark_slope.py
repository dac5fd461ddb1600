"""benchmarks/slope.py runs on small texts, tells growth from proportion, and stops what takes too long."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from itertools import count

import pytest
import slope
from slope import Course, TooLong, course_of, seconds_of
from stages import ALL, Work
from texts import Shape, shapes


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the script on the smallest of texts."""

    def main(*options: str) -> int:
        monkeypatch.setattr(slope, "_MOST_RUNS", 1)
        monkeypatch.setattr(slope, "_ROUNDS", 1)
        monkeypatch.setattr(sys, "argv", ["slope.py", "--scale", "0.0005", *options])
        return slope.main()

    return main


def test_the_tables_have_a_line_for_each_stage(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run("--shapes", "digits in a row", "list of values")
    shown = capsys.readouterr().out
    assert "digits in a row" in shown
    assert "list of values" in shown
    assert all(shown.count(f" {name} ") >= 2 for name in ALL)


def test_json_holds_sizes_and_seconds(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    run("--json", "--shapes", "digits in a row")
    rows = json.loads(capsys.readouterr().out)
    assert {row["stage"] for row in rows} == set(ALL)
    assert all(len(row["megabytes"]) == len(row["seconds"]) == 3 for row in rows)


def test_no_shape_of_that_name_is_a_failure(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--shapes", "no such shape") == 1
    assert "0 of 0" in capsys.readouterr().out


@pytest.mark.parametrize(("power", "steep"), [(1.0, False), (1.2, False), (2.0, True)])
def test_the_slope_is_the_power_by_which_time_grows(power: float, steep: bool) -> None:
    sizes = [1.0, 2.0, 5.0, 10.0]
    course = Course("shape", "stage", sizes, [0.3 * size**power for size in sizes])
    assert course.slope == pytest.approx(power)
    assert course.steep is steep


def test_times_too_short_to_tell_are_not_steep() -> None:
    assert not Course("shape", "stage", [1.0, 2.0], [0.01, 0.04]).steep
    assert Course("shape", "stage", [1.0, 2.0], [0.1, 0.4]).steep


def test_what_took_too_long_is_steep_without_a_slope() -> None:
    course = Course("shape", "stage", [1.0], [0.1], over=True)
    assert course.slope is None
    assert course.steep


def test_a_stage_that_takes_too_long_is_stopped() -> None:
    def endless(_: Work) -> None:
        for _number in count():
            pass

    with pytest.raises(TooLong):
        seconds_of(endless, Work("", "2026"), 0.02)


def test_a_course_ends_before_the_size_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless_for_the_large(work: Work) -> None:
        while len(work.text) > 2:
            pass

    monkeypatch.setitem(ALL, "stage", endless_for_the_large)
    course = course_of("shape", "stage", [Work("一" * size, "2026") for size in (1, 2, 3, 4)], 0.02)
    assert course.over
    assert len(course.sizes) == len(course.seconds) == 2


def test_the_best_run_counts() -> None:
    waits = iter((0.03, 0.0, 0.2))

    def uneven(_: Work) -> None:
        end = time.process_time() + next(waits)
        while time.process_time() < end:
            pass

    assert seconds_of(uneven, Work("", "2026"), 10) < 0.02


@pytest.mark.parametrize("shape", shapes(["全市经济增长5%。工业增长6%。"]), ids=lambda shape: shape.name)
def test_a_shape_grows_with_its_size(shape: Shape) -> None:
    small, large = (len(shape.make(size)) for size in ((0.01, 0.02) if shape.unit == "MB" else (100, 200)))
    assert 1.8 < large / small < 2.2

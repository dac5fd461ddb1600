"""Work in several processes: in order, bounded, and safe from a process that dies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from workers import double, double_or_die, process_id

from luoshi.parallel import WorkerDied, Workers


def in_order(work: Callable[[Any], Any], items: Iterable[tuple[Any, Any]], jobs: int) -> Iterator[tuple[Any, Any]]:
    with Workers(work, jobs) as workers:
        yield from workers.in_order(items)


def pairs(numbers: range) -> list[tuple[int, int]]:
    return [(number, number) for number in numbers]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(in_order(double, pairs(range(9)), jobs)) == [(n, 2 * n) for n in range(9)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_without_an_argument_keeps_its_place(jobs: int) -> None:
    items = [("a", 1), ("b", None), ("c", 3)]
    assert list(in_order(double, items, jobs)) == [("a", 2), ("b", None), ("c", 6)]


def test_one_job_works_here_and_more_work_elsewhere() -> None:
    assert list(in_order(process_id, [(0, 0)], 1)) == [(0, os.getpid())]
    assert list(in_order(process_id, [(0, 0)], 2)) != [(0, os.getpid())]


def test_items_are_read_only_a_little_ahead() -> None:
    taken = 0

    def items() -> Iterator[tuple[int, int]]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield number, number

    results = in_order(double, items(), 2)
    next(results)
    assert taken <= 5
    results.close()  # type: ignore[attr-defined]


def test_a_process_that_dies_takes_only_its_own_item_with_it() -> None:
    results = dict(in_order(double_or_die, pairs(range(8)), 2))
    assert isinstance(results.pop(3), WorkerDied)
    assert results == {n: 2 * n for n in range(8) if n != 3}

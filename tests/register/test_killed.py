"""A register stays sound when its writers are killed, and when several write at once."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from cases import make_case

from luoshi.register import Given, Register

GIVEN = Given(None, None, "1")
CASES = {f"report-{n}": make_case(f"report-{n}", figures=300) for n in range(6)}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def start(work: Callable[[], None]) -> int:
    """A process of its own that does the work; its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def put_all(where: str, given: Given = GIVEN) -> None:
    with Register(where) as register:
        for case in CASES.values():
            register.put(case, given)


def is_sound(where: str) -> bool:
    """What SQLite says of its own file; a server has no such question."""
    if "://" in where:
        return True
    with closing(sqlite3.connect(where)) as raw:
        found = [raw.execute(f"PRAGMA {name}_check").fetchall() for name in ("integrity", "foreign_key")]
    return found == [[("ok",)], []]


def killed_run(where: str, given: Given, documents: int, delay: float) -> None:
    """A run that is killed ``delay`` seconds after it began with so many documents."""
    reading, writing = os.pipe()

    def run() -> None:
        with Register(where) as register:
            for case in CASES.values():
                os.write(writing, b".")
                register.put(case, given)

    child = start(run)
    os.close(writing)
    for _ in range(documents):
        os.read(reading, 1)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)


def test_killed_at_any_moment_it_holds_whole_documents_and_the_next_run_completes_it(where: str) -> None:
    moments, partial = random.Random(7), 0
    for round_number in range(12):
        # every second round writes the documents anew with another version, so that replacing is interrupted too
        given = GIVEN._replace(version=str(round_number // 2))
        killed_run(where, given, moments.randint(0, len(CASES) - 1), moments.uniform(0.0, 0.03))
        with Register(where) as register:
            for entry in register.documents():
                assert register.case(entry.id) == CASES[entry.name]
            done = [register.find(case.document.digest, name, given) for name, case in CASES.items()]
            partial += 0 < sum(entry is not None for entry in done) < len(CASES)
        assert is_sound(where)
    assert partial, "no round was killed between its documents"
    put_all(where)
    with Register(where) as register:
        assert [entry.name for entry in register.documents(superseded=True)] == list(CASES)


def test_two_runs_at_once_both_complete(where: str) -> None:
    children = [start(lambda: put_all(where)) for _ in range(3)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    with Register(where) as register:
        assert sorted(entry.name for entry in register.documents()) == sorted(CASES)
        for entry in register.documents():
            assert register.case(entry.id) == CASES[entry.name]
    assert is_sound(where)


def test_reading_goes_on_while_another_run_writes(where: str) -> None:
    put_all(where)
    child = start(lambda: [put_all(where, GIVEN._replace(version=str(n))) for n in range(2, 4)] and None)
    with Register(where) as register:
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            assert register.case(1) == CASES["report-0"]

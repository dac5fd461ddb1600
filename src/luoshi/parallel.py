"""Work on many items in several processes: in order, a few items ahead at most, and safe from a process that dies."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Generic, TypeVar

Key = TypeVar("Key")
Argument = TypeVar("Argument")
Result = TypeVar("Result")


class WorkerDied(Exception):
    """The process that worked on an item was ended from outside, for want of memory as a rule."""


def in_order(
    work: Callable[[Argument], Result], items: Iterable[tuple[Key, Argument | None]], jobs: int
) -> Iterator[tuple[Key, Result | WorkerDied | None]]:
    """``work(argument)`` for each key, in the order of ``items``; None without work where the argument is None.

    ``jobs`` processes work at once; ``items`` is read no further than two items for each of them ahead, so that memory
    does not grow with the number of items. With one job all is done here. ``work`` must be importable.
    """
    if jobs == 1:
        for key, argument in items:
            yield key, None if argument is None else work(argument)
        return
    waiting: deque[tuple[Key, Argument | None, Future[Result] | None]] = deque()
    pool: _Pool[Argument, Result] = _Pool(work, jobs)
    try:
        for key, argument in items:
            waiting.append((key, argument, None if argument is None else pool.submit(argument)))
            if len(waiting) > 2 * jobs:
                yield pool.finish(*waiting.popleft())
        while waiting:
            yield pool.finish(*waiting.popleft())
    finally:
        pool.close()


class _Pool(Generic[Argument, Result]):
    """A process pool that is made anew when one of its processes dies."""

    def __init__(self, work: Callable[[Argument], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._executor = _executor(jobs)

    def submit(self, argument: Argument) -> Future[Result]:
        with _interrupts_held_back():
            try:
                return self._executor.submit(self._work, argument)
            except BrokenProcessPool:
                self._executor = _executor(self._jobs)
                return self._executor.submit(self._work, argument)

    def finish(
        self, key: Key, argument: Argument | None, future: Future[Result] | None
    ) -> tuple[Key, Result | WorkerDied | None]:
        """The key with its result, as soon as there is one."""
        return key, None if argument is None or future is None else self._result(argument, future)

    def _result(self, argument: Argument, future: Future[Result]) -> Result | WorkerDied:
        """The result; one process's death spoils all that was under way, so each of these is tried again alone."""
        try:
            return future.result()
        except BrokenProcessPool:
            with _executor(1) as alone:
                try:
                    with _interrupts_held_back():
                        again = alone.submit(self._work, argument)
                    return again.result()
                except BrokenProcessPool:
                    return WorkerDied()

    def close(self) -> None:
        self._executor.shutdown(cancel_futures=True)


def _executor(jobs: int) -> ProcessPoolExecutor:
    # "spawn": a forked process would inherit the register's open file and the locks of the progress bar's thread
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_start_quietly)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Processes started inside hold Ctrl-C back until they are ready to end by it without a word."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_quietly() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

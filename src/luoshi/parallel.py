"""Work on many items in several processes: in order, a few items ahead at most, and safe from a process that dies."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Generic, Self, TypeVar

Key = TypeVar("Key")
Argument = TypeVar("Argument")
Result = TypeVar("Result")

_POLL = 0.1  # seconds between two looks for Ctrl-C
_GRACE = 2.0  # seconds that work under way may still take when the rest is not wanted any more


class WorkerDied(Exception):
    """The process that worked on an item was ended from outside, for want of memory as a rule."""


class Workers(Generic[Argument, Result]):
    """``jobs`` processes for ``work``, which must be importable; with one job the work is done in this process.

    A context manager. The processes start at once and first do ``prepare``, while this one does something else.
    """

    def __init__(
        self, work: Callable[[Argument], Result], jobs: int, prepare: Callable[[], None] | None = None
    ) -> None:
        self._work = work
        self._pool = _Pool(work, jobs, prepare) if jobs > 1 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.close()

    def in_order(
        self, items: Iterable[tuple[Key, Argument | None]]
    ) -> Iterator[tuple[Key, Result | WorkerDied | None]]:
        """``work(argument)`` for each key, in the order of ``items``; None without work where the argument is None.

        ``items`` is read no further than two items for each process ahead, so that memory does not grow with their number.
        """
        if self._pool:
            yield from self._pool.in_order(items)
            return
        for key, argument in items:
            yield key, None if argument is None else self._work(argument)


class _Pool(Generic[Argument, Result]):
    """A process pool that is made anew when one of its processes dies."""

    def __init__(self, work: Callable[[Argument], Result], jobs: int, prepare: Callable[[], None] | None) -> None:
        self._work = work
        self._jobs = jobs
        self._executor = _executor(jobs)
        self._under_way: deque[tuple[Any, Argument | None, Future[Result] | None]] = deque()
        if prepare:
            self._start(prepare)

    def _start(self, prepare: Callable[[], None]) -> None:
        with _interrupts_put_off():
            for _ in range(self._jobs):  # as none is idle yet, each makes the executor start a process
                _submit(self._executor, prepare)

    def in_order(
        self, items: Iterable[tuple[Key, Argument | None]]
    ) -> Iterator[tuple[Key, Result | WorkerDied | None]]:
        for key, argument in items:
            self._under_way.append((key, argument, None if argument is None else self._submit(argument)))
            if len(self._under_way) > 2 * self._jobs:
                yield self._finish_first()
        while self._under_way:
            yield self._finish_first()

    def _submit(self, argument: Argument) -> Future[Result]:
        with _interrupts_put_off():
            try:
                return _submit(self._executor, self._work, argument)
            except BrokenProcessPool:
                self._executor = _executor(self._jobs)
                return _submit(self._executor, self._work, argument)

    def _finish_first(self) -> tuple[Any, Result | WorkerDied | None]:
        """Takes the first off what is under way, finished."""
        key, argument, future = self._under_way[0]
        result = None if argument is None or future is None else self._finish(argument, future)
        self._under_way.popleft()  # only now: what Ctrl-C breaks off must be among what is under way
        return key, result

    def _finish(self, argument: Argument, future: Future[Result]) -> Result | WorkerDied:
        """The result, as soon as there is one."""
        with _interrupts_put_off() as interrupted:
            _await(future, interrupted)
            if isinstance(future.exception() if future.done() else None, BrokenProcessPool):
                # one process's death spoils all that was under way: each of these is tried again alone
                with _executor(1) as alone:
                    future = _submit(alone, self._work, argument)
                    _await(future, lambda: False)
        return WorkerDied() if isinstance(future.exception(), BrokenProcessPool) else future.result()

    def close(self) -> None:
        """Ends the processes; work under way, which is not wanted any more, gets a moment before it is broken off."""
        unwanted = [future for *_, future in self._under_way if future]
        with _interrupts_put_off():
            if wait([future for future in unwanted if not future.cancel()], _GRACE).not_done:
                for process in list((getattr(self._executor, "_processes", None) or {}).values()):
                    process.terminate()
            self._executor.shutdown()


def _await(future: Future[Any], interrupted: Callable[[], bool]) -> None:
    while not future.done() and not interrupted():
        wait([future], _POLL)


def _executor(jobs: int) -> ProcessPoolExecutor:
    # "spawn": a forked process would inherit the register's open file and the locks of the progress bar's thread
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(executor: ProcessPoolExecutor, work: Callable[..., Result], *arguments: Any) -> Future[Result]:
    """Submits; a process that is started for it leaves Ctrl-C to this one, also while it is starting."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return executor.submit(work, *arguments)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(work, *arguments)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _interrupts_put_off() -> Iterator[Callable[[], bool]]:
    """Ctrl-C inside the block is raised at its end: in the midst of a pool's own work it could leave locks held.

    Gives a function that says whether there was one.
    """
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before in (signal.SIG_IGN, None):
        yield lambda: False
        return
    seen: list[bool] = []
    signal.signal(signal.SIGINT, lambda *_: seen.append(True))
    try:
        yield lambda: bool(seen)
    finally:
        signal.signal(signal.SIGINT, before)
        if seen:
            raise KeyboardInterrupt

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
from typing import Any, Generic, TypeVar

Key = TypeVar("Key")
Argument = TypeVar("Argument")
Result = TypeVar("Result")

_POLL = 0.1  # seconds between two looks for Ctrl-C
_GRACE = 2.0  # seconds that work under way may still take when the rest is not wanted any more


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
                yield pool.finish_first(waiting)
        while waiting:
            yield pool.finish_first(waiting)
    finally:
        pool.close([future for _, _, future in waiting if future])


class _Pool(Generic[Argument, Result]):
    """A process pool that is made anew when one of its processes dies."""

    def __init__(self, work: Callable[[Argument], Result], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._executor = _executor(jobs)

    def submit(self, argument: Argument) -> Future[Result]:
        with _interrupts_put_off():
            try:
                return _submit(self._executor, self._work, argument)
            except BrokenProcessPool:
                self._executor = _executor(self._jobs)
                return _submit(self._executor, self._work, argument)

    def finish_first(
        self, waiting: deque[tuple[Key, Argument | None, Future[Result] | None]]
    ) -> tuple[Key, Result | WorkerDied | None]:
        """Takes the first off what is under way, finished."""
        result = self.finish(*waiting[0])
        waiting.popleft()  # only now: what Ctrl-C breaks off must be among what is under way
        return result

    def finish(
        self, key: Key, argument: Argument | None, future: Future[Result] | None
    ) -> tuple[Key, Result | WorkerDied | None]:
        """The key with its result, as soon as there is one."""
        if argument is None or future is None:
            return key, None
        with _interrupts_put_off() as interrupted:
            _await(future, interrupted)
            if isinstance(future.exception() if future.done() else None, BrokenProcessPool):
                # one process's death spoils all that was under way: each of these is tried again alone
                with _executor(1) as alone:
                    future = _submit(alone, self._work, argument)
                    _await(future, lambda: False)
        return key, WorkerDied() if isinstance(future.exception(), BrokenProcessPool) else future.result()

    def close(self, unwanted: list[Future[Result]]) -> None:
        """Ends the processes; work under way that is not wanted any more gets a moment before it is broken off."""
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


def _submit(executor: ProcessPoolExecutor, work: Callable[[Argument], Result], argument: Argument) -> Future[Result]:
    """Submits; a process that is started for it leaves Ctrl-C to this one, also while it is starting."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return executor.submit(work, argument)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return executor.submit(work, argument)
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

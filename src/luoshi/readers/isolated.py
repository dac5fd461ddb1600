"""The other side of ``luoshi.readers.isolation``: a process that does one piece of work after the other."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from typing import IO

from luoshi.readers import liveness
from luoshi.readers.isolation import MEMORY, Kind, take, write


def main() -> None:
    """Works until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the other process's to answer
    _limit_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    liveness.on_alive(lambda: _send(answers, "alive", None))
    sys.path[:] = pickle.loads(requests.get())
    while True:
        _serve(requests.get(), answers)


def _serve(request: bytes, answers: IO[bytes]) -> None:
    try:
        work, args, more = pickle.loads(request)
        result = work(*args, **more)
    except Exception as error:
        _send(answers, "raised", error)
    else:
        _send(answers, "done", result)


def _send(answers: IO[bytes], kind: Kind, content: object) -> None:
    write(answers, pickle.dumps((kind, content), pickle.HIGHEST_PROTOCOL))


def _listen(stream: IO[bytes], requests: queue.SimpleQueue[bytes]) -> None:
    while (request := take(stream)) is not None:
        requests.put(request)
    os._exit(0)  # the one who asks is gone: nobody waits for what is under way, be it hanging


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    main()

"""Work on hostile or damaged files in another process, where a crash or a hang costs only that file.

Parsers of binary formats are written in C; a broken file can bring them down, or keep them busy for ever. The other
process (``luoshi.readers.isolated``) lives on from file to file, so that its start is paid once. Messages are pickles
with their length before them, over its standard input and output: no ``multiprocessing``, which would import the
caller's main module anew and asks callers to guard it.
"""

from __future__ import annotations

import atexit
import contextlib
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, Literal, ParamSpec, TypeVar

from luoshi.errors import ReadError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

SILENCE = 120.0  # seconds without a sign of life (``alive``) after which a reader counts as hanging
MEMORY = 6 * 2**30  # bytes of address space; recognition of large pages takes 2 to 3 GiB
HEADER = struct.Struct(">Q")  # the length of the message that follows

Kind = Literal["alive", "done", "raised"]
Message = tuple[Kind, Any]


def isolated(source: str, work: Callable[Arguments, Result], *args: Arguments.args, **more: Arguments.kwargs) -> Result:
    """``work(*args, **more)``, done in the other process. ``work`` must be importable, arguments and result picklable.

    Raises what ``work`` raises, and ReadError (``source`` names the file in it) when the process dies or goes silent.
    """
    answer: Result = _THE_OTHER.call(source, pickle.dumps((work, args, more), pickle.HIGHEST_PROTOCOL))
    return answer


class _Other:
    """The other process, started when it is first needed and again after it died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: queue.SimpleQueue[Message | None] = queue.SimpleQueue()

    def call(self, source: str, request: bytes) -> Any:
        with self._lock:
            try:
                return self._answer(source, request)
            except BaseException as error:
                if not getattr(error, "luoshi_answered", False):
                    self.end()  # interrupted, silent or dead: an answer that still comes must not meet the next file
                raise

    def _answer(self, source: str, request: bytes) -> Any:
        stdin = self._started()
        with contextlib.suppress(OSError):  # a process that died says so below
            write(stdin, request)
        while True:
            try:
                message = self._messages.get(timeout=SILENCE)
            except queue.Empty:
                raise ReadError(
                    f"{source} cannot be read: its reader gave no sign of life for {SILENCE:.0f} seconds."
                ) from None
            if message is None:
                raise ReadError(f"{source} cannot be read: it brought its reader down; the file may be damaged.")
            kind, content = message
            if kind == "done":
                return content
            if kind == "raised":
                content.luoshi_answered = True
                raise content

    def _started(self) -> IO[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "luoshi.readers.isolated"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what C libraries say there is for their makers
            )
            self._messages = queue.SimpleQueue()
            threading.Thread(target=_forward, args=(self._process.stdout, self._messages), daemon=True).start()
            with contextlib.suppress(OSError):
                write(_stdin(self._process), pickle.dumps(sys.path))  # what is importable here must be so there
        return _stdin(self._process)

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            self._process = None


def _stdin(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdin is not None  # it is a pipe
    return process.stdin


def _forward(stream: IO[bytes], messages: queue.SimpleQueue[Message | None]) -> None:
    """Passes messages on, then None: a pipe cannot be waited on for a time everywhere, a queue can."""
    with contextlib.suppress(OSError, ValueError):  # closed under way
        while (content := take(stream)) is not None:
            messages.put(pickle.loads(content))
    messages.put(None)


def write(stream: IO[bytes], content: bytes) -> None:
    """Writes one message. Raises OSError when the other side is gone."""
    stream.write(HEADER.pack(len(content)))
    stream.write(content)
    stream.flush()


def take(stream: IO[bytes]) -> bytes | None:
    """The next message; None at the end."""
    head = stream.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    (length,) = HEADER.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


_THE_OTHER = _Other()
atexit.register(_THE_OTHER.end)

"""Writing to standard output, which may be a pipe that nobody reads to its end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable

from luoshi.errors import OutputError


class StandardOutput:
    """Standard output in UTF-8, line by line. ``closed`` once the reader has left (``| head``): the rest is dropped."""

    def __init__(self) -> None:
        self.closed = False
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")

    def write(self, lines: Iterable[str]) -> None:
        """Writes the lines and sends them off. Raises OutputError when they cannot be written, as on a full disk."""
        if self.closed:
            return
        try:
            for line in lines:
                sys.stdout.write(line + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            self._drop_the_rest()
        except OSError as error:
            self._drop_the_rest()
            reason = (error.strerror or str(error)).lower()
            raise OutputError(f"Standard output cannot be written: {reason}.") from error

    def _drop_the_rest(self) -> None:
        # Python flushes standard output once more when it ends, and would complain
        self.closed = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

"""The program ``luoshi``: how it begins and how it ends. Its commands are in commands.py."""

from __future__ import annotations

import os
import signal
import sys
from enum import IntEnum

from luoshi.errors import LuoshiError

DEBUG = "LUOSHI_DEBUG"
"""The environment variable that shows where in the program an error arose."""


class Code(IntEnum):
    """What the program ends with; scripts rely on it."""

    DONE = 0
    FAILED = 1  # something in the input could not be read; the rest was done
    WRONG_USAGE = 2  # also: a register or a folder that cannot be used
    INTERRUPTED = 130


def main() -> None:
    """Runs the command line and ends with a ``Code``, never with a traceback (unless asked for one with --debug)."""
    try:
        from luoshi.commands import app  # takes long enough for a Ctrl-C

        app(prog_name="luoshi")
        code = int(Code.DONE)
    except KeyboardInterrupt:
        code = Code.INTERRUPTED
    except SystemExit as end:
        code = int(end.code or 0)
    except LuoshiError as error:
        say(str(error))
        code = Code.WRONG_USAGE
    except Exception as error:
        if debugging():
            raise
        say(f"Luoshi itself failed ({type(error).__name__}: {error}); please report it, with what --debug shows.")
        code = Code.FAILED
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # nothing is left to be stopped
    if code == Code.INTERRUPTED:
        say("Stopped; what was registered so far is kept.")
    sys.exit(code)


def debugging() -> bool:
    """Whether to show where in the program an error arose."""
    return bool(os.environ.get(DEBUG))


def say(sentence: str) -> None:
    """A sentence for the user, on standard error."""
    print(sentence, file=sys.stderr)


if __name__ == "__main__":
    main()

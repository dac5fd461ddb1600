"""What other processes do in the tests of parallel work; they import it by name."""

from __future__ import annotations

import os
import signal


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    """Is killed from outside at 3, as the system kills a process for want of memory."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def process_id(_number: int) -> int:
    return os.getpid()

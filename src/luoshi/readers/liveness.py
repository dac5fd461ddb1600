"""Signs of life of a reader that works long: one after each page keeps it from counting as hanging."""

from __future__ import annotations

import threading
from collections.abc import Callable

_listeners: list[Callable[[], None]] = []
_lock = threading.Lock()


def alive() -> None:
    """To be called after each page or sheet, by readers whose time grows with the file; from any thread."""
    with _lock:
        for listener in _listeners:
            listener()


def on_alive(listener: Callable[[], None]) -> None:
    """Has ``listener`` called at each sign of life in this process."""
    _listeners.append(listener)

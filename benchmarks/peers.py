"""Other programs that read numbers, times or words out of Chinese text, as far as they are installed."""

from __future__ import annotations

import contextlib
import importlib
import io
import logging
from collections.abc import Callable
from typing import NamedTuple

INSTALL = "uv sync --group benchmarks"


class Peer(NamedTuple):
    """``load()`` gives what is to be called with a text, and raises ImportError where the program is missing.

    ``slow`` says that it gets a sample of the texts, paragraph by paragraph. ``bar`` is how many times as fast
    luoshi.extract is to be at the least.
    """

    name: str
    task: str
    load: Callable[[], Callable[[str], object]]
    slow: bool
    bar: float


def _recognizers() -> Callable[[str], object]:
    numbers = importlib.import_module("recognizers_number")
    units = importlib.import_module("recognizers_number_with_unit")
    chinese = importlib.import_module("recognizers_text").Culture.Chinese
    calls = (
        numbers.recognize_number,
        numbers.recognize_percentage,
        units.recognize_currency,
        units.recognize_dimension,
    )
    return lambda text: [call(text, chinese) for call in calls]


def _jionlp() -> Callable[[str], object]:
    with contextlib.redirect_stdout(io.StringIO()):
        ner = importlib.import_module("jionlp").ner
    logging.disable(logging.ERROR)  # it logs a traceback for each word that it takes for a time and cannot read
    return lambda text: (ner.extract_time(text, time_base={"year": 2026}), ner.extract_money(text))


def _rjieba() -> Callable[[str], object]:
    tag: Callable[[str], object] = importlib.import_module("rjieba").tag
    return tag


PEERS = (
    Peer("Recognizers-Text", "number, percentage, currency, dimension", _recognizers, True, 100),
    Peer("jionlp", "time, money", _jionlp, True, 10),
    Peer("rjieba.tag", "words with their parts of speech (no figures)", _rjieba, False, 0.25),
)

"""The periods of records as intervals of months, so that the same time written in two ways is the same time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Granularity = Literal["month", "quarter", "half", "year", "years"]

EXAMPLES = (  # period, first and last month counted from January of its first year, granularity, cumulative
    ("2025", (1, 12), "year", False),
    ("2025-H1", (1, 6), "half", True),
    ("2025-H2", (7, 12), "half", False),
    ("2025-Q1", (1, 3), "quarter", True),
    ("2025-Q2", (4, 6), "quarter", False),
    ("2025-06", (6, 6), "month", False),
    ("2025-01/2025-06", (1, 6), "month", True),
    ("2025-Q1/2025-Q3", (1, 9), "quarter", True),
    ("2021/2025", (1, 60), "years", False),
)

_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<part>H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-\d{2})?))?\Z")
_LENGTHS: dict[str, tuple[Granularity, int]] = {"H": ("half", 6), "Q": ("quarter", 3)}


class Interval(NamedTuple):
    """``first`` and ``last`` are months counted from January of the year 0; both belong to the interval.

    ``cumulative`` is a part of a year that runs from January: what happened in it is to be compared with the same
    part of another year, or with the whole year by its share (January to June, not June).
    """

    first: int
    last: int
    granularity: Granularity
    cumulative: bool = False

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return self.last // 12

    def same(self, other: Interval) -> bool:
        """Whether both are the same time, however it is written (2025-H1, 2025-01/2025-06)."""
        return (self.first, self.last) == (other.first, other.last)

    def shifted(self, years: int) -> Interval:
        return self._replace(first=self.first + 12 * years, last=self.last + 12 * years)


@lru_cache(maxsize=4096)
def interval(period: str) -> Interval | None:
    """The interval of a period as records write it; None where it is unknown or its year is (XXXX-H1)."""
    begin, _, end = period.partition("/")
    first = _part(begin)
    last = _part(end) if end else first
    if first is None or last is None or last.last < first.first:
        return None
    granularity = first.granularity
    if end and granularity == "year":
        granularity = "years"
    return _made(first.first, last.last, granularity)


def month_of(date: str) -> int | None:
    """The month of an ISO date as intervals count; of a date that is only a year its last; None for no date."""
    found = _part(date)
    return found.last if found else None


def _made(first: int, last: int, granularity: Granularity) -> Interval:
    partial = first % 12 == 0 and first // 12 == last // 12 and 1 < last - first + 1 < 12
    return Interval(first, last, granularity, partial)


def _part(text: str) -> Interval | None:
    m = _PART.match(text)
    if m is None:
        return None
    start, part = int(m["year"]) * 12, m["part"]
    if part is None:
        return _made(start, start + 11, "year")
    if part[0] in _LENGTHS:
        granularity, length = _LENGTHS[part[0]]
        first = start + (int(part[1]) - 1) * length
        return _made(first, first + length - 1, granularity)
    return _made(start + int(part[:2]) - 1, start + int(part[:2]) - 1, "month")

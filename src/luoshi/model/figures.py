"""What a figure is: one number that measures or counts something."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from luoshi.model.documents import Span


class Measure(StrEnum):
    """What kind of number a figure is (docs/records.md)."""

    LEVEL = "level"
    GROWTH = "growth"
    AVERAGE_GROWTH = "average_growth"
    CHANGE = "change"
    GAP = "gap"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"


class Status(StrEnum):
    ACTUAL = "actual"
    TARGET = "target"


@dataclass(slots=True)
class Figure:
    """One number that measures or counts something, as a complete record (docs/records.md).

    ``value`` is the exact decimal as written, in ``unit`` with the unit's multiplier (10.3, 万亿元); ``None`` for a
    target without a number, which has a ``relation`` instead. ``high`` is the upper end where ``bound`` is range.
    ``period`` is 2025, 2025-H1, 2025-Q1, 2025-09, 2021/2025; unknown digits of a year are X (XXXX-H1); "" is unknown.
    ``place`` is "" for the document's own place. ``span`` is the number with its unit, ``evidence`` the sentence
    (several spans where damage tore it apart); ``mentions`` are further places where the same words stand again.
    """

    indicator: str
    measure: Measure
    value: Decimal | None
    unit: str
    span: Span
    evidence: tuple[Span, ...]
    high: Decimal | None = None
    bound: Bound = Bound.EXACT
    status: Status = Status.ACTUAL
    period: str = ""
    place: str = ""
    base: str = ""
    indicator_id: str = ""
    relation: str = ""
    indicator_span: Span | None = None
    period_span: Span | None = None
    place_span: Span | None = None
    mentions: tuple[Span, ...] = ()

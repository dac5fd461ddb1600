"""A number with its unit, and what the two scanners share."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final, Literal

from luoshi.catalogue import table
from luoshi.model import Bound

Kind = Literal["amount", "percent", "points", "rank", "multiple", "ratio"]
"""How a quantity is written; what it measures is decided with the words around it."""


@dataclass(slots=True)
class Quantity:
    """A number with its unit: characters ``start`` to ``end`` of the text, and ``after``, where its bound words end."""

    start: int
    end: int
    after: int
    kind: Kind
    value: Decimal
    unit: str
    dimension: str = ""
    high: Decimal | None = None
    bound: Bound | None = None
    doubled: bool = False  # 翻一番: the multiple itself, not one by which something grew
    indicator: str = ""  # where the form of writing says what is measured (三次产业结构 7.4∶39.6∶53)


DIMENSIONS: Final = {row[0]: row[1] for row in table("units")}
KINDS: Final[dict[str, Kind]] = {"ratio": "percent", "points": "points", "multiple": "multiple"}
CLOSING: Final = {
    "以上": Bound.AT_LEAST,
    "及以上": Bound.AT_LEAST,
    "之多": Bound.AT_LEAST,
    "大关": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "及以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST,
    "左右": Bound.ABOUT,
    "上下": Bound.ABOUT,
}
_NAME_MARKS = (("“", "”"), ("《", "》"), ("‘", "’"))
_NAME_REACH = 14  # a name in quotation marks is not longer than so many characters on either side of a number


def in_name(text: str, start: int, end: int) -> bool:
    """Whether a number stands inside short quotation marks or a book title: then it is part of a name."""
    low = max(start - _NAME_REACH, 0)
    before = text[low:start]
    if "“" not in before and "《" not in before and "‘" not in before:
        return False
    for opening, closing in _NAME_MARKS:
        if opening not in before:
            continue
        left = text.rfind(opening, low, start)
        if text.find(closing, left, start) >= 0:
            continue
        right = text.find(closing, end, end + _NAME_REACH)
        if right >= 0 and text.find(opening, end, right) < 0 and not any(c in "，。；" for c in text[left:right]):
            return True
    return False


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A fraction in percent, to six significant digits (1/3 → 33.3333)."""
    with localcontext() as context:
        context.prec = 6
        value = (part * 100 / whole).normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value

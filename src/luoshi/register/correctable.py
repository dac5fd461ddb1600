"""Which fields of a record a person can correct, and how their values are written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from luoshi.errors import RegisterError
from luoshi.model import Bound, Measure, Origin, Status

Value = str | bool | Decimal | None

Check = Callable[[Value], Value]


def _words(value: Value) -> Value:
    if not isinstance(value, str):
        raise ValueError("words are wanted")
    return value


def _words_or_none(value: Value) -> Value:
    return None if value is None else _words(value)


def _date_or_none(value: Value) -> Value:
    from luoshi.readers import valid_date

    if value is not None and not valid_date(str(_words(value))):
        raise ValueError("a date is wanted, as 2025-08-20, 2025-08 or 2025")
    return value


def _number_or_none(value: Value) -> Value:
    if value is None:
        return None
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(_words(value)))
    except InvalidOperation:
        raise ValueError("a number is wanted") from None
    if not number.is_finite():
        raise ValueError("a number is wanted")
    return number


def _truth(value: Value) -> Value:
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    if not isinstance(value, bool):
        raise ValueError("true or false is wanted")
    return value


def _one_of(kinds: type[StrEnum]) -> Check:
    def check(value: Value) -> Value:
        if value not in list(kinds):
            raise ValueError(f"one of {', '.join(kinds)} is wanted")
        return str(value)

    return check


FIELDS: dict[str, dict[str, Check]] = {
    "documents": {"title": _words_or_none, "issuer": _words_or_none, "date": _date_or_none, "place": _words_or_none},
    "figures": {
        **dict.fromkeys(("indicator", "indicator_id", "unit", "period", "place", "base", "relation"), _words),
        "measure": _one_of(Measure),
        "bound": _one_of(Bound),
        "status": _one_of(Status),
        "value": _number_or_none,
        "high": _number_or_none,
    },
    "people": {"name": _words},
    "remarks": {"speaker": _words, "direct": _truth},
    "commitments": {"actor": _words, "deadline": _words, "checkable": _truth, "title": _words, "theme": _words},
    "accomplishments": {"actor": _words, "period": _words, "title": _words, "theme": _words},
    "programmes": {"name": _words},
}
"""The fields of each table that can be corrected, each with what its values must be."""


def checked(table: str, field: str, value: Value) -> Value:
    """The value as the model has it. Raises RegisterError where there is no such field or it cannot have that value."""
    if field not in FIELDS[table]:
        known = ", ".join(sorted(FIELDS[table]))
        raise RegisterError(f"{field!r} is no field of {table} that can be corrected; these can: {known}.")
    try:
        return FIELDS[table][field](value)
    except ValueError as error:
        raise RegisterError(f"{field} cannot be {value!r}: {error}.") from None


def as_text(value: Value) -> str | None:
    """The value as it is kept, whatever its field."""
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def columns(table: str, field: str, value: Value) -> dict[str, Any]:
    """What the columns of a record are to be when its field has that value."""
    if table == "documents":
        origin = None if value is None else Origin.GIVEN.value
        return {field: value, f"{field}_origin": origin, f"{field}_start": None, f"{field}_end": None}
    if isinstance(value, Decimal) or field in ("value", "high"):
        return {field: as_text(value), f"{field}_real": None if value is None else float(str(value))}
    return {field: value}

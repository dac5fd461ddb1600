"""What indicators are called, as numbers by which figures are looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, or_, select

from luoshi.register import schema

_COLUMNS = schema.wordings.c
_AT_ONCE = 500  # values in one question to the database


class Wording(NamedTuple):
    """The name of an indicator with the id that figures have with it ("" where the catalogue does not know it)."""

    indicator: str
    indicator_id: str


Numbers = Mapping[tuple[str, str], int]
"""Numbers by wording: an indicator and its id."""

_NONE: Numbers = {}


def numbers(connection: Connection, wanted: Set[tuple[str, str]], known: Numbers = _NONE) -> Numbers:
    """The number of each wording; new ones are entered. ``connection`` is the only one that writes.

    What is ``known`` already is not asked for: a wording that was committed keeps its number for ever.
    """
    found = {wording: known[wording] for wording in wanted if wording in known}
    unknown = wanted - found.keys()
    for wording, number in _registered(connection, sorted({wording[0] for wording in unknown})):
        if wording in unknown:
            found[wording] = number
    if new := sorted(unknown - found.keys()):
        first = (connection.scalar(select(func.max(_COLUMNS.id))) or 0) + 1
        rows = [{"id": first + n, "indicator": new[n][0], "indicator_id": new[n][1]} for n in range(len(new))]
        connection.execute(insert(schema.wordings), rows)
        found |= {wording: first + n for n, wording in enumerate(new)}
    return found


def _registered(connection: Connection, indicators: list[str]) -> Iterator[tuple[tuple[str, str], int]]:
    asked = select(_COLUMNS.indicator, _COLUMNS.indicator_id, _COLUMNS.id)
    for n in range(0, len(indicators), _AT_ONCE):
        for row in connection.execute(asked.where(_COLUMNS.indicator.in_(indicators[n : n + _AT_ONCE]))):
            yield (row[0], row[1]), row[2]


def called(connection: Connection, names: Set[str]) -> dict[int, Wording]:
    """The wordings of these names or ids, by their numbers."""
    found: dict[int, Wording] = {}
    wanted = sorted(names)
    asked = select(_COLUMNS.id, _COLUMNS.indicator, _COLUMNS.indicator_id)
    for n in range(0, len(wanted), _AT_ONCE):
        part = wanted[n : n + _AT_ONCE]
        same = or_(_COLUMNS.indicator.in_(part), _COLUMNS.indicator_id.in_(part))
        found |= {row[0]: Wording(row[1], row[2]) for row in connection.execute(asked.where(same))}
    return found

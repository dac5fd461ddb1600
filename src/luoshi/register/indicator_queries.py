"""How many figures have each name of an indicator, and where they are: counted in one index, without the figures themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from luoshi.register import schema

_AT_ONCE = 500  # values in one question to the database
_FEW = 2000  # names that are counted one by one; more are counted in one walk over the index
_SEEN = 200  # figures of an indicator that are looked at for their units

_FIGURES, _NAMES = schema.figures.c, schema.wordings.c


class Name(NamedTuple):
    """A name of indicators by its number, with the id that figures have with it."""

    number: int
    indicator: str
    indicator_id: str


def names(connection: Connection) -> list[Name]:
    """All names that figures have or once had."""
    return [Name(*row) for row in connection.execute(select(_NAMES.id, _NAMES.indicator, _NAMES.indicator_id))]


def counts(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """How many figures of the newest versions of documents have each of these names; those of none are left out."""
    asked = _newest(select(_FIGURES.wording, func.count())).group_by(_FIGURES.wording)
    if len(numbers) > _FEW:
        wanted = set(numbers)
        return {row[0]: row[1] for row in connection.execute(asked) if row[0] in wanted}
    found = (connection.execute(asked.where(_FIGURES.wording.in_(part))) for part in _parts(numbers))
    return {row[0]: row[1] for rows in found for row in rows}


def places(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """The places that figures of these names speak of, each once."""
    asked = _newest(select(_FIGURES.speaks_of).distinct())
    found = (connection.scalars(asked.where(_FIGURES.wording.in_(part))) for part in _parts(numbers))
    return sorted({place for part in found for place in part if place})


def units(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """The units of the first figures of these names, the most frequent first."""
    some = select(_FIGURES.unit).where(_FIGURES.wording.in_(numbers[:_AT_ONCE]), _FIGURES.unit != "").limit(_SEEN)
    units = some.subquery().c.unit
    rows = connection.execute(select(units, func.count()).group_by(units).order_by(func.count().desc(), units))
    return [row[0] for row in rows]


def _newest(asked: Select[Any]) -> Select[Any]:
    older = select(schema.documents.c.id).where(schema.documents.c.superseded_by.is_not(None))
    return asked.where(_FIGURES.document_id.not_in(older))


def _parts(numbers: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(numbers)
    while part := list(islice(rest, _AT_ONCE)):
        yield part

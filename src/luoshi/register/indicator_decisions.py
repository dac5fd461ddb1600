"""What persons decided of indicators: names joined to one indicator, and names split off. Kept beside the records, by
the words, so that it outlives every reading anew; nothing of it is ever lost, also when it is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from luoshi.errors import RegisterError
from luoshi.register import schema, wordings
from luoshi.register.wordings import Wording

Kind = Literal["merge", "split"]

_DECISIONS, _CHOICES = schema.indicator_decisions, schema.indicator_choices


class IndicatorDecision(NamedTuple):
    """A decision with the names that it is about: ``choices`` are pairs of a wording of figures (or the id of a known
    indicator) and the name or id of the indicator that it is from then on, of a split its own.

    Moments are ISO 8601 (UTC); ``undone_at`` and ``undone_by`` are "" while it holds. ``forced``: the definitions differ.
    """

    number: int
    kind: Kind
    choices: tuple[tuple[str, str], ...]
    forced: bool
    at: str
    by: str
    undone_at: str = ""
    undone_by: str = ""


def decide(
    connection: Connection, kind: Kind, choices: Mapping[str, str], by: str, *, forced: bool = False
) -> IndicatorDecision:
    """Enters a decision; ``choices`` are indicators by wording."""
    number = (connection.scalar(select(func.max(_DECISIONS.c.number))) or 0) + 1
    row = {"number": number, "kind": kind, "forced": forced, "decided_at": _now(), "decided_by": by}
    connection.execute(insert(_DECISIONS).values(row))
    rows = [{"decision": number, "wording": name, "indicator": into} for name, into in sorted(choices.items())]
    connection.execute(insert(_CHOICES), rows)
    return IndicatorDecision(number, kind, tuple(sorted(choices.items())), forced, str(row["decided_at"]), by)


def undo(connection: Connection, number: int | None, by: str) -> IndicatorDecision:
    """Undoes a decision, or (None) the last that holds. Raises RegisterError where there is none such."""
    holding = {decision.number: decision for decision in decisions(connection) if not decision.undone_at}
    if not holding:
        raise RegisterError("No decision on indicators holds in this register: there is nothing to undo.")
    wanted = max(holding) if number is None else number
    if wanted not in holding:
        raise RegisterError(f"There is no decision {wanted} on indicators that holds in this register.")
    undone = holding[wanted]._replace(undone_at=_now(), undone_by=by)
    values = {"undone_at": undone.undone_at, "undone_by": by}
    connection.execute(update(_DECISIONS).where(_DECISIONS.c.number == wanted).values(values))
    return undone


def decisions(connection: Connection) -> list[IndicatorDecision]:
    """All of them in the order in which they were taken, also those undone."""
    choices: dict[int, list[tuple[str, str]]] = {}
    for row in connection.execute(select(_CHOICES).order_by(_CHOICES.c.decision, _CHOICES.c.wording)):
        choices.setdefault(row.decision, []).append((row.wording, row.indicator))
    return [
        IndicatorDecision(
            *(row.number, row.kind, tuple(choices.get(row.number, ())), row.forced, row.decided_at, row.decided_by),
            *(row.undone_at or "", row.undone_by or ""),
        )
        for row in connection.execute(select(_DECISIONS).order_by(_DECISIONS.c.number))
    ]


class Choice(NamedTuple):
    """What a decision says of one wording, or of all names of the known indicator that has this id."""

    kind: Kind
    wording: str
    indicator: str
    forced: bool = False


class Holding:
    """The choices that hold: of several on one wording the last."""

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        self.of = {choice.wording: choice for choice in choices}

    def final(self, name: str) -> str:
        """The indicator that a wording or id was joined to, and that this was joined to, and so on; or itself."""
        seen: set[str] = set()
        while name not in seen and (choice := self.of.get(name)) and choice.kind == "merge":
            seen.add(name)
            name = choice.indicator
        return name

    def members(self, indicator: str) -> tuple[str, ...]:
        """The wordings and ids that were joined to an indicator."""
        return tuple(
            name for name, choice in self.of.items() if choice.kind == "merge" and self.final(name) == indicator
        )


def holding(connection: Connection) -> Holding:
    """What persons decided and did not undo."""
    return Holding(
        Choice(decision.kind, *choice, decision.forced)
        for decision in decisions(connection)
        if not decision.undone_at
        for choice in decision.choices
    )


def numbers_of(connection: Connection, name: str) -> list[int]:
    """The numbers of all wordings that are the indicator of that name or id, by what persons decided."""
    held = holding(connection)
    wanted = held.final(name)
    found = wordings.called(connection, {name, wanted, *held.members(wanted)})

    def is_it(wording: Wording) -> bool:
        decided = next((part for part in wording if part in held.of), None)
        return bool({name, wanted} & set(wording)) if decided is None else held.final(decided) == wanted

    return sorted(number for number, wording in found.items() if is_it(wording))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

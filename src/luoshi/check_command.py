"""The command ``check``: what only several documents show (docs/checks.md)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.ledger_inputs import Paths, RegisterOption, readings_of
from luoshi.listing import ListFormat, Listing, Output
from luoshi.options import Debug, checked_date
from luoshi.standard_output import StandardOutput

if TYPE_CHECKING:
    from luoshi.model import CrossFinding


class KindName(StrEnum):
    DIFFERING_VALUES = "differing-values"
    REVISED = "revised"
    GROWTH_MISMATCH = "growth-mismatch"
    UNIT_SLIP = "unit-slip"
    JUMP = "jump"
    TARGET_LOWERED = "target-lowered"
    TARGET_DROPPED = "target-dropped"
    UNDELIVERED = "undelivered"


def check_command(
    paths: Paths = None,
    register: RegisterOption = None,
    place: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="Only about this place; may be given several times.")
    ] = None,
    indicator: Annotated[
        list[str] | None, typer.Option(metavar="INDICATOR", help="Only this indicator: a name or an id; several times.")
    ] = None,
    kind: Annotated[list[KindName] | None, typer.Option(help="Only this kind; may be given several times.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option(callback=checked_date, metavar="DATE", help="The day on which it is judged what is due."),
    ] = None,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """Hold documents against each other: contradictions, revisions, slips, targets lowered, dropped or not delivered."""
    from luoshi.checks.across import check_across
    from luoshi.progress.selecting import Selection
    from luoshi.publishing import checked as written

    readings, choices, code = readings_of(paths, register)
    chosen = Selection(tuple(place or ()), tuple(indicator or ()), choices)
    taken = {entry.id for reading in readings for entry in reading.entries if chosen.takes(entry)}
    found = [
        finding
        for finding in check_across(readings, as_of or "")
        if finding.citations[0].record in taken and (not kind or finding.kind.value in kind)
    ]
    listing = Listing(
        *(written.HEADS, map(written.finding_cells, found)),
        *(written.COLUMNS, map(written.finding_row, found)),
        map(written.finding_line, found),
        note=_counted(found),
    )
    StandardOutput().write(listing.written(output))
    raise typer.Exit(code)


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("check")(check_command)


def _counted(found: Iterable[CrossFinding]) -> str:
    from collections import Counter

    counts = Counter(finding.kind.value for finding in found)
    return ", ".join(f"{counts[name.value]} {name.value}" for name in KindName if counts[name.value]) or "no findings"

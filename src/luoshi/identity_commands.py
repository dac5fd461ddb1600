"""The commands that list who acts: ``bodies`` and ``people`` of a register (docs/register.md)."""

from __future__ import annotations

from typing import Annotated

import typer

from luoshi.listing import ListFormat, Listing, Output
from luoshi.options import DEFAULT_REGISTER, Debug
from luoshi.standard_output import StandardOutput

RegisterOption = Annotated[str, typer.Option(metavar="FILE-OR-URL", help="Where the records are kept.")]


def bodies_command(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Only bodies that are called something with one of these."),
    ] = None,
    register: RegisterOption = DEFAULT_REGISTER,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """List the bodies that commitments name, each once however it is called."""
    from luoshi.publishing import acting
    from luoshi.register import Register

    with Register.existing(register) as ledger:
        found = [
            actor
            for actor in ledger.bodies()
            if not words or any(word in name for word in words for name in (actor.body.full_name, *actor.names))
        ]
    rows = map(acting.body_row, found)
    listing = Listing(
        *(acting.BODY_HEADS, map(acting.body_cells, found)),
        *(acting.BODY_COLUMNS, rows),
        map(acting.body_line, found),
        note=f"{len(found):,} bodies",
    )
    StandardOutput().write(listing.written(output))


def people_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Only people of this name.")] = "",
    register: RegisterOption = DEFAULT_REGISTER,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """List the people that documents name, with their posts over time."""
    from luoshi.publishing import acting
    from luoshi.register import Register

    with Register.existing(register) as ledger:
        found = ledger.people(name)
    listing = Listing(
        *(acting.PERSON_HEADS, (cells for person in found for cells in acting.person_cells(person))),
        *(acting.PERSON_COLUMNS, (row for person in found for row in acting.person_rows(person))),
        map(acting.person_line, found),
        note=f"{len(found):,} people",
    )
    StandardOutput().write(listing.written(output))


def add_to(app: typer.Typer) -> None:
    """Registers the commands."""
    app.command("bodies")(bodies_command)
    app.command("people")(people_command)

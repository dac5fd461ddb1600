"""The commands of ``luoshi indicator``: which names the register's indicators have, and joining and splitting them by hand
(docs/register.md).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.listing import ListFormat, Listing, Output
from luoshi.options import DEFAULT_REGISTER, Debug
from luoshi.standard_output import StandardOutput

if TYPE_CHECKING:
    from luoshi.register import IndicatorDecision, Register

app = typer.Typer(
    help="Show what indicators are called; join or split them.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Person = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; without it your login.")]
RegisterOption = Annotated[str, typer.Option(metavar="FILE-OR-URL", help="Where the records are kept.")]
Name = Annotated[str, typer.Argument(metavar="INDICATOR", help="One of its wordings, or its id.")]


@app.command("list")
def list_command(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Only indicators of which a wording holds one of these.")
    ] = None,
    register: RegisterOption = DEFAULT_REGISTER,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only those that the catalogue does not know.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="How many, those with the most figures first; 0 for all.")] = 50,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """List indicators with their wordings, definitions, figures and places."""
    from luoshi.progress.joining import indicators_of
    from luoshi.publishing import clustered
    from luoshi.register import Register

    with Register.existing(register) as ledger:
        found = indicators_of(ledger, words or (), unknown=unknown)
        shown = [
            (cluster, ledger.indicator_places([n for own in cluster.wordings for n in own.numbers]))
            for cluster in found[: limit or None]
        ]
    listing = Listing(
        *(clustered.HEADS, (clustered.cluster_cells(*pair) for pair in shown)),
        *(clustered.COLUMNS, (row for pair in shown for row in clustered.cluster_rows(*pair))),
        (clustered.cluster_line(*pair) for pair in shown),
        note=f"{len(shown):,} of {len(found):,} indicators",
    )
    StandardOutput().write(listing.written(output))


@app.command("merge")
def merge_command(
    one: Name,
    other: Name,
    register: RegisterOption = DEFAULT_REGISTER,
    into: Annotated[str, typer.Option(metavar="INDICATOR", help="What it is to be called.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Also where the two are defined otherwise.")] = False,
    by: Person = None,
    debug: Debug = False,
) -> None:
    """Join two indicators to one."""
    from luoshi.progress.joining import merge

    _decide(register, lambda ledger, person: merge(ledger, one, other, person, into=into, force=force), by)


@app.command("split")
def split_command(
    wording: Annotated[str, typer.Argument(metavar="WORDING", help="What figures call the indicator.")],
    register: RegisterOption = DEFAULT_REGISTER,
    from_: Annotated[str, typer.Option("--from", metavar="INDICATOR", help="The one in which it is now.")] = "",
    by: Person = None,
    debug: Debug = False,
) -> None:
    """Make a wording an indicator of its own, which nothing else is."""
    from luoshi.progress.joining import split

    _decide(register, lambda ledger, person: split(ledger, wording, person, from_=from_), by)


@app.command("undo")
def undo_command(
    number: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help="Of the decision; the last without it.")
    ] = None,
    register: RegisterOption = DEFAULT_REGISTER,
    by: Person = None,
    debug: Debug = False,
) -> None:
    """Undo a decision."""
    _decide(register, lambda ledger, person: ledger.undo_indicators(number, by=person), by)


@app.command("history")
def history_command(
    register: RegisterOption = DEFAULT_REGISTER, output: Output = ListFormat.TEXT, debug: Debug = False
) -> None:
    """List the decisions, also those undone."""
    from luoshi.publishing import clustered
    from luoshi.register import Register

    with Register.existing(register) as ledger:
        found = ledger.indicator_decisions()
    rows = [row for decision in found for row in clustered.decision_rows(decision)]
    cells = map(clustered.decision_cells, found)
    listing = Listing(clustered.DECISION_HEADS, cells, clustered.DECISION_COLUMNS, rows, rows)
    StandardOutput().write(listing.written(output))


def _decide(where: str, decide: Callable[[Register, str], IndicatorDecision], by: str | None) -> None:
    """Decides, and shows what was decided."""
    from getpass import getuser

    from luoshi.publishing import clustered
    from luoshi.publishing.tabular import table_lines
    from luoshi.register import Register

    with Register.existing(where) as ledger:
        decision = decide(ledger, by or getuser())
    StandardOutput().write(table_lines("", clustered.DECISION_HEADS, [clustered.decision_cells(decision)]))


def add_to(parent: typer.Typer) -> None:
    """Registers the commands."""
    parent.add_typer(app, name="indicator")

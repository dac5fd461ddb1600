"""The commands of the ledger: ``track`` sets targets beside results, ``compare`` places beside each other (docs/progress.md)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.cli import Code
from luoshi.ledger_inputs import Paths, RegisterOption, documents_read, readings_of
from luoshi.listing import ListFormat, Listing, Output
from luoshi.options import DEFAULT_REGISTER, Debug, checked_date
from luoshi.standard_output import StandardOutput

if TYPE_CHECKING:
    from luoshi.progress.cascade import Cascade
    from luoshi.progress.tracking import Tracked


class VerdictName(StrEnum):
    MET = "met"
    MISSED = "missed"
    ON_TRACK = "on track"
    BEHIND = "behind"
    NOT_YET_DUE = "not yet due"
    NOT_REPORTED = "not reported"
    NOT_COMPARABLE = "not comparable"


class StatusName(StrEnum):
    ACTUAL = "actual"
    TARGET = "target"


class MeasureName(StrEnum):
    LEVEL = "level"
    GROWTH = "growth"
    AVERAGE_GROWTH = "average_growth"
    CHANGE = "change"
    GAP = "gap"
    SHARE = "share"
    RANK = "rank"
    MULTIPLE = "multiple"


def track_command(
    paths: Paths = None,
    register: RegisterOption = None,
    place: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="Only targets of this place; may be given several times.")
    ] = None,
    indicator: Annotated[
        list[str] | None, typer.Option(metavar="INDICATOR", help="Only this indicator: a name or an id; several times.")
    ] = None,
    status: Annotated[
        list[VerdictName] | None, typer.Option(help="Only targets that stand so; may be given several times.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(callback=checked_date, metavar="DATE", help="The day on which it is judged what is due."),
    ] = None,
    cascade: Annotated[bool, typer.Option("--cascade", help="Targets of a place beside those of its parts.")] = False,
    commitments: Annotated[
        bool, typer.Option("--commitments", help="Commitments beside results of later documents that may be theirs.")
    ] = False,
    sureness: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="With --commitments: how sure a proposal must be; without it 0.6."),
    ] = None,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """Set targets beside their results: met, missed, on track, behind, not yet due, not reported, not comparable."""
    from luoshi.progress.cascade import cascades
    from luoshi.progress.selecting import Selection
    from luoshi.progress.tracking import track
    from luoshi.publishing import tracked as written

    if sureness is not None and not commitments:
        raise typer.BadParameter("--sureness goes with --commitments.")
    if commitments:
        if cascade or indicator or status or as_of:
            raise typer.BadParameter("--commitments goes with --place, --sureness and --format only.")
        raise typer.Exit(_write_proposals(paths, register, place or [], sureness, output))
    readings, choices, code = readings_of(paths, register)
    entries = [entry for reading in readings for entry in reading.entries]
    chosen = Selection(tuple(place or ()), tuple(indicator or ()), choices)
    stdout = StandardOutput()
    if cascade:
        found = list(cascades(entry for entry in entries if chosen.takes(entry, parts=True)))
        stdout.write(_cascades(found).written(output))
        raise typer.Exit(code)
    items = [
        item
        for item in track(entries, as_of or "")
        if chosen.takes(item.target) and (not status or item.verdict.value in status)
    ]
    listing = Listing(
        *(written.HEADS, map(written.tracked_cells, items)),
        *(written.COLUMNS, map(written.tracked_row, items)),
        map(written.tracked_line, items),
        note=_counted(items),
    )
    stdout.write(listing.written(output))
    raise typer.Exit(code)


def compare_command(
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="A name, as 地区生产总值.")],
    paths: Paths = None,
    register: RegisterOption = None,
    places: Annotated[
        str | None, typer.Option(metavar="PLACES", help="Only these, with commas between them: 武汉市,宜昌市.")
    ] = None,
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="2026, 2025-H1, 2026/2030; without it what most give.")
    ] = "",
    status: Annotated[StatusName | None, typer.Option(help="Targets or results; without it what most give.")] = None,
    measure: Annotated[MeasureName | None, typer.Option(help="Without it what most give.")] = None,
    output: Output = ListFormat.TEXT,
    debug: Debug = False,
) -> None:
    """Set places beside each other for one indicator: a league table with ties, definitions, and who is missing."""
    from luoshi.model import Measure, Status
    from luoshi.progress.intervals import interval
    from luoshi.progress.league import Question, league
    from luoshi.publishing import standings as written

    if period and interval(period) is None:
        raise typer.BadParameter(f"{period!r} is no period; write 2026, 2025-H1, 2025-Q1, 2025-09 or 2026/2030.")
    names = tuple(name.strip() for name in (places or "").replace("，", ",").split(",") if name.strip())
    question = Question(
        indicator, names, period, Status(status.value) if status else None, Measure(measure.value) if measure else None
    )
    readings, choices, code = readings_of(paths, register)
    found = league(readings, question, choices)
    listing = Listing(
        *(written.HEADS, written.standing_cells(found)),
        *(written.COLUMNS, written.standing_lines(found)),
        written.standing_lines(found),
        title=written.title(found),
    )
    StandardOutput().write(listing.written(output))
    raise typer.Exit(code)


def add_to(app: typer.Typer) -> None:
    """Registers the commands."""
    app.command("track")(track_command)
    app.command("compare")(compare_command)


def _write_proposals(
    paths: list[str] | None, register: str | None, places: list[str], least: float | None, output: ListFormat
) -> Code:
    """Writes the proposals, and says whether all documents could be read."""
    from luoshi.progress.collecting import Followed, followed_in_register
    from luoshi.progress.duties import undertakings_of
    from luoshi.proposals_command import proposal_lines
    from luoshi.said import FollowUp

    followed = Followed([], FollowUp({}, {}))
    if register or not paths:
        followed = followed_in_register(register or DEFAULT_REGISTER)
    read, code = documents_read(paths, undertakings_of)
    documents = [*followed.documents, *read]
    StandardOutput().write(proposal_lines(followed._replace(documents=documents), places, least, output.value))
    return code


def _counted(items: Iterable[Tracked]) -> str:
    from collections import Counter

    counts = Counter(item.verdict.value for item in items)
    return ", ".join(f"{counts[name.value]} {name.value}" for name in VerdictName if counts[name.value]) or "no targets"


def _cascades(found: list[Cascade]) -> Listing:
    from luoshi.publishing import cascaded as written

    return Listing(
        *(written.HEADS, (row for item in found for row in written.cascade_cells(item))),
        *(written.COLUMNS, (row for item in found for row in written.cascade_rows(item))),
        map(written.cascade_line, found),
    )

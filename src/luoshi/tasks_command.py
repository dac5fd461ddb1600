"""The command ``tasks``: the task list (任务分解表) of registered documents, and a filled-in one read back."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.cli import Code, say
from luoshi.errors import OutputError, ReadError, RegisterError
from luoshi.options import DEFAULT_REGISTER
from luoshi.standard_output import StandardOutput

if TYPE_CHECKING:
    from luoshi.model import Span
    from luoshi.register import Register
    from luoshi.tasks.rows import TaskList

_LIBRARY = "xlsxwriter"


def tasks_command(
    register: Annotated[
        str, typer.Option(metavar="FILE-OR-URL", help="Where the records are kept.")
    ] = DEFAULT_REGISTER,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Ends in .xlsx or .csv; tasks.xlsx, or tasks.csv in a plain installation."),
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this document; may be given several times.")
    ] = None,
    checkable: Annotated[
        bool, typer.Option("--checkable", help="Only what can be checked from published facts.")
    ] = False,
    lead: Annotated[
        str,
        typer.Option(
            metavar="BODY", help="Only what this body leads, however it is called: 市发改委, 市发展和改革委员会."
        ),
    ] = "",
    read: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read a filled-in list back, as JSON Lines on standard output.")
    ] = None,
) -> None:
    """Write the task list of registered documents, or read a filled-in one."""
    from luoshi.register import Register

    with Register.existing(register) as opened:
        if read is not None:
            _read_back(opened, read)
        else:
            _write(opened, out, document, checkable=checkable, lead=lead)


def add_to(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command("tasks")(tasks_command)


def _write(register: Register, out: Path | None, names: list[str] | None, *, checkable: bool, lead: str) -> None:
    from luoshi.publishing.files import Folder
    from luoshi.tasks.plain_table import csv_of

    path = out or Path("tasks.xlsx" if find_spec(_LIBRARY) else "tasks.csv")
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise typer.BadParameter(f"{path}: a task list is written as .xlsx or .csv.")
    if ending == ".xlsx" and not find_spec(_LIBRARY):
        raise OutputError(
            f"{path} is a workbook; writing it needs: pip install 'luoshi[office]'. A .csv needs nothing."
        )
    lists = _lists(register, names, checkable=checkable, lead=lead)
    if ending == ".csv":
        data = csv_of(lists)
    else:
        import xlsxwriter

        from luoshi.tasks.workbook import workbook_of

        data = workbook_of(lists, xlsxwriter)
    Folder(path.parent).write(path.name, data)
    StandardOutput().write([f"{path}: {sum(len(tasks.rows) for tasks in lists):,} tasks"])


def _lists(register: Register, names: list[str] | None, *, checkable: bool, lead: str) -> list[TaskList]:
    from luoshi.tasks.rows import task_list

    entries = register.documents()
    if names and (unknown := set(names) - {known for entry in entries for known in (entry.name, entry.slug)}):
        raise RegisterError(f"{register.name}: no document is called {', '.join(sorted(unknown))}.")
    return [
        task_list(register.case(entry.id), entry.slug, checkable_only=checkable, lead=lead)
        for entry in entries
        if not names or entry.name in names or entry.slug in names
    ]


def _read_back(register: Register, path: Path) -> None:
    from luoshi.publishing.jsonl import encode
    from luoshi.record_ids import record_ids
    from luoshi.tasks.filled import read_filled

    try:
        filled = read_filled(path)
    except ReadError as error:
        say(str(error))
        raise typer.Exit(Code.FAILED) from None
    known: dict[str, tuple[str, Span]] = {}
    wanted = {task.record.partition("-")[0] for task in filled}
    for entry in register.documents():
        if entry.digest.startswith(tuple(wanted)) and wanted:
            case = register.case(entry.id)
            spans = (commitment.span for commitment in case.records.commitments)
            known |= dict(zip(record_ids(case).commitments, ((entry.slug, span) for span in spans), strict=True))
    stdout = StandardOutput()
    for task in filled:
        if task.record not in known:
            say(f"{path}: the register has no record {task.record}.")
            continue
        slug, span = known[task.record]
        place = {"doc": slug, "start": span.start, "end": span.end}
        status = task.status.name.lower() if task.status else None
        stdout.write(
            [encode({"type": "task", "record": task.record, **place, "status": status, "remark": task.remark})]
        )
    raise typer.Exit(Code.DONE if all(task.record in known for task in filled) else Code.FAILED)

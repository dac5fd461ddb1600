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
    from luoshi.tasks.filled import FilledTask
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
        Path | None,
        typer.Option(metavar="FILE", help="Keep what a filled-in list says; it is written as JSON Lines too."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="With --read: who filled it in; without it the user's name.")
    ] = None,
) -> None:
    """Write the task list of registered documents, or read a filled-in one back into the register."""
    from luoshi.register import Register

    with Register.existing(register) as opened:
        if read is not None:
            _read_back(opened, read, by or _user())
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
    from luoshi.progress.collecting import registered
    from luoshi.progress.proposals import propose
    from luoshi.tasks.rows import task_list
    from luoshi.tasks.standing import standings

    entries = register.documents()
    if names and (unknown := set(names) - {known for entry in entries for known in (entry.name, entry.slug)}):
        raise RegisterError(f"{register.name}: no document is called {', '.join(sorted(unknown))}.")
    standing = standings(propose(registered(register.undertaken())), register.follow_up())
    return [
        task_list(register.case(entry.id), entry.slug, checkable_only=checkable, lead=lead, standing=standing)
        for entry in entries
        if not names or entry.name in names or entry.slug in names
    ]


def _user() -> str:
    """The name of whoever runs the program, "" where the system gives none."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _read_back(register: Register, path: Path, by: str) -> None:
    from luoshi.publishing.jsonl import encode
    from luoshi.tasks.filled import read_filled

    try:
        filled = read_filled(path)
    except ReadError as error:
        say(str(error))
        raise typer.Exit(Code.FAILED) from None
    known = _spans(register, {task.record.partition("-")[0] for task in filled})
    stdout, code = StandardOutput(), Code.DONE
    for task in filled:
        try:
            changed = _keep(register, task, by)
        except RegisterError as error:
            say(f"{path}: {error}")
            code = Code.FAILED
            continue
        slug, span = known[task.record]
        place = {"doc": slug, "start": span.start, "end": span.end}
        said = {"status": task.status, "remark": task.remark, "result": task.result or None, "decision": task.decision}
        stdout.write([encode({"type": "task", "record": task.record, **place, **said, "changed": changed})])
    raise typer.Exit(code)


def _keep(register: Register, task: FilledTask, by: str) -> bool:
    """Puts what a row says into the register; says whether that changed anything. Raises RegisterError."""
    changed = bool(task.status or task.remark) and register.say(task.record, task.status, task.remark, by=by)
    if task.decision is not None:
        changed = register.decide(task.record, task.result, task.decision, by=by) or changed
    return changed


def _spans(register: Register, digests: set[str]) -> dict[str, tuple[str, Span]]:
    """Where the commitments of documents stand, by their ids: the document's slug and the span."""
    from luoshi.record_ids import record_ids

    known: dict[str, tuple[str, Span]] = {}
    for entry in register.documents() if digests else ():
        if entry.digest.startswith(tuple(digests)):
            case = register.case(entry.id)
            spans = (commitment.span for commitment in case.records.commitments)
            known |= dict(zip(record_ids(case).commitments, ((entry.slug, span) for span in spans), strict=True))
    return known

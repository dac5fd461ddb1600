"""A run: many files processed, registered and drawn, each with its outcome."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from luoshi.counts import Counts, counts_of
from luoshi.errors import OutputError
from luoshi.inputs import Input
from luoshi.model import Case
from luoshi.parallel import WorkerDied, in_order
from luoshi.pipeline import Failure, extraction_version, failure_of, process
from luoshi.publishing.files import Folder
from luoshi.publishing.page import IndexEntry, entry, index, render
from luoshi.readers import STANDARD_INPUT
from luoshi.register import Change, Entry, Given, Register

OVERVIEW = "index.html"


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for a whole run: ``date`` and ``place`` as the caller gives them, the register (a file or a URL), the
    folder for pages (None: no pages), and how many processes read.
    """

    date: str | None = None
    place: str | None = None
    register: str = "luoshi.db"
    out: Path | None = Path("luoshi-out")
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    ``reason`` is one sentence: why it failed, or what it duplicates. ``case`` and ``page`` are None for what failed
    and for duplicates.
    """

    source: str
    status: Change | Literal["failed"]
    reason: str = ""
    counts: Counts = field(default_factory=Counts)
    case: Case | None = None
    page: Path | None = None
    trace: str = ""


def run(inputs: Iterable[Input], options: Options) -> Generator[Outcome, None, None]:
    """Processes every input, registers it and writes its page; one outcome for each, in order.

    A file whose bytes were registered before with the same date, place and version is not read again.
    After the last one an overview of several pages is written, ``OVERVIEW`` in the same folder. Raises OutputError or
    RegisterError when pages or register cannot be written; both before any work where that can be known.
    """
    folder = Folder(options.out) if options.out else None
    entries: list[IndexEntry] = []
    given = Given(options.date, options.place, extraction_version())
    with Register(options.register) as register:
        for task, result in in_order(_do, _tasks(inputs, register, given, options), options.jobs):
            outcome = _conclude(task, result or task.result, register, given, folder)
            if outcome.case and outcome.page:
                entries.append(entry(outcome.case, quote(outcome.page.name)))
            yield outcome
    if folder and len(entries) > 1:
        folder.write(OVERVIEW, index(entries))


class _Order(NamedTuple):
    """What one process is to do with one file: read it, unless its case is known, and draw its page."""

    item: Input
    date: str | None
    place: str | None
    draw: bool
    case: Case | None = None


class _Done(NamedTuple):
    case: Case
    page: str | Failure | None


class _Task(NamedTuple):
    """An input on its way: ``known`` is its entry in the register, ``result`` what needs no process to be found."""

    item: Input
    known: Entry | None = None
    result: _Done | Failure | None = None


def _do(order: _Order) -> _Done | Failure:
    """Carries out an order: whatever happens to one file, the others go on."""
    try:
        case = order.case or process(order.item, date=order.date, place=order.place)
    except Exception as error:
        return failure_of(order.item.source, error)
    try:
        return _Done(case, render(case) if order.draw else None)
    except Exception as error:
        return _Done(case, failure_of(order.item.source, error))


def _tasks(
    inputs: Iterable[Input], register: Register, given: Given, options: Options
) -> Iterator[tuple[_Task, _Order | None]]:
    for item in inputs:
        if item.problem:
            yield _Task(item, result=Failure(item.problem)), None
            continue
        order = _Order(item, options.date, options.place, draw=options.out is not None)
        digest = item.digest
        known = register.find(digest, item.name, given) if digest else None
        if known and known.change == "duplicate":
            yield _Task(item, known), None
        elif known:
            yield _Task(item, known), order._replace(case=register.case(known.id))
        elif item.path == STANDARD_INPUT:  # other processes have a standard input of their own
            yield _Task(item, result=_do(order)), None
        else:
            yield _Task(item), order


def _conclude(
    task: _Task, result: _Done | Failure | WorkerDied | None, register: Register, given: Given, folder: Folder | None
) -> Outcome:
    """Registers and writes what was found of one file."""
    source = task.item.source
    if isinstance(result, WorkerDied):
        result = Failure(f"{source}: the process that read this document was killed; the memory may not have sufficed.")
    if isinstance(result, Failure):
        return Outcome(source, "failed", result.reason, trace=result.trace)
    known = task.known or (register.put(result.case, given) if result else None)
    assert known is not None  # what needs no result is known
    if known.change == "duplicate" or result is None:
        return Outcome(source, "duplicate", f"{source}: this is the same file as {known.name}, already registered.")
    case, page = result
    counts = counts_of(case)
    try:
        written = folder.write(f"{known.slug}.html", page) if folder and isinstance(page, str) else None
    except OutputError as error:
        page = Failure(str(error))
    if isinstance(page, Failure):
        return Outcome(source, "failed", page.reason, counts, case, trace=page.trace)
    return Outcome(source, known.change, counts=counts, case=case, page=written)

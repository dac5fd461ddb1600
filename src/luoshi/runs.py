"""A run: many files processed, registered and drawn, each with its outcome."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from luoshi.counts import Counts, counts_of
from luoshi.inputs import STDIN, Input, digest_of, legible
from luoshi.model import Case
from luoshi.parallel import WorkerDied, in_order
from luoshi.pipeline import Failure, Order, attempt, extraction_version, failure_of
from luoshi.publishing.files import Folder
from luoshi.publishing.page import IndexEntry, entry, index, render
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


def run(inputs: Sequence[Input], options: Options) -> Generator[Outcome, None, None]:
    """Processes every input, registers it and writes its page; one outcome for each, in order.

    A file whose bytes were registered before with the same date, place and version is not read again.
    After the last one an overview of several pages is written, ``OVERVIEW`` in the same folder. Raises OutputError or
    RegisterError when pages or register cannot be written; both before any work where that can be known.
    """
    folder = Folder(options.out) if options.out else None
    entries: list[IndexEntry] = []
    given = Given(options.date, options.place, extraction_version())
    with Register(options.register) as register:
        for task, result in in_order(attempt, _tasks(inputs, register, given, options), options.jobs):
            outcome = _conclude(task, result if task.result is None else task.result, register, given, folder)
            if outcome.case and outcome.page:
                entries.append(entry(outcome.case, quote(outcome.page.name)))
            yield outcome
    if folder and len(entries) > 1:
        folder.write(OVERVIEW, index(entries))


class _Task(NamedTuple):
    item: Input
    known: Entry | None = None
    result: Case | Failure | None = None


def _tasks(
    inputs: Sequence[Input], register: Register, given: Given, options: Options
) -> Iterator[tuple[_Task, Order | None]]:
    for item in inputs:
        order = Order(item.path, options.date, options.place)
        digest = digest_of(item.path)
        known = register.find(digest, item.name, given) if digest else None
        if item.problem:
            yield _Task(item, result=Failure(item.problem)), None
        elif known:
            yield _Task(item, known), None
        elif item.path == STDIN:  # other processes have a standard input of their own
            yield _Task(item, result=attempt(order)), None
        else:
            yield _Task(item), order


def _conclude(
    task: _Task, result: Case | Failure | WorkerDied | None, register: Register, given: Given, folder: Folder | None
) -> Outcome:
    source = legible(task.item.path)
    if isinstance(result, WorkerDied):
        result = Failure(f"{source}: the process that read this document was killed; the memory may not have sufficed.")
    if isinstance(result, Failure):
        return Outcome(source, "failed", result.reason, trace=result.trace)
    known = task.known
    if result is not None:
        known = register.put(result, given)
    assert known is not None  # a task without a result is one whose entry is known
    if known.change == "duplicate":
        return Outcome(source, "duplicate", f"{source}: this is the same file as {known.name}, already registered.")
    case = result or register.case(known.id)
    counts = counts_of(case)
    try:
        page = folder.write(f"{known.slug}.html", render(case)) if folder else None
    except Exception as error:
        failure = failure_of(source, error)
        return Outcome(source, "failed", failure.reason, counts, case, trace=failure.trace)
    return Outcome(source, known.change, counts=counts, case=case, page=page)

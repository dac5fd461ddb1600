"""A run: many files processed, registered and drawn, each with its outcome."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote

from luoshi.counts import Counts
from luoshi.errors import OutputError
from luoshi.failures import Failure
from luoshi.fingerprint import extraction_version
from luoshi.inputs import Input, Inputs
from luoshi.orders import Done, Order, Page, carry_out, prepare
from luoshi.parallel import WorkerDied, Workers
from luoshi.publishing.files import Folder
from luoshi.readers import STANDARD_INPUT
from luoshi.record_ids import document_id

if TYPE_CHECKING:
    from luoshi.publishing.page import IndexEntry
    from luoshi.register import Change, Entry, Given, Register

OVERVIEW = "index.html"


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for a whole run: ``date`` and ``place`` as the caller gives them, the register (a file or a URL), the
    folder for pages (None: no pages), how many processes read, and whether outcomes bring ``lines``.
    """

    date: str | None = None
    place: str | None = None
    register: str = "luoshi.db"
    out: Path | None = Path("luoshi-out")
    jobs: int = 1
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    ``reason`` is one sentence: why it failed, what it duplicates, or what it supersedes. ``lines`` are its records as
    JSON where they were asked for; ``page`` is None for what failed and for duplicates.
    """

    source: str
    status: Change | Literal["failed"]
    reason: str = ""
    counts: Counts = field(default_factory=Counts)
    lines: tuple[str, ...] = ()
    page: Path | None = None
    trace: str = ""


def run(inputs: Inputs, options: Options) -> Generator[Outcome, None, None]:
    """Processes every input, registers it and writes its page; one outcome for each, in order.

    A file whose bytes were registered before with the same date, place and version is not read again.
    After the last one the pages of programmes are written, and an overview of several pages, ``OVERVIEW`` in the same folder. Raises OutputError or
    RegisterError when pages or register cannot be written; both before any work where that can be known.
    """
    folder = Folder(options.out) if options.out else None
    jobs = options.jobs if inputs.total is None else min(options.jobs, inputs.total)
    with Workers(carry_out, jobs, prepare) as workers:
        from luoshi.register import Given, Register

        with Register(options.register) as register:
            keeper = _Keeper(register, Given(options.date, options.place, extraction_version()), folder, options)
            for task, result in workers.in_order(keeper.tasks(inputs)):
                yield keeper.conclude(task, result or task.result)
            keeper.write_programmes()
    keeper.write_overview()


class _Task(NamedTuple):
    """An input on its way: ``known`` is its entry in the register, ``result`` what needs no process to be found, ``digest``
    that of its bytes where they can be had without reading it."""

    item: Input
    digest: str | None = None
    known: Entry | None = None
    result: Done | Failure | None = None


class _Keeper:
    """Keeps the register and the folder of pages: looks up what is known already, puts in what was found."""

    def __init__(self, register: Register, given: Given, folder: Folder | None, options: Options) -> None:
        self._register = register
        self._given = given
        self._options = options
        self._folder = folder
        self._entries: list[IndexEntry] = []
        self._said = register.said()

    def tasks(self, inputs: Inputs) -> Iterator[tuple[_Task, Order | None]]:
        """Each input with what is to be done with it, if anything is."""
        for item in inputs:
            if item.problem:
                yield _Task(item, result=Failure(item.problem)), None
                continue
            digest = item.digest
            order = self._order(item, digest)
            known = self._register.find(digest, item.name, self._given) if digest else None
            if known and known.change == "duplicate":
                yield _Task(item, digest, known), None
            elif known:
                yield _Task(item, digest, known), order._replace(case=self._register.case(known.id))
            elif item.path == STANDARD_INPUT:  # other processes have a standard input of their own
                yield _Task(item, digest, result=carry_out(order)), None
            else:
                yield _Task(item, digest), order

    def _order(self, item: Input, digest: str | None) -> Order:
        options = self._options
        order = Order(item, options.date, options.place, options.out is not None, options.lines)
        said = self._said.get(document_id(digest)) if digest else None
        return order._replace(said=said) if said else order

    def conclude(self, task: _Task, result: Done | Failure | WorkerDied | None) -> Outcome:
        """Registers and writes what was found of one file."""
        source = task.item.source
        if isinstance(result, WorkerDied):
            result = Failure(
                f"{source}: the process that read this document was killed; the memory may not have sufficed."
            )
        if isinstance(result, Failure):
            return Outcome(source, "failed", result.reason, trace=result.trace)
        known = task.known or (self._register.put(result.rows, self._given) if result and result.rows else None)
        assert known is not None  # what brings no rows is known
        if result and (known.corrected or self._unseen(task, result)):
            # what was made of the document lacks what people corrected and said
            self._said = self._register.said()
            order = self._order(task.item, result.rows.document["digest"] if result.rows else task.digest)
            result = carry_out(order._replace(case=self._register.case(known.id)))
            if isinstance(result, Failure):
                return Outcome(source, "failed", result.reason, trace=result.trace)
        if known.change == "duplicate" or result is None:
            return Outcome(source, "duplicate", f"{source}: this is the same file as {known.name}, already registered.")
        page = self._write(f"{known.slug}.html", result.page)
        if isinstance(page, Failure):
            return Outcome(source, "failed", page.reason, result.counts, result.lines, trace=page.trace)
        return Outcome(source, known.change, self._news(source, known), result.counts, result.lines, page)

    def _unseen(self, task: _Task, result: Done) -> bool:
        """Whether people said something of a file whose digest was not known before it was read."""
        digest = result.rows.document["digest"] if result.rows and task.digest is None else ""
        return document_id(digest) in self._said

    def _news(self, source: str, entry: Entry) -> str:
        if not entry.supersedes:
            return ""
        names = ", ".join(self._register.document(older).name for older in entry.supersedes)
        return f"{source}: this supersedes an older version, {names}."

    def _write(self, name: str, page: Page | Failure | None) -> Path | Failure | None:
        if isinstance(page, Failure):
            return page
        if not page or not self._folder:
            return None
        try:
            path = self._folder.write(name, page.html)
        except OutputError as error:
            return Failure(str(error))
        self._entries.append(replace(page.entry, href=quote(name)))
        return path

    def write_programmes(self) -> None:
        """Writes the pages of programmes, those of them whose content changed."""
        from luoshi.programme_run import write_programmes

        if self._folder:
            write_programmes(self._register, self._folder.path, self._register.said())

    def write_overview(self) -> None:
        """Writes the overview, where there are several pages."""
        from luoshi.publishing.addresses import PROGRAMMES
        from luoshi.publishing.page import index

        if self._folder and len(self._entries) > 1:
            programmes = f"{PROGRAMMES}/{OVERVIEW}"
            there = (self._folder.path / programmes).exists()
            self._folder.write(OVERVIEW, index(self._entries, programmes if there else "").encode())

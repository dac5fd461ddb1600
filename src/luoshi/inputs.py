"""From the paths on a command line to the documents to be read, in their order and each file once.

A folder and a ZIP archive stand for the documents in them, a table of texts for its rows.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from luoshi.errors import ReadError
from luoshi.model import Document
from luoshi.readers import (
    ARCHIVE,
    MAX_BYTES_ON_DISK,
    READERS,
    STANDARD_INPUT,
    TEXT_TABLES,
    Columns,
    Row,
    archived,
    check_readable,
    collect,
    find_date,
    from_text,
    isolated,
    read,
    read_bytes,
    read_member,
    rows,
)
from luoshi.readers.facsimiles import facsimiles

OWN_PAGE = b'<meta name="generator" content="Luoshi">'


@dataclass(frozen=True, slots=True)
class Input:
    """A document to be read: the file ``path`` ("-" is standard input), or its ``member``, or its ``row``.

    With a ``problem`` in one sentence it is a path that gives no document.
    """

    path: str
    problem: str = ""
    member: str = ""
    row: Row | None = None

    @property
    def name(self) -> str:
        """The name of the document that the file gives."""
        if self.row:
            return self.row.id or f"{legible(Path(self.path).stem)}-{self.row.number}"
        return legible(Path(self.path).stem) if not self.member else PurePosixPath(self.member).stem

    @property
    def source(self) -> str:
        """Where the document stands, to be shown; of a row its number, as RFC 7111 writes it."""
        if self.row:
            return f"{legible(self.path)}#row={self.row.number}"
        return f"{legible(self.path)}/{self.member}" if self.member else legible(self.path)

    @property
    def digest(self) -> str | None:
        """The SHA-256 of the document's bytes in hexadecimal; None where it is known only when the document is read."""
        if self.row:
            return hashlib.sha256(self.row.text.encode()).hexdigest()
        return None if self.member else _digest_of(self.path)

    def read(self, *, date: str | None = None, place: str | None = None) -> Document:
        """The document. What the caller gives wins over what a table's columns say. Raises ReadError."""
        if self.row:
            date, place = date or find_date(self.row.date), place or self.row.place
            metadata = self.row.metadata
            return from_text(
                self.row.text, name=self.name, source=self.source, date=date, place=place, metadata=metadata
            )
        if self.member:
            data, ending = read_member(Path(self.path), self.member), PurePosixPath(self.member).suffix
            return read_bytes(data, self.name, self.source, ending=ending, date=date, place=place)
        return read(self.path, date=date, place=place)

    def facsimiles(self, document: Document, numbers: Sequence[int]) -> dict[int, bytes]:
        """Pictures (WebP) of these pages of the document that was read; of as many as can be drawn of it now."""
        if not numbers or self.path == STANDARD_INPUT:
            return {}
        try:
            data = read_member(Path(self.path), self.member) if self.member else Path(self.path).absolute()
            return isolated(self.source, facsimiles, data, document.media_type, numbers)
        except Exception:  # whatever a parser raises on a damaged file: the page is complete without pictures
            return {}


class Inputs:
    """Documents to be read, one after the other; ``total`` is their number, None where a table must be read to tell."""

    def __init__(self, items: Sequence[Input], tables: Columns | None = None) -> None:
        self._items = items
        self._tables = tables
        self.total = None if any(map(self._is_table, items)) else len(items)

    def __iter__(self) -> Iterator[Input]:
        for item in self._items:
            if self._tables and self._is_table(item):
                yield from _rows_of(item, self._tables)
            else:
                yield item

    def _is_table(self, item: Input) -> bool:
        ending = Path(item.path).suffix.lower()
        return self._tables is not None and ending in TEXT_TABLES and not (item.problem or item.member)


def gather(paths: Iterable[str], tables: Columns | None = None) -> Inputs:
    """The files named and the documents in the folders and archives named (see ``luoshi.readers.collect``).

    With ``tables``, each row of a CSV, JSON Lines or Parquet file is a document, and says in which columns.
    Pages that Luoshi wrote are passed over in folders: a run over a folder that holds its own pages must not read them.
    """
    inputs: dict[tuple[str, ...], Input] = {}
    for path in paths:
        for item in _inputs_of(path, tables):
            real = item.path if item.path == STANDARD_INPUT else os.path.realpath(item.path)
            inputs.setdefault((real, item.member, item.problem), item)  # a folder may have several problems
    return Inputs(list(inputs.values()), tables)


def _inputs_of(path: str, tables: Columns | None) -> list[Input]:
    if not path:
        return [Input(path, "An empty name was given where a file is needed.")]
    files, problems = collect([path], {*READERS, ARCHIVE, *(TEXT_TABLES if tables else ())})
    inputs = [item for file in files for item in _expanded(file)]
    if path != STANDARD_INPUT and Path(path).is_dir():
        inputs = [item for item in inputs if item.member or item.problem or not _is_own_page(Path(item.path))]
    if not inputs and not problems:
        return [Input(path, f"{legible(path)} holds no documents but the pages that Luoshi wrote.")]
    return inputs + [Input(path, legible(str(problem))) for problem in problems]


def _expanded(file: Path) -> list[Input]:
    """The documents of an archive, or the file itself."""
    if file.suffix.lower() != ARCHIVE:
        return [Input(str(file))]
    try:
        names, problems = archived(file)
    except ReadError as error:
        return [Input(str(file), legible(str(error)))]
    found = [Input(str(file), member=name) for name in names]
    return found + [Input(str(file), legible(str(problem))) for problem in problems]


def _rows_of(item: Input, tables: Columns) -> Iterator[Input]:
    try:
        check_readable(Path(item.path))
        for row in rows(Path(item.path), tables):
            yield Input(item.path, legible(str(row))) if isinstance(row, ReadError) else Input(item.path, row=row)
    except ReadError as error:  # nothing, or nothing more, can be read of it
        yield Input(item.path, legible(str(error)))


def _is_own_page(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return OWN_PAGE in file.read(4096)
    except OSError:
        return False  # reading it as a document will say why


def _digest_of(path: str) -> str | None:
    """None where only reading the file as a document can say what is wrong. Pipes are not touched: they can be read
    only once.
    """
    file = Path(path)
    try:
        if path == STANDARD_INPUT or not file.is_file() or file.stat().st_size > MAX_BYTES_ON_DISK:
            return None
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def legible(name: str) -> str:
    """A file name that can be printed and stored: names that are not UTF-8 are often GB18030, from Chinese Windows."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode(errors="backslashreplace")
    return name

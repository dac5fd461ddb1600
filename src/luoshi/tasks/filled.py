"""A filled-in task list read back: what people said of which record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from luoshi.errors import ReadError
from luoshi.readers.csv_table import delimiter_of
from luoshi.readers.encodings import decode
from luoshi.readers.extras import need
from luoshi.readers.isolation import isolated
from luoshi.readers.refusals import check_decoded
from luoshi.said import Decision, TaskStatus
from luoshi.tasks.rows import DECISION, DECISIONS, RECORD, REMARK, RESULT_RECORD, STATUS, STATUSES, Column

Choice = TypeVar("Choice", TaskStatus, Decision)

_HEAD_ROWS = 20  # the head stands in one of the first rows


class FilledTask(NamedTuple):
    """What a row says; at least one of ``status``, ``remark`` and ``decision`` is filled in, what was left open is None or "".

    ``decision`` speaks of the result with the id ``result``.
    """

    record: str
    status: TaskStatus | None
    remark: str
    result: str = ""
    decision: Decision | None = None


def read_filled(path: Path) -> list[FilledTask]:
    """The rows of a task list (.xlsx, .xls, .ods, .csv) in which somebody filled in a status, a remark or a decision.

    Columns are known by their heads: they may have been moved, and others added. Raises ReadError, which names the file
    and, of a status that is none, the row.
    """
    source = str(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{source} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    sheets = [_csv_rows(data, source)] if path.suffix.lower() in (".csv", ".txt", ".tsv") else _sheets(data, source)
    found: list[FilledTask] = []
    listed = False
    for rows in sheets:
        if (head := _head(rows)) is not None:
            listed = True
            found += _filled(rows, head, source)
    if not listed:
        heads = ", ".join((RECORD.head, STATUS.head, REMARK.head))
        raise ReadError(f"{source} is no task list: no row has the heads {heads}.")
    return found


def _csv_rows(data: bytes, source: str) -> list[list[str]]:
    text, _ = check_decoded(decode(data), data, source)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text)))


def _sheets(data: bytes, source: str) -> list[list[list[str]]]:
    from luoshi.readers.sheets import parse

    need("python_calamine", "office", f"{source} is a workbook")
    return [rows for _, rows in isolated(source, parse, data, source, {})]


def _head(rows: Sequence[Sequence[str]]) -> int | None:
    """The row that holds the heads of the columns that are read."""
    wanted = {RECORD.head, STATUS.head, REMARK.head}
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        if wanted <= {cell.strip() for cell in row}:
            return at
    return None


def _filled(rows: Sequence[Sequence[str]], head: int, source: str) -> Iterator[FilledTask]:
    heads = [cell.strip() for cell in rows[head]]
    columns = (RECORD, STATUS, REMARK, RESULT_RECORD, DECISION)
    places = [heads.index(column.head) if column.head in heads else len(heads) for column in columns]
    for number, row in enumerate(rows[head + 1 :], start=head + 2):
        record, status, remark, result, decision = (row[at].strip() if at < len(row) else "" for at in places)
        if not (status or remark or decision):
            continue
        where = f"{source}, row {number}"
        if not record:
            raise ReadError(
                f"{where}: {(STATUS if status or remark else DECISION).head} is filled in, but {RECORD.head} is empty."
            )
        if decision and not result:
            raise ReadError(f"{where}: {DECISION.head} is filled in, but {RESULT_RECORD.head} is empty.")
        yield FilledTask(
            record,
            _chosen(status, STATUSES, STATUS, where),
            remark,
            result,
            _chosen(decision, DECISIONS, DECISION, where),
        )


def _chosen(words: str, choices: Mapping[Choice, str], column: Column, where: str) -> Choice | None:
    """What the words in a column stand for, None where it was left open."""
    for choice, word in choices.items():
        if words == word:
            return choice
    if words:
        kind = "status" if column is STATUS else "decision"
        raise ReadError(f"{where}: {words!r} is no {kind}; it may be {', '.join(choices.values())}.")
    return None

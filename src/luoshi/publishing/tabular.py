"""Rows written out: as a table for the terminal, as CSV, as JSON."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from luoshi.publishing.jsonl import encode

_FORMULA = ("=", "+", "@")  # a spreadsheet would compute what begins so
_WIDTH = 160  # columns where the output goes to a file or a pipe


def csv_lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The rows as CSV (RFC 4180) with a head; None is an empty cell. Words that a spreadsheet would take for a formula are
    given an apostrophe.
    """
    yield _csv(columns)
    for row in rows:
        yield _csv([_cell(row.get(column)) for column in columns])


def json_lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The rows as one JSON array, a row a line."""
    if not rows:
        yield "[]"
        return
    for n, row in enumerate(rows):
        yield ("[" if n == 0 else " ") + encode(row) + ("]" if n == len(rows) - 1 else ",")


def table_lines(title: str, columns: Mapping[str, str], rows: Iterable[Sequence[str]], note: str = "") -> Iterator[str]:
    """The rows as a table; ``columns`` are the heads with how they are set ("left", "right", "fold" for what may wrap)."""
    table = Table(
        title=title, caption=note or None, title_justify="left", caption_justify="left", box=None, pad_edge=False
    )
    for head, setting in columns.items():
        right = setting == "right"
        table.add_column(head, justify="right" if right else "left", no_wrap=setting != "fold", overflow="fold")
    for row in rows:
        table.add_row(*row)
    buffer = io.StringIO()
    width = None if sys.stdout.isatty() else _WIDTH
    Console(file=buffer, width=width, highlight=False, markup=False, color_system=None, emoji=False).print(table)
    yield from (line.rstrip() for line in buffer.getvalue().splitlines())


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return format(value, "f") if hasattr(value, "as_tuple") else str(value)


def _csv(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()

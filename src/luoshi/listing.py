"""What a command lists, in the format that its caller asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

import typer


class ListFormat(StrEnum):
    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


Output = Annotated[ListFormat, typer.Option("--format", help="A table, or lines for programs.")]

Line = Mapping[str, Any]


class Listing(NamedTuple):
    """What is listed, in each form; only the one that is asked for is made.

    ``heads`` and ``cells`` are the terminal's table (``publishing.tabular.table_lines``) with its ``title`` and ``note``,
    ``columns`` and ``rows`` the CSV, ``lines`` the JSON objects.
    """

    heads: Mapping[str, str]
    cells: Iterable[Sequence[str]]
    columns: Sequence[str]
    rows: Iterable[Line]
    lines: Iterable[Line]
    title: str = ""
    note: str = ""

    def written(self, output: ListFormat) -> Iterable[str]:
        """The lines of output."""
        from luoshi.publishing.jsonl import encode
        from luoshi.publishing.tabular import csv_lines, json_lines, table_lines

        if output is ListFormat.TEXT:
            return table_lines(self.title, self.heads, self.cells, self.note)
        if output is ListFormat.CSV:
            return csv_lines(self.columns, self.rows)
        return (
            json_lines(list(self.lines)) if output is ListFormat.JSON else (encode(dict(line)) for line in self.lines)
        )

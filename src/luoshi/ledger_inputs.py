"""What the commands of the ledger share: where their figures come from, and the form of what they write."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from luoshi.cli import Code, debugging, say
from luoshi.options import DEFAULT_REGISTER

if TYPE_CHECKING:
    from luoshi.inputs import Input
    from luoshi.progress.entries import Reading


class LedgerFormat(StrEnum):
    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help='Documents to read: files or folders; "-" is standard input.')
]
RegisterOption = Annotated[
    str | None,
    typer.Option(metavar="FILE-OR-URL", help=f"The register to read; without it and without PATH {DEFAULT_REGISTER}."),
]
Output = Annotated[LedgerFormat, typer.Option("--format", help="A table, or lines for programs.")]


def readings_of(paths: list[str] | None, register: str | None) -> tuple[list[Reading], Code]:
    """The figures of the register and of the documents named, and whether all could be read."""
    from luoshi.failures import failure_of
    from luoshi.inputs import gather
    from luoshi.progress.collecting import from_documents, from_register

    failures: list[str] = []

    def failed(item: Input, error: Exception | None) -> None:
        failure = failure_of(item.source, error) if error else None
        failures.append(item.problem)
        say((failure.trace if failure.trace and debugging() else failure.reason) if failure else item.problem)

    readings: list[Reading] = []
    if register or not paths:
        readings += from_register(register or DEFAULT_REGISTER)
    if paths:
        readings += from_documents(gather(paths), failed)
    return readings, Code.FAILED if failures else Code.DONE


def json_of(lines: list[dict[str, object]], output: LedgerFormat) -> Iterable[str]:
    """Lines for programs: one array, or an object a line."""
    from luoshi.publishing.jsonl import encode
    from luoshi.publishing.tabular import json_lines

    return json_lines(lines) if output is LedgerFormat.JSON else map(encode, lines)

"""What the commands of the ledger share: where their figures come from, and the form of what they write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from luoshi.cli import Code, debugging, say
from luoshi.options import DEFAULT_REGISTER

if TYPE_CHECKING:
    from luoshi.inputs import Input
    from luoshi.model import Case
    from luoshi.progress.entries import Reading


Made = TypeVar("Made")


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
    from luoshi.progress.collecting import from_register
    from luoshi.progress.entries import reading_of

    registered = from_register(register or DEFAULT_REGISTER) if register or not paths else []
    read, code = documents_read(paths, reading_of)
    return registered + read, code


def documents_read(paths: list[str] | None, made: Callable[[Case], Made]) -> tuple[list[Made], Code]:
    """What is made of the documents named, and whether all could be read."""
    from luoshi.failures import failure_of
    from luoshi.inputs import gather
    from luoshi.progress.collecting import from_documents

    failures: list[str] = []

    def failed(item: Input, error: Exception | None) -> None:
        failure = failure_of(item.source, error) if error else None
        failures.append(item.problem)
        say((failure.trace if failure.trace and debugging() else failure.reason) if failure else item.problem)

    found = list(from_documents(gather(paths), made, failed)) if paths else []
    return found, Code.FAILED if failures else Code.DONE


def json_of(lines: list[dict[str, object]], output: LedgerFormat) -> Iterable[str]:
    """Lines for programs: one array, or an object a line."""
    from luoshi.publishing.jsonl import encode
    from luoshi.publishing.tabular import json_lines

    return json_lines(lines) if output is LedgerFormat.JSON else map(encode, lines)

"""What the commands of the ledger share: where their figures come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from luoshi.cli import Code, debugging, say
from luoshi.options import DEFAULT_REGISTER

if TYPE_CHECKING:
    from luoshi.inputs import Input
    from luoshi.model import Case
    from luoshi.progress.choices import Choices
    from luoshi.progress.entries import Reading

Made = TypeVar("Made")

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help='Documents to read: files or folders; "-" is standard input.')
]
RegisterOption = Annotated[
    str | None,
    typer.Option(metavar="FILE-OR-URL", help=f"The register to read; without it and without PATH {DEFAULT_REGISTER}."),
]


def readings_of(paths: list[str] | None, register: str | None) -> tuple[list[Reading], Choices, Code]:
    """The figures of the register and of the documents named, what persons decided of indicators, and whether all could be read."""
    from luoshi.progress.choices import NO_CHOICES
    from luoshi.progress.collecting import from_register
    from luoshi.progress.entries import reading_of

    readings: list[Reading] = []
    choices = NO_CHOICES
    if register or not paths:
        readings, choices = from_register(register or DEFAULT_REGISTER)
    read, code = documents_read(paths, lambda case: reading_of(case, choices))
    return readings + read, choices, code


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

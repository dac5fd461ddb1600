"""Options that several commands take in the same way."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from luoshi.cli import DEBUG

DEFAULT_REGISTER = "luoshi.db"
"""The register of a call that names none: a file where the call is made."""


def checked_date(value: str | None) -> str | None:
    """A date given on the command line. Raises typer.BadParameter where it is none."""
    from luoshi.readers import valid_date

    if value is not None and not valid_date(value):
        raise typer.BadParameter(f"{value!r} is no date; write 2025-08-20, 2025-08 or 2025.")
    return value


def _set_debug(wanted: bool) -> None:
    if wanted:
        os.environ[DEBUG] = "1"  # the processes of --jobs inherit it


Debug = Annotated[bool, typer.Option("--debug", callback=_set_debug, help="Show where in the program an error arose.")]

"""Every way in which a register can fail, said in one sentence that names it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from luoshi.errors import RegisterError

PATIENCE = 60.0
"""Seconds to wait while another run writes to the same register."""

# the databases' own words, each with what they mean for the person at the terminal
_CAUSES = (
    ("file is not a database", "it is not an SQLite database"),
    ("disk is full", "the disk is full"),
    ("disk i/o error", "the disk failed or is full"),
    ("readonly", "it is read-only"),
    ("unable to open", "it cannot be opened"),
    ("lock timeout", f"another program has held it for more than {PATIENCE:.0f} seconds"),
    ("locked", f"another program has held it for more than {PATIENCE:.0f} seconds"),
    ("malformed", "it is damaged (PRAGMA integrity_check says where)"),
)


@contextmanager
def reporting(name: str) -> Iterator[None]:
    """Turns whatever the database says inside the block into a RegisterError that names the register."""
    try:
        yield
    except DBAPIError as error:
        raise RegisterError(f"{name}: the register cannot be used: {_cause(str(error.orig))}.") from error
    except sqlite3.Error as error:
        raise RegisterError(f"{name}: the register cannot be used: {_cause(str(error))}.") from error
    except SQLAlchemyError as error:
        raise RegisterError(f"{name}: the register cannot be used: {first_line(str(error))}.") from error


def _cause(words: str) -> str:
    lowered = words.lower()
    return next((meaning for sign, meaning in _CAUSES if sign in lowered), first_line(words))


def first_line(words: str) -> str:
    """What a database says, without its explanations."""
    return (words.strip() or "no reason given").splitlines()[0].rstrip(".")

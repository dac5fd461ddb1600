"""Opening a register: the engine, the tables on the first run, and every way it can fail said in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, false, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from luoshi.errors import RegisterError
from luoshi.register import schema

PATIENCE = 60.0
"""Seconds to wait while another run writes to the same register."""

_READING = "luoshi_reading"

# SQLite's own words, each with what they mean for the person at the terminal
_CAUSES = (
    ("file is not a database", "it is not an SQLite database"),
    ("disk is full", "the disk is full"),
    ("disk i/o error", "the disk failed or is full"),
    ("readonly", "it is read-only"),
    ("unable to open", "it cannot be opened"),
    ("locked", f"another program has held it for more than {PATIENCE:.0f} seconds"),
    ("malformed", "it is damaged (PRAGMA integrity_check says where)"),
)


def register_url(where: str | Path) -> URL:
    """The URL of a register given as a file or as a database URL. Raises RegisterError."""
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        return make_url(where)
    except ArgumentError as error:
        raise RegisterError(f"{where}: this is not a database URL.") from error


def shown(url: URL) -> str:
    """The register as it is named in messages: the file, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


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
        raise RegisterError(f"{name}: the register cannot be used: {_first_line(str(error))}.") from error


def _cause(words: str) -> str:
    lowered = words.lower()
    return next((meaning for sign, meaning in _CAUSES if sign in lowered), _first_line(words))


def _first_line(words: str) -> str:
    return (words.strip() or "no reason given").splitlines()[0].rstrip(".")


def open_engine(url: URL) -> Engine:
    """An engine on a register that is there and of a schema known here; makes its tables on the first run.

    Raises RegisterError when the register cannot be opened or written.
    """
    name = shown(url)
    _refuse_impossible_file(url, name)
    try:
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if _is_sqlite(url) else {})
    except ImportError as error:
        raise RegisterError(
            f"{name}: this register needs the Python package {error.name!r}, which is missing."
        ) from error
    except SQLAlchemyError as error:
        raise RegisterError(f"{name}: the register cannot be used: {_first_line(str(error))}.") from error
    if _is_sqlite(url):
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with reporting(name), engine.begin() as connection:
            _prepare_tables(connection, name)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the register throughout and takes no lock that a writer would wait for."""
    with engine.connect().execution_options(**{_READING: True}) as connection, connection.begin():
        yield connection


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _refuse_impossible_file(url: URL, name: str) -> None:
    if not _is_sqlite(url) or not url.database or url.database == ":memory:" or "uri" in url.query:
        return
    path = Path(url.database)
    try:
        if path.is_dir():
            raise RegisterError(f"{name}: the register must be a file, and this is a folder.")
        if not path.parent.is_dir():
            raise RegisterError(f"{name}: the folder of the register does not exist.")
    except (OSError, ValueError) as error:
        raise RegisterError(f"{name}: the register cannot be used: {_first_line(str(error))}.") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, so that making tables is part of them
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    # a writer takes its lock at once: two that began as readers could each wait for the other for ever
    mode = "DEFERRED" if connection.get_execution_options().get(_READING) else "IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN {mode}")


def _prepare_tables(connection: Connection, name: str) -> None:
    tables = inspect(connection).get_table_names()
    if schema.meta.name not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise RegisterError(f"{name}: this is a database of another program, not a register of Luoshi.")
        schema.metadata.create_all(connection)
        connection.execute(schema.meta.insert().values(name="schema", value=str(schema.SCHEMA_VERSION)))
        return
    version = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "schema"))
    if version != str(schema.SCHEMA_VERSION):
        raise RegisterError(
            f"{name}: the register has schema {version or 'unknown'} and this Luoshi knows schema "
            f"{schema.SCHEMA_VERSION}: use the version of Luoshi that made it, or a newer one."
        )
    # changes nothing, but fails at once where the register cannot be written
    connection.execute(schema.meta.update().where(false()).values(value=""))

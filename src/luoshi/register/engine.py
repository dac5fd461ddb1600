"""Opening a register: the engine, the tables, and how transactions begin in each kind of database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, false, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from luoshi.errors import RegisterError
from luoshi.register import schema, upgrading
from luoshi.register.reporting import PATIENCE, first_line, reporting

_READING = "luoshi_reading"

_WRITERS = 0x6C756F736869
"""The advisory lock that one writer at a time holds in PostgreSQL ("luoshi" in ASCII)."""

_CACHE = 64 * 1024  # KiB of a register that are kept in memory
_LOG = (
    8 * 1024
)  # pages of 4 KiB that are written ahead before they go to their place, many of them once for several times


def register_url(where: str | Path) -> URL:
    """The URL of a register given as a file or as a database URL. Raises RegisterError."""
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise RegisterError(f"{where}: this is not a database URL.") from error
    # the driver of the extra; SQLAlchemy's own choice differs between its versions
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def existing(where: str | Path) -> URL:
    """The URL of a register that is there, or of a database that only a connection can tell of.

    Raises RegisterError where there is no such file.
    """
    url = register_url(where)
    if _is_file(url) and not Path(str(url.database)).exists():
        raise RegisterError(f"{shown(url)}: there is no such register; luoshi run makes one.")
    return url


def shown(url: URL) -> str:
    """The register as it is named in messages: the file, or the URL without its password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def open_engine(url: URL) -> Engine:
    """An engine on a register that has the schema of this Luoshi; made on the first run, upgraded where it is older.

    Raises RegisterError when the register cannot be opened or written.
    """
    name = shown(url)
    _refuse_impossible_file(url, name)
    engine = _engine(url, name)
    try:
        with reporting(name):
            _prepare(engine, name)
            if _is_sqlite(url):
                _write_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(url: URL, name: str) -> Engine:
    postgresql = url.get_backend_name() == "postgresql"
    arguments: dict[str, Any] = {"timeout": PATIENCE} if _is_sqlite(url) else {}
    try:
        engine = create_engine(url, connect_args=arguments)
    except ImportError as error:
        remedy = "pip install 'luoshi[postgresql]'" if postgresql else f"the Python package {error.name!r}"
        raise RegisterError(f"{name}: using this register needs: {remedy}.") from error
    except SQLAlchemyError as error:
        raise RegisterError(f"{name}: the register cannot be used: {first_line(str(error))}.") from error
    if _is_sqlite(url):
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the register throughout and takes no lock that a writer would wait for."""
    options: dict[str, Any] = {_READING: True}
    if engine.dialect.name == "postgresql":
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction, the only one that writes: another writer waits for its end."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE:.0f}s'"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITERS})"))
        yield connection


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _is_file(url: URL) -> bool:
    return _is_sqlite(url) and url.database not in (None, "", ":memory:") and "uri" not in url.query


def _prepare(engine: Engine, name: str) -> None:
    with engine.begin() as connection:
        if upgrading.revision_of(connection) == schema.REVISION:
            # changes nothing, but fails at once where the register cannot be written
            connection.execute(schema.version.update().where(false()).values(version_num=""))
            return
    with writing(engine) as connection:
        upgrading.prepare(connection, name)


def _refuse_impossible_file(url: URL, name: str) -> None:
    if not _is_file(url):
        return
    path = Path(str(url.database))
    try:
        if path.is_dir():
            raise RegisterError(f"{name}: the register must be a file, and this is a folder.")
        if not path.parent.is_dir():
            raise RegisterError(f"{name}: the folder of the register does not exist.")
    except (OSError, ValueError) as error:
        raise RegisterError(f"{name}: the register cannot be used: {first_line(str(error))}.") from error


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, so that making tables is part of them
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG}")
    _sync_less(connection, "PRAGMA journal_mode")


def _write_ahead(engine: Engine) -> None:
    """Lets readers and a writer go on beside each other, and transactions end without waiting for the disk."""
    with closing(engine.raw_connection()) as connection, suppress(sqlite3.OperationalError):  # in use by another run
        _sync_less(connection.driver_connection, "PRAGMA journal_mode = WAL")


def _sync_less(connection: Any, journal_mode: str) -> None:
    if connection.execute(journal_mode).fetchone() == ("wal",):
        connection.execute("PRAGMA synchronous = NORMAL")  # as safe there when the program is killed


def _begin_sqlite(connection: Connection) -> None:
    # a writer takes its lock at once: two that began as readers could each wait for the other for ever
    mode = "DEFERRED" if connection.get_execution_options().get(_READING) else "IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN {mode}")

"""Registers of each kind: a file of SQLite, and a schema in PostgreSQL where its server programs are installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import postgresql
import pytest


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of a server that the tests started."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server programs (on Debian: apt-get install postgresql)")
    if find_spec("psycopg") is None:
        pytest.skip("no psycopg (pip install 'luoshi[postgresql]')")
    with postgresql.server(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a register may be made: each test that takes it runs on both kinds of database."""
    if request.param == "sqlite":
        return str(tmp_path / "luoshi.db")
    return postgresql.empty_schema(request.getfixturevalue("postgresql_url"))

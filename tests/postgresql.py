"""A PostgreSQL server of the tests' own: from Debian's packages, in a temporary folder, without any network."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text

USER = "luoshi"
_PROGRAMS = Path("/usr/lib/postgresql")
_PATIENCE = 30.0  # seconds for the server to come up
_numbers = count()


def programs() -> Path | None:
    """The folder of the newest server programs on this machine."""
    on_path = shutil.which("initdb")
    found = [*_PROGRAMS.glob("*/bin"), *([Path(on_path).resolve().parent] if on_path else [])]
    whole = [
        folder for folder in found if all((folder / name).is_file() for name in ("initdb", "postgres", "pg_isready"))
    ]
    return max(whole, key=lambda folder: folder.parent.name.zfill(4), default=None)


@contextmanager
def server(bin_: Path) -> Iterator[str]:
    """A server that keeps nothing; gives the URL of a database of its own, reached by a socket in a private folder."""
    folder = Path(tempfile.mkdtemp(prefix="luoshi-pg-"))
    as_user = _as_unprivileged(folder)
    data = folder / "data"
    try:
        initdb = [bin_ / "initdb", "-D", data, "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        subprocess.run([*as_user, *map(str, initdb)], check=True, capture_output=True)
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "max_connections=40"]
        options = [word for setting in settings for word in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen([*as_user, str(bin_ / "postgres"), "-D", str(data), *options], stderr=log)
        try:
            _wait(bin_, folder, process)
            yield f"postgresql://{USER}@/postgres?host={folder}"
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_unprivileged(folder: Path) -> list[str]:
    """What comes before a command so that root does not run it: the server refuses root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _wait(bin_: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while subprocess.run([str(bin_ / "pg_isready"), "-q", "-h", str(folder)], check=False).returncode:
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError((folder / "log").read_text(errors="replace"))
        time.sleep(0.05)


def empty_schema(url: str) -> str:
    """The URL of a register in a new schema of the database."""
    name = f"register_{next(_numbers)}"
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{url}&options=-csearch_path%3D{name}"

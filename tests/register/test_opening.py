"""Registers that cannot be used: one sentence that names them, and nothing broken."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cases import make_case
from postgresql import empty_schema
from sqlalchemy import create_engine, text

from luoshi.errors import RegisterError
from luoshi.register import Given, Register
from luoshi.register.engine import register_url

GIVEN = Given(None, None, "1")


def message_of(where: str | Path) -> str:
    with pytest.raises(RegisterError) as caught:
        Register(where).close()
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("第一条\n" * 400, encoding="utf-8")
    assert "notes.db" in message_of(file)
    assert "not an SQLite database" in message_of(file)
    assert file.read_text(encoding="utf-8") == "第一条\n" * 400


def test_a_database_of_another_program(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE goods (name TEXT)")
    assert "shop.db: this is a database of another program" in message_of(file)


def test_an_empty_file_becomes_a_register(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with Register(tmp_path / "new.db") as register:
        assert register.counts().documents == 0


def test_a_folder(tmp_path: Path) -> None:
    assert "this is a folder" in message_of(tmp_path)


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    assert "the folder of the register does not exist" in message_of(tmp_path / "none" / "luoshi.db")


def test_a_path_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "luoshi.db" in message_of(tmp_path / "file" / "luoshi.db")


@pytest.mark.parametrize("url", ["postgresql+none://host/base", "://", "nothing://x", "sqlite:///no/such/folder/x.db"])
def test_a_url_that_cannot_be_used(url: str) -> None:
    assert message_of(url)


def test_a_password_is_not_repeated() -> None:
    assert "geheim" not in message_of("postgresql+none://me:geheim@host/base")


def test_a_url_of_sqlite_is_a_register(tmp_path: Path) -> None:
    with Register(f"sqlite:///{tmp_path}/luoshi.db") as register:
        register.put(make_case(), GIVEN)
    assert (tmp_path / "luoshi.db").is_file()


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    words = message_of(f"postgresql://me:geheim@/base?host={tmp_path}")
    assert "the register cannot be used" in words
    assert "geheim" not in words


def test_a_driver_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert message_of("postgresql://host/base").endswith("needs: pip install 'luoshi[postgresql]'.")


def test_a_database_of_a_server_that_has_tables_of_the_same_names(postgresql_url: str) -> None:
    url = empty_schema(postgresql_url)
    with create_engine(register_url(url)).begin() as other:
        other.execute(text("CREATE TABLE documents (title TEXT)"))
    assert "this is a database of another program" in message_of(url)


def test_a_register_beside_the_tables_of_others_on_a_server(postgresql_url: str) -> None:
    url = empty_schema(postgresql_url)
    with create_engine(register_url(url)).begin() as other:
        other.execute(text("CREATE TABLE goods (name TEXT)"))
    with Register(url) as register:
        assert register.put(make_case(), GIVEN).change == "registered"


def test_a_register_in_memory() -> None:
    with Register("sqlite://") as register:
        assert register.put(make_case(), GIVEN).change == "registered"
        assert register.counts().documents == 1


def test_a_read_only_file(tmp_path: Path) -> None:
    file = tmp_path / "luoshi.db"
    Register(file).close()
    if os.geteuid() == 0:  # permissions do not bind root, the attribute does
        made = subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode == 0
        if not made:
            pytest.skip("this file system cannot make a file immutable")
    else:
        file.chmod(0o444)
    try:
        assert "read-only" in message_of(file)
    finally:
        subprocess.run(["chattr", "-i", str(file)], capture_output=True, check=False)


def test_a_full_disk_keeps_the_documents_before(small_disk: Path) -> None:
    file = small_disk / "luoshi.db"
    with Register(file) as register:
        first = register.put(make_case(), GIVEN)
        with pytest.raises(RegisterError, match=r"luoshi\.db: .*full"):
            register.put(make_case("large", "长" * 800_000), GIVEN)
        assert [entry.name for entry in register.documents()] == ["report"]
        assert register.case(first.id) == make_case()
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_disk_too_full_for_a_register(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 1_000_000)
    assert "full" in message_of(small_disk / "luoshi.db")


def test_a_damaged_register(tmp_path: Path) -> None:
    file = tmp_path / "luoshi.db"
    with Register(file) as register:
        register.put(make_case(), GIVEN)
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(RegisterError, match="damaged"), Register(file) as register:
        register.put(make_case("second"), GIVEN)

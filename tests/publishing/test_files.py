"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from luoshi.errors import OutputError
from luoshi.publishing.files import Folder


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    path = Folder(tmp_path / "a" / "b").write("页.html", "<p>落实\n".encode())
    assert path.read_bytes() == "<p>落实\n".encode()


def test_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    Folder(tmp_path).write("a.html", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_the_same_text_is_not_written_again(tmp_path: Path) -> None:
    path = Folder(tmp_path).write("a.html", b"x")
    os.utime(path, (1, 1))
    Folder(tmp_path).write("a.html", b"x")
    assert path.stat().st_mtime == 1
    Folder(tmp_path).write("a.html", b"y")
    assert path.read_text() == "y"


def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    path = Folder(tmp_path).write("a.html", b"x")
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_failure_keeps_the_old_file_and_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(tmp_path)
    folder.write("a.html", b"old")

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"a\.html: .*no space left on device\.$"):
        folder.write("a.html", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_text() == "old"


def test_an_interrupt_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Folder(tmp_path).write("a.html", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_is_known_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="file: nothing can be written in this folder"):
        Folder(tmp_path / "file")
    with pytest.raises(OutputError, match="below: nothing can be written in this folder"):
        Folder(tmp_path / "file" / "below")

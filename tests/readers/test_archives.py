"""ZIP archives, also broken and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from luoshi.errors import ReadError
from luoshi.readers import archives
from luoshi.readers.archives import members, read_member
from luoshi.readers.refusals import MAX_BYTES


def write(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_files_by_name(tmp_path: Path) -> None:
    files = {"2025/公报.txt": b"a", "b.html": b"bb", ".git/x.txt": b"c", "__MACOSX/._b.html": b"d", "2026/": b""}
    path = write(tmp_path / "a.zip", files)
    assert members(path) == ["2025/公报.txt", "b.html"]
    assert read_member(path, "2025/公报.txt") == b"a"


def test_names_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("12345678.txt", b"x")
    path.write_bytes(path.read_bytes().replace(b"12345678", "年度公报".encode("gb18030")))
    assert members(path) == ["年度公报.txt"]
    assert read_member(path, "年度公报.txt") == b"x"


def test_a_changed_archive_is_read_anew(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": b"old"})
    assert read_member(path, "a.txt") == b"old"
    write(path, {"a.txt": b"newer"})
    assert read_member(path, "a.txt") == b"newer"


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt"])
def test_names_that_climb_are_refused(name: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {name: b"x"})
    with pytest.raises(ReadError, match="its name leads out of the archive"):
        read_member(path, name)


def test_a_bomb_is_refused_whatever_size_it_states(tmp_path: Path) -> None:
    size = MAX_BYTES + 10
    path = write(tmp_path / "a.zip", {"a.txt": b"\0" * size})
    with pytest.raises(ReadError, match=r"a\.zip/a\.txt is too large: 64 MiB, where at most 64 MiB are read"):
        read_member(path, "a.txt")
    path.write_bytes(path.read_bytes().replace(struct.pack("<L", size), struct.pack("<L", 100)))
    with pytest.raises(ReadError, match=r"a\.zip/a\.txt"):
        read_member(path, "a.txt")


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", b"text " * 100)
    whole = stream.getvalue()
    encrypted = bytearray(whole)
    encrypted[6] |= 1  # in the member's own head
    encrypted[whole.index(b"PK\x01\x02") + 8] |= 1  # and in the archive's list
    torn = whole.replace(b"text text", b"tExt text", 1)
    for data, sentence in (
        (b"", "is no ZIP archive, or a damaged one."),
        (whole[: len(whole) // 2], "is no ZIP archive, or a damaged one."),
        (bytes(encrypted), "/a.txt is protected by a password."),
        (torn, "/a.txt cannot be read: the archive is damaged there."),
    ):
        path = tmp_path / f"{len(sentence)}{len(data)}.zip"
        path.write_bytes(data)
        with pytest.raises(ReadError) as refused:
            read_member(path, "a.txt")
        assert str(refused.value) == f"{path}{' ' * (sentence[0] != '/')}{sentence}"
    with pytest.raises(ReadError, match=r"none\.zip does not exist"):
        members(tmp_path / "none.zip")


def test_the_number_of_members_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    path = write(tmp_path / "a.zip", {f"{number}.txt": b"x" for number in range(3)})
    with pytest.raises(ReadError, match="is too large: 3 files, where at most 2 are read"):
        members(path)

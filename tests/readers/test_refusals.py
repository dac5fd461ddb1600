"""Every file that cannot be read is refused in one sentence that names it."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from luoshi.errors import ReadError
from luoshi.readers import MAX_BYTES, read, read_bytes
from luoshi.readers.reading import check_path


def zipped(part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(part, "x")
    return stream.getvalue()


CASES = {
    "empty": (b"", "is empty."),
    "white space": (b" \r\n\t\n", "holds nothing but white space."),
    "ideographic space": ("\u3000\u3000\n\ufeff".encode(), "holds nothing but white space."),
    "pdf": (b"%PDF-1.7\n", "is a damaged PDF: its end is missing."),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "is a damaged picture or none at all."),
    "old word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
        "is an old Word, Excel or WPS document, which is not read yet.",
    ),
    "pptx": (zipped("ppt/presentation.xml"), "is a PowerPoint presentation, which is not read yet."),
    "ofd": (zipped("OFD.xml"), "is an OFD document, which is not read yet."),
    "zip": (zipped("a.csv"), "is a ZIP archive, which is not read yet."),
    "binary": (b"\x00\x01\x02report\xff\xfe\x00", "is a binary file, not a text."),
    "shift jis": (
        "日本語のテキストです。これは報告書ではありません。".encode("shift-jis"),
        "cannot be decoded: it is neither UTF-8 nor GB18030, Big5 or UTF-16.",
    ),
    "control characters": ("全市经济\x01\x02\x03\x04".encode(), "is damaged: 50% of its characters cannot be printed."),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_in_a_file_is_said(case: str, tmp_path: Path) -> None:
    data, message = CASES[case]
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as refused:
        read(path)
    assert str(refused.value) == f"{path} {message}"


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(ReadError, match=r"report\.txt is too large: 200 MiB, where at most 64 MiB are read\.$"):
        read(path)


@pytest.mark.parametrize(
    ("name", "first"),
    [("scan.pdf", b"%PDF-1.7"), ("scan.png", b"\x89PNG\r\n\x1a\n"), ("scan.tif", b"II*\0"), ("a.txt", b"%PDF-1.7")],
)
def test_pdf_files_and_pictures_may_be_larger(name: str, first: bytes, tmp_path: Path) -> None:
    """They are read where they lie, by what they are and not by their names."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(first)
        file.truncate(500 * 2**20)
    check_path(path)
    with path.open("r+b") as file:
        file.truncate(600 * 2**20)
    with pytest.raises(ReadError, match=r"is too large: 600 MiB, where at most 512 MiB are read\.$"):
        read(path)


def test_a_text_is_no_pdf_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(ReadError, match=r"is too large: 200 MiB, where at most 64 MiB are read\.$"):
        read(path)


def test_bytes_that_are_too_many_are_refused() -> None:
    with pytest.raises(ReadError, match="too large"):
        read_bytes(b"a" * (MAX_BYTES + 1), "report", "report.txt")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"report\.txt does not exist\.$"):
        read(tmp_path / "report.txt")


def test_a_folder_where_a_file_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"is a folder, not a file\.$"):
        read(tmp_path)


def test_an_ending_that_is_not_supported(tmp_path: Path) -> None:
    path = tmp_path / "report.dat"
    path.write_text("a,b")
    with pytest.raises(ReadError, match=r"files ending in \.dat are not supported \(supported: \.txt, \.md"):
        read(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("全市经济稳中向好。")
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read(path)


def test_permission_denied_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.txt"
    path.write_text("全市经济稳中向好。")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ReadError, match=r"report\.txt cannot be read: permission denied\.$"):
        read(path)


def test_standard_input_is_named_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    with pytest.raises(ReadError, match=r"^standard input is empty\.$"):
        read("-")


def test_a_web_page_without_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>全市经济</script></body></html>", encoding="utf-8")
    with pytest.raises(ReadError, match=r"page\.html is a web page without text\.$"):
        read(path)

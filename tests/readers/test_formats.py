"""What a file is counts, not what it is called."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from office_files import docx, paragraph

from luoshi.errors import ReadError
from luoshi.readers import collect, read

PAGE = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p>全市经济稳中向好。</p></body></html>'
ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html; charset=gb2312\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(PAGE.encode("gb18030")).decode() + "\r\n--B--\r\n"
).encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def stream(name: str) -> bytes:
    return (name + "\0").encode("utf-16-le").ljust(64, b"\0")


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.doc", PAGE.encode("gb18030"), "text/html"),
        ("a.doc", b"\xff\xfe" + PAGE.encode("utf-16-le"), "text/html"),
        ("a.xls", f'<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html>{PAGE}'.encode(), "text/html"),
        ("a.txt", PAGE.encode(), "text/html"),
        ("a.doc", ARCHIVE, "text/html"),
        ("a.mht", b"From: x\r\n" + ARCHIVE, "text/html"),
        ("a.doc", "全市经济稳中向好。".encode("gb18030"), "text/plain"),
        (
            "a.DOC",
            docx(paragraph("全市经济稳中向好。")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_by_content(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = read(path)
    assert (document.text, document.media_type) == ("全市经济稳中向好。", media_type)
    assert collect([tmp_path]) == ([path], [])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.docx", OLE + stream("EncryptedPackage"), "is protected by a password."),
        (
            "a.doc",
            OLE + stream("WordDocument") + stream("Workbook"),
            "is an old Word or WPS document, which is not read yet; saved",
        ),
        ("a.ppt", OLE + stream("PowerPoint Document"), "is an old PowerPoint presentation, which is not read yet."),
        ("a.doc", OLE, "is an old Word, Excel or WPS document, which is not read yet."),
    ],
)
def test_what_is_not_read_is_named(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path} {message}")


def test_a_web_archive_without_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    path.write_bytes(ARCHIVE.replace(b"text/html", b"image/png"))
    with pytest.raises(ReadError, match=r"a\.mht is a web archive without a page\.$"):
        read(path)


def test_a_folder_names_each_document_that_has_no_reader(tmp_path: Path) -> None:
    for name in ("a.doc", "b.wps", "c.ppt"):
        (tmp_path / name).write_bytes(OLE)
    (tmp_path / "d.ofd").write_bytes(b"PK\x03\x04...OFD.xml")
    (tmp_path / "e.pptx").write_bytes(b"PK\x03\x04...ppt/presentation.xml")
    found, problems = collect([tmp_path])
    assert found == []
    assert [Path(str(problem).split(" ")[0]).name for problem in problems] == [
        "a.doc",
        "b.wps",
        "c.ppt",
        "d.ofd",
        "e.pptx",
    ]

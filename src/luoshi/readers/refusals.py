"""What is not read, each said in one sentence that names the file."""

from __future__ import annotations

import re

from luoshi.errors import ReadError

MAX_BYTES = 64 * 1024 * 1024  # a work report has about 100 kB, a yearbook in one file about 10 MB
MAX_BYTES_ON_DISK = 512 * 1024 * 1024  # of what is read where it lies: a scanned yearbook has 300 kB a page

GARBAGE = 0.05  # a text of which more than this share cannot be printed is damaged beyond reading

_SIGNATURES = (  # (first bytes, what the file is)
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or WPS document"),
    (b"{\\rtf", "an RTF document"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
)
_ZIPPED = (  # (name of a part, what the ZIP file is)
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"OFD.xml", "an OFD document"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
)
HEAD = 65_536  # bytes at the beginning of a file that are enough to know its kind

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")


def kind_of(head: bytes) -> str:
    """What kind of file begins with these bytes, with its article (a PDF); "" if it may be a text."""
    if head.startswith(b"PK\x03\x04"):
        return next((kind for part, kind in _ZIPPED if part in head), "a ZIP archive")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "a WebP picture"
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return "a BMP picture"
    return next((kind for first, kind in _SIGNATURES if head.startswith(first)), "")


def check_size(size: int, source: str, most: int = MAX_BYTES) -> None:
    """Raises ReadError for a file of no bytes or of more than ``most``."""
    if size == 0:
        raise ReadError(f"{source} is empty.")
    if size > most:
        raise ReadError(f"{source} is too large: {size / 2**20:.0f} MiB, where at most {most // 2**20} MiB are read.")


def check_decoded(decoded: tuple[str, str] | None, data: bytes, source: str) -> tuple[str, str]:
    """The decoded text and its encoding; raises ReadError where there is none or it is no text for people."""
    if decoded is None:
        if b"\0" in data:
            raise ReadError(f"{source} is a binary file, not a text.")
        raise ReadError(f"{source} cannot be decoded: it is neither UTF-8 nor GB18030, Big5 or UTF-16.")
    text, _ = decoded
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u3000\xa0") or text.isspace():
        raise ReadError(f"{source} holds nothing but white space.")
    unprintable = len(_UNPRINTABLE.findall(text))
    if unprintable > GARBAGE * len(text):
        raise ReadError(f"{source} is damaged: {unprintable / len(text):.0%} of its characters cannot be printed.")
    return decoded

"""What format a file is in, by its content rather than by its name.

On government sites a .doc is often a web page, an RTF or a DOCX, an .xls a web page or a text with tabs: programs that
open such files do not look at the name either.
"""

from __future__ import annotations

import re

from luoshi.errors import ReadError
from luoshi.readers.encodings import decode
from luoshi.readers.refusals import HEAD

_PACKED = frozenset(
    (".docx", ".xlsx", ".odt", ".ods")
)  # ZIP archives, which need not show at their beginning what they hold
_AS_TEXT = {
    ".doc": ".txt",
    ".wps": ".txt",
    ".docx": ".txt",
    ".rtf": ".txt",
    ".xls": ".csv",
    ".xlsx": ".csv",
    ".et": ".csv",
}
_SHEETS = frozenset((".xls", ".et"))
_OLD = "an old Word, Excel or WPS document"
_STREAMS = (  # names of streams in an OLE container; (name, ending of its format or "", what the file is)
    ("Workbook", ".xls", ""),
    ("Book", ".xls", ""),
    ("WordDocument", "", "is an old Word or WPS document, which is not read yet; saved as .docx it can be."),
    ("PowerPoint Document", "", "is an old PowerPoint presentation, which is not read yet."),
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table)\b",
    re.IGNORECASE,
)
_ARCHIVED_PAGE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,12}?mime-version:[^\n]*\n", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def format_of(data: bytes, kind: str, ending: str, source: str) -> str:
    """The ending of the format that the data are in, in small letters; the file's own where they do not tell.

    ``data`` may be no more than the file's beginning; ``kind`` is what its first bytes say (``kind_of``). Raises
    ReadError, naming ``source``, for a known kind that is not read.
    """
    ending = ending.lower()
    if kind == _OLD:
        return _old(data, ending, source)
    if kind and not (kind == "a ZIP archive" and ending in _PACKED):
        raise ReadError(f"{source} is {kind}, which is not read yet.")
    if _is_page(data):
        return ".html"
    if _ARCHIVED_PAGE.match(data[:4096]) and b"multipart/related" in data[:4096]:
        return ".mhtml"
    if not kind and ending in _AS_TEXT and b"\0" not in data[:HEAD] and decode(data[:HEAD]):
        return _AS_TEXT[ending]
    return ending


def _is_page(data: bytes) -> bool:
    """Whether the data begin as a web page does, in any encoding in which ASCII is legible without its NULs."""
    start = data[:4096]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return _PAGE.match(start.replace(b"\0", b"")) is not None


def _old(data: bytes, ending: str, source: str) -> str:
    """The format inside an OLE container, told by the names in its directory, which are in UTF-16.

    Documents may hold one another: where there are several, the file's own ending is believed.
    """
    if _ENCRYPTED in data:
        raise ReadError(f"{source} is protected by a password.")
    inside = [row for row in _STREAMS if (row[0] + "\0").encode("utf-16-le") in data]
    for _, format_, reason in sorted(inside, key=lambda row: bool(row[1]) != (ending in _SHEETS)):
        if reason:
            raise ReadError(f"{source} {reason}")
        return format_
    raise ReadError(f"{source} is {_OLD}, which is not read yet.")

r"""RTF documents (.rtf): paragraphs and tables; what is a heading is told by the words.

striprtf gives plain text. It sets bars between cells and knows no rows, so the words of RTF that part them are replaced
by control characters before, which it lets through. Chinese RTF is written in bytes of the code page (\ansicpg936)
whatever the charset that is declared for its Western fonts.
"""

from __future__ import annotations

import re
from typing import Any

from luoshi.errors import ReadError
from luoshi.model import BlockKind
from luoshi.readers.encodings import everyday_share
from luoshi.readers.extras import need
from luoshi.readers.grids import GridCell, in_table
from luoshi.readers.isolation import isolated
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import Passage, parsed_passages, tidied, worded

_ROW, _CELL, _END = "\x1d", "\x1f", "\x1e"
_MARKS = (  # control words, and what stands for them; the empty group ends the skipping of characters behind \u
    (re.compile(r"\\trowd(?![a-z]) ?"), "{}" + _ROW),
    (re.compile(r"\\(?:nest)?cell(?![a-z]) ?"), "{}" + _CELL),
    (re.compile(r"\\row(?![a-z]) ?"), "{}" + _END),
    (re.compile(r"\\pntext(?![a-z])"), r"\\listtext"),  # automatic numbers, which striprtf leaves out under this name
)
_BYTE = re.compile(r"[\x80-\xff]")
_BYTES = re.compile(r"((?:\\'[0-9a-f]{2})+)([@-\[\]-z|~]?)", re.IGNORECASE)
_PAGE = re.compile(r"\\ansicpg(\d+)")
_WESTERN = re.compile(r"\\fcharset[01](?!\d)")
_CHARSETS = {"936": "134", "950": "136", "54936": "134"}
_TABLE = re.compile(f"(?:[{_ROW}][^{_END}]*{_END}[ \n]*)+")  # \s would take the signs of the next row
_ROWS = re.compile(f"[{_ROW}]([^{_END}]*){_END}")


def read_rtf(data: bytes, source: str) -> Parsed:
    """Raises ReadError for what is damaged or holds no words."""
    need("striprtf", "office", f"{source} is an RTF document")
    plain = isolated(source, plain_text, data, source)
    found = _passages(plain)
    if not found:
        raise ReadError(f"{source} is an RTF document without text.")
    return parsed_passages(found, "utf-8", "application/rtf")


def plain_text(data: bytes, source: str) -> str:
    """The text of an RTF document with rows and cells of tables marked. Raises ReadError."""
    rtf = data.decode("latin-1")
    page = next((match[1] for match in _PAGE.finditer(rtf, 0, 4096)), "")
    rtf = _BYTE.sub(lambda match: f"\\'{ord(match[0]):02x}", rtf)  # some programs write bytes as they are
    if page in _CHARSETS:
        rtf = _BYTES.sub(_whole, rtf)
    for word, mark in _MARKS:
        rtf = word.sub(mark, rtf)
    readings = [rtf]
    if page in _CHARSETS:
        readings.append(_WESTERN.sub(rf"\\fcharset{_CHARSETS[page]}", rtf))
    try:
        return max((_stripped(reading, page) for reading in readings), key=lambda text: everyday_share(text, "utf-8"))
    except Exception:  # a broken file fails anywhere in the library
        raise ReadError(f"{source} is damaged: it cannot be read as an RTF document.") from None


def _stripped(rtf: str, page: str) -> str:
    from striprtf import striprtf

    to_text: Any = striprtf.rtf_to_text  # it has no types
    return str(to_text(rtf, encoding=f"cp{page}" if page in _CHARSETS else "cp1252", errors="replace"))


def _whole(match: re.Match[str]) -> str:
    """Bytes of characters; the second byte of the last one may stand behind them as the letter that it is in ASCII."""
    codes, letter = match[1], match[2]
    if letter and _ends_open(bytes.fromhex(codes.replace("\\'", ""))):
        return f"{codes}\\'{ord(letter):02x}"
    return codes + letter


def _ends_open(codes: bytes) -> bool:
    """Whether the last byte is the first of two."""
    at = 0
    while at < len(codes):
        at += 2 if 0x81 <= codes[at] <= 0xFE else 1
    return at > len(codes)


def _passages(plain: str) -> list[Passage]:
    found: list[Passage] = []
    tables = at = 0
    for match in _TABLE.finditer(plain):
        found += _paragraphs(plain[at : match.start()])
        cells = [
            GridCell(row, column, [Passage(words, BlockKind.PARAGRAPH)])
            for row, line in enumerate(_ROWS.finditer(match[0]))
            for column, cell in enumerate(line[1].replace(_ROW, "").split(_CELL)[:-1])
            if (words := tidied(cell))
        ]
        laid = list(in_table(cells, tables))
        tables += any(passage.table >= 0 for passage in laid)
        found += laid
        at = match.end()
    return found + _paragraphs(plain[at:])


def _paragraphs(plain: str) -> list[Passage]:
    return list(worded(re.sub(f"[{_ROW}{_CELL}{_END}]", "\n", plain)))

"""From a file, bytes or a text to a Document."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from luoshi.errors import ReadError
from luoshi.model import Document, Origin, Stated
from luoshi.readers.blocks import blocks_of
from luoshi.readers.csv_table import read_csv
from luoshi.readers.dates import valid_date
from luoshi.readers.docx import read_docx
from luoshi.readers.formats import format_of
from luoshi.readers.html import read_html
from luoshi.readers.markdown import read_markdown
from luoshi.readers.metadata import read_metadata
from luoshi.readers.mhtml import read_mhtml
from luoshi.readers.odt import read_odt
from luoshi.readers.own_place import place_in
from luoshi.readers.parsed import DiskReader, Parsed, Reader
from luoshi.readers.pdf import read_pdf
from luoshi.readers.pictures import ENDINGS as PICTURES
from luoshi.readers.pictures import KINDS as PICTURE_KINDS
from luoshi.readers.pictures import read_picture
from luoshi.readers.refusals import HEAD, MAX_BYTES, MAX_BYTES_ON_DISK, check_size, kind_of
from luoshi.readers.rtf import read_rtf
from luoshi.readers.sheets import read_workbook
from luoshi.readers.text import read_text

READERS: MappingProxyType[str, Reader] = MappingProxyType(
    {
        ".txt": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".shtml": read_html,
        ".mht": read_mhtml,
        ".mhtml": read_mhtml,
        ".pdf": read_pdf,
        ".docx": read_docx,
        ".odt": read_odt,
        ".rtf": read_rtf,
        ".xlsx": read_workbook,
        ".xls": read_workbook,
        ".et": read_workbook,
        ".ods": read_workbook,
        ".csv": read_csv,
        ".tsv": read_csv,
        **dict.fromkeys(PICTURES, read_picture),
    }
)
"""What reads a file, by its ending in small letters."""

_ON_DISK: MappingProxyType[str, DiskReader] = MappingProxyType(
    {"a PDF": read_pdf, **dict.fromkeys(PICTURE_KINDS, read_picture)}
)
"""What reads a file of the disk where it lies, however large, by the kind that its first bytes say (``kind_of``)."""

_BY_KIND: MappingProxyType[str, Reader] = MappingProxyType(
    {
        **_ON_DISK,
        "a Word document": read_docx,
        "an OpenDocument text": read_odt,
        "an RTF document": read_rtf,
        "an Excel workbook": read_workbook,
        "an OpenDocument spreadsheet": read_workbook,
    }
)
"""What reads a file that says by its first bytes what it is (``kind_of``), whatever its ending."""

STANDARD_INPUT = "-"


def supported(path: Path | str) -> bool:
    """Whether files with that ending are read."""
    return Path(path).suffix.lower() in READERS


def read(path: Path | str, *, date: str | None = None, place: str | None = None) -> Document:
    """Reads one file, or standard input for "-".

    ``date`` (YYYY, YYYY-MM or YYYY-MM-DD) and ``place`` win over what the document says.
    Raises ReadError, one sentence that names the file, if it cannot be read; ValueError if ``date`` is no date.
    """
    _check_date(date)
    if str(path) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        check_size(len(data), "standard input")
        return read_bytes(data, "stdin", STANDARD_INPUT, date=date, place=place)
    path = Path(path)
    check_path(path)
    if (on_disk := _on_disk(path)) is not None:
        with _opening(path):
            parsed = on_disk(path.absolute(), str(path))
            digest = _digest_of(path)
        return _document(parsed, path.stem, str(path), digest=digest, date=date, place=place)
    return read_bytes(_bytes_of(path), path.stem, str(path), ending=path.suffix, date=date, place=place)


def read_bytes(
    data: bytes, name: str, source: str, *, ending: str = ".txt", date: str | None = None, place: str | None = None
) -> Document:
    """Reads bytes in the format that they are in, or else that of files with that ``ending``.

    ``name`` and ``source`` are those of the Document.

    Raises as ``read`` does.
    """
    _check_date(date)
    shown = "standard input" if source == STANDARD_INPUT else source
    check_size(len(data), shown)
    parsed = _reader(data, ending, shown)(data, shown)
    digest = hashlib.sha256(data).hexdigest()
    return _document(parsed, name, source, digest=digest, date=date, place=place)


def from_text(
    text: str,
    *,
    name: str = "",
    source: str = "",
    date: str | None = None,
    place: str | None = None,
    metadata: tuple[tuple[str, str], ...] = (),
) -> Document:
    """A Document of a plain text at hand; its digest is that of the text in UTF-8.

    Raises ValueError if ``date`` is no date.
    """
    _check_date(date)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    parsed = Parsed(text, "utf-8", "text/plain", lambda title: blocks_of(text, title))
    document = _document(parsed, name, source, digest=digest, date=date, place=place)
    return replace(document, metadata=metadata) if metadata else document


def _check_date(date: str | None) -> None:
    if date and not valid_date(date):
        raise ValueError(f"{date!r} is not a date: it must be YYYY, YYYY-MM or YYYY-MM-DD.")


def _reader(data: bytes, ending: str, source: str) -> Reader:
    """What reads a file with these bytes (or this beginning) and that ending. Raises ReadError if nothing does."""
    if (kind := kind_of(data[:HEAD])) in _BY_KIND:
        return _BY_KIND[kind]
    found = format_of(data, kind, ending, source)
    if found not in READERS:
        raise ReadError(unsupported(source, ending))
    return READERS[found]


def unsupported(source: str, ending: str) -> str:
    """The sentence that says that files with this ending are not read."""
    known = ", ".join(READERS)
    what = f"files ending in {ending} are" if ending else "a file without an ending is"
    return f"{source} cannot be read: {what} not supported (supported: {known})."


def check_path(path: Path) -> None:
    """Raises ReadError if the path is not a file of a supported format; says what it is where its first bytes tell."""
    size = check_readable(path)
    if not supported(path):
        with path.open("rb") as file:
            _reader(file.read(HEAD), path.suffix, str(path))
    if path.is_file():  # a pipe tells no size before it is read
        is_large = size > MAX_BYTES and _on_disk(path) is not None
        check_size(size, str(path), MAX_BYTES_ON_DISK if is_large else MAX_BYTES)


def check_readable(path: Path) -> int:
    """The size of a file in bytes; raises ReadError if it is none, or may not be read."""
    try:
        if path.is_dir():
            raise ReadError(f"{path} is a folder, not a file.")
        if path.is_file():
            with path.open("rb"):
                pass
        return path.stat().st_size
    except FileNotFoundError:
        raise ReadError(f"{path} does not exist.") from None
    except PermissionError:
        raise ReadError(f"{path} cannot be read: permission denied.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.") from None
    except ValueError:  # a NUL in a path
        raise ReadError(f"{str(path)!r} is not the name of a file.") from None


def _on_disk(path: Path) -> DiskReader | None:
    """What reads a file where it lies, by its first bytes; None for other files and for pipes."""
    return _ON_DISK.get(kind_of(_first(path, HEAD))) if path.is_file() else None


def _bytes_of(path: Path) -> bytes:
    """The whole file, as far as files are read."""
    return _first(path, MAX_BYTES + 1)


def _first(path: Path, number: int) -> bytes:
    """So many bytes from the beginning of a file."""
    with _opening(path), path.open("rb") as file:
        return file.read(number)


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Says in one sentence why a file cannot be opened."""
    try:
        yield
    except PermissionError:
        raise ReadError(f"{path} cannot be read: permission denied.") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}.") from None


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _document(parsed: Parsed, name: str, source: str, *, digest: str, date: str | None, place: str | None) -> Document:
    """Given by the caller wins; then the document's own words, markup, and what the text says of the page around it."""
    found = read_metadata(parsed.text)
    title = parsed.title or found.title
    issuer = (found.issuer if found.issuer_is_own else None) or parsed.issuer or found.issuer
    own_date = (found.date if found.date_is_own else None) or parsed.date or found.date
    own_place = found.place
    if own_place is None and parsed.title and (named := place_in(parsed.title.value)):
        own_place = Stated(named, Origin.MARKUP)
    return Document(
        name=name,
        source=source,
        text=parsed.text,
        digest=digest,
        media_type=parsed.media_type,
        encoding=parsed.encoding,
        blocks=parsed.blocks(found.title.span if found.title else None),
        title=title,
        issuer=issuer,
        date=Stated(date, Origin.GIVEN) if date else own_date,
        place=Stated(place, Origin.GIVEN) if place else own_place,
        pages=parsed.pages,
        regions=parsed.regions,
        corrections=parsed.corrections,
    )

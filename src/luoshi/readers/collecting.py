"""From the paths that a user names to the documents to read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path, PurePath, PurePosixPath

from luoshi.errors import ReadError
from luoshi.readers.archives import ARCHIVE, members, read_member
from luoshi.readers.pictures import ENDINGS as PICTURES
from luoshi.readers.pictures import may_be_page
from luoshi.readers.reading import READERS, STANDARD_INPUT, check_path, check_readable, unsupported
from luoshi.readers.refusals import HEAD
from luoshi.readers.text_tables import TEXT_TABLES

_WITHOUT_READER = {".doc", ".ofd", ".ppt", ".pptx", ".wps"}
"""Formats in which documents are published that no reader reads: passed over in silence, one would miss them."""

_ARCHIVES = {ARCHIVE, ".7z", ".rar", ".tar", ".gz", ".tgz"}


def collect(
    paths: Iterable[Path | str], endings: Collection[str] = READERS.keys()
) -> tuple[list[Path], list[ReadError]]:
    """The files to read, those with one of the ``endings``, each once, and what is wrong with the other paths.

    A folder stands for all such files in it and below, in order of their names; hidden ones (.git) are left out.
    "-" is standard input. A problem is a path that does not exist, a file that is empty, too large or not supported,
    a folder without documents, and each document inside a folder in a format that has no reader. What is no document
    (small pictures, style sheets) is passed over.
    """
    found: dict[Path, None] = {}
    problems: list[ReadError] = []
    for path in map(Path, paths):
        try:
            files = _below(path, endings) if path.is_dir() else [path]
        except ReadError as error:
            problems.append(error)
            continue
        for file in files:
            try:
                if str(file) != STANDARD_INPUT and not (path.is_dir() and _ending(file) in endings):
                    _check(file, endings)  # what is wrong with a supported file inside a folder shows when it is read
                found[file] = None
            except ReadError as error:
                problems.append(error)
    return list(found), problems


def archived(path: Path) -> tuple[list[str], list[ReadError]]:
    """The documents in a ZIP archive by their names in it, and one problem for each that has no reader.

    Raises ReadError if the file cannot be read as an archive, or holds no document.
    """
    names = [
        name for name in members(path) if not _is_small_picture(PurePosixPath(name), partial(read_member, path, name))
    ]
    found = [name for name in names if _ending(PurePosixPath(name)) in READERS]
    problems = [
        ReadError(_inside(path, name))
        for name in names
        if _ending(PurePosixPath(name)) in _ARCHIVES | _WITHOUT_READER - READERS.keys()
    ]
    if not (found or problems):
        raise ReadError(_no_documents(path))
    return found, problems


def _inside(path: Path, name: str) -> str:
    if _ending(PurePosixPath(name)) in _ARCHIVES:
        return f"{path}/{name} is left out: archives inside archives are not opened."
    return unsupported(f"{path}/{name}", PurePosixPath(name).suffix)


def _below(folder: Path, endings: Collection[str]) -> list[Path]:
    """Raises ReadError if there is nothing to read."""
    documents = {*endings, *_WITHOUT_READER}
    inside = (path for path in folder.rglob("*") if _ending(path) in documents and path.is_file())
    visible = (path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    if not (files := sorted(path for path in visible if not _is_small_picture(path, partial(_head, path)))):
        raise ReadError(_no_documents(folder))
    return files


def _is_small_picture(path: PurePath, head: Callable[[], bytes]) -> bool:
    """Whether a file is an icon, a button or a preview, as saved web pages bring them along."""
    try:
        return _ending(path) in PICTURES and not may_be_page(head())
    except (OSError, ReadError):
        return False  # that it cannot be read shows when it is read


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _check(path: Path, endings: Collection[str]) -> None:
    """Raises ReadError for a file that was named and cannot be read."""
    if _ending(path) in endings and _ending(path) not in READERS:
        check_readable(path)
    elif _ending(path) in TEXT_TABLES and _ending(path) not in READERS and path.is_file():
        raise ReadError(f"{path} is a table of texts: name the column that holds them with --text-column.")
    else:
        check_path(path)


def _ending(path: PurePath) -> str:
    return path.suffix.lower()


def _no_documents(path: Path) -> str:
    return f"{path} holds no documents (supported: {', '.join(READERS)})."

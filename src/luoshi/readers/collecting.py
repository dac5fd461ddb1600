"""From the paths that a user names to the documents to read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from luoshi.errors import ReadError
from luoshi.readers.reading import READERS, STANDARD_INPUT, check_path, supported

_WITHOUT_READER = {".doc", ".odt", ".ofd", ".pdf", ".ppt", ".pptx", ".rtf", ".wps", ".xls", ".xlsx"}
"""Formats in which documents are published that no reader reads: passed over in silence, one would miss them."""


def collect(paths: Iterable[Path | str]) -> tuple[list[Path], list[ReadError]]:
    """The files to read, each once, and what is wrong with the other paths.

    A folder stands for all supported files in it and below, in order of their names; hidden ones (.git) are left out.
    "-" is standard input. A problem is a path that does not exist, a file that is empty, too large or not supported,
    a folder without documents, and each document inside a folder in a format that has no reader. What is no document
    (pictures, style sheets) is passed over.
    """
    found: dict[Path, None] = {}
    problems: list[ReadError] = []
    for path in map(Path, paths):
        try:
            files = _below(path) if path.is_dir() else [path]
        except ReadError as error:
            problems.append(error)
            continue
        for file in files:
            try:
                if str(file) != STANDARD_INPUT and not (path.is_dir() and supported(file)):
                    check_path(file)  # what is wrong with a supported file inside a folder shows when it is read
                found[file] = None
            except ReadError as error:
                problems.append(error)
    return list(found), problems


def _below(folder: Path) -> list[Path]:
    """Raises ReadError if there is nothing to read."""
    inside = (path for path in folder.rglob("*") if _is_document(path) and path.is_file())
    visible = (path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    if not (documents := sorted(visible)):
        raise ReadError(f"{folder} holds no documents (supported: {', '.join(READERS)}).")
    return documents


def _is_document(path: Path) -> bool:
    return supported(path) or path.suffix.lower() in _WITHOUT_READER

"""From the paths that a user names to the documents to read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from luoshi.errors import ReadError
from luoshi.readers.reading import READERS, STANDARD_INPUT, check_path, supported


def collect(paths: Iterable[Path | str]) -> tuple[list[Path], list[ReadError]]:
    """The files to read, each once, and what is wrong with the other paths.

    A folder stands for all supported files in it and below, in order of their names; hidden ones (.git) are left out.
    "-" is standard input. A problem is a path that does not exist, a file that is empty, too large or not supported,
    and a folder without documents; files of other kinds inside a folder are passed over.
    """
    found: dict[Path, None] = {}
    problems: list[ReadError] = []
    for path in map(Path, paths):
        try:
            if str(path) == STANDARD_INPUT:
                found[path] = None
            elif path.is_dir():
                found.update(dict.fromkeys(_below(path)))
            else:
                check_path(path)
                found[path] = None
        except ReadError as error:
            problems.append(error)
    return list(found), problems


def _below(folder: Path) -> list[Path]:
    """Raises ReadError if there is nothing to read."""
    inside = (path for path in folder.rglob("*") if supported(path) and path.is_file())
    visible = (path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    if not (documents := sorted(visible)):
        raise ReadError(f"{folder} holds no documents (supported: {', '.join(READERS)}).")
    return documents

"""From the paths on a command line to the files to be read, in their order and each once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from luoshi.readers import MAX_BYTES, collect

STDIN = "-"
OWN_PAGE = b'<meta name="generator" content="Luoshi">'


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read ("-" is standard input), or, with a ``problem`` in one sentence, a path that gives none."""

    path: str
    problem: str = ""

    @property
    def name(self) -> str:
        """The name of the document that the file gives."""
        return legible(Path(self.path).stem)


def gather(paths: Iterable[str]) -> list[Input]:
    """The files named and the documents in the folders named (see ``luoshi.readers.collect``).

    Pages that Luoshi wrote are passed over in folders: a run over a folder that holds its own pages must not read them.
    """
    inputs: dict[tuple[str, str], Input] = {}
    for path in paths:
        for item in _inputs_of(path):
            real = item.path if item.path == STDIN else os.path.realpath(item.path)
            inputs.setdefault((real, item.problem), item)  # a folder may have several problems
    return list(inputs.values())


def _inputs_of(path: str) -> list[Input]:
    if not path:
        return [Input(path, "An empty name was given where a file is needed.")]
    files, problems = collect([path])
    inputs = [Input(str(file)) for file in files]
    if path != STDIN and Path(path).is_dir():
        inputs = [item for item in inputs if not _is_own_page(Path(item.path))]
    if not inputs and not problems:
        return [Input(path, f"{legible(path)} holds no documents but the pages that Luoshi wrote.")]
    return inputs + [Input(path, legible(str(problem))) for problem in problems]


def _is_own_page(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return OWN_PAGE in file.read(4096)
    except OSError:
        return False  # reading it as a document will say why


def digest_of(path: str) -> str | None:
    """The SHA-256 of a file's bytes in hexadecimal; None where only reading it as a document can say what is wrong.

    Pipes are not touched: they can be read only once.
    """
    file = Path(path)
    try:
        if path == STDIN or not file.is_file() or file.stat().st_size > MAX_BYTES:
            return None
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def legible(name: str) -> str:
    """A file name that can be printed and stored: names that are not UTF-8 are often GB18030, from Chinese Windows."""
    try:
        name.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode(errors="backslashreplace")
    return name

"""The way of the data for one file: read, repair, extract, check."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from luoshi import __version__
from luoshi.checks import check
from luoshi.errors import LuoshiError
from luoshi.extraction import extract_records
from luoshi.extraction.figures import explain
from luoshi.extraction.reasons import Reasons
from luoshi.inputs import Input, legible
from luoshi.model import Case, Document, Finding, Span
from luoshi.repair import repair

_STAGES = ("model.py", "flows.py", "pipeline.py", "readers", "repair", "extraction", "checks", "catalogue")
"""What decides which records a text gives."""

_PACKAGE = Path(__file__).parent


class Failure(NamedTuple):
    """Why a file gave nothing, in one sentence; ``trace`` is for developers and empty where the input is at fault."""

    reason: str
    trace: str = ""


def process(item: Input | str | Path, *, date: str | None = None, place: str | None = None) -> Case:
    """Reads, repairs, extracts and checks one document: an input, or a file by its path ("-" is standard input).

    Raises ReadError when it cannot be read.
    """
    document = _legible(_input(item).read(date=date, place=place))
    flow, damage = repair(document)
    case = Case(document, flow, extract_records(document, flow), damage)
    return replace(case, findings=(*damage, *check(case)))


def reasons_of(case: Case) -> dict[Span, Reasons]:
    """Which rule gave each field of the figures of a case, by the span of the figure."""
    return {figure.span: reasons for figure, reasons in explain(case.document, case.flow)}


def examine(item: Input | str | Path) -> tuple[Document, tuple[Finding, ...]]:
    """Reads one document and says only where its text is damaged. Raises ReadError when it cannot be read."""
    document = _legible(_input(item).read())
    return document, repair(document)[1]


def _input(item: Input | str | Path) -> Input:
    return item if isinstance(item, Input) else Input(str(item))


def _legible(document: Document) -> Document:
    return replace(document, name=legible(document.name), source=legible(document.source))


def failure_of(source: str, error: Exception) -> Failure:
    """What to tell of an exception that a document caused; ``source`` says where it stands."""
    if isinstance(error, LuoshiError):
        return Failure(legible(str(error)))
    if isinstance(error, MemoryError):
        return Failure(f"{source}: there is not enough memory to read this document.")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)] or frames
    where = f"{Path(own[-1].filename).name}, line {own[-1].lineno}" if own else "an unknown place"
    reason = (
        f"{source}: Luoshi itself failed on this document ({type(error).__name__} in {where}); "
        "please report it, with the document."
    )
    return Failure(reason, "".join(traceback.format_exception(error)))


@cache
def extraction_version() -> str:
    """A name for the code and language knowledge that make records, another one whenever any of it changes."""
    package = resources.files("luoshi")
    digest = hashlib.sha256()
    for name in _STAGES:
        for path, file in _sources(package / name, name):
            digest.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()[:16]}"


def _sources(item: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if item.is_file():
        yield path, item
    elif item.is_dir():
        for child in sorted(item.iterdir(), key=lambda child: child.name):
            if child.name != "__pycache__":
                yield from _sources(child, f"{path}/{child.name}")

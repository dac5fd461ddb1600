"""A name for whatever decides which records a text gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from luoshi import __version__

_STAGES = (
    "model",
    "flows.py",
    "positions.py",
    "pipeline.py",
    "readers",
    "layout",
    "repair",
    "extraction",
    "checks",
    "catalogue",
)


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

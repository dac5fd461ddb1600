"""Files that are read where they lie, because they may be too large to be held in memory: PDF files and pictures."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Content = bytes | Path
"""The bytes of a file, or the path of a file of the disk, which a library then reads by parts."""


@contextmanager
def mapped(content: Content) -> Iterator[bytes | mmap.mmap]:
    """The bytes of a file that is not empty, to be searched and sliced. Raises OSError where it cannot be opened."""
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data

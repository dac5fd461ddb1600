"""What a reader of one format gives back; the same for all formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from luoshi.model import Block, Correction, Page, Region, Span, Stated
from luoshi.readers.on_disk import Content


class Parsed(NamedTuple):
    """The text of a file with what its format says of it.

    ``title``, ``issuer`` and ``date`` are from the file's own metadata; ``blocks`` is called with the span of the title
    in the text, where it is known, and gives the blocks of ``text`` ascending. The rest is as in ``Document``.
    """

    text: str
    encoding: str
    media_type: str
    blocks: Callable[[Span | None], tuple[Block, ...]]
    title: Stated | None = None
    issuer: Stated | None = None
    date: Stated | None = None
    pages: tuple[Page, ...] = ()
    regions: tuple[Region, ...] = ()
    corrections: tuple[Correction, ...] = ()


Reader = Callable[[bytes, str], Parsed]
"""Reads the bytes of a file; the second argument names the file in errors. Raises ReadError."""

DiskReader = Callable[[Content, str], Parsed]
"""A reader that takes the path of a file as well."""

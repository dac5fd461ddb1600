"""Plain text (.txt): the file just as it stands, line ends included."""

from __future__ import annotations

from functools import partial

from luoshi.readers.blocks import blocks_of
from luoshi.readers.encodings import decode
from luoshi.readers.parsed import Parsed
from luoshi.readers.refusals import check_decoded


def read_text(data: bytes, source: str) -> Parsed:
    """Raises ReadError if the bytes are no text."""
    text, encoding = check_decoded(decode(data), data, source)
    return Parsed(text, encoding, "text/plain", partial(blocks_of, text))

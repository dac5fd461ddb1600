"""Tables as text (.csv, .tsv): the fields between commas, semicolons or tabs, whichever makes rows of equal length."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from luoshi.readers.encodings import decode
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import parsed_passages
from luoshi.readers.refusals import MAX_BYTES, check_decoded
from luoshi.readers.sheet_passages import passages_of

_DELIMITERS = ",\t;"
_SAMPLE = 100  # rows by which the delimiter is told


def read_csv(data: bytes, source: str) -> Parsed:
    """Raises ReadError if the bytes are no text."""
    text, encoding = check_decoded(decode(data), data, source)
    csv.field_size_limit(MAX_BYTES)
    found = passages_of(_rows(text, delimiter_of(text)), 0)
    return parsed_passages(found, encoding, "text/csv")


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def delimiter_of(text: str) -> str:
    """The delimiter that gives the most rows of the same number of fields; the comma where none gives any."""
    return max(_DELIMITERS, key=lambda delimiter: _alike(text, delimiter))


def _alike(text: str, delimiter: str) -> int:
    lengths = Counter(len(row) for row in islice(_rows(text, delimiter), _SAMPLE))
    return max((count for length, count in lengths.items() if length > 1), default=0)

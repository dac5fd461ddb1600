"""From files to Documents. One file a format (text.py, markdown.py, html.py), listed in ``READERS``."""

from luoshi.readers.archives import ARCHIVE, read_member
from luoshi.readers.collecting import archived, collect
from luoshi.readers.dates import find_date, valid_date
from luoshi.readers.isolation import isolated
from luoshi.readers.reading import (
    READERS,
    STANDARD_INPUT,
    check_readable,
    from_text,
    read,
    read_bytes,
    supported,
)
from luoshi.readers.refusals import MAX_BYTES, MAX_BYTES_ON_DISK
from luoshi.readers.text_tables import TEXT_TABLES, Columns, Row, rows

__all__ = [
    "ARCHIVE",
    "MAX_BYTES",
    "MAX_BYTES_ON_DISK",
    "READERS",
    "STANDARD_INPUT",
    "TEXT_TABLES",
    "Columns",
    "Row",
    "archived",
    "check_readable",
    "collect",
    "find_date",
    "from_text",
    "isolated",
    "read",
    "read_bytes",
    "read_member",
    "rows",
    "supported",
    "valid_date",
]

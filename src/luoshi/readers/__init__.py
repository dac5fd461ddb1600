"""From files to Documents. One file a format (text.py, markdown.py, html.py), listed in ``READERS``."""

from luoshi.readers.collecting import collect
from luoshi.readers.dates import valid_date
from luoshi.readers.reading import READERS, from_text, read, read_bytes, supported
from luoshi.readers.refusals import MAX_BYTES

__all__ = ["MAX_BYTES", "READERS", "collect", "from_text", "read", "read_bytes", "supported", "valid_date"]

"""Web pages in one file (.mht, .mhtml; RFC 2557), as browsers save them and Word does under the name of .doc."""

from __future__ import annotations

import email
import email.policy

from luoshi.errors import ReadError
from luoshi.readers.html import read_html
from luoshi.readers.parsed import Parsed


def read_mhtml(data: bytes, source: str) -> Parsed:
    """The first page of the archive. Raises ReadError if there is none, or it holds no words."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return read_html(content, source)
    raise ReadError(f"{source} is a web archive without a page.")

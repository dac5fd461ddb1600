"""Where the pages of programmes lie: in a folder beside the pages of documents, each under its programme's own name."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from luoshi.progress.programmes import key_in

PROGRAMMES = "programmes"
"""The folder."""

OVERVIEW = "index.html"

_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|#%&]|^[. ]+|[. ]+$')
_LONGEST = 40  # characters: in UTF-8 far below the 255 bytes of a file name


def programme_file(key: str) -> str:
    """The name of the page of a programme by its key (``luoshi.progress.programmes.key_in``).

    What no file can be called is left out, and the names that lose something are told apart by a digest.
    """
    name = _UNFIT.sub("", key)[:_LONGEST]
    if name and name == key and name.lower() == name and name != "index":
        return f"{name}.html"
    return f"{name}-{hashlib.blake2b(key.encode(errors='surrogatepass'), digest_size=4).hexdigest()}.html"


def programme_href(folder: str, place: str, name: str) -> str:
    """The address of the page of the programme that a document of ``place`` calls ``name``; ``folder`` is that of the pages."""
    return f"{folder}/{quote(programme_file(key_in(name, place)))}"

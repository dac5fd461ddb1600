"""OpenDocument texts (.odt): paragraphs, headings, lists with their automatic numbers, tables, text boxes, notes."""

from __future__ import annotations

import io
from typing import Any

from luoshi.errors import ReadError
from luoshi.readers.extras import need
from luoshi.readers.isolation import isolated
from luoshi.readers.odt_body import Body
from luoshi.readers.odt_styles import Styles
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import Passage, parsed_passages
from luoshi.readers.properties import Properties, borne_out, day
from luoshi.readers.zipped import member, open_zip, refuse_entities

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_MANIFEST = "META-INF/manifest.xml"


def read_odt(data: bytes, source: str) -> Parsed:
    """Raises ReadError for what is no OpenDocument text, is damaged, protected, or holds no words."""
    archive = open_zip(data, source)
    if _MANIFEST in archive.namelist() and b":encryption-data" in member(archive, _MANIFEST, source):
        raise ReadError(f"{source} is protected by a password.")
    refuse_entities(archive, source)
    need("odfdo", "office", f"{source} is an OpenDocument text")
    found, properties = isolated(source, parse, data, source)
    if not found:
        raise ReadError(f"{source} is an OpenDocument text without words.")
    borne = borne_out(properties, "".join(passage.words for passage in found))
    return parsed_passages(found, "utf-8", MEDIA_TYPE, *borne)


def parse(data: bytes, source: str) -> tuple[list[Passage], Properties]:
    """The passages of a document and its properties. Raises ReadError."""
    from odfdo import Document

    try:
        document = Document(io.BytesIO(data))
        body = document.body
        if body.tag != "office:text":
            raise ReadError(f"{source} is an OpenDocument file, but no text.")
        styles = Styles((document.content.root, document.styles.root))
        return Body(styles).passages(body), _properties(document)
    except ReadError:
        raise
    except Exception:  # a broken package fails anywhere in the library
        raise ReadError(f"{source} is damaged: it cannot be opened as an OpenDocument text.") from None


def _properties(document: Any) -> Properties:
    try:
        meta = document.meta
        made, saved = meta.creation_date, meta.date
        return Properties(meta.title or "", meta.initial_creator or meta.creator or "", day(made), day(saved))
    except Exception:  # a missing part, dates that are none: the text is worth reading all the same
        return Properties()

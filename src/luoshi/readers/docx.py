"""Word documents (.docx): paragraphs, headings, lists with their automatic numbers, tables, text boxes, notes.

python-docx opens the package and parses its parts; it shows neither automatic numbers nor text boxes, notes or tracked
changes, so the elements are walked here (``docx_body``, ``docx_styles``).
"""

from __future__ import annotations

import io
from typing import Any

from luoshi.errors import ReadError
from luoshi.readers.docx_body import Body
from luoshi.readers.docx_styles import Lists, Styles, W
from luoshi.readers.extras import need
from luoshi.readers.isolation import isolated
from luoshi.readers.parsed import Parsed
from luoshi.readers.passages import Passage, parsed_passages
from luoshi.readers.properties import Properties, borne_out, day
from luoshi.readers.zipped import open_zip, refuse_entities

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, source: str) -> Parsed:
    """Raises ReadError for what is no Word document, is damaged, protected, or holds no words."""
    refuse_entities(open_zip(data, source), source)
    need("docx", "office", f"{source} is a Word document")
    found, properties = isolated(source, parse, data, source)
    if not found:
        raise ReadError(f"{source} is a Word document without text.")
    borne = borne_out(properties, "".join(passage.words for passage in found))
    return parsed_passages(found, "utf-8", MEDIA_TYPE, *borne)


def parse(data: bytes, source: str) -> tuple[list[Passage], Properties]:
    """The passages of a document and its properties. Raises ReadError."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.package import OpcPackage

    try:
        package = OpcPackage.open(io.BytesIO(data))
        main = package.part_related_by(RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        styles = Styles(_root(main, RELATIONSHIP_TYPE.STYLES))
        lists = Lists(_root(main, RELATIONSHIP_TYPE.NUMBERING), styles)
        notes = {
            "footnote": _root(main, RELATIONSHIP_TYPE.FOOTNOTES),
            "endnote": _root(main, RELATIONSHIP_TYPE.ENDNOTES),
        }
        passages = Body(styles, lists, notes).passages(_element(main).find(W + "body"))
        return passages, _properties(package)
    except (
        Exception
    ):  # a broken package fails anywhere in the library: KeyError, ValueError, AttributeError, lxml's errors
        raise ReadError(f"{source} is damaged: it cannot be opened as a Word document.") from None


def _element(part: Any) -> Any:
    """The root element of a part; python-docx parses only the kinds of parts that it knows."""
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _root(main: Any, relationship: str) -> Any:
    """The root of the part that the main part is related to in that way; None where there is none."""
    try:
        return _element(main.part_related_by(relationship))
    except KeyError:
        return None


def _properties(package: Any) -> Properties:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).core_properties
        return Properties(core.title, core.author, day(core.created), day(core.modified))
    except (KeyError, AttributeError, ValueError):  # none, or dates that are none
        return Properties()

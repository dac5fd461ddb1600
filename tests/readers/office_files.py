"""Small files of office formats, made for tests: the XML that a test is about inside a package as programs write it."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            stored = name == "mimetype"  # as OpenDocument wants it, so that the type shows at the beginning
            archive.writestr(name, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def relationships(targets: dict[str, str]) -> str:
    """A .rels part: the last step of a relationship's type → its target."""
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{type_ if type_.startswith("http") else f"{_OFFICE}/{type_}"}" Target="{target}"/>'
        for at, (type_, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def content_types(kinds: dict[str, str]) -> str:
    """[Content_Types].xml: the name of a part → its content type."""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def docx(body: str, *, core: str = "", **parts: str) -> bytes:
    """A Word document with this inside <w:body>, and inside the roots of further parts (styles, numbering, footnotes)."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"word/document.xml": f"{word}.document.main+xml"} | {
        f"word/{part}.xml": f"{word}.{part}+xml" for part in parts
    }
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships({part: f"{part}.xml" for part in parts}),
    }
    if core:
        kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
        metadata = f"{_PACKAGE}/relationships/metadata/core-properties"
        files["_rels/.rels"] = relationships({"officeDocument": "word/document.xml", metadata: "docProps/core.xml"})
        files["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"{core}</cp:coreProperties>"
        )
    for part, content in parts.items():
        files[f"word/{part}.xml"] = f"<w:{part} {_NAMESPACES}>{content}</w:{part}>"
    return packed({"[Content_Types].xml": content_types(kinds)} | files)


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def word_table(rows: list[list[str]]) -> str:
    """A table; each cell is its words, or XML that begins with its <w:tcPr> or a block."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(map(_cell, row)) + '</w:tr>' for row in rows)}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<w:') else paragraph(content)}</w:tc>"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "meta": "meta",
            "draw": "drawing",
            "manifest": "manifest",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)


def opendocument(body: str, *, kind: str = "text", automatic: str = "", styles: str = "", meta: str = "") -> bytes:
    """An OpenDocument file with this inside <office:text> (or another ``kind``) and these styles."""
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
        for path, type_ in {
            "/": media_type,
            "content.xml": "text/xml",
            "styles.xml": "text/xml",
            "meta.xml": "text/xml",
        }.items()
    )
    return packed(
        {
            "mimetype": media_type,
            "content.xml": (
                f"<office:document-content {_ODF_NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
            ),
            "styles.xml": f"<office:document-styles {_ODF_NAMESPACES}><office:styles>{styles}</office:styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {_ODF_NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest:manifest {_ODF_NAMESPACES}>{entries}</manifest:manifest>",
        }
    )


def xlsx(sheets: dict[str, str], styles: str = "", hidden: str = "") -> bytes:
    """A workbook: the name of a sheet → its <row> elements; ``hidden`` is the name of a hidden one."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    names = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="s{at}" state="{"hidden" if name == hidden else "visible"}"/>'
        for at, name in enumerate(sheets, 1)
    )
    parts: dict[str, str | bytes] = {
        f"xl/worksheets/sheet{at}.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        for at, rows in enumerate(sheets.values(), 1)
    }
    links = "".join(
        f'<Relationship Id="s{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
        links += f'<Relationship Id="st" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    kinds = {"xl/workbook.xml": f"{excel}.sheet.main+xml"} | dict.fromkeys(parts, f"{excel}.worksheet+xml")
    return packed(
        {
            "[Content_Types].xml": content_types(kinds),
            "_rels/.rels": relationships({"officeDocument": "xl/workbook.xml"}),
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        }
        | parts
    )


def sheet_rows(rows: list[list[str | float | None]]) -> str:
    """The <row> elements of a sheet; None is an empty cell."""

    def cell(row: int, column: int, value: str | float | None) -> str:
        place = f"{chr(ord('A') + column)}{row}"
        if value is None:
            return ""
        if isinstance(value, str):
            return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
        return f'<c r="{place}"><v>{value}</v></c>'

    return "".join(
        f'<row r="{at}">{"".join(cell(at, column, value) for column, value in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )

"""Small PDF files for tests, written by hand: the font is one that readers know by name, so nothing need be embedded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842

Words = tuple[float, float, float, str]
"""Left edge, baseline from the top of the page, size, words; in points."""

_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<<"
    b" /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
    b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>] >>"
)
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    b"\nstream\n\x80\nendstream"
)


def page(words: Iterable[Words] = (), drawn: str = "") -> bytes:
    """The content of a page; ``drawn`` are operators that draw, with the origin at the lower left."""
    parts = [drawn.encode()]
    for left, baseline, size, text in words:
        code = text.encode("utf-16-be").hex()
        parts.append(f"BT /F {size} Tf {left} {HEIGHT - baseline} Td <{code}> Tj ET".encode())
    return b"\n".join(parts)


def picture(left: float, top: float, width: float, height: float) -> str:
    """The operators that put a grey picture on a page."""
    return f"q {width} 0 0 {height} {left} {HEIGHT - top - height} cm /P Do Q"


def box(left: float, top: float, width: float, height: float) -> str:
    """The operators that draw a frame on a page."""
    return f"{left} {HEIGHT - top - height} {width} {height} re S"


def pdf(*pages: bytes, title: str = "", protected: bool = False, more: str = "") -> bytes:
    """A PDF file of some pages. ``more`` goes into the dictionary of each page, for example /Rotate 90."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT, _PICTURE]
    kids = []
    for content in pages:
        stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        objects.append(stream)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R {more}"
            " /Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    trailer = "/Root 1 0 R"
    if title:
        objects.append(b"<< /Title <feff%s> >>" % title.encode("utf-16-be").hex().encode())
        trailer += f" /Info {len(objects)} 0 R"
    if protected:  # no password fits these keys
        keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 {keys} >>".encode())
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    return _file(objects, trailer)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)

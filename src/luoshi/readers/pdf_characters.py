"""The characters of a PDF page with their places, as pdfium's raw interface gives them."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from luoshi.readers.pdf_axes import Axes

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_BOLD_NAMES = ("bold", "black", "heavy", "simhei", "heiti", "xiaobiaosong", "黑体", "小标宋")
_BOLD_WEIGHT = 600
_DRAWN_TWICE = 2  # text render mode "fill, then stroke": how word processors embolden a font that has no bold face
_FORMS = ((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0xFE10, 0xFE19), (0xFE30, 0xFE48))
"""Radicals, compatibility ideographs, ligatures and vertical marks that fonts map the plain characters to."""
_DASHES = "—…―─"  # as wide as a Chinese character, though Unicode leaves that open
_STEEP = 0.1  # a direction that rises or falls more than this share of its length is not horizontal


class Character(NamedTuple):
    """A character in the units of its sheet; ``right`` is where its advance ends. ``word`` is "" if it has no code.

    ``across`` says that it is written from left to right; otherwise its line runs up, down or backwards.
    """

    word: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    across: bool


class _Style(NamedTuple):
    size: float
    advance: float
    bold: bool
    across: bool
    slanting: bool


def characters(page: PdfPage, axes: Axes) -> Iterator[Character]:
    """The characters that are printed, in the order of the file; none of a watermark that slants over the page."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    faces: dict[int | None, bool] = {}
    styles: dict[int | None, _Style] = {}
    last: tuple[tuple[int | None, float, float], float, float] | None = None
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    try:
        for at in range(raw.FPDFText_CountChars(textpage)):
            code = raw.FPDFText_GetUnicode(textpage, at)
            if code in (0x20, 0x0D, 0x0A, 0x3000, 0xA0, 0x09) or raw.FPDFText_IsGenerated(textpage, at) == 1:
                continue
            drawn = raw.FPDFText_GetTextObject(textpage, at)
            key = ctypes.cast(drawn, ctypes.c_void_p).value
            style = styles.get(key)
            if style is None:
                style = styles[key] = _style(raw, textpage, at, drawn, axes, faces)
            if style.slanting or not style.size:
                continue
            raw.FPDFText_GetCharOrigin(textpage, at, x, y)
            raw.FPDFText_GetLooseCharBox(textpage, at, box)
            word = _word(code)
            left, baseline = axes.point(x.value, y.value)
            right = axes.rect(box.left, box.bottom, box.right, box.top).right
            if word and (word in _DASHES or unicodedata.east_asian_width(word[0]) in "WF"):
                right = max(right, left + style.advance) if style.across else left + style.advance
            if right - left > 2 * style.advance:  # a box of a broken font
                right = left + style.advance
            origin = (key, left, baseline)
            if last is not None and last[0] == origin:  # one sign for two characters: ——
                right = max(last[2], last[1] + 2 * style.advance)
                left = right - style.advance
            last = (origin, left, right)
            yield Character(word, left, right, baseline, style.size, style.bold, style.across)
    finally:
        textpage.close()


def _word(code: int) -> str:
    """The plain character of a code; "" for what is no character."""
    if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or code < 0x20 or 0xE000 <= code <= 0xF8FF or 0x7F <= code < 0xA0:
        return ""
    word = chr(code)
    if any(first <= code <= last for first, last in _FORMS):
        return unicodedata.normalize("NFKC", word).strip() or word
    return word


def _style(raw, textpage, at, drawn, axes: Axes, faces: dict[int | None, bool]) -> _Style:  # type: ignore[no-untyped-def]
    """How the text object of a character is set."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, at, matrix)
    points = raw.FPDFText_GetFontSize(textpage, at)
    dx, dy = axes.direction(matrix.a, matrix.b)
    length = (dx * dx + dy * dy) ** 0.5
    size = points * (matrix.c**2 + matrix.d**2) ** 0.5
    across = dx > 0 and abs(dy) <= _STEEP * length
    slanting = min(abs(dx), abs(dy)) > _STEEP * length
    font = raw.FPDFTextObj_GetFont(drawn) if drawn else None
    key = ctypes.cast(font, ctypes.c_void_p).value if font else None
    if key not in faces:
        faces[key] = bool(font) and _is_bold(raw, font)
    bold = faces[key] or (bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == _DRAWN_TWICE)
    return _Style(abs(size), abs(points) * length, bold, across, slanting)


def _is_bold(raw, font) -> bool:  # type: ignore[no-untyped-def]
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = buffer.value.decode("utf-8", "replace").lower()
    return raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or any(part in name for part in _BOLD_NAMES)

"""The ruling lines, frames and pictures of a PDF page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from luoshi.layout.sheets import Rect
from luoshi.readers.pdf_axes import Axes

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

MOST_OBJECTS = 100_000  # of a page that are looked at: a map or a text turned into outlines has no table behind them
_MOST_POINTS = 4_000  # of a path: more are an outline or a map
_SHORTEST = 6.0  # points: a shorter line is a part of a sign
_SMALLEST_PICTURE = 20.0  # points of width and height: a smaller one is an ornament
_WHITE = 250  # each of red, green and blue at least: what is filled with it does not show


class Drawings(NamedTuple):
    """``rules`` are lines (thin) and frames or filled boxes; ``paths`` counts all that is drawn but text and pictures."""

    rules: tuple[Rect, ...]
    pictures: tuple[Rect, ...]
    paths: int


class _Matrix(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def drawings(page: PdfPage, axes: Axes) -> Drawings:
    """What is drawn on a page besides text."""
    from pypdfium2 import raw

    rules: set[Rect] = set()
    pictures: list[Rect] = []
    paths = 0
    wanted = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for drawn in islice(page.get_objects(filter=wanted), MOST_OBJECTS):
        if drawn.type == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            rules.update(_rules(raw, drawn, axes))
        else:
            rect = _bounds(drawn, axes)
            if rect.width >= _SMALLEST_PICTURE and rect.height >= _SMALLEST_PICTURE:
                pictures.append(rect)
    return Drawings(tuple(sorted(rules)), tuple(pictures), paths)


def _bounds(drawn: PdfObject, axes: Axes) -> Rect:
    left, bottom, right, top = drawn.get_bounds()
    return _hull([_outside(drawn.container, x, y) for x in (left, right) for y in (bottom, top)], axes)


def _outside(form: PdfObject | None, x: float, y: float) -> tuple[float, float]:
    """A point inside a form (a drawing that is used as a whole) on the page."""
    while form is not None:
        x, y = _Matrix(*form.get_matrix().get()).point(x, y)
        form = form.container
    return x, y


def _hull(points: list[tuple[float, float]], axes: Axes) -> Rect:
    xs, ys = zip(*points, strict=True)
    return axes.rect(min(xs), min(ys), max(xs), max(ys))


def _rules(raw, drawn: PdfObject, axes: Axes) -> Iterator[Rect]:  # type: ignore[no-untyped-def]
    """Each part of a path that is a straight line along the page, a rectangle, or a box with rounded corners."""
    if not 2 <= raw.FPDFPath_CountSegments(drawn) <= _MOST_POINTS or not _shows(raw, drawn):
        return
    matrix = _Matrix(*drawn.get_matrix().get())
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(drawn, width)
    for part in _parts(raw, drawn):
        points = [_outside(drawn.container, *matrix.point(x, y)) for x, y in part]
        rect = _hull(points, axes)
        if max(rect.width, rect.height) >= _SHORTEST and (len(points) > 2 or min(rect.width, rect.height) < 1):
            yield Rect(*(round(value, 2) for value in rect))


def _parts(raw, drawn: PdfObject) -> Iterator[list[tuple[float, float]]]:  # type: ignore[no-untyped-def]
    """The points of each part of a path that begins with a move."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(raw.FPDFPath_CountSegments(drawn)):
        segment = raw.FPDFPath_GetPathSegment(drawn, at)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    if len(points) > 1:
        yield points


def _shows(raw, drawn: PdfObject) -> bool:  # type: ignore[no-untyped-def]
    """Whether a path is drawn in something else than white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    colours = []
    if fill.value:
        colours.append(raw.FPDFPageObj_GetFillColor)
    if stroke.value:
        colours.append(raw.FPDFPageObj_GetStrokeColor)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    for colour in colours:
        if not colour(drawn, red, green, blue, alpha):
            return True  # a pattern
        if alpha.value and min(red.value, green.value, blue.value) < _WHITE:
            return True
    return False

"""Pages that are pictures to sheets: what stands on them, recognised line by line, with ruling lines and pictures."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from luoshi.errors import ReadError
from luoshi.layout.cards import is_card
from luoshi.layout.fragments import lines_of
from luoshi.layout.overlaps import Character, Fragment
from luoshi.layout.sheets import Line, Rect, Sheet
from luoshi.readers.ocr_choice import better
from luoshi.readers.ocr_engine import Engine, engine
from luoshi.readers.ocr_glyphs import Reading, mean_confidence
from luoshi.readers.ocr_marks import with_full_width_marks
from luoshi.readers.ocr_numbers import corrected
from luoshi.readers.ocr_rules import drawn
from luoshi.readers.ocr_sizes import with_sizes

if TYPE_CHECKING:
    from PIL.Image import Image

    from luoshi.readers.ocr_boxes import Quads

_AT_ONCE = 2  # pages: while one is cut into lines the networks work on the other
_LEAST_CONFIDENCE = 0.5  # what is read with less is no text as a rule: leaves, bricks, the folds of a flag
_LEVEL = 0.1  # degrees: less slant is left as it is
_SLANTED = 20.0  # degrees: boxes that slant more say nothing about the page
_LONG = 3.0  # width by height of a box whose slant can be trusted


def ocr_sheets(pages: Iterable[tuple[int, Image]], what: str) -> Iterator[Sheet]:
    """A sheet for each page, in order; its unit is the picture's pixel. No more pages are taken than are worked on.

    Lines are level: where the page slants, their places are those on the page turned by ``Sheet.slant``.
    ``what`` begins the sentence for a missing extra (scan.png is a picture); raises ReadError for it, and for pages that
    take more memory than there is.
    """
    recogniser = engine(what)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        under_way: deque[Future[Sheet]] = deque()
        for number, image in pages:
            under_way.append(threads.submit(_recognised, recogniser, number, image, what))
            if len(under_way) == _AT_ONCE:
                yield under_way.popleft().result()
        for sheet in under_way:
            yield sheet.result()


def _recognised(recogniser: Engine, number: int, image: Image, what: str) -> Sheet:
    from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

    try:
        return _sheet(recogniser, number, image)
    except (MemoryError, ONNXRuntimeError):  # the networks have no other reason to fail
        raise ReadError(f"{what}; to recognise its page {number} takes more memory than there is.") from None


def _sheet(recogniser: Engine, number: int, image: Image) -> Sheet:
    import numpy as np

    picture = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    boxes = recogniser.boxes(picture)
    slant = _slant(np.concatenate([boxes.plain, boxes.coarse]))

    def fragments(quads: Quads) -> list[Fragment]:
        level = _turned(quads, slant, image.width / 2, image.height / 2)
        return [_fragment(box, reading) for box, reading in zip(level, recogniser.read(picture, quads), strict=True)]

    plain, coarse, fine = map(fragments, boxes)
    found = _legible(plain) + better(_legible(coarse), _legible(fine))
    seen = drawn(picture, [fragment.rect for fragment in plain + coarse], slant)
    walls = [rule for rule in seen.rules if rule.height > rule.width]
    lines = [_put_right(line) for line in lines_of(found, walls)]
    if not is_card(lines):
        lines = with_sizes(lines)
    return Sheet(number, float(image.width), float(image.height), tuple(lines), seen.rules, seen.pictures, slant)


def _legible(fragments: Iterable[Fragment]) -> list[Fragment]:
    return [fragment for fragment in fragments if mean_confidence(fragment.characters) >= _LEAST_CONFIDENCE]


def _put_right(line: Line) -> Line:
    """The line with its marks and numbers as they are printed."""
    words, changes = corrected(with_full_width_marks(line.words))
    return line._replace(words=words, corrected=changes)


def _slant(boxes: Quads) -> float:
    """By how many degrees clockwise the lines of a page fall to the right: the median over boxes, by their widths."""
    import numpy as np

    along = (boxes[:, 1] + boxes[:, 2] - boxes[:, 0] - boxes[:, 3]) / 2
    down = (boxes[:, 2] + boxes[:, 3] - boxes[:, 0] - boxes[:, 1]) / 2
    widths, heights = (np.hypot(side[:, 0], side[:, 1]) for side in (along, down))
    angles = np.degrees(np.arctan2(along[:, 1], along[:, 0]))
    trusted = (widths >= _LONG * heights) & (abs(angles) <= _SLANTED)
    if not trusted.any():
        return 0.0
    angles, widths = angles[trusted], widths[trusted]
    order = np.argsort(angles, kind="stable")
    sums = np.cumsum(widths[order])
    median = float(angles[order][np.searchsorted(sums, sums[-1] / 2)])
    return median if abs(median) >= _LEVEL else 0.0


def _turned(boxes: Quads, degrees: float, x: float, y: float) -> Quads:
    """The boxes turned counter-clockwise about a point."""
    import numpy as np

    if not degrees:
        return boxes
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle = np.array([x, y], dtype=np.float32)
    turned: Quads = (boxes - middle) @ np.array([[cos, -sin], [sin, cos]], dtype=np.float32) + middle
    return turned


def _fragment(box: Quads, reading: Reading) -> Fragment:
    rect = _bounds(box)
    characters = (Character(glyph.word, rect.left + glyph.at * rect.width, glyph.confidence) for glyph in reading)
    return Fragment(tuple(characters), rect)


def _bounds(box: Quads) -> Rect:
    """The rectangle around a box."""
    (left, top), (right, bottom) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    return Rect(left, top, right, bottom)

"""Where text stands in a picture, and its characters: PP-OCR's two networks, as RapidOCR's wheel holds them.

RapidOCR's own way from picture to text shrinks a page to 2000 pixels and reads the characters from what is left. Here
text is found in a picture of bounded size, in strips so that memory does not grow with the page, and is read from the
picture as it is; and each character is given with its place, which RapidOCR keeps to itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from luoshi.layout.overlaps import Character
from luoshi.readers.extras import need
from luoshi.readers.liveness import alive

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]  # height, width, blue green red
    Numbers = npt.NDArray[np.float32]
    Quads = npt.NDArray[np.float32]  # number, corner (from the upper left clockwise), x and y

LONGEST = 2400  # pixels of the longer side in which text is found: type of 9 points on a newspaper page has 13
_SHORTEST = 736  # pixels of the shorter side: smaller pictures are enlarged, as the network was trained
_STRIP = 1024  # pixels of a strip's height
_CONTEXT = 160  # pixels above and below a strip that the network sees besides
_MOST_STRIPS = 4  # at once: each takes about 400 MB
_LARGE = 64  # pixels of the height of a box in the picture that the network sees; its type has about 45
_SMALLER = 3.0  # times, for the picture in which large type is looked for
_COVERED = 0.5  # of a box: with so much of it within boxes of large type it is a part of these
_AROUND = ((0.3, 0.3), (1.1, 0.3), (0.0, 0.0))  # of the height to the left and right of a box of large type
_DOUBTFUL = 0.9  # confidence of a character
_MULTIPLE = 32  # the network halves the sides five times
_MOST_BOXES = 20_000  # on one page
_BATCH = 6  # lines read at once
_TALL = 1.5  # height by width from which a box may hold a line that runs downwards


class Glyph(NamedTuple):
    """A character as read: its confidence from 0 to 1, and where its middle is from 0 (left) to 1 (right end of its
    box), or a little beyond."""

    word: str
    confidence: float
    at: float


Reading = tuple[Glyph, ...]


class Boxes(NamedTuple):
    """Corners of boxes around text: ``plain`` ones; ``coarse`` ones of large type, seen in a smaller picture; and ``fine``
    ones within these, as the page's own picture shows them."""

    plain: Quads
    coarse: Quads
    fine: Quads


class Engine:
    """Finds and reads. One serves all threads; what it gives does not depend on how many there are."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        rapid: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,  # strips and batches go side by side instead
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.max_candidates": _MOST_BOXES,
            }
        )
        self._finder = rapid._load_det_model()
        self._reader = rapid._load_rec_model()
        self._words: list[str] = self._reader.postprocess_op.character
        self._finding = ThreadPoolExecutor(min(_cores(), _MOST_STRIPS))
        self._reading = ThreadPoolExecutor(_cores())

    def boxes(self, picture: Pixels) -> Boxes:
        """The boxes of lines of text, or of parts of lines, in no order.

        The network sees small type best. In large type it loses thin characters at the ends (一、 before a heading), so
        that where there is large type, it is looked for a second time in a smaller picture.
        """
        scale = _scale(picture)
        fine = self._boxes(picture, scale)
        large = _LARGE / scale
        if not (_heights(fine) > large).any():
            return Boxes(fine, fine[:0], fine[:0])
        coarse = self._boxes(picture, scale / _SMALLER)
        coarse = coarse[_heights(coarse) > large]
        covered = _covered(fine, coarse)
        return Boxes(fine[~covered], coarse, fine[covered])

    def _boxes(self, picture: Pixels, scale: float) -> Quads:
        """The boxes that are seen in the picture when it is made larger by ``scale``."""
        import cv2
        import numpy as np

        height, width = picture.shape[:2]
        size = (_rounded(width * scale), _rounded(height * scale))
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        seen = np.asarray(cv2.resize(picture, size, interpolation=method), dtype=np.uint8)
        edges = [*range(0, seen.shape[0], _STRIP), seen.shape[0]]
        if len(edges) > 2 and edges[-1] - edges[-2] < _CONTEXT:
            del edges[-2]
        maps = list(self._finding.map(lambda strip: self._map(seen, *strip), pairwise(edges)))
        found, _ = self._finder.postprocess_op(np.concatenate(maps)[None, None], (height, width))
        return np.asarray(found, dtype=np.float32).reshape(-1, 4, 2)

    def _map(self, picture: Pixels, top: int, bottom: int) -> Numbers:
        """For each pixel of a strip how surely it belongs to a line of text."""
        import numpy as np

        first, last = max(top - _CONTEXT, 0), min(bottom + _CONTEXT, picture.shape[0])
        strip = picture[first:last].astype(np.float32)
        strip /= 127.5
        strip -= 1.0
        seen: Numbers = self._finder.session(strip.transpose(2, 0, 1)[None])[0, 0]
        return seen[top - first : bottom - first]

    def read(self, picture: Pixels, boxes: Quads) -> list[Reading]:
        """The characters in each box, in the order of the boxes; none where there are none.

        Boxes of large type are drawn too narrow: these are read with more around them, in several ways where some
        character is in doubt.
        """
        import numpy as np

        large = np.flatnonzero(_heights(boxes) > _LARGE / _scale(picture))
        readings: list[Reading] = [()] * len(boxes)
        small = np.setdiff1d(np.arange(len(boxes)), large)
        for number, reading in zip(small, self._read(picture, boxes[small]), strict=True):
            readings[number] = reading
        doubtful = large.tolist()
        for around in _AROUND:
            seen = self._read(picture, _widened(boxes[doubtful], *around))
            for number, reading in zip(doubtful, seen, strict=True):
                if least(reading) > least(readings[number]):
                    readings[number] = _narrowed(reading, boxes[number], *around)
            doubtful = [number for number in large.tolist() if least(readings[number]) < _DOUBTFUL]
        return readings

    def _read(self, picture: Pixels, boxes: Quads) -> list[Reading]:
        """The characters in each box as it is."""
        from rapidocr.utils.process_img import get_rotate_crop_image

        crops: list[Pixels] = []
        owners: list[int] = []
        for number, box in enumerate(boxes):
            crop = get_rotate_crop_image(picture, box.copy())  # turned by 90 degrees where it is tall
            crops.append(crop)
            owners.append(number)
            if _is_tall(box):  # a line that runs downwards, or one slim character
                crops.append(_turned_back(crop))
                owners.append(number)
        order = sorted(range(len(crops)), key=lambda at: (crops[at].shape[1] / crops[at].shape[0], at))
        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        results = self._reading.map(lambda batch: self._batch([crops[at] for at in batch]), batches)
        best: dict[int, Reading] = {}
        for at, reading in zip(chain(*batches), chain.from_iterable(results), strict=True):
            alive()
            owner = owners[at]
            if owner not in best or mean_confidence(reading) > mean_confidence(best[owner]):
                best[owner] = reading
        return [best[number] for number in range(len(boxes))]

    def _batch(self, crops: Sequence[Pixels]) -> list[Reading]:
        import numpy as np

        _, height, width = self._reader.rec_image_shape
        ratios = [crop.shape[1] / crop.shape[0] for crop in crops]
        widest = max(width / height, *ratios)
        strips = np.stack([self._reader.resize_norm_img(crop, widest) for crop in crops]).astype(np.float32)
        seen: Numbers = self._reader.session(strips)
        return [self._decoded(one, ratio / widest) for one, ratio in zip(seen, ratios, strict=True)]

    def _decoded(self, seen: Numbers, filled: float) -> Reading:
        """The characters of one line: the network names one for each narrow column, or none (0), and repeats itself
        while a character lasts. ``filled`` is the share of the columns that the line takes up.
        """
        import numpy as np

        best = seen.argmax(axis=1)
        edges = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
        glyphs = []
        for start, end in pairwise(edges):
            if best[start]:
                middle = (start + end) / 2 / (len(best) * filled)
                glyphs.append(Glyph(self._words[best[start]], float(seen[start:end].max()), min(middle, 1.0)))
        return tuple(glyphs)


def engine(what: str) -> Engine:
    """The engine of this process; ``what`` says what needs it (card.png is a picture).

    Raises ReadError where the extra is not installed.
    """
    for module in ("onnxruntime", "rapidocr"):
        need(module, "ocr", what)
    return _engine()


@cache
def _engine() -> Engine:
    return Engine()


def mean_confidence(reading: Sequence[Glyph | Character]) -> float:
    """The mean over its characters; 0 for none."""
    return sum(glyph.confidence for glyph in reading) / len(reading) if reading else 0.0


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def least(reading: Reading) -> float:
    """The confidence of the character that is most in doubt; 0 for none."""
    return min((glyph.confidence for glyph in reading), default=0.0)


def _scale(picture: Pixels) -> float:
    """How much larger than the picture the one is in which text is looked for."""
    height, width = int(picture.shape[0]), int(picture.shape[1])
    return min(LONGEST / max(height, width), max(1.0, _SHORTEST / min(height, width)))


def _widened(boxes: Quads, left: float, right: float) -> Quads:
    """The boxes made wider at both ends, by shares of their heights."""
    import numpy as np

    along = boxes[:, 1] - boxes[:, 0]
    down = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    unit = along / np.linalg.norm(along, axis=1, keepdims=True) * down[:, None]
    step = np.stack([-left * unit, right * unit, right * unit, -left * unit], axis=1)
    wider: Quads = boxes + step.astype(np.float32)
    return wider


def _narrowed(reading: Reading, box: Quads, left: float, right: float) -> Reading:
    """A reading of a widened box with places as they are in the box itself; beyond its ends below 0 or above 1."""
    import numpy as np

    width, height = (float(np.linalg.norm(box[corner] - box[0])) for corner in (1, 3))
    left, whole = left * height / width, 1 + (left + right) * height / width
    return tuple(glyph._replace(at=glyph.at * whole - left) for glyph in reading)


def _rounded(length: float) -> int:
    return max(round(length / _MULTIPLE), 1) * _MULTIPLE


def _heights(boxes: Quads) -> Numbers:
    """The shorter sides of boxes, in pixels."""
    import numpy as np

    sides = np.linalg.norm(boxes[:, 1:3] - boxes[:, 0:2], axis=2)
    heights: Numbers = sides.min(axis=1)
    return heights


def _covered(boxes: Quads, others: Quads) -> npt.NDArray[np.bool_]:
    """For each box whether it lies within one of the others for the most part."""
    import numpy as np

    low, high = boxes.min(axis=1)[:, None], boxes.max(axis=1)[:, None]
    shared = np.minimum(high, others.max(axis=1)) - np.maximum(low, others.min(axis=1))
    within = shared.clip(min=0).prod(axis=2) / (high - low).prod(axis=2).clip(min=1)
    covered: npt.NDArray[np.bool_] = within.max(axis=1, initial=0.0) >= _COVERED
    return covered


def _is_tall(box: Quads) -> bool:
    import numpy as np

    width, height = (float(np.linalg.norm(box[corner] - box[0])) for corner in (1, 3))
    return height >= _TALL * width


def _turned_back(crop: Pixels) -> Pixels:
    import numpy as np

    return np.ascontiguousarray(np.rot90(crop, -1))

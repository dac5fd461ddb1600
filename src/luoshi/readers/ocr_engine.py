"""Where text stands in a picture, and its characters: PP-OCR's two networks, as RapidOCR's wheel holds them.

RapidOCR's own way from picture to text shrinks a page to 2000 pixels and reads the characters from what is left. Here
text is found in a picture of bounded size, in strips so that memory does not grow with the page, and is read from the
picture as it is; and each character is given with its place, which RapidOCR keeps to itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from luoshi.readers.extras import need
from luoshi.readers.liveness import alive
from luoshi.readers.ocr_boxes import (
    covered_by,
    heights_of,
    is_tall,
    rounded,
    scale_of,
    sides,
    turned_back,
    untouched_by,
    widened,
)
from luoshi.readers.ocr_glyphs import Glyph, Reading, least, mean_confidence, narrowed
from luoshi.readers.ocr_small_type import parts_of_box, stretches, with_words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from luoshi.readers.ocr_boxes import Pixels, Quads

    Numbers = npt.NDArray[np.float32]

_STRIP = 1024  # pixels of a strip's height
_CONTEXT = 160  # pixels above and below a strip that the network sees besides
_MOST_STRIPS = 4  # at once: each takes about 400 MB
_LARGE = 64  # pixels of the height of a box in the picture that the network sees; its type has about 45
_LARGER = 0.5  # times that height: larger than text, about
_SMALLER = 3.0  # times, for the picture in which large type is looked for
_AROUND = ((0.3, 0.3), (1.1, 0.3), (0.0, 0.0))  # of the height to the left and right of a box of large type
_DOUBTFUL = 0.9  # confidence of a character
_MOST_BOXES = 20_000  # on one page
_BATCH = 6  # lines read at once


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
        self._boxed = self._finder.postprocess_op
        self._outlined = copy(self._boxed)
        self._outlined.score_mode = "slow"  # by the outline: words beside a large number fill half of their box
        self._reader = rapid._load_rec_model()
        self._words: list[str] = self._reader.postprocess_op.character
        self._finding = ThreadPoolExecutor(min(_cores(), _MOST_STRIPS))
        self._reading = ThreadPoolExecutor(_cores())

    def boxes(self, picture: Pixels) -> Boxes:
        """The boxes of lines of text, or of parts of lines, in no order.

        The network sees small type best. In large type it loses thin characters at the ends (一、 before a heading), so
        that where there is large type, it is looked for a second time in a smaller picture. Of type that is not so large
        only that is taken from there which the page's own picture did not show at all.
        """
        import numpy as np

        scale = scale_of(picture)
        fine = self._boxes(picture, scale, self._boxed)
        large = _LARGE / scale
        if not (heights_of(fine) > _LARGER * large).any():
            return Boxes(fine, fine[:0], fine[:0])
        seen = self._boxes(picture, scale / _SMALLER, self._outlined)
        is_large = heights_of(seen) > large
        coarse, smaller = seen[is_large], seen[~is_large]
        missed = untouched_by(smaller[heights_of(smaller) > _LARGER * large], fine)
        covered = covered_by(fine, coarse)
        return Boxes(np.concatenate([fine[~covered], missed]), coarse, fine[covered])

    def _boxes(self, picture: Pixels, scale: float, postprocess: Any) -> Quads:
        """The boxes that are seen in the picture when it is made larger by ``scale``."""
        import cv2
        import numpy as np

        height, width = picture.shape[:2]
        size = (rounded(width * scale), rounded(height * scale))
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        seen = np.asarray(cv2.resize(picture, size, interpolation=method), dtype=np.uint8)
        edges = [*range(0, seen.shape[0], _STRIP), seen.shape[0]]
        if len(edges) > 2 and edges[-1] - edges[-2] < _CONTEXT:
            del edges[-2]
        maps = list(self._finding.map(lambda strip: self._map(seen, *strip), pairwise(edges)))
        found, _ = postprocess(np.concatenate(maps)[None, None], (height, width))
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

        large = np.flatnonzero(heights_of(boxes) > _LARGE / scale_of(picture))
        readings: list[Reading] = [()] * len(boxes)
        small = np.setdiff1d(np.arange(len(boxes)), large)
        for number, reading in zip(small, self._read(picture, boxes[small]), strict=True):
            readings[number] = reading
        doubtful = large.tolist()
        for around in _AROUND:
            seen = self._read(picture, widened(boxes[doubtful], *around))
            for number, reading in zip(doubtful, seen, strict=True):
                if least(reading) > least(readings[number]):
                    readings[number] = narrowed(reading, boxes[number], *around)
            doubtful = [number for number in large.tolist() if least(readings[number]) < _DOUBTFUL]
        for number in large.tolist():
            readings[number] = self._with_small_type(picture, boxes[number], readings[number])
        return readings

    def _with_small_type(self, picture: Pixels, box: Quads, reading: Reading) -> Reading:
        """A reading of large type with the small words beside its numbers, from the parts of the box that they are in."""
        width, height = sides(box)
        for stretch in reversed(stretches(reading, height / width)):  # from the right: places before it stay
            seen = self._read(picture, parts_of_box(box, stretch.left, stretch.right))
            reading = with_words(reading, stretch, seen)
        return reading

    def _read(self, picture: Pixels, boxes: Quads) -> list[Reading]:
        """The characters in each box as it is."""
        from rapidocr.utils.process_img import get_rotate_crop_image

        crops: list[Pixels] = []
        owners: list[int] = []
        for number, box in enumerate(boxes):
            crop = get_rotate_crop_image(picture, box.copy())  # turned by 90 degrees where it is tall
            crops.append(crop)
            owners.append(number)
            if is_tall(box):  # a line that runs downwards, or one slim character
                crops.append(turned_back(crop))
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


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

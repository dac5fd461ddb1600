"""Boxes around text in a picture: how large they are, which lie within others, and parts of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]  # height, width, blue green red
    Numbers = npt.NDArray[np.float32]
    Quads = npt.NDArray[np.float32]  # number, corner (from the upper left clockwise), x and y

LONGEST = 2400  # pixels of the longer side in which text is found: type of 9 points on a newspaper page has 13
_SHORTEST = 736  # pixels of the shorter side: smaller pictures are enlarged, as the network was trained
_COVERED = 0.5  # of a box: with so much of it within boxes of large type it is a part of these
_TOUCHED = 0.1  # of a box: with no more of it within another one nothing has been found there
_MULTIPLE = 32  # the network halves the sides five times
_TALL = 1.5  # height by width from which a box may hold a line that runs downwards


def scale_of(picture: Pixels) -> float:
    """How much larger than the picture the one is in which text is looked for."""
    height, width = int(picture.shape[0]), int(picture.shape[1])
    return min(LONGEST / max(height, width), max(1.0, _SHORTEST / min(height, width)))


def widened(boxes: Quads, left: float, right: float) -> Quads:
    """The boxes made wider at both ends, by shares of their heights."""
    import numpy as np

    along = boxes[:, 1] - boxes[:, 0]
    down = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    unit = along / np.linalg.norm(along, axis=1, keepdims=True) * down[:, None]
    step = np.stack([-left * unit, right * unit, right * unit, -left * unit], axis=1)
    wider: Quads = boxes + step.astype(np.float32)
    return wider


def rounded(length: float) -> int:
    return max(round(length / _MULTIPLE), 1) * _MULTIPLE


def heights_of(boxes: Quads) -> Numbers:
    """The shorter sides of boxes, in pixels."""
    import numpy as np

    sides = np.linalg.norm(boxes[:, 1:3] - boxes[:, 0:2], axis=2)
    heights: Numbers = sides.min(axis=1)
    return heights


def covered_by(boxes: Quads, others: Quads, share: float = _COVERED) -> npt.NDArray[np.bool_]:
    """For each box whether so much of it lies within one of the others."""
    import numpy as np

    low, high = boxes.min(axis=1)[:, None], boxes.max(axis=1)[:, None]
    shared = np.minimum(high, others.max(axis=1)) - np.maximum(low, others.min(axis=1))
    within = shared.clip(min=0).prod(axis=2) / (high - low).prod(axis=2).clip(min=1)
    covered: npt.NDArray[np.bool_] = within.max(axis=1, initial=0.0) >= share
    return covered


def untouched_by(boxes: Quads, others: Quads) -> Quads:
    """The boxes at whose places the others show nothing."""
    return boxes[~covered_by(boxes, others, _TOUCHED)]


def is_tall(box: Quads) -> bool:
    width, height = sides(box)
    return height >= _TALL * width


def turned_back(crop: Pixels) -> Pixels:
    import numpy as np

    return np.ascontiguousarray(np.rot90(crop, -1))


def sides(box: Quads) -> tuple[float, float]:
    """Width and height of a box, in pixels."""
    import numpy as np

    return float(np.linalg.norm(box[1] - box[0])), float(np.linalg.norm(box[3] - box[0]))

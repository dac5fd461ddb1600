"""The ruling lines and pictures of a page that is itself a picture.

A ruling line is thin, and it goes on without a gap farther than any stroke of a character. A picture is darker than the
paper around it over an area that holds hardly any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from luoshi.layout.geometry import shared_height, shared_width, turned
from luoshi.layout.sheets import Rect

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Grey = npt.NDArray[np.uint8]  # height, width
    Pixels = npt.NDArray[np.uint8]  # height, width, blue green red

_SHORTEST = 3.0  # times the height of type: a shorter stroke may be one of a character that was not recognised
_THICKEST = 0.35  # of the height of type
_ALONG = 0.3  # of the height of type over which a line's grey is averaged
_FAINT = 12  # grey levels by which a line is darker than the paper on both sides, at least
_STEEP = 0.01  # of its length that a line may rise or fall: the page is levelled to a tenth of a degree

_COARSE = 0.25  # of the height of type: the side of a pixel in which pictures are sought
_SPOT = 2.0  # times the height of type: between characters and lines there is a lighter spot so near everywhere
_PAPER = 0.2  # of the page's longer side around a place: the lightest there is its paper
_DARKER = 16  # grey levels from the paper of what is part of a picture
_SMALLEST = 3.0  # times the height of type: the sides of the smallest picture
_FULL = 0.5  # of a picture's rectangle that is dark
_WORDS = 0.3  # of its area that text may take up: with more it is text on a tint
_HUGE = 4.0  # times the height of type: what seems to be larger is seen in a picture (a roof, a hill), not read


class Seen(NamedTuple):
    """Ruling lines as thin rectangles, and pictures, on the levelled page, in pixels."""

    rules: tuple[Rect, ...]
    pictures: tuple[Rect, ...]


def drawn(picture: Pixels, texts: Sequence[Rect], slant: float) -> Seen:
    """What is seen on a page besides its ``texts``, whose places are those on the page turned counter-clockwise by
    ``slant`` degrees.
    """
    import cv2
    import numpy as np

    if not texts:
        return Seen((), ())
    grey = _levelled(np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), dtype=np.uint8), slant)
    type_height = float(np.median([min(text.height, text.width) for text in texts]))
    pictures = tuple(_pictures(grey, texts, type_height))
    covered = _mask(grey, (*texts, *pictures))
    across = _across(grey, covered, type_height)
    down = _across(np.ascontiguousarray(grey.T), np.ascontiguousarray(covered.T), type_height)
    return Seen((*across, *map(turned, down)), pictures)


def _levelled(grey: Grey, slant: float) -> Grey:
    import cv2
    import numpy as np

    if not slant:
        return grey
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), slant, 1.0)
    return np.asarray(cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8)


def _mask(grey: Grey, rects: Sequence[Rect]) -> Grey:
    """1 within rectangles, 0 elsewhere."""
    import numpy as np

    mask = np.zeros_like(grey)
    for rect in rects:
        left, top, right, bottom = (max(round(edge), 0) for edge in rect)
        mask[top:bottom, left:right] = 1
    return mask


def _across(grey: Grey, covered: Grey, type_height: float) -> list[Rect]:
    """The ruling lines from left to right outside what is covered."""
    import cv2
    import numpy as np

    thick, shortest = max(round(_THICKEST * type_height), 3), round(_SHORTEST * type_height)
    smooth = cv2.blur(grey, (max(round(_ALONG * type_height), 3), 1))
    long = cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, np.ones((1, shortest), np.uint8))  # text fades, lines stay
    contrast = cv2.morphologyEx(long, cv2.MORPH_BLACKHAT, np.ones((2 * thick + 1, 1), np.uint8))
    dark = np.asarray((contrast > _FAINT) & (covered == 0), dtype=np.uint8)
    return [rect for rect in _components(dark) if rect.width >= shortest and rect.height <= thick + _STEEP * rect.width]


def _components(mask: Grey) -> Iterator[Rect]:
    """The rectangles around what hangs together."""
    import cv2

    number, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for left, top, width, height, _ in stats[1:number].tolist():
        yield Rect(float(left), float(top), float(left + width), float(top + height))


def _pictures(grey: Grey, texts: Sequence[Rect], type_height: float) -> Iterator[Rect]:
    """The areas that are darker than the paper around them, even in the lightest spots between strokes, and hold hardly
    any text."""
    import cv2
    import numpy as np

    step = max(_COARSE * type_height, 1.0)
    size = (max(round(grey.shape[1] / step), 1), max(round(grey.shape[0] / step), 1))
    coarse = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    around, far = max(round(_SPOT / _COARSE), 1), max(round(_PAPER * max(size)), 1)
    spots = cv2.morphologyEx(coarse, cv2.MORPH_CLOSE, np.ones((around, around), np.uint8))  # type fades into its ground
    paper = cv2.blur(cv2.dilate(spots, np.ones((far, far), np.uint8)), (far, far))
    dark = np.asarray(cv2.subtract(paper, spots) > _DARKER, dtype=np.uint8)
    texts = [text for text in texts if min(text.width, text.height) < _HUGE * type_height]
    for rect in _components(dark):
        whole = Rect(*(edge * step for edge in rect))
        if min(whole.width, whole.height) < _SMALLEST * type_height:
            continue
        words = sum(max(shared_width(whole, text), 0) * max(shared_height(whole, text), 0) for text in texts)
        left, top, right, bottom = map(int, rect)
        filled = float(dark[top:bottom, left:right].mean())
        if words <= _WORDS * whole.width * whole.height and filled >= _FULL:
            yield whole

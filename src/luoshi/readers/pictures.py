"""Pictures of pages and picture cards (.png, .jpg, .tif, .webp, .bmp, .gif): the words that stand on them."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from luoshi.errors import ReadError
from luoshi.layout.sheets import Sheet
from luoshi.model import Block, Span
from luoshi.readers.isolation import isolated
from luoshi.readers.ocr import ocr_sheets
from luoshi.readers.on_disk import Content
from luoshi.readers.parsed import Parsed

if TYPE_CHECKING:
    from PIL.Image import Image

ENDINGS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif")
KINDS = tuple(f"a {form} picture" for form in ("PNG", "JPEG", "TIFF", "WebP", "BMP", "GIF"))  # see ``kind_of``
MAX_PAGES = 5_000
_SMALLEST = 400  # pixels of the shorter side of what can be a page or a card among the files of a folder


class _Content(NamedTuple):
    media_type: str
    sheets: tuple[Sheet, ...]


def read_picture(data: Content, source: str) -> Parsed:
    """Raises ReadError if the picture is damaged, too large, or holds no text, and where the extra is missing."""
    from luoshi.layout import arrange, compose  # which knows the words of headings and dates from the readers

    media_type, sheets = isolated(source, _content, data, source)
    composed = compose(arrange(sheets), sheets)
    if not composed.text:
        raise ReadError(f"{source} holds no text that can be recognised.")
    return Parsed(
        text=composed.text,
        encoding="",
        media_type=media_type,
        blocks=partial(_blocks, composed.blocks),
        pages=composed.pages,
        regions=composed.regions,
        corrections=composed.corrections,
    )


def _blocks(blocks: tuple[Block, ...], title: Span | None) -> tuple[Block, ...]:
    return blocks


def may_be_page(head: bytes) -> bool:
    """Whether a picture that begins with these bytes is as large as a page or a card; icons and buttons are not.

    True where the beginning does not tell.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(head)) as image:
            return min(image.size) >= _SMALLEST
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return True  # it says itself what is wrong when it is read


def _content(data: Content, source: str) -> _Content:
    """The pages of a picture. Raises ReadError as ``read_picture`` does."""
    from PIL import Image

    with _decoding(source):
        image = Image.open(io.BytesIO(data) if isinstance(data, bytes) else data)
        pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1  # of what moves the first picture
    if pages > MAX_PAGES:
        raise ReadError(f"{source} is too long: {pages} pages, where at most {MAX_PAGES} are read.")
    sheets = tuple(ocr_sheets(_pages(image, pages, source), f"{source} is a picture"))
    return _Content(Image.MIME.get(image.format or "", "image/*"), sheets)


def _pages(image: Image, pages: int, source: str) -> Iterator[tuple[int, Image]]:
    for at in range(pages):
        with _decoding(source):
            image.seek(at)
            page = _plain(image)
        yield at + 1, page


@contextmanager
def _decoding(source: str) -> Iterator[None]:
    """Says in one sentence what is wrong with a picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of many pixels, of odd metadata
            yield
    except UnidentifiedImageError:
        raise ReadError(f"{source} is a damaged picture or none at all.") from None
    except Image.DecompressionBombError:
        most = 2 * (Image.MAX_IMAGE_PIXELS or 0) // 10**6
        raise ReadError(f"{source} is too large: a picture of more than {most} million pixels.") from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error):
        raise ReadError(f"{source} is a damaged picture: it cannot be decoded to its end.") from None


def _plain(image: Image) -> Image:
    """The picture upright in three colours: over white where it is transparent, dark to light where it has 16 bits."""
    from PIL import Image as images
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith(("I", "F")):
        low, high = upright.getextrema()
        assert isinstance(low, int | float) and isinstance(high, int | float)  # one channel
        scale = 255 / (high - low) if high > low else 1.0
        return upright.convert("F").point(lambda value: (value - low) * scale).convert("L").convert("RGB")
    if upright.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in upright.info:
        coloured = upright.convert("RGBA")
        white = images.new("RGBA", coloured.size, "white")
        return images.alpha_composite(white, coloured).convert("RGB")
    return upright.convert("RGB")

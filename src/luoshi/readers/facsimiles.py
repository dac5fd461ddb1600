"""Pictures of the pages of a document, for the reader who wants to see where it stands."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from luoshi.readers.liveness import alive
from luoshi.readers.on_disk import Content

if TYPE_CHECKING:
    from PIL import Image

WIDEST = 1600  # pixels: small type of a newspaper page is still legible
_PER_POINT = 1.6  # pixels: 115 to the inch
_QUALITY = 45  # of WebP: print stays sharp, an A4 page takes 60 to 90 kB
_MOST_BYTES = 12 * 2**20  # of one document: what is drawn goes into one file that a browser must open


def facsimiles(data: Content, media_type: str, numbers: Iterable[int]) -> dict[int, bytes]:
    """The pages with these numbers (from 1) as WebP, in this order until they are 12 MiB; none of what has no pages."""
    found: dict[int, bytes] = {}
    size = 0
    for number, image in _images(data, media_type, numbers):
        alive()
        stream = io.BytesIO()
        image.convert("RGB").save(stream, "WEBP", quality=_QUALITY)
        size += stream.tell()
        if size > _MOST_BYTES:
            break
        found[number] = stream.getvalue()
    return found


def _images(data: Content, media_type: str, numbers: Iterable[int]) -> Iterator[tuple[int, Image.Image]]:
    if media_type == "application/pdf":
        yield from _of_pdf(data, numbers)
    elif media_type.startswith("image/"):
        yield from _of_picture(data, numbers)


def _of_pdf(data: Content, numbers: Iterable[int]) -> Iterator[tuple[int, Image.Image]]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(data)
    try:
        for number in numbers:
            page = document[number - 1]
            scale = min(_PER_POINT, WIDEST / page.get_width())
            yield number, page.render(scale=scale).to_pil()
            page.close()
    finally:
        document.close()


def _of_picture(data: Content, numbers: Iterable[int]) -> Iterator[tuple[int, Image.Image]]:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data) if isinstance(data, bytes) else data) as picture:
        for number in numbers:
            picture.seek(number - 1)
            image = ImageOps.exif_transpose(picture)
            image.thumbnail((WIDEST, 4 * WIDEST))
            yield number, image

"""Pages as a scanner sees them: from a PDF to pictures of 200 dots an inch with what paper, lens and JPEG do to them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI = 200


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a page is damaged. ``turn`` is the most degrees it is turned by, ``noise`` the deviation of grey levels (of 255)."""

    name: str
    turn: float
    blur: tuple[float, float]
    noise: tuple[float, float]
    paper: tuple[int, int]
    ink: tuple[int, int]
    uneven: int
    quality: tuple[int, int]


CLEAN = Scanner("clean scan", 0.0, (0.3, 0.5), (2, 4), (248, 254), (0, 20), 0, (88, 94))
ROUGH = Scanner("rough scan", 1.0, (0.8, 1.4), (9, 17), (218, 240), (30, 70), 30, (35, 60))


def scan(pdf: Path, target: Path, scanner: Scanner, seed: str) -> None:
    """Writes the pages of a PDF as they were scanned: one picture (.png, .jpg), or a PDF that holds nothing but pictures."""
    draw = random.Random(seed)
    pages = [_scanned(page, scanner, draw) for page in _rendered(pdf)]
    quality = draw.randint(*scanner.quality)
    if target.suffix == ".pdf":
        rest: Sequence[Image.Image] = pages[1:]
        pages[0].save(target, save_all=True, append_images=rest, resolution=DPI, quality=quality)
    else:
        pages[0].save(target, quality=quality, dpi=(DPI, DPI))


def _rendered(pdf: Path) -> Iterator[Image.Image]:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            yield page.render(scale=DPI / 72).to_pil().convert("RGB")


def _scanned(image: Image.Image, scanner: Scanner, draw: random.Random) -> Image.Image:
    paper, ink = draw.randint(*scanner.paper), draw.randint(*scanner.ink)
    image = image.point([round(ink + (paper - ink) * level / 255) for level in range(256)] * 3)
    if scanner.turn:
        angle = draw.uniform(0.3, scanner.turn) * draw.choice((-1, 1))
        image = image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=(paper, paper, paper))
    if scanner.uneven:
        image = ImageChops.subtract(image, _shadow(image.size, scanner.uneven, draw))
    image = image.filter(ImageFilter.GaussianBlur(draw.uniform(*scanner.blur)))
    noise = _noise(image.size, draw.uniform(*scanner.noise), draw)
    return ImageChops.add(image, noise, offset=-128)


def _shadow(size: tuple[int, int], most: int, draw: random.Random) -> Image.Image:
    """Paper that lies unevenly and has yellowed a little."""
    coarse = Image.frombytes("L", (4, 5), bytes(draw.randint(0, most) for _ in range(20)))
    grey = coarse.resize(size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", (grey.point(lambda v: v * 0.7), grey.point(lambda v: v * 0.8), grey))


def _noise(size: tuple[int, int], deviation: float, draw: random.Random) -> Image.Image:
    """Grey noise around 128: the mean of two uniform ones, whose deviation is 52."""
    one, other = (Image.frombytes("L", size, draw.randbytes(size[0] * size[1])) for _ in range(2))
    scale = deviation / 52
    grey = ImageChops.add(one, other, scale=2).point([round(128 + (level - 127.5) * scale) for level in range(256)])
    return Image.merge("RGB", (grey, grey, grey))

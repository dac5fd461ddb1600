"""A folder of pages with their truth."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser

from pages.card import card
from pages.design import Design
from pages.letter import letter
from pages.newspaper import newspaper
from pages.prose import PLACE
from pages.report import report
from pages.scans import CLEAN, ROUGH, scan
from pages.truth import Truth
from pages.typesetting import typeset

MANIFEST = "pages.json"
TEXT, PICTURE = "text layer", "picture"
_SMALL = 72  # of 100: the quality of JPEG that pictures are sent around with

KINDS: Mapping[str, Callable[..., tuple[Design, str]]] = MappingProxyType(
    {"newspaper": newspaper, "letter": letter, "report": report, "card": card}
)
"""``make(seed, small=…)`` gives a design and the date of its text."""


class PageFile(NamedTuple):
    """A file of the folder: what it shows, in which form (text layer, clean scan, …), and the file with the truth."""

    file: str
    kind: str
    form: str
    truth: str


def make(
    folder: Path, browser: Browser, *, seed: int, count: int, kinds: Iterable[str] = tuple(KINDS), small: bool = False
) -> list[PageFile]:
    """Makes ``count`` documents of each kind, with a clean and a rough scan of each, and the list of all files."""
    folder.mkdir(parents=True, exist_ok=True)
    files: list[PageFile] = []
    for kind in kinds:
        for number in range(1, count + 1):
            name = f"{kind}-{number:02d}"
            design, day = KINDS[kind](f"{seed} {name}", small=small)
            path = folder / f"{name}{'.png' if design.picture else '.pdf'}"
            pieces, pages = typeset(design, browser, path)
            sizes = ((round(design.width / design.unit, 1), round(design.height / design.unit, 1)),) * pages
            Truth(name, kind, day, PLACE, sizes, pieces).write(folder / f"{name}.json")
            forms = (
                [(_sent(path, number), PICTURE)]
                if design.picture
                else [(path, TEXT), *_scans(path, seed, number, pages)]
            )
            files += (PageFile(made.name, kind, form, f"{name}.json") for made, form in forms)
    (folder / MANIFEST).write_text(
        json.dumps([file._asdict() for file in files], ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return files


def _sent(path: Path, number: int) -> Path:
    """A picture as it is, every second one as the JPEG that is sent around."""
    if number % 2:
        return path
    smaller = path.with_suffix(".jpg")
    with Image.open(path) as picture:
        picture.convert("RGB").save(smaller, quality=_SMALL)
    path.unlink()
    return smaller


def _scans(path: Path, seed: int, number: int, pages: int) -> Iterator[tuple[Path, str]]:
    """Both scans of a PDF: of one page as pictures, every second time and of several pages as PDF."""
    for scanner, ending in ((CLEAN, ".png"), (ROUGH, ".jpg")):
        form = scanner.name.replace(" ", "-")
        target = path.with_name(f"{path.stem}.{form}{ending if pages == 1 and number % 2 else '.pdf'}")
        scan(path, target, scanner, f"{seed} {target.name}")
        yield target, scanner.name


def listed(folder: Path) -> list[PageFile]:
    """The files of a folder that ``make`` filled."""
    return [PageFile(**entry) for entry in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))]

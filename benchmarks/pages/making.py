"""A folder of pages with their truth."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from playwright.sync_api import Browser

from pages.design import POINT, Design
from pages.letter import letter
from pages.newspaper import PLACE, newspaper
from pages.report import report
from pages.truth import Truth
from pages.typesetting import typeset

MANIFEST = "pages.json"
TEXT = "text layer"


KINDS: Mapping[str, Callable[..., tuple[Design, str]]] = MappingProxyType(
    {"newspaper": newspaper, "letter": letter, "report": report}
)


class PageFile(NamedTuple):
    """A file of the folder: what it shows, in which form (text layer, clean scan, …), and the file with the truth."""

    file: str
    kind: str
    form: str
    truth: str


def make(
    folder: Path, browser: Browser, *, seed: int, count: int, kinds: Iterable[str] = KINDS, small: bool = False
) -> list[PageFile]:
    """Makes ``count`` documents of each kind, and the list of all files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for kind in kinds:
        for number in range(1, count + 1):
            name = f"{kind}-{number:02d}"
            design, day = KINDS[kind](f"{seed} {name}", small=small)
            pieces, pages = typeset(design, browser, folder / f"{name}.pdf")
            sizes = ((round(design.width / POINT, 1), round(design.height / POINT, 1)),) * pages
            Truth(name, kind, day, PLACE, sizes, pieces).write(folder / f"{name}.json")
            files.append(PageFile(f"{name}.pdf", kind, TEXT, f"{name}.json"))
    listed = [file._asdict() for file in files]
    (folder / MANIFEST).write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    return files


def listed(folder: Path) -> list[PageFile]:
    """The files of a folder that ``make`` filled."""
    return [PageFile(**entry) for entry in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))]

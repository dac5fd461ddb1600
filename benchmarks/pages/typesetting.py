"""From designs to PDF files and their truth, in one Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pages.design import Design
from pages.truth import Piece, PrintedLine

_FLOW = Path(__file__).with_name("flow.js")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
_STYLE = "*{margin:0;padding:0;box-sizing:border-box} @page{margin:0} body{background:#fff} section{break-after:page}"


class NoBrowser(Exception):
    """There is no Chromium on the path."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium. Raises NoBrowser."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise NoBrowser(f"There is no Chromium on the path (looked for {', '.join(_NAMES)}).")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield running
        running.close()


def typeset(design: Design, browser: Browser, path: Path) -> tuple[tuple[Piece, ...], int]:
    """Writes a design as PDF, or as PNG if it is a picture. Gives the pieces that had room, with their lines, and the number of pages."""
    page = browser.new_page(viewport={"width": round(design.width), "height": round(design.height)})
    page.emulate_media(media="print")
    page.set_content(
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>{_STYLE}</style><body></body></html>'
    )
    page.evaluate("document.fonts.ready")
    set_ = page.evaluate(_FLOW.read_text(encoding="utf-8"), design.as_json())
    if design.picture:
        page.screenshot(path=path)
    else:
        page.pdf(path=path, width=f"{design.width}px", height=f"{design.height}px", print_background=True)
    page.close()
    return _set_pieces(design, set_["texts"], set_["printed"]), set_["pages"]


def _set_pieces(
    design: Design, texts: dict[str, str], printed: list[tuple[int, str, int, list[float]]]
) -> tuple[Piece, ...]:
    lines: dict[int, list[PrintedLine]] = {}
    for number, words, page, (left, top, right, bottom) in printed:
        box = tuple(round(x / design.unit, 1) for x in (left, top, right, bottom))
        lines.setdefault(number, []).append(PrintedLine(words.strip(), page, box))  # type: ignore[arg-type]
    pieces = []
    for number, piece in enumerate(design.pieces):
        if number in lines:
            piece.text = texts.get(str(number), piece.text)
            piece.lines = tuple(line for line in lines[number] if line.words)
            pieces.append(piece)
    return tuple(pieces)

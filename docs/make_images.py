"""The pictures of the README: the pages of two samples on a screen, one number selected, and one on a phone.

Run by `make docs`. Needs Debian's chromium on the path.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from luoshi.inputs import Input
from luoshi.pipeline import process
from luoshi.publishing.page import render
from luoshi.publishing.sheets import pages_to_show

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}


def picture(browser: Browser, page_file: Path, target: Path, size: dict[str, int], *, select: bool) -> None:
    """A picture of the top of the page; with ``select``, after a click on the first large number."""
    page = browser.new_page(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(page_file.as_uri())
    if select:
        page.click(".lead.first .v")
        page.wait_for_timeout(300)
        page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=target)
    page.close()


def main() -> None:
    """Writes page.png, printed.png and phone.png into docs/images."""
    program = shutil.which("chromium") or sys.exit("No chromium on the path (on Debian: apt-get install chromium).")
    IMAGES.mkdir(exist_ok=True)
    case = process(ROOT / "samples" / "plenary-page.txt", place="青澜市")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        printed = Input(str(ROOT / "samples" / "notice.pdf"))
        notice = process(printed, place="青澜市")
        printed_file = Path(folder) / "notice.html"
        printed_file.write_text(
            render(notice, printed.facsimiles(notice.document, pages_to_show(notice))), encoding="utf-8"
        )
        page_file = Path(folder) / "plenary-page.html"
        page_file.write_text(render(case), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        picture(browser, page_file, IMAGES / "page.png", WIDE, select=True)
        picture(browser, printed_file, IMAGES / "printed.png", WIDE, select=True)
        picture(browser, page_file, IMAGES / "phone.png", PHONE, select=False)
        browser.close()


if __name__ == "__main__":
    main()

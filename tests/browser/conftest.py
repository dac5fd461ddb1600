"""One headless Chromium for all browser tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_cases import small_case
from playwright.sync_api import Browser, Page, sync_playwright

from luoshi.publishing.page import render

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or another one on the path."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip(f"no Chromium on the path (looked for {', '.join(_NAMES)})")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a small case as a file."""
    path = tmp_path_factory.mktemp("page") / "notice.html"
    path.write_text(render(small_case()), encoding="utf-8")
    return path


@pytest.fixture
def wide(browser: Browser, page_file: Path) -> Iterator[Page]:
    """The page on a desktop screen."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(page_file.as_uri())
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser, page_file: Path) -> Iterator[Page]:
    """The page on a phone."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page.goto(page_file.as_uri())
    yield page
    page.close()

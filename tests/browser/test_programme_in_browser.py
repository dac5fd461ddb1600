"""The pages of programmes as a reader uses them, without any network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from luoshi.inputs import gather
from luoshi.runs import Options, run

pytestmark = pytest.mark.browser

TEXTS = {
    "a": "青澜市2026年政府工作报告\n二、2026年工作安排\n实施“产业倍增”行动，新增规上企业50家。升级“链易通”平台。\n",
    "b": "青澜市2027年政府工作报告\n一、2026年工作回顾\n深入实施产业倍增行动。\n",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programmes")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    paths = [str(folder / f"{name}.txt") for name in TEXTS]
    options = Options(None, "青澜市", str(folder / "l.db"), folder / "out")
    assert all(outcome.status == "registered" for outcome in run(gather(paths), options))
    return folder / "out"


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desktop", "phone"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    opened = browser.new_page(viewport={"width": width, "height": height})
    faults: list[str] = []
    asked: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    assert faults == []
    assert all(url.startswith(("file:", "data:")) for url in asked)
    opened.close()


def test_from_a_document_to_the_programme_and_back(page: Page, pages: Path) -> None:
    page.goto((pages / "a.html").as_uri())
    page.click("#programmes li:has-text('产业倍增') a.across")
    assert page.text_content("h1") in ("“产业倍增”行动", "产业倍增", "产业倍增行动")
    assert page.locator(".account").count() == 2
    assert page.locator(".account h2").all_text_contents() == ["青澜市2026年政府工作报告", "青澜市2027年政府工作报告"]
    page.click(".account >> nth=0 >> h2 a")
    assert page.url.endswith("a.html#programmes")


def test_the_list_leads_to_every_programme(page: Page, pages: Path) -> None:
    page.goto((pages / "a.html").as_uri())
    page.click("#programmes p.across a")
    assert page.locator(".names li").count() == 2
    assert "2 份文件" in (page.locator(".names li").first.text_content() or "")
    page.click(".names a >> nth=0")
    assert page.locator(".sentences b").first.text_content() == "产业倍增"


def test_the_language_is_switched_and_nothing_is_wider_than_the_screen(page: Page, pages: Path) -> None:
    for name in ("产业倍增", "index"):
        page.goto((pages / "programmes" / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if page.evaluate("document.documentElement.lang") != "en":
            page.click("#lang")
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""The page as a reader uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_cases import hostile_case, small_case
from playwright.sync_api import Browser, Page, expect

from luoshi.publishing.page import entry, index, render

pytestmark = pytest.mark.browser

LEAD = ".lead.first .v"
SENTENCE = "市发展改革委主任方立说,力争2030年经济总量突破1200亿元,今年建成两座“云桥计划”中试平台。"


def lit(page: Page) -> str:
    """The words that are highlighted in the source text."""
    return "".join(page.locator("#text .hit").all_text_contents())


def in_view(page: Page, selector: str) -> bool:
    script = """(s) => { const r = document.querySelector(s).getBoundingClientRect();
        const box = document.querySelector('#text').getBoundingClientRect();
        return r.height > 0 && r.top >= box.top && r.bottom <= Math.min(box.bottom, innerHeight); }"""
    return bool(page.evaluate(script, selector))


def test_click_on_a_number_highlights_its_sentence_and_itself(wide: Page) -> None:
    wide.click(LEAD)
    assert lit(wide) == SENTENCE
    assert wide.locator("#text .hot").all_text_contents() == ["1200亿元"]
    assert in_view(wide, "#text .hot")


def test_what_is_shown_is_also_announced(wide: Page) -> None:
    wide.click(LEAD)
    assert wide.text_content("#live") == SENTENCE


def test_another_click_leaves_only_the_new_sentence_lit(wide: Page) -> None:
    wide.click(LEAD)
    wide.click("#results .top .v >> nth=0")
    assert lit(wide) == "去年全市地区生产总值800亿元,同比增长6.1%,增速居全省第2位。"


def test_keyboard_goes_to_the_words_and_back(wide: Page) -> None:
    wide.focus(LEAD)
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.textContent") == "1200亿元"
    assert wide.evaluate("document.activeElement.closest('#text') !== null")
    wide.keyboard.press("Escape")
    assert wide.evaluate("document.activeElement === document.querySelector('.lead.first .v')")


def test_number_in_the_text_leads_back_to_its_card(wide: Page) -> None:
    wide.click("#text a.n:text('3.2万人') >> nth=1")
    assert wide.evaluate("document.activeElement.closest('#results') !== null")
    assert "3.2" in (wide.evaluate("document.activeElement.textContent") or "")


def test_phone_opens_a_sheet_and_closes_it(phone: Page) -> None:
    phone.click(LEAD)
    expect(phone.locator("#source")).to_have_css("position", "fixed")
    assert in_view(phone, "#text .hot")
    phone.click("#close")
    expect(phone.locator("#source")).to_have_css("position", "static")


def test_switch_to_english_and_back(wide: Page) -> None:
    heading = wide.locator("#h-targets")
    expect(heading).to_have_text("目标", use_inner_text=True)
    wide.click("#lang")
    expect(heading).to_have_text("Targets", use_inner_text=True)
    assert "Look at this place." in wide.inner_text("#check")
    assert "请看这一处。" not in wide.inner_text("#check")
    assert "1.2 trillion" not in wide.inner_text(".lead.first")
    assert "120 billion yuan" in wide.inner_text(".lead.first")
    wide.click("#lang")
    expect(heading).to_have_text("目标", use_inner_text=True)


def test_language_is_remembered(wide: Page) -> None:
    wide.click("#lang")
    wide.reload()
    expect(wide.locator("html")).to_have_attribute("lang", "en")


def test_nothing_is_fetched_and_nothing_fails(browser: Browser, page_file: Path) -> None:
    page = browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(page_file.as_uri())
    page.click(LEAD)
    page.click("#lang")
    page.close()
    assert [url for url in requests if not url.startswith("data:")] == [page_file.as_uri()]
    assert complaints == []


def test_nothing_runs_out_of_a_phone_screen(phone: Page) -> None:
    for _ in ("zh", "en"):
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        phone.click("#lang")


def test_page_reads_without_javascript(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert "目标" in page.inner_text("#h-targets")
    page.click(LEAD)
    assert page.url.endswith(page.get_attribute(LEAD, "href") or "?")
    expect(page.locator("#text a.n:target")).to_be_in_viewport()
    context.close()


def test_page_prints(wide: Page) -> None:
    pdf = wide.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) > 20_000


def test_in_print_closed_themes_are_open(wide: Page) -> None:
    wide.evaluate("document.querySelector('#results details.theme').open = false")
    wide.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert wide.evaluate("document.querySelector('#results details.theme').open") is True
    wide.evaluate("dispatchEvent(new Event('afterprint'))")
    assert wide.evaluate("document.querySelector('#results details.theme').open") is False


def test_hostile_words_run_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(hostile_case()), encoding="utf-8")
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri())
    page.click("#results .v >> nth=0")
    page.close()
    assert dialogs == []


def test_overview_fits_a_phone_and_opens_pages(browser: Browser, page_file: Path) -> None:
    overview = page_file.with_name("index.html")
    overview.write_text(index([entry(small_case(), page_file.name)] * 2), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(overview.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click(".doc h2 a >> nth=0")
    assert page.url == page_file.as_uri()
    page.close()


def test_open_sheet_does_not_cover_the_print(phone: Page) -> None:
    phone.click(LEAD)
    phone.emulate_media(media="print")
    expect(phone.locator("#source")).to_have_css("position", "static")

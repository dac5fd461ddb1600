"""Pages of benchmarks/pages: their texts come again with the same seed, and they hold their texts."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import page_quality
import pypdfium2
import pytest
from pages import making
from pages.grid import LEAST_PIECE, cut_out, plan
from pages.measures import measure, normal, without_furniture
from pages.programs import PROGRAMS
from pages.prose import THEMES, Story, Writer
from pages.scans import CLEAN, DPI, ROUGH, scan
from pages.truth import Truth
from pages.typesetting import NoBrowser, chromium
from PIL import Image, ImageStat
from playwright.sync_api import Browser

# ------------------------------------------------------------------------------------------------- texts

SENTENCE = "全市新建学校十二所，新增学位两万个。"


def _story(seed: str, theme: str, characters: int = 2000) -> Story:
    writer = Writer(seed)
    story = writer.story(theme)
    writer.fill(story, theme, characters)
    return story


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_seed_gives_the_same_text_and_another_one_another(theme: str) -> None:
    assert _story("7", theme) == _story("7", theme)
    assert _story("7", theme).paragraphs != _story("8", theme).paragraphs


@pytest.mark.parametrize("theme", THEMES)
def test_articles_are_as_long_as_asked_with_every_slot_filled(theme: str) -> None:
    story = _story("1", theme)
    text = "".join(sentence for paragraph in story.paragraphs for sentence in paragraph)
    assert len(text) >= 2000
    assert not set("{}") & set(text + story.headline + story.kicker + story.subtitle + "".join(story.heads.values()))


def test_there_are_hundreds_of_sentences_and_few_stand_twice_in_an_article() -> None:
    sentences = [s for theme in THEMES for paragraph in _story("3", theme).paragraphs for s in paragraph]
    assert len(set(sentences)) > 250
    assert len(sentences) - len(set(sentences)) <= len(sentences) / 50


# ------------------------------------------------------------------------------------------------- layout


@pytest.mark.parametrize("seed", range(30))
def test_no_two_articles_of_a_page_share_a_row_of_a_column(seed: int) -> None:
    draw = random.Random(seed)
    taken = [
        (column, row)
        for region in plan(draw, 8, 90, 6)
        for column, (top, bottom) in region.columns.items()
        for row in range(top, bottom)
    ]
    assert len(taken) == len(set(taken)) == 8 * 90


def test_text_flows_around_what_is_cut_out_of_an_article() -> None:
    region = plan(random.Random(1), 5, 60, 1)[0]
    whole = sum(bottom - top for _, top, bottom in region.stretches(8))
    cutout = cut_out(random.Random(1), region, 2, 12, 8, middle=True)
    assert cutout is not None
    region.cutouts.append(cutout)
    stretches = region.stretches(8)
    assert sum(bottom - top for _, top, bottom in stretches) == whole - 2 * 12
    assert [column for column, _, _ in stretches].count(cutout.first) == 2
    assert all(bottom - top >= LEAST_PIECE for _, top, bottom in stretches)


# ------------------------------------------------------------------------------------------------- pages


@pytest.fixture(scope="module")
def running() -> Iterator[Browser]:
    try:
        with chromium() as browser:
            yield browser
    except NoBrowser as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="module")
def folder(running: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small document of each kind."""
    path = tmp_path_factory.mktemp("pages")
    making.make(path, running, seed=1, count=1, small=True)
    return path


@pytest.mark.browser
@pytest.mark.parametrize("kind", making.KINDS)
def test_every_piece_of_a_page_is_printed_line_by_line_on_it(kind: str, folder: Path) -> None:
    truth = Truth.read(folder / f"{kind}-01.json")
    assert len(normal(truth.text)) > (20 if kind == "card" else 300)
    assert all(normal("".join(line.words for line in piece.lines)) == normal(piece.text) for piece in truth.pieces)
    for line in (line for piece in truth.pieces for line in piece.lines):
        width, height = truth.sizes[line.page - 1]
        left, top, right, bottom = line.box
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height


@pytest.mark.browser
@pytest.mark.parametrize("kind", making.KINDS)
def test_the_true_text_of_a_page_has_no_error(kind: str, folder: Path) -> None:
    truth = Truth.read(folder / f"{kind}-01.json")
    with_furniture = "\n".join((*truth.furniture, truth.text))
    assert measure(truth.units, without_furniture(with_furniture, truth)) == (0.0, 0.0, (1.0, 1.0))
    assert page_quality.figures(truth.text, truth) or kind == "card", "there are figures to be read"


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["newspaper", "letter", "report"])
def test_the_text_layer_of_a_page_is_its_text(
    kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--programs", "pypdfium2", "--kinds", kind, "--json"]
    monkeypatch.setattr(sys, "argv", ["page_quality.py", str(folder), *options])
    assert page_quality.main() == 0
    results = {result["form"]: result for result in json.loads(capsys.readouterr().out)}
    assert results["text layer"]["line_error"] < 0.01
    scans = {form: result["line_error"] for form, result in results.items() if form != "text layer"}
    assert set(scans.values()) <= {1.0}, "a scan holds no text"


@pytest.mark.browser
def test_a_table_names_each_kind_and_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--programs", "pypdfium2", "pdfplumber", "--kinds", "letter"]
    monkeypatch.setattr(sys, "argv", ["page_quality.py", str(folder), *options])
    page_quality.main()
    shown = capsys.readouterr().out
    assert all(words in shown for words in ("letter, text layer", "letter, clean scan", "pypdfium2"))


@pytest.mark.browser
@pytest.mark.parametrize("form", ["text layer", "clean scan", "rough scan"])
def test_scans_show_the_page_they_were_made_of(form: str, folder: Path) -> None:
    named = {(page.kind, page.form): page.file for page in making.listed(folder)}
    file = folder / named["newspaper", form]
    if file.suffix == ".pdf":
        with closing(pypdfium2.PdfDocument(file)) as document:
            picture = document[0].render(scale=DPI / 72).to_pil()
    else:
        picture = Image.open(file)
    width, height = Truth.read(folder / "newspaper-01.json").sizes[0]
    assert picture.width == pytest.approx(width * DPI / 72, abs=3)
    assert picture.height == pytest.approx(height * DPI / 72, abs=3)
    darkness = 255 - ImageStat.Stat(picture.convert("L")).mean[0]
    assert 5 < darkness < (90 if form == "rough scan" else 60), "print on paper"


def test_a_scan_is_the_same_for_the_same_seed_and_turned_only_where_it_is_rough(tmp_path: Path) -> None:
    black = tmp_path / "black.pdf"
    Image.new("RGB", (300, 300), "black").save(black, resolution=72)
    made = {}
    for name, scanner, seed in (("a", CLEAN, "1"), ("b", CLEAN, "1"), ("c", CLEAN, "2"), ("d", ROUGH, "1")):
        scan(black, tmp_path / f"{name}.png", scanner, seed)
        made[name] = Image.open(tmp_path / f"{name}.png").convert("L")
    assert made["a"].tobytes() == made["b"].tobytes() != made["c"].tobytes()
    corner = {name: picture.crop((0, 0, 3, 3)) for name, picture in made.items()}
    assert ImageStat.Stat(corner["a"]).mean[0] < 40 < ImageStat.Stat(corner["d"]).mean[0]


def test_luoshi_is_left_out_where_it_reads_no_such_format_and_has_nothing_where_it_refuses_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = next(program for program in PROGRAMS if program.name == "Luoshi").load()
    other, text, missing = tmp_path / "page.xyz", tmp_path / "page.txt", tmp_path / "missing.txt"
    other.write_bytes(b"?")
    text.write_text(SENTENCE, encoding="utf-8")
    assert (read(other), read(text), read(missing)) == (None, SENTENCE, "")
    assert "missing.txt" in capsys.readouterr().err

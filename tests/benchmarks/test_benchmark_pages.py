"""Pages of benchmarks/pages: their texts come again with the same seed, measures see what is wrong, pages can be made."""

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
from pages.measures import character_error, f1, locate, measure, normal, without_furniture
from pages.programs import PROGRAMS
from pages.prose import THEMES, Story, Writer
from pages.scans import CLEAN, DPI, ROUGH, scan
from pages.truth import Kind, Piece, PrintedLine, Truth
from pages.typesetting import NoBrowser, chromium
from PIL import Image, ImageStat
from playwright.sync_api import Browser

# ------------------------------------------------------------------------------------------------- texts


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


# ------------------------------------------------------------------------------------------------- measures

FIRST = "全市新建学校十二所，新增学位两万个。"
SECOND = "沿江步道全线打通，居民出门便到江边。"
THIRD = "粮食又获丰收，合作社年底分了红。"


def _piece(text: str, article: int = 1, kind: Kind = Kind.PARAGRAPH, width: int = 9, page: int = 1) -> Piece:
    lines = [PrintedLine(text[at : at + width], page, (0, 0, 1, 1)) for at in range(0, len(text), width)]
    return Piece(kind, article, text, lines=tuple(lines))


def _truth(*pieces: Piece) -> Truth:
    return Truth("t", "letter", "2026-01-12", "青澜市", ((595.0, 842.0),), pieces)


THREE = _truth(_piece(FIRST), _piece(SECOND), _piece(THIRD))


def test_a_text_read_as_it_is_has_no_error_whatever_its_line_breaks_and_widths() -> None:
    read = measure(THREE.units, f" {FIRST}\n{SECOND[:5]} \n{SECOND[5:]}{THIRD}".replace("，", ","))
    assert read == (0.0, 0.0, (1.0, 1.0))


def test_wrong_missing_and_additional_characters_are_counted() -> None:
    assert character_error("一二三四五", "一二山四五") == 0.2
    assert character_error("一二三四五", "") == 1.0
    assert character_error("一二三四五", "一二三四五六") == 0.2
    wrong = measure(THREE.units, THREE.text.replace("学位", "学拉").replace("江边", "汀边"))
    assert wrong.error == wrong.line_error == 2 / len(normal(THREE.text))
    assert wrong.order == (1.0, 1.0)


def test_turned_paragraphs_are_wrong_in_order_and_right_line_by_line() -> None:
    read = measure(THREE.units, "\n".join((SECOND, FIRST, THIRD)))
    assert read.line_error == 0.0
    assert read.error > 0.3
    assert read.order.strict == pytest.approx(2 / 3)


def test_lines_of_two_paragraphs_by_turns_are_out_of_order_and_right_line_by_line() -> None:
    units = _truth(_piece(FIRST), _piece(SECOND)).units
    by_turns = "\n".join(f"{a}{b}" for a, b in zip(units[0].lines, units[1].lines, strict=True))
    read = measure(units, by_turns)
    assert read.line_error == 0.0
    assert 0.5 <= read.order.strict < 1.0


def test_articles_may_stand_in_any_order_but_not_mix() -> None:
    units = _truth(_piece(FIRST, 1), _piece(SECOND, 1), _piece(THIRD, 2)).units
    assert measure(units, "\n".join((THIRD, FIRST, SECOND))).order == (pytest.approx(1 / 3), 1.0)
    assert measure(units, "\n".join((FIRST, THIRD, SECOND))).order.free == pytest.approx(2 / 3)


def test_a_paragraph_that_is_not_there_is_in_no_order() -> None:
    assert measure(THREE.units, f"{FIRST}\n{THIRD}").order.strict == pytest.approx(1 / 3)


def test_captions_may_stand_anywhere_in_their_article_but_must_be_there() -> None:
    caption = _piece("候鸟飞临河滩。", kind=Kind.CAPTION)
    units = _truth(_piece(FIRST), caption, _piece(SECOND)).units
    for text in (f"{FIRST}\n{SECOND}\n{caption.text}", f"{FIRST[:9]}\n{caption.text}\n{FIRST[9:]}{SECOND}"):
        assert measure(units, text) == (0.0, 0.0, (1.0, 1.0))
    assert measure(units, f"{FIRST}\n{SECOND}").line_error > 0


def test_pairs_on_different_pages_count_for_nothing() -> None:
    units = _truth(_piece(FIRST, page=1), _piece(SECOND, page=2)).units
    assert measure(units, f"{SECOND}\n{FIRST}").order == (1.0, 1.0)


def test_a_line_that_stands_twice_is_found_twice() -> None:
    assert [place.start for place in locate(["合计12", "合计12"], "合计12\n其他\n合计12")] == [0, 6]
    assert [place.start for place in locate(["合计12", "合计12"], "合计12")] == [0, -1]


def test_furniture_is_taken_away_and_a_title_that_says_the_same_stays() -> None:
    title = "青澜市收入专题报告"
    truth = _truth(_piece(title, kind=Kind.FURNITURE), _piece("1", kind=Kind.FURNITURE), _piece(title), _piece(FIRST))
    assert without_furniture(f"{title}\n{title}\n{FIRST}\n1", truth) == f"{title}\n{FIRST}"


def test_cells_of_a_row_are_one_unit_with_tabs() -> None:
    cells = [Piece(Kind.CELL, 1, words, 0, row, column) for row in (0, 1) for column, words in enumerate("甲乙")]
    assert [unit.text for unit in _truth(*cells, _piece(FIRST)).units] == ["甲\t乙", "甲\t乙", FIRST]


def test_f1_counts_things_that_stand_twice() -> None:
    assert f1(["a", "a", "b"], ["a", "b", "b"]) == pytest.approx(2 / 3)
    assert f1([], []) == 1.0
    assert f1(["a"], []) == 0.0


def test_the_truth_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    THREE.write(tmp_path / "truth.json")
    assert Truth.read(tmp_path / "truth.json") == THREE
    assert json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))["text"] == THREE.text


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
    text.write_text(FIRST, encoding="utf-8")
    assert (read(other), read(text), read(missing)) == (None, FIRST, "")
    assert "missing.txt" in capsys.readouterr().err

"""From files, standard input, bytes and texts to Documents."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from luoshi.model import Origin
from luoshi.readers import from_text, read, read_bytes, supported, valid_date

TEXT = "2026年武汉市政府工作报告\r\n——2026年1月20日在武汉市第十五届人民代表大会第六次会议上\r\n\r\n　　各位代表：\r\n　　全市经济稳中向好。\r\n"


def test_a_text_file_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "武汉.2026.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    document = read(path)
    assert document.text == TEXT
    assert (document.name, document.source, document.encoding) == ("武汉.2026", str(path), "gb18030")
    assert document.digest == hashlib.sha256(TEXT.encode("gb18030")).hexdigest()


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_are_not_translated(ends: str) -> None:
    text = TEXT.replace("\r\n", ends)
    assert read_bytes(text.encode(), "a", "a.txt").text == text


def test_standard_input_is_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    document = read("-")
    assert (document.text, document.source, document.media_type) == (TEXT, "-", "text/plain")


def test_a_web_page_on_standard_input_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<!DOCTYPE html><title>公报</title><p>全市经济，稳中向好。</p>"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(page.encode())))
    assert (read("-").text, read.__name__) == ("全市经济，稳中向好。", "read")


def test_a_text_at_hand() -> None:
    document = from_text(TEXT, name="武汉")
    assert (document.name, document.text, document.source) == ("武汉", TEXT, "")
    assert document.blocks[0].span.of(TEXT) == "2026年武汉市政府工作报告"


def test_what_the_caller_gives_wins() -> None:
    document = from_text(TEXT, date="2025-08", place="江岸区")
    assert document.date is not None and document.place is not None
    assert (document.date.value, document.date.origin, document.date.span) == ("2025-08", Origin.GIVEN, None)
    assert (document.place.value, document.place.origin) == ("江岸区", Origin.GIVEN)


def test_an_empty_date_or_place_is_none_given() -> None:
    document = from_text(TEXT, date="", place="")
    assert document.date is not None and document.date.value == "2026-01-20"
    assert document.place is not None and document.place.value == "武汉市"


@pytest.mark.parametrize("date", ["2026", "2026-01", "2026-01-31", "2024-02-29"])
def test_dates_that_may_be_given(date: str) -> None:
    assert valid_date(date)


@pytest.mark.parametrize(
    "date", ["", "26", "2026-1-1", "2026-13", "2026-02-29", "2026年", "２０２６", "2026-01-01T00:00", " 2026", "2026\n"]
)
def test_dates_that_may_not_be_given(date: str) -> None:
    assert not valid_date(date)


def test_a_wrong_date_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="'1月20日' is not a date"):
        from_text(TEXT, date="1月20日")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("a.txt", True),
        ("a.TXT", True),
        ("a.htm", True),
        ("a.md", True),
        ("a.pdf", True),
        ("a.ofd", False),
        ("txt", False),
    ],
)
def test_supported_endings(name: str, known: bool) -> None:
    assert supported(name) is known


@pytest.mark.parametrize(
    "text", ["", "\n", "一", "一、", "——", "（", "：", "\ufeff", "2026年", "\x00", "a\tb\n\t\nc\td"]
)
def test_fragments_are_read_without_complaint(text: str) -> None:
    document = from_text(text)
    assert all(block.span.of(text).strip() for block in document.blocks)

"""Pictures of pages of PDF files and of pictures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from luoshi.inputs import Input
from luoshi.model import Document
from luoshi.readers import facsimiles as module
from luoshi.readers.facsimiles import WIDEST, facsimiles


def pdf(*sizes: tuple[int, int]) -> bytes:
    document = PdfDocument.new()
    for width, height in sizes:
        document.new_page(width, height)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def tiff(*sizes: tuple[int, int]) -> bytes:
    first, *others = [Image.new("1", size, 1) for size in sizes]
    stream = io.BytesIO()
    first.save(stream, "TIFF", save_all=True, append_images=others)
    return stream.getvalue()


def sizes(pictures: dict[int, bytes]) -> dict[int, tuple[int, int]]:
    return {number: Image.open(io.BytesIO(data)).size for number, data in pictures.items()}


def test_pages_of_a_pdf() -> None:
    found = facsimiles(pdf((500, 700), (2000, 1000), (500, 500)), "application/pdf", [2, 1])
    assert sizes(found) == {2: (WIDEST, WIDEST // 2), 1: (800, 1120)}


def test_frames_of_a_picture() -> None:
    assert sizes(facsimiles(tiff((300, 200), (3200, 1000)), "image/tiff", [1, 2])) == {1: (300, 200), 2: (1600, 500)}


def test_what_has_no_pages_has_no_pictures() -> None:
    assert facsimiles(b"text", "text/plain", [1]) == {}


def test_they_stop_when_they_take_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf((500, 700), (500, 700))
    first, _ = facsimiles(data, "application/pdf", [2, 1]).values()
    monkeypatch.setattr(module, "_MOST_BYTES", len(first))
    assert list(facsimiles(data, "application/pdf", [2, 1])) == [2]


def test_a_file_that_is_gone_or_damaged_gives_none(tmp_path: Path) -> None:
    document = Document("a", "a.pdf", "", "", media_type="application/pdf")
    path = tmp_path / "a.pdf"
    assert Input(str(path)).facsimiles(document, [1]) == {}
    path.write_bytes(pdf((100, 100))[:100])
    assert Input(str(path)).facsimiles(document, [1]) == {}
    path.write_bytes(pdf((100, 100)))
    assert list(Input(str(path)).facsimiles(document, [1])) == [1]
    assert Input("-").facsimiles(document, [1]) == {}

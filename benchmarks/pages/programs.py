"""Programs that read pages: Luoshi and others, as far as they are installed."""

from __future__ import annotations

import importlib
import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from luoshi.errors import ReadError
from luoshi.readers import read, supported

INSTALL = "uv sync --extra ocr --group benchmarks"
DPI = 200

Read = Callable[[Path], str | None]
"""From a file to its text; None for files of a kind that the program does not read."""


class Program(NamedTuple):
    """``load()`` gives what reads files, and raises ImportError where the program is missing."""

    name: str
    load: Callable[[], Read]


def _luoshi() -> Read:
    def text(path: Path) -> str | None:
        if not supported(path):
            return None
        try:
            return read(path).text
        except ReadError as error:
            print(error, file=sys.stderr)
            return ""  # refused though its format is read: all of it is missing

    return text


def _pdfplumber() -> Read:
    pdfplumber = importlib.import_module("pdfplumber")
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font without a box

    def text(path: Path) -> str | None:
        if path.suffix != ".pdf":
            return None
        with pdfplumber.open(path) as document:
            return "\n".join(page.extract_text() for page in document.pages)

    return text


def _pypdfium2() -> Read:
    pdfium = importlib.import_module("pypdfium2")

    def text(path: Path) -> str | None:
        if path.suffix != ".pdf":
            return None
        with closing(pdfium.PdfDocument(path)) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)

    return text


_MARKDOWN_TABLE = re.compile(r"^\|(?:[ :-]+\|)+$\n?|\|", re.MULTILINE)


def _markitdown() -> Read:
    convert = importlib.import_module("markitdown").MarkItDown().convert
    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    def text(path: Path) -> str | None:
        if path.suffix != ".pdf":
            return None  # pictures want a language model
        return _MARKDOWN_TABLE.sub(" ", convert(str(path)).text_content)

    return text


def _rapidocr() -> Read:
    engine = importlib.import_module("rapidocr").RapidOCR(params={"Global.log_level": "error"})

    def text(path: Path) -> str | None:
        return "\n".join(line for image in images(path) for line in engine(image).txts or ())

    return text


def images(path: Path) -> Iterator[Any]:
    """The pages of a PDF as pictures of 200 dots an inch, or a picture as it is."""
    if path.suffix != ".pdf":
        yield str(path)
        return
    pdfium = importlib.import_module("pypdfium2")
    with closing(pdfium.PdfDocument(path)) as document:
        for page in document:
            yield page.render(scale=DPI / 72).to_numpy()


PROGRAMS = (
    Program("Luoshi", _luoshi),
    Program("pdfplumber", _pdfplumber),
    Program("pypdfium2", _pypdfium2),
    Program("MarkItDown", _markitdown),
    Program("RapidOCR", _rapidocr),
)

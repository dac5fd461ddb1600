"""Pictures of text, drawn with a Chinese font of the machine."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from functools import cache

import pytest
from PIL import Image, ImageDraw, ImageFont

Word = tuple[str, int, int, int]  # the words, their left and top edge, and the height of the type, in pixels


@cache
def font() -> tuple[str, int] | None:
    """File and number within the file of a font that has simplified Chinese, preferably an upright sans serif."""
    if not shutil.which("fc-match"):
        return None
    asked = ["fc-match", "-f", "%{file}\t%{index}\t%{lang}", "sans-serif:lang=zh-cn"]
    file, index, languages = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\t")
    return (file, int(index)) if "zh-cn" in languages.split("|") else None


needs_font = pytest.mark.skipif(font() is None, reason="no font with Chinese characters")
needs_ocr = pytest.mark.skipif(importlib.util.find_spec("rapidocr") is None, reason="the extra ocr is not installed")


def drawn(size: tuple[int, int], words: list[Word], mode: str = "L") -> Image.Image:
    """Black words on a white picture."""
    found = font()
    assert found
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    for text, left, top, height in words:
        draw.text((left, top), text, 0, ImageFont.truetype(found[0], height, found[1]))
    return image.convert(mode)

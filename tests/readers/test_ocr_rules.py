"""Ruling lines and pictures on pages that are pictures."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="the ocr extra is not installed")

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from luoshi.layout.sheets import Rect
from luoshi.readers.ocr_rules import Seen, drawn

SIZE = (1200, 900)
TEXTS = [Rect(left, top, left + 320, top + 30) for left in (60, 440) for top in range(60, 360, 40)]


def page(slant: float = 0.0, noise: float = 0.0) -> Seen:
    """Two columns of strokes as of type, a line between them, one below them, and a picture below that."""
    image = Image.new("RGB", SIZE, (235, 232, 225))
    draw = ImageDraw.Draw(image)
    for text in TEXTS:
        for at in range(int(text.left), int(text.right) - 24, 28):
            draw.rectangle((at + 2, text.top + 4, at + 24, text.top + 24), outline=(40, 40, 40), width=3)
            draw.line((at, text.top + 14, at + 26, text.top + 14), fill=(40, 40, 40), width=3)
    draw.line((410, 60, 410, 380), fill=(90, 90, 90), width=2)
    draw.line((60, 420, 760, 420), fill=(120, 120, 120), width=1)
    for band in range(4):
        draw.rectangle((60, 460 + 80 * band, 500, 540 + 80 * band), fill=(70 + 40 * band, 120, 200 - 30 * band))
    image = image.rotate(-slant, Image.Resampling.BICUBIC, fillcolor=(235, 232, 225)).filter(
        ImageFilter.GaussianBlur(1)
    )
    picture = np.asarray(image)[:, :, ::-1] + np.random.default_rng(7).normal(0, noise, (SIZE[1], SIZE[0], 1))
    return drawn(np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8)), TEXTS, slant)


@pytest.mark.parametrize(("slant", "noise"), [(0.0, 0.0), (0.0, 15.0), (0.8, 12.0)])
def test_lines_and_pictures_are_found_and_type_is_neither(slant: float, noise: float) -> None:
    seen = page(slant, noise)
    assert len(seen.rules) == 2 and len(seen.pictures) == 1
    across, down = sorted(seen.rules, key=lambda rule: rule.height)
    assert across == pytest.approx((60, 420, 760, 420), abs=12)
    assert down == pytest.approx((410, 60, 410, 380), abs=12)
    assert seen.pictures[0] == pytest.approx((60, 460, 500, 780), abs=25)


def test_a_page_without_text_is_all_picture_and_has_no_lines() -> None:
    assert drawn(np.zeros((100, 100, 3), dtype=np.uint8), [], 0.0) == Seen((), ())

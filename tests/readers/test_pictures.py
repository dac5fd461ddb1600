"""Pictures are read as documents, whatever way they are stored, and refused in one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from drawing import drawn, needs_font, needs_ocr
from PIL import Image

from luoshi.errors import ReadError
from luoshi.model import Document
from luoshi.readers import collect, read_bytes

SIZE = (640, 200)
WORDS = "全市地区生产总值增长5.5%"


def stored(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def picture(mode: str = "L") -> Image.Image:
    return drawn(SIZE, [(WORDS, 40, 70, 40)], mode)


def document(data: bytes) -> Document:
    return read_bytes(data, "card", "card.png", ending=".png")


@needs_ocr
@needs_font
def test_the_words_of_a_picture_have_their_place_on_it() -> None:
    found = document(stored(picture()))
    assert found.text == WORDS
    assert found.media_type == "image/png"
    assert [(page.width, page.height) for page in found.pages] == [SIZE]
    (region,) = found.regions
    assert region.span.of(found.text) == WORDS
    left, top, right, bottom = region.box
    assert left == pytest.approx(40 / 640, abs=0.03)
    assert right == pytest.approx(540 / 640, abs=0.03)
    assert top < 90 / 200 and bottom > 100 / 200
    assert region.confidence > 0.9


@needs_ocr
@needs_font
@pytest.mark.parametrize("mode", ["1", "RGBA", "CMYK", "I;16", "P", "LA"])
def test_all_ways_to_store_colours_are_read(mode: str) -> None:
    form = "TIFF" if mode == "CMYK" else "PNG"
    image = picture("CMYK") if mode == "CMYK" else picture()
    if mode in ("RGBA", "LA"):  # black words on nothing
        image = image.convert(mode)
        image.putalpha(Image.eval(picture(), lambda value: 255 - value))
    elif mode == "I;16":
        image = image.convert("I").point(lambda value: value * 16)  # no more than 12 of the 16 bits
        image = image.convert("I;16")
    elif mode != "CMYK":
        image = image.convert(mode)
    assert document(stored(image, form)).text == WORDS


@needs_ocr
@needs_font
def test_a_picture_is_turned_as_its_camera_says() -> None:
    image = picture().transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned clockwise by 90 degrees
    found = document(stored(image, "JPEG", exif=exif, quality=95))
    assert found.text == WORDS
    assert (found.pages[0].width, found.pages[0].height) == SIZE


@needs_ocr
@needs_font
def test_the_pages_of_a_tiff_follow_one_another() -> None:
    first, second = picture(), drawn(SIZE, [("二、扎实推进城市更新", 40, 70, 40)])
    found = document(stored(first, "TIFF", save_all=True, append_images=[second]))
    assert found.text.splitlines() == [WORDS, "二、扎实推进城市更新"]
    assert [region.page for region in found.regions] == [1, 2]


@needs_ocr
def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match=r"^card\.png holds no text that can be recognised\.$"):
        document(stored(Image.new("RGB", (600, 600), "steelblue")))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (stored(Image.effect_noise((300, 300), 90))[:20_000], "is a damaged picture: it cannot be decoded to its end."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "is a damaged picture or none at all."),
        (b"just words", "is a damaged picture or none at all."),
        (stored(Image.new("1", (20_000, 10_000))), "is too large: a picture of more than 178 million pixels."),
    ],
)
def test_what_cannot_be_decoded_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as refused:
        document(data)
    assert str(refused.value) == f"card.png {message}"


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rapidocr", None)
    from luoshi.readers.ocr_engine import engine

    with pytest.raises(ReadError) as refused:
        engine("card.png is a picture")
    assert str(refused.value) == "card.png is a picture; reading it needs: pip install 'luoshi[ocr]'."


def test_small_pictures_inside_a_folder_are_passed_over_and_read_where_they_are_named(tmp_path: Path) -> None:
    Image.new("L", (1200, 120)).save(tmp_path / "banner.png")
    Image.new("L", (800, 600)).save(tmp_path / "card.jpg")
    assert collect([tmp_path]) == ([tmp_path / "card.jpg"], [])
    assert collect([tmp_path / "banner.png"]) == ([tmp_path / "banner.png"], [])

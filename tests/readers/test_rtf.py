"""RTF documents: Chinese in every form that programs write it in, and tables."""

from __future__ import annotations

import pytest

from luoshi.errors import ReadError
from luoshi.model import Document
from luoshi.readers import read_bytes

FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset134 SimSun;}}"


def read(rtf: str | bytes) -> Document:
    data = rtf if isinstance(rtf, bytes) else rtf.encode("latin-1")
    return read_bytes(data, "a", "a.rtf", ending=".rtf")


def hexed(words: str, encoding: str = "gbk") -> str:
    return "".join(f"\\'{byte:02x}" for byte in words.encode(encoding))


def unicode(words: str) -> str:
    return "".join(f"\\u{ord(sign) - 0x10000 if ord(sign) > 0x7FFF else ord(sign)}?" for sign in words)


WORDS = "全市地区生产总值增长5.5%。"


@pytest.mark.parametrize(
    "rtf",
    [
        rf"{{\rtf1\ansi\ansicpg936\deff0{FONTS}\f1 {hexed(WORDS)}\par}}",
        rf"{{\rtf1\ansi\ansicpg936\deff0{FONTS}\f0 {hexed(WORDS)}\par}}",
        rf"{{\rtf1\ansi\ansicpg936 {hexed(WORDS)}\par}}",
        rf"{{\rtf1\ansi\ansicpg950 {hexed(WORDS.replace('产总', '產總').replace('区', '區').replace('长', '長'), 'big5')}\par}}",
        rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}\uc1 {unicode(WORDS)}\par}}",
        rb"{\rtf1\ansi\ansicpg936 " + WORDS.encode("gbk") + rb"\par}",
    ],
)
def test_chinese(rtf: str | bytes) -> None:
    assert read(rtf).text.translate(str.maketrans("產總區長", "产总区长")) == WORDS


def test_a_second_byte_that_is_written_as_a_letter() -> None:
    words = "朱镕基，丂一，丗二。"  # 丂 is 81 40, 丗 81 50
    rtf = hexed(words).replace("\\'40", "@").replace("\\'50", "P")
    assert read(rf"{{\rtf1\ansi\ansicpg936 {rtf}\par}}").text == words


def test_what_is_no_part_of_the_document() -> None:
    rtf = (
        rf"{{\rtf1\ansi\ansicpg936{FONTS}{{\info{{\title {hexed('模板')}}}}}{{\header {hexed('页眉')}\par}}"
        rf"{{\pict\pngblip 89504e47}}{{\pntext\f0 {hexed('一、')}}}{hexed('工作回顾')}\par {hexed('全市。')}"
        rf"{{\*\annotation {hexed('批注')}}}{{\field{{\*\fldinst PAGE}}{{\fldrslt 3}}}}\par}}"
    )
    assert read(rtf).text == "一、工作回顾\n全市。3"


def test_tables() -> None:
    def row(*cells: str) -> str:
        return r"\trowd\cellx100\intbl " + "".join(rf"{hexed(cell)}\cell " for cell in cells) + r"\row "

    rtf = (
        rf"{{\rtf1\ansi\ansicpg936 {hexed('表一。')}\par {row('指标', '总量', '')}{row('粮食', '33', '')}\pard {hexed('表后。')}\par "
        rf"{row('汽车', '62', '1')}{row('钢材', '8', '')}}}"
    )
    document = read(rtf)
    assert document.text == "表一。\n指标\t总量\n粮食\t33\n表后。\n汽车\t62\t1\n钢材\t8"
    assert [(b.table, b.row, b.column) for b in document.blocks if b.table >= 0] == [
        (0, 0, 0),
        (0, 0, 1),
        (0, 1, 0),
        (0, 1, 1),
        (1, 0, 0),
        (1, 0, 1),
        (1, 0, 2),
        (1, 1, 0),
        (1, 1, 1),
    ]


@pytest.mark.parametrize("rtf", [r"{\rtf1\ansi\ansicpg936 }", r"{\rtf1", r"{\rtf1{\pict\bin99999999999 x}}"])
def test_a_document_without_words(rtf: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.rtf is (?:an RTF document without text|damaged)"):
        read(rtf)


def test_a_document_that_is_cut_off() -> None:
    assert read(rf"{{\rtf1\ansi\ansicpg936 {hexed(WORDS)}\par \'c8").text.startswith(WORDS)

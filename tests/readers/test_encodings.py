"""Which encoding a text is in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.readers.encodings import decode

SIMPLIFIED = "全会提出，要把实体经济抓得更牢，全年地区生产总值增长6%左右。\r\n城镇新增就业8万人。"
TRADITIONAL = "會議提出，要把實體經濟抓得更牢，全年地區生產總值增長6%左右。\r\n城鎮新增就業8萬人。"

EVERYDAY = "".join(bytes((lead, trail)).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF))
sentences = st.text(alphabet=EVERYDAY + "，。；：“”（）《》0123456789% \r\n", min_size=2).filter(
    lambda text: sum(character in EVERYDAY for character in text) >= 2
)


@given(sentences)
def test_chinese_in_utf_8_is_read_right(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(sentences.filter(lambda text: any(a in EVERYDAY and b in EVERYDAY for a, b in pairwise(text))))
def test_chinese_in_gb18030_is_read_right(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@given(st.text(alphabet=st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF), min_size=1))
def test_rare_characters_in_utf_8_are_read_right(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gb18030", "gb18030"),
        ("plain words only\n", "ascii", "utf-8"),
        ("привет, мир", "utf-8", "utf-8"),
        ("联通", "gb18030", "gb18030"),
    ],
)
def test_an_encoding_without_a_mark(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize(
    ("codec", "mark"),
    [
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("gb18030", b"\x84\x31\x95\x33"),
    ],
)
def test_a_byte_order_mark_is_no_character_of_the_text(codec: str, mark: bytes) -> None:
    assert decode(mark + SIMPLIFIED.encode(codec)) == (SIMPLIFIED, codec)


def test_a_declared_charset_is_believed_in_markup_only() -> None:
    page = '<meta charset="big5"><p>' + TRADITIONAL[:4]
    assert decode(page.encode("big5"), markup=True) == (page, "big5")


def test_a_declared_charset_that_is_wrong_is_passed_over() -> None:
    page = '<meta charset="utf-8"><p>' + SIMPLIFIED
    assert decode(page.encode("gb18030"), markup=True) == (page, "gb18030")


@pytest.mark.parametrize("charset", ["hex", "no-such-thing", "idna"])
def test_a_declared_charset_that_is_none_is_passed_over(charset: str) -> None:
    page = f'<meta charset="{charset}"><p>' + SIMPLIFIED
    assert decode(page.encode("gb18030"), markup=True) == (page, "gb18030")


def test_a_cut_last_character_costs_only_itself() -> None:
    decoded = decode((SIMPLIFIED * 5).encode()[:-1])
    assert decoded == ((SIMPLIFIED * 5)[:-1] + "\ufffd", "utf-8")


@pytest.mark.parametrize(
    "data", ["привет, мир, как дела".encode("cp1251"), b"\x93\xfa\x96\x7b\x8c\xea\x82\xc5\x82\xb7" * 3]
)
def test_other_encodings_are_not_taken_for_chinese(data: bytes) -> None:
    decoded = decode(data)
    assert decoded is None or decoded[0] != data.decode("latin-1")

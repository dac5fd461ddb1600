"""What recognition does about small words beside large numbers, without recognition."""

from __future__ import annotations

import numpy as np
import pytest

from luoshi.layout import Rect
from luoshi.layout.overlaps import Character, Fragment
from luoshi.readers.ocr_boxes import untouched_by
from luoshi.readers.ocr_choice import better
from luoshi.readers.ocr_glyphs import Glyph, Reading
from luoshi.readers.ocr_small_type import parts_of_box, stretches, with_words


def fragment(words: str, left: float, top: float, width: float, height: float, sure: float = 0.99) -> Fragment:
    step = width / len(words)
    characters = (Character(word, left + step * (at + 0.5), sure) for at, word in enumerate(words))
    return Fragment(tuple(characters), Rect(left, top, left + width, top + height))


def reading(words: str, *places: float, sure: float = 1.0) -> Reading:
    return tuple(Glyph(word, sure, at) for word, at in zip(words, places, strict=True))


def test_the_picture_that_saw_more_of_a_line_is_taken() -> None:
    coarse = [fragment("31", 60, 220, 680, 250), fragment("地区生产总值", 150, 740, 270, 65)]
    fine = [fragment("新建改建学校", 66, 356, 370, 74), fragment("31所", 450, 248, 280, 210)]
    assert {*better(coarse, fine)} == {coarse[1], *fine}


def test_the_smaller_picture_is_taken_where_both_saw_as_much() -> None:
    coarse, fine = [fragment("一图读懂", 60, 80, 400, 100)], [fragment("一图读懂", 62, 82, 396, 96)]
    assert better(coarse, fine) == coarse


def test_the_surer_is_taken_where_one_is_in_doubt() -> None:
    coarse = [fragment("突融2221家", 0, 1117, 567, 217, sure=0.92)]
    fine = [fragment("突破2221家", 40, 1140, 500, 160)]
    assert better(coarse, fine) == fine


def test_what_the_smaller_picture_did_not_see_is_kept() -> None:
    fine = [fragment("地区生产总值", 59, 897, 228, 59)]
    assert better([fragment("增长6.4%", 29, 960, 400, 140)], fine)[0] in fine


def quad(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def test_a_headline_that_only_the_smaller_picture_showed_is_told_from_lines_found_already() -> None:
    found = np.array([quad(150, 1180, 540, 1224), quad(85, 1250, 430, 1282)], dtype=np.float32)
    headline, subtitle = quad(72, 1093, 584, 1177), quad(139, 1172, 556, 1236)
    seen = np.array([headline, subtitle], dtype=np.float32)
    assert untouched_by(seen, found).tolist() == [[list(corner) for corner in headline]]
    assert len(untouched_by(seen, found[:0])) == 2


def test_room_beside_a_number_and_words_in_doubt_are_read_anew() -> None:
    number = reading("191", 0.2, 0.35, 0.5)
    (room,) = stretches(number, 0.3)
    assert (room.first, room.end, room.right) == (3, 3, 1.0)
    assert room.left == pytest.approx(0.56)
    doubtful = (*reading("信住", 0.1, 0.2, sure=0.4), *reading("69%", 0.5, 0.7, 0.9))
    (words,) = stretches(doubtful, 0.4)
    assert (words.first, words.end, words.left) == (0, 2, 0.0)
    assert stretches(reading("信住", 0.1, 0.2, sure=0.4), 0.4) == []


def test_sure_words_are_put_in_without_parts_of_the_number() -> None:
    number = reading("191", 0.2, 0.35, 0.5)
    (room,) = stretches(number, 0.3)
    seen = [reading("1万吨以上", 0.0, 0.3, 0.5, 0.7, 0.9), reading("方陆", 0.3, 0.6, sure=0.5)]
    found = with_words(number, room, seen)
    assert "".join(glyph.word for glyph in found) == "191万吨以上"
    assert [glyph.at for glyph in found] == sorted(glyph.at for glyph in found)
    assert with_words(number, room, seen[1:]) == number


def test_parts_of_a_slanted_box_keep_its_slant() -> None:
    box = np.array([[0, 0], [100, 10], [100, 50], [0, 40]], dtype=np.float32)
    parts = parts_of_box(box, 0.5, 1.0)
    assert parts[0].tolist() == [[50, 13], [100, 18], [100, 50], [50, 45]]

"""What repair does not look at for the sake of speed changes nothing that it finds."""

from __future__ import annotations

import random

import pytest

from luoshi.repair import grams, index, loops


def _looping(seed: int) -> str:
    """Random words in which phrases of all lengths are said again and again."""
    draw = random.Random(seed)
    words = "提升服务水平，抓好落实加快"
    parts = []
    for _ in range(6):
        phrase = "".join(draw.choices(words, k=draw.choice((4, 5, 6, 9, 19, 20, 21, 60, 400, 401))))
        parts += [phrase * draw.randint(1, 5), "".join(draw.choices(words, k=draw.randint(0, 9)))]
    return "".join(parts)


@pytest.mark.parametrize("seed", range(60))
def test_no_line_with_a_loop_is_let_pass(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = _looping(seed)
    found = [loops.find_loops(text[start:]) for start in range(20)]
    monkeypatch.setattr(loops, "_may_loop", lambda _: True)
    assert found == [loops.find_loops(text[start:]) for start in range(20)]


@pytest.mark.parametrize("size", [0, 11, 12, 13, 19, 28, 30, 138, 139, 140, 203, 204, 700, 5000])
def test_grams_cut_in_rows_are_those_of_the_places(size: int) -> None:
    draw = random.Random(size)
    text = "".join(chr(draw.randrange(0x10000, 0x2FFFF)) for _ in range(size))
    cut = {
        first + number * stride: gram.decode("utf-32-le")
        for first, stride, row in index._rows(text)
        for number, gram in enumerate(row)
    }
    places = range(size - 11)
    if len(places) >= 128:
        places = [row + n for row in places[: -8 : len(places) // 64 * 8] for n in range(8)]
    assert cut == {place: text[place : place + 12] for place in places}


@pytest.mark.parametrize("size", [11, 12, 19, 20, 27, 28, 36, 100])
def test_index_has_every_eighth_gram(size: int) -> None:
    text = "".join(map(chr, range(0x4E00, 0x4E00 + size)))
    entered = index.Index()
    entered.add(text, 7)
    entered.add(text, 8)  # what is known stays with the first
    found = [at for at in range(size - 11) if entered.nearest(text[at : at + 12], 3)]
    assert found == list(range(0, size - 11, 8))
    assert not found or entered.nearest("\ud800" + text, 3) == [7]


@pytest.mark.parametrize("searches", [0, 5, 200])
def test_grams_are_counted_on_demand_as_all_at_once(searches: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grams, "_ON_DEMAND", searches)
    paragraphs = ["2024年，实施“一二一二一”行动1000次.", "，，，，（是）", "年(年)年年年"]
    counts = grams.count(paragraphs)
    sample = grams.Sample(paragraphs)
    assert counts["000"] == 4 and counts["年年"] == 2 and counts["一二一"] == 2 and counts["^"] == 3
    assert {gram: sample[gram] for gram in counts} == counts
    assert sample["无"] == sample["年无"] == sample["无年无"] == 0


def test_followers_of_a_history() -> None:
    table = grams.Table("# what a line means\n\t年5 上3\n年\t上2 初1\n")
    assert table.after("年") == grams.Followers({"上": 2, "初": 1}, 3, 4)  # two that are counted, two that are not
    assert table.after("") == grams.Followers({"年": 5, "上": 3}, 8, 2)
    assert table.after("初") == grams.Followers({})

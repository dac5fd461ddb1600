"""Lines of print from what recognition saw, without recognition."""

from __future__ import annotations

from luoshi.layout import Rect
from luoshi.layout.fragments import lines_of
from luoshi.layout.overlaps import Character, Fragment


def fragment(words: str, left: float, top: float, height: float, *, sure: float = 0.99, pitch: float = 1.0) -> Fragment:
    """Words with the middles of their characters one after the other; a digit is half as wide as a Chinese character."""
    at, characters = left, []
    for word in words:
        width = height * 0.75 * (0.5 if word.isascii() else 1) * pitch
        characters.append(Character(word, at + width / 2, sure))
        at += width
    return Fragment(tuple(characters), Rect(left, top, at, top + height))


def words_of(*fragments: Fragment) -> list[str]:
    return [line.words for line in lines_of(fragments)]


def test_a_number_set_large_is_put_between_its_words() -> None:
    before = fragment("将超过", 100, 300, 60)
    number = fragment("35", before.rect.right + 8, 205, 170)
    after = fragment("万亿元", number.rect.right + 6, 302, 60)
    assert words_of(number, after, before) == ["将超过35万亿元"]
    (line,) = lines_of([number, after, before])
    assert line.rect == Rect(100, 205, after.rect.right, 375)
    assert line.size == 60


def test_slanted_type_leans_over_what_follows() -> None:
    before = fragment("常住人口城镇化率", 60, 313, 100)
    number = fragment("74.0%", before.rect.right - 35, 261, 159)
    assert words_of(before, number) == ["常住人口城镇化率74.0%"]


def test_what_two_fragments_both_saw_is_given_once() -> None:
    before = fragment("城镇化率", 60, 300, 100)
    after = fragment("率74.0%", before.rect.right - 75, 300, 100)  # read with more around it than its box
    after = after._replace(rect=after.rect._replace(left=before.rect.right + 5))
    assert words_of(before, after) == ["城镇化率74.0%"]
    within = fragment("镇化", 140, 305, 90)
    assert words_of(before, within) == ["城镇化率"]


def test_lines_under_one_another_stay_apart() -> None:
    assert words_of(fragment("工业总产值", 60, 100, 80), fragment("将超过4.2万亿元", 60, 170, 80)) == [
        "工业总产值",
        "将超过4.2万亿元",
    ]


def test_columns_are_cut_where_recognition_ran_them_together() -> None:
    left, right = fragment("全市经济稳中向好", 100, 100, 40), fragment("本报讯记者", 100 + 8 * 30 + 70, 100, 40)
    one = Fragment(left.characters + right.characters, Rect(100, 100, right.rect.right, 140))
    lines = lines_of([one])
    assert [line.words for line in lines] == ["全市经济稳中向好", "本报讯记者"]
    assert lines[0].rect.right < lines[1].rect.left


def test_words_that_are_spread_out_evenly_are_not_cut() -> None:
    assert words_of(fragment("通知", 100, 100, 40, pitch=3.2), fragment("政府工作报告", 100, 200, 40, pitch=2.8)) == [
        "通知",
        "政府工作报告",
    ]


def test_a_column_of_text_beside_a_headline_is_not_its_continuation() -> None:
    headline = fragment("春潮涌动", 100, 100, 120)
    column = [fragment("市委召开全会部署工作", headline.rect.right + 20, 70 + 40 * n, 34) for n in range(5)]
    assert words_of(headline, *column) == ["市委召开全会部署工作"] * 1 + ["春潮涌动"] * 1 + ["市委召开全会部署工作"] * 4


def test_confidence_is_that_of_the_least_sure_digit() -> None:
    sure, unsure = fragment("增长5.2%", 0, 0, 40), fragment("3", 0, 0, 40, sure=0.4)
    changed = sure.characters[:2] + unsure.characters + sure.characters[3:]
    assert lines_of([sure])[0].confidence == 0.99
    assert lines_of([sure._replace(characters=changed)])[0].confidence == 0.4
    words = fragment("稳中向", 0, 0, 40).characters + fragment("好", 0, 0, 40, sure=0.4).characters
    assert 0.8 < lines_of([sure._replace(characters=words)])[0].confidence < 0.9


def test_boxes_that_take_in_the_gutter_between_them_are_two_lines() -> None:
    left = fragment("本报讯记者从市统计局", 100, 300, 40)
    right = fragment("好一批过去要跑几个窗口", left.rect.right + 30, 300, 40)
    left, right = (
        one._replace(rect=one.rect._replace(right=edge))
        for one, edge in ((left, left.rect.right + 14), (right, right.rect.right))
    )
    right = right._replace(rect=right.rect._replace(left=right.rect.left - 12))
    first, second = lines_of([left, right])
    assert [first.words, second.words] == ["本报讯记者从市统计局", "好一批过去要跑几个窗口"]
    assert second.rect.left - first.rect.right >= 14


def test_the_white_behind_a_comma_parts_no_headline() -> None:
    before = fragment("村里的账本，", 100, 300, 80)
    after = fragment("越算越亮堂", before.rect.right + 30, 300, 80)
    assert words_of(before, after) == ["村里的账本，越算越亮堂"]


def test_what_boxes_drawn_into_one_another_both_show_is_given_once() -> None:
    label = fragment("新建改建学校", 60, 306, 72)
    number = fragment("校38所", label.rect.right - 54, 260, 131)
    number = number._replace(characters=(label.characters[-1], *number.characters[1:]))
    assert words_of(label, number) == ["新建改建学校38所"]
    within = fragment("突破", 60, 600, 70)
    around = fragment("突破1803家", 60, 590, 90)
    around = around._replace(characters=within.characters + around.characters[2:])
    assert words_of(within, around) == ["突破1803家"]


def test_a_large_number_is_not_cut_from_its_words_on_a_card() -> None:
    words, digits, unit = fragment("建成绿道", 60, 400, 80), (430.0, 500.0, 595.0), fragment("公里", 640, 400, 80)
    number = tuple(Character(word, at, 1.0) for word, at in zip("254", digits, strict=True))
    one = Fragment(words.characters + number + unit.characters, Rect(60, 380, unit.rect.right, 520))
    assert words_of(one, fragment("近2亿吨", 60, 800, 120)) == ["建成绿道254公里", "近2亿吨"]


def test_lines_of_two_tiles_are_not_joined() -> None:
    left = [fragment("规上工业增加值", 60, 600, 70), fragment("增长5.9%", 60, 680, 140)]
    right = [fragment("全省外贸规模", 480, 600, 70), fragment("将超过7万亿元", 482, 690, 90)]
    title = fragment("今年干什么一张图看明白", 60, 100, 100)
    assert sorted(words_of(*left, *right, title)) == sorted(
        ["今年干什么一张图看明白", "规上工业增加值", "增长5.9%", "全省外贸规模", "将超过7万亿元"]
    )


def test_headlines_on_both_sides_of_a_ruling_line_are_two_lines() -> None:
    left = fragment("把公园修到家门口", 100, 100, 44)
    right = fragment("新基地投产", left.rect.right + 5, 104, 44)
    middle = left.rect.right + 2
    assert words_of(left, right) == ["把公园修到家门口新基地投产"]
    for wall, parted in (
        (Rect(middle, 98, middle + 2, 600), True),
        (Rect(middle, 160, middle + 2, 600), False),  # it begins below
        (Rect(300, 98, 302, 600), False),  # the stem of a character
    ):
        found = [line.words for line in lines_of([left, right], [wall])]
        assert found == (["把公园修到家门口", "新基地投产"] if parted else ["把公园修到家门口新基地投产"])

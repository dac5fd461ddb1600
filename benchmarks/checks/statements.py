"""Sentences that hold several numbers which must agree: each right, and with one number changed."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

Statement = tuple[str, str, str]
"""The sentence as it should be, with one number changed, and that number as changed."""

_TENTH = Decimal("0.1")


def swapped(number: str, chance: random.Random) -> str:
    """The number with two neighbouring digits that differ exchanged; unchanged where there are none."""
    digits = [n for n, character in enumerate(number) if character.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if number[a] != number[b]]
    if not pairs:
        return number
    a, b = chance.choice(pairs)
    return number[:a] + number[b] + number[a + 1 : b] + number[a] + number[b + 1 :]


def _part(chance: random.Random) -> Statement:
    whole, part = chance.randint(600, 2000), chance.randint(90, 500)
    form = "新登记经营主体{}户，其中企业{}户。"
    return form.format(whole, part), form.format(part, whole), f"{whole}户"


def _complement(chance: random.Random) -> Statement:
    a, b = chance.randint(200, 900), chance.randint(200, 900)
    form = "发放补助{}万元，其中城镇{}万元、农村{}万元。"
    wrong = chance.choice([a + b + 90, a + b - 180, a + b + 27])
    return form.format(a + b, a, b), form.format(wrong, a, b), f"{wrong}万元"


def _total(chance: random.Random) -> Statement:
    a, b = chance.randint(20, 90), chance.randint(20, 90)
    form = "新建停车场{}个、改造停车场{}个，共计{}个。"
    wrong = a + b + chance.choice([-9, 9, 10, 20])
    return form.format(a, b, a + b), form.format(a, b, wrong), f"{wrong}个"


def _share(chance: random.Random) -> Statement:
    name = chance.choice(
        ["森林覆盖率", "农村自来水普及率", "生活垃圾无害化处理率", "产品抽检合格率", "基本医疗保险参保率"]
    )
    tenths = chance.randint(301, 989)
    form = "{}达到{}%。"
    return form.format(name, Decimal(tenths) / 10), form.format(name, tenths), f"{tenths}%"


def _rank(chance: random.Random) -> Statement:
    name = chance.choice(["地区生产总值增速", "一般公共预算收入增速", "固定资产投资增速"])
    right = chance.randint(1, 14)
    form = "{}居全市第{}位。"
    return form.format(name, right), form.format(name, right + 30), f"第{right + 30}位"


def _points(chance: random.Random) -> Statement:
    a, change = Decimal(chance.randint(450, 700)) / 10, Decimal(chance.randint(6, 24)) / 10
    form = "常住人口城镇化率由上年的{}%提高到{}%，提高{}个百分点。"
    wrong = change + chance.choice([Decimal(1), Decimal("0.9"), Decimal(-3) / 10])
    return form.format(a, a + change, change), form.format(a, a + change, wrong), f"{wrong}个百分点"


def _rate(chance: random.Random) -> Statement:
    a = Decimal(chance.randint(210, 900)) / 10
    b = (a * Decimal(chance.uniform(1.05, 1.3))).quantize(_TENTH)
    growth = ((b / a - 1) * 100).quantize(_TENTH)
    form = "电商交易额由上年的{}亿元增加到{}亿元，增长{}%。"
    wrong = Decimal(swapped(f"{growth}", chance))
    return form.format(a, b, growth), form.format(a, b, wrong), f"{wrong}%"


def _slip(chance: random.Random) -> Statement:
    a = Decimal(chance.randint(21, 90)) / 10
    b = (a * Decimal("1.1")).quantize(_TENTH)
    form = "肉牛存栏由上年的{}万头增加到{}{}头。"
    return form.format(a, b, "万"), form.format(a, b, "亿"), f"{b}亿头"


STATEMENTS: dict[str, Callable[[random.Random], Statement]] = {
    "part over whole": _part,
    "two parts and a whole": _complement,
    "stated total": _total,
    "lost decimal point of a share": _share,
    "rank beyond the field": _rank,
    "change in points": _points,
    "digits of a growth swapped": _rate,
    "unit slip in a sentence": _slip,
}

"""Statistics tables: a head row, names down the side."""

from __future__ import annotations

import random
from typing import NamedTuple

from pages.prose import Writer, templates

_INDICATORS = (  # name, unit, from, to, decimals
    ("地区生产总值", "亿元", 2300, 4900, 1),
    ("规模以上工业增加值", "亿元", 700, 1700, 1),
    ("固定资产投资", "亿元", 900, 2600, 1),
    ("社会消费品零售总额", "亿元", 800, 1990, 1),
    ("一般公共预算收入", "亿元", 210, 390, 1),
    ("进出口总额", "亿元", 310, 880, 1),
    ("城镇居民人均可支配收入", "元", 41000, 56000, 0),
    ("农村居民人均可支配收入", "元", 18000, 29000, 0),
    ("年末常住人口", "万人", 480, 560, 1),
    ("粮食产量", "万吨", 190, 260, 1),
    ("新能源汽车产量", "万辆", 11, 29, 1),
    ("港口货物吞吐量", "万吨", 4100, 9900, 0),
)


class Table(NamedTuple):
    """``rows`` with the head row first."""

    caption: str
    rows: list[list[str]]


def _number(draw: random.Random, low: float, high: float, decimals: int) -> str:
    return f"{draw.uniform(low, high):.{decimals}f}"


def level_table(writer: Writer) -> Table:
    """Indicators down the side: unit, amount, growth."""
    draw = writer.draw
    rows = [["指标", "单位", "绝对数", "比上年增长（%）"]]
    for name, unit, low, high, decimals in draw.sample(_INDICATORS, draw.randint(6, 9)):
        rows.append([name, unit, _number(draw, low, high, decimals), _number(draw, -3, 14, 1)])
    return Table("2025年全市主要经济指标", rows)


def growth_table(writer: Writer) -> Table:
    """Districts down the side: amount and growth of one indicator in two years."""
    draw = writer.draw
    rows = [["地区", "2024年（亿元）", "2025年（亿元）", "2025年增长（%）"]]
    for name in draw.sample(templates("common")["district"], draw.randint(5, 8)):
        rows.append([name, _number(draw, 160, 480, 1), _number(draw, 170, 520, 1), _number(draw, 2, 11, 1)])
    return Table("各区县地区生产总值", rows)

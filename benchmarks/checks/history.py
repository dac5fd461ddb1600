"""An invented district over five years, in numbers that agree, and its yearly reports in sentences of our own."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

PLACE = "云岭区"
YEARS = range(2020, 2026)
_TENTH = Decimal("0.1")

LEVELS: dict[str, tuple[str, str, float, float]] = {
    # name, unit, a level of 2020, growth a year in percent
    "一般公共预算支出": ("亿元", "0.1", 42.6, 5.5),
    "旅游收入": ("亿元", "0.1", 31.8, 14.0),
    "城镇居民人均可支配收入": ("元", "1", 31264, 6.5),
    "农村居民人均可支配收入": ("元", "1", 17352, 8.0),
    "金融机构本外币各项存款余额": ("亿元", "0.1", 512.4, 8.5),
    "粮食产量": ("万吨", "0.1", 28.6, 2.0),
    "进出口总额": ("亿元", "0.1", 63.2, 9.0),
}
"""Indicators whose published growth follows from their levels."""

WORKS = {"学校": "所", "农村公路": "公里", "社区食堂": "个", "口袋公园": "座", "公共充电桩": "个", "养老驿站": "个"}

_RESULTS = ("{name}达到{level}，增长{growth}", "{name}{level}，同比增长{growth}", "完成{name}{level}、增长{growth}")
_WORKS_DONE = ("新建{work}{count}{unit}", "建成{work}{count}{unit}")
_OPENINGS = ("{year}年，全区", "过去的一年，全区", "{year}年，我区")


@dataclass
class Year:
    """What is true of a year. ``shares`` are those of the three industries, ``works`` done, ``goals`` set for the year."""

    year: int
    levels: dict[str, Decimal]
    growths: dict[str, Decimal] = field(default_factory=dict)
    shares: tuple[Decimal, Decimal, Decimal] = (Decimal(0), Decimal(0), Decimal(0))
    works: dict[str, int] = field(default_factory=dict)
    goals: dict[str, int] = field(default_factory=dict)
    goal_growths: dict[str, Decimal] = field(default_factory=dict)


def history(chance: random.Random) -> list[Year]:
    """Six years, each computed from the one before and rounded as statistics are."""
    found: list[Year] = []
    for year in YEARS:
        now = Year(year, {})
        for name, (_, step, start, rate) in LEVELS.items():
            if not found:
                now.levels[name] = Decimal(start * chance.uniform(0.7, 1.4)).quantize(Decimal(step))
                continue
            before = found[-1].levels[name]
            growth = Decimal(chance.gauss(rate, 1.5)) / 100
            now.levels[name] = (before * (1 + growth)).quantize(Decimal(step))
            now.growths[name] = ((now.levels[name] / before - 1) * 100).quantize(_TENTH)
            now.goal_growths[name] = (now.growths[name] - Decimal(chance.choice(["0.1", "0.5", "1"]))).quantize(_TENTH)
        first, second = (Decimal(chance.uniform(*ends)).quantize(_TENTH) for ends in ((6, 12), (34, 44)))
        now.shares = first, second, 100 - first - second
        for work in WORKS:
            now.goals[work] = chance.randint(6, 60)
            now.works[work] = now.goals[work] + chance.choice([0, 0, 1, 3])
        found.append(now)
    return found


def result(chance: random.Random, now: Year, name: str) -> str:
    """A clause about an indicator's level and growth."""
    unit = LEVELS[name][0]
    return chance.choice(_RESULTS).format(name=name, level=f"{now.levels[name]}{unit}", growth=f"{now.growths[name]}%")


def report(chance: random.Random, now: Year, following: Year | None) -> str:
    """The report of the January after a year: what was reached, and what is aimed at."""
    opening = chance.choice(_OPENINGS).format(year=now.year)
    names = chance.sample(list(LEVELS), len(LEVELS))
    results = "；".join(result(chance, now, name) for name in names)
    works = "，".join(
        chance.choice(_WORKS_DONE).format(work=work, count=now.works[work], unit=unit) for work, unit in WORKS.items()
    )
    a, b, c = now.shares
    lines = [
        f"{PLACE}人民政府工作报告",
        f"——{now.year + 1}年1月12日在区人民代表大会上",
        f"一、{now.year}年工作回顾",
        f"{opening}{results}。三次产业结构调整为{a}∶{b}∶{c}。",
        f"民生福祉持续改善。{works}。",
        f"二、{now.year + 1}年工作安排",
    ]
    if following is not None:
        goals = "，".join(f"{name}增长{growth}%" for name, growth in following.goal_growths.items())
        counts = "，".join(f"新建{work}{following.goals[work]}{unit}" for work, unit in WORKS.items())
        lines += [f"今年的主要预期目标是：{goals}。", f"办好民生实事，计划{counts}。"]
    return "\n".join(lines)


def bulletin(chance: random.Random, now: Year) -> str:
    """The statistical bulletin of the March after a year."""
    results = "\n".join(f"全年{result(chance, now, name).removeprefix('完成')}。" for name in LEVELS)
    return f"{PLACE}{now.year}年国民经济和社会发展统计公报\n{results}"

"""Standard names: short forms inside an indicator's words written out, and which known indicator a name is.

An unknown indicator is ordinary and has no id: most of what a report counts stands in no list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import table

# name, the same with its short forms written out
FULL_NAMES = (
    ("规上工业增加值", "规模以上工业增加值"),
    ("规模以上工业增加值", "规模以上工业增加值"),
    ("限上新能源汽车零售额", "限额以上新能源汽车零售额"),
    ("规上限上企业", "规模以上限额以上企业"),
    ("三产增加值", "第三产业增加值"),
    ("农村一二三产业融合发展先导区", "农村一二三产业融合发展先导区"),
    ("生产总值", "地区生产总值"),
    ("人均生产总值", "人均地区生产总值"),
    ("海洋生产总值", "海洋生产总值"),
    ("国内生产总值（GDP）", "国内生产总值（GDP）"),
    ("单位GDP能耗", "单位地区生产总值能耗"),
    ("全球GDP", "全球GDP"),
    ("R&D经费投入强度", "研发经费投入强度"),
    ("研究与试验发展（R&D）经费", "研究与试验发展（R&D）经费"),
    ("社零总额", "社会消费品零售总额"),
    ("社零", "社会消费品零售总额"),
    ("供销合作社零售额", "供销合作社零售额"),
    ("工业技改投资", "工业技术改造投资"),
    ("科技改革任务", "科技改革任务"),
    ("规上服务业营收", "规模以上服务业营业收入"),
    ("村集体经营收入", "村集体经营收入"),
    ("基本医保参保率", "基本医疗保险参保率"),
    ("医保报销药品目录", "医保报销药品目录"),
    ("下放行政权限下沉事项", "下放行政权限下沉事项"),
    ("一般公共预算收入", "一般公共预算收入"),
    ("“规上”企业培育计划项目", "“规上”企业培育计划项目"),
)

# name, id of the known indicator or "" where the words are none or could be several
IDS = (
    ("地区生产总值", "gdp"),
    ("全省地区生产总值增速", "gdp"),
    ("规上工业增加值", "industrial_value_added_above_scale"),
    ("全部工业增加值", "industrial_value_added"),
    ("我市社零总额", "retail_sales_consumer_goods"),
    ("“新三样”出口", "exports_new_three"),
    ("常住人口的城镇化率", "urbanisation_rate_resident"),
    ("户籍人口城镇化率", "urbanisation_rate_registered"),
    ("人口自然增长率", "natural_population_growth_rate"),
    ("固定资产投资（不含农户）", "fixed_asset_investment"),
    ("全社会固定资产投资", "fixed_asset_investment_total"),
    ("农村居民收入", "disposable_income_rural"),
    ("税收收入", "tax_revenue"),
    ("高新技术企业数量", "high_tech_enterprises"),
    ("地区生产总值过千亿元的县", ""),
    ("增加值", ""),
    ("失业率", ""),
    ("山城绿道", ""),
)

_QUOTED = "“[^“”]*”|‘[^‘’]*’|《[^《》]*》|\"[^\"]*\""
_PREFIX = re.compile(
    r"(?:(?:全|我|本)(?:省|市|区|县|州|旗|盟|自治区|自治州|自治县)|全国|全年|年末|期末|实现|完成)+"
)
_SUFFIX = re.compile(r"(?:增速|增幅|涨幅|降幅|增长率|增长速度|增长|总数|数量|数)$")
_PLAIN = str.maketrans(
    {mark: None for mark in " \t\n\r\u3000\xa0“”‘’\"'《》（）()[]【】·的"}
    | {ord(roman): arabic for roman, arabic in zip("ⅠⅡⅢⅣⅤ", ("I", "II", "III", "IV", "V"), strict=True)}
    | {ord(dash): "-" for dash in "—–－~～至"}
)


class Indicator(NamedTuple):
    """A row of catalogue/indicators.tsv, whose head says what each column means."""

    id: str
    name: str
    aliases: tuple[str, ...]
    dimension: str
    kind: str
    better: str
    theme: str
    source: str


def full_name(name: str) -> str:
    """The name with its usual short forms written out (规上工业增加值 → 规模以上工业增加值); names in quotes stay as they are.

    Writing out twice changes nothing more. Rules: catalogue/short_forms.tsv.
    """
    pattern, full = _short_forms()
    if pattern.search(name) is None:
        return name
    return pattern.sub(lambda m: full.get(m[0], m[0]), name)


def indicator_id(name: str) -> str:
    """The id of the known indicator that the name is, or "".

    Compared are whole names, without place (全省, 我市), growth (增速, 涨幅), quotes and brackets. Nothing is guessed.
    """
    names = _names()
    found = names.get(name)
    if found is not None:
        return found
    plain = _plain(name)
    found = names.get(plain)
    if found is not None:
        return found
    start = prefix.end() if (prefix := _PREFIX.match(plain)) else 0
    end = suffix.start() if (suffix := _SUFFIX.search(plain)) else len(plain)
    # a growth of what is itself named with a place in front (全国重点实验室数量) keeps the place
    return names.get(plain[start:]) or names.get(plain[:end]) or names.get(plain[start:end], "")


def known(id: str) -> Indicator:
    """The known indicator with this id. Raises KeyError where there is none."""
    return indicators()[id]


@cache
def indicators() -> dict[str, Indicator]:
    """The known indicators by id, in the order of the catalogue."""
    return {
        row[0]: Indicator(row[0], row[1], tuple(row[2].split("|")) if row[2] else (), *row[3:])
        for row in table("indicators")
    }


@cache
def _names() -> dict[str, str]:
    """Each name and alias, and its form for comparison, with the id."""
    names: dict[str, str] = {}
    for indicator in indicators().values():
        for name in (indicator.name, *indicator.aliases):
            names[name] = names[_plain(name)] = indicator.id
    return names


def _plain(name: str) -> str:
    """The form in which names are compared: short forms written out, without quotes, brackets, spaces and 的."""
    return full_name(name).translate(_PLAIN)


@cache
def _short_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all short forms, longest first, and what each is written out to.

    The words of the third column and quoted names match too, as themselves, so that nothing inside them is touched. Each
    alternative begins with its characters and has its conditions behind them: so the pattern skips to possible first
    characters quickly.
    """
    full: dict[str, str] = {}
    alternatives: list[tuple[str, str]] = []
    for short, long, unless in table("short_forms"):
        word = short.strip("^$")
        full[word] = long
        alternatives.append((word, "".join(_conditions(short, word))))
        alternatives += ((other, re.escape(other)) for other in unless.split("|") if other)
    alternatives.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return re.compile("|".join([_QUOTED, *(part for _, part in alternatives)])), full


def _conditions(short: str, word: str) -> Iterator[str]:
    """The pattern of one short form: the word, then what must stand before it and behind it."""
    yield re.escape(word)
    if short.startswith("^"):
        yield rf"(?<!.{re.escape(word)})"
    if word.isascii():
        yield rf"(?<![A-Za-z（(]{re.escape(word)})(?![A-Za-z])"
    if short.endswith("$"):
        yield r"\Z"

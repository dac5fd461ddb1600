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
EXAMPLES = (
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
ID_EXAMPLES = (
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

_QUOTED = '“[^“”]*”|‘[^‘’]*’|《[^《》]*》|"[^"]*"'
_PREFIX = re.compile(r"(?:[全我本](?:[省市区县州旗盟]|自治[区州县旗])|全国)?(?:全年|年末|期末)?")
_PREFIX_STARTS = frozenset("全我本年期")
_SUFFIXES = ("增长速度", "增长率", "增速", "增幅", "涨幅", "降幅", "增长", "降低", "总数", "数量", "数")
_SUFFIX_ENDS = frozenset(suffix[-1] for suffix in _SUFFIXES)
_IGNORED, _VARIANTS = "\\s“”‘’\"'《》（）()\\[\\]【】·的", "Ⅰ-Ⅴ—–－~～至"
_DROPPED = re.compile(f"[{_IGNORED}]+")
_OTHER_FORMS = re.compile(f"[{_VARIANTS}]")
_UNUSUAL = re.compile(f"[{_IGNORED}{_VARIANTS}]")
_ONE_FORM = str.maketrans(
    dict(zip("ⅠⅡⅢⅣⅤ", ("I", "II", "III", "IV", "V"), strict=True)) | dict.fromkeys("—–－~～至", "-")
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
    forms = _short_forms()
    if forms.likely.search(name) is None:
        return name
    return forms.pattern.sub(forms.write_out, name)


def indicator_id(name: str) -> str:
    """The id of the known indicator that the name is, or "".

    Compared are whole names, without place (全省, 我市), growth (增速, 涨幅), quotes and brackets. Nothing is guessed.
    """
    return _names().get(name) or _id_of_plain(_plain(name))


def standard(name: str) -> tuple[str, str]:
    """The name with its short forms written out, and its ``indicator_id``."""
    name = full_name(name)
    return name, _names().get(name) or _id_of_plain(name if _UNUSUAL.search(name) is None else _plain(name))


def _id_of_plain(plain: str) -> str:
    names = _names()
    prefix = _PREFIX.match(plain) if plain[:1] in _PREFIX_STARTS else None
    start = prefix.end() if prefix else 0
    suffixed = plain[-1:] in _SUFFIX_ENDS and plain.endswith(_SUFFIXES)
    if plain in names or not (start or suffixed):
        return names.get(plain, "")
    end = len(plain) - next(len(suffix) for suffix in _SUFFIXES if plain.endswith(suffix)) if suffixed else len(plain)
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
    for id, canonical, aliases, *_ in table("indicators"):
        for name in (canonical, *aliases.split("|")):
            if name:
                names[name] = names[_plain(name)] = id
    return names


def _plain(name: str) -> str:
    """The form in which names are compared: short forms written out, without quotes, brackets, spaces and 的."""
    name = full_name(_DROPPED.sub("", name))
    return name if _OTHER_FORMS.search(name) is None else name.translate(_ONE_FORM)


class _ShortForms(NamedTuple):
    """``likely`` finds the characters of a short form, ``pattern`` what may be written out or must stay, ``full`` is for which."""

    likely: re.Pattern[str]
    pattern: re.Pattern[str]
    full: dict[str, str]

    def write_out(self, found: re.Match[str]) -> str:
        return self.full.get(found[0], found[0])


@cache
def _short_forms() -> _ShortForms:
    """The rules of catalogue/short_forms.tsv as patterns, longer words first.

    Quoted names and the words of the third column match too, as themselves, so that nothing inside them is touched. Each
    alternative has its conditions behind its characters, so that the search skips quickly to possible first characters.
    """
    full: dict[str, str] = {}
    parts: dict[str, str] = {}
    others: dict[str, str] = {}
    for short, long, unless in table("short_forms"):
        word = short.strip("^$")
        full[word] = long
        parts[word] = "".join(_conditions(short, word))
        others |= {other: re.escape(other) for other in unless.split("|") if other}
    return _ShortForms(
        re.compile(_longest_first(parts), re.DOTALL),
        re.compile(f"{_QUOTED}|{_longest_first(parts | others)}", re.DOTALL),
        full,
    )


def _longest_first(parts: dict[str, str]) -> str:
    return "|".join(parts[word] for word in sorted(parts, key=lambda word: (-len(word), word)))


def _conditions(short: str, word: str) -> Iterator[str]:
    """The pattern of one short form: the word, then what must stand before it and behind it."""
    yield re.escape(word)
    if short.startswith("^"):
        yield rf"(?<!.{re.escape(word)})"
    if word[0].isascii() and word[-1].isascii():
        yield rf"(?<![A-Za-z（(]{re.escape(word)})(?![A-Za-z])"
    if short.endswith("$"):
        yield r"\Z"

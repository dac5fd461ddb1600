"""Where a text counts or measures something: numbers with their units, ranks, multiples, fractions.

One scan for numbers in digits (``digits``) and one for numbers in Chinese characters (``characters``), each linear in the
length of the text. What is part of a name, a date, a class or a threshold is no quantity (docs/records.md).
"""

from __future__ import annotations

from functools import lru_cache

from luoshi.extraction.characters import scan_characters
from luoshi.extraction.digits import scan_digits
from luoshi.extraction.normal import normal
from luoshi.extraction.quantity import Quantity

EXAMPLES = (
    ("新建12所学校", ("12所",)),
    ("完成投资5100多亿元", ("5100多亿元",)),
    ("增长5%—5.5%", ("5%—5.5%",)),
    ("产值8000亿—1万亿元", ("8000亿—1万亿元",)),
    ("分别提高5.1、5.4、6.2个百分点", ("5.1", "5.4", "6.2个百分点")),
    ("浓度为28微克/立方米", ("28微克/立方米",)),
    ("收入比为2.2∶1", ("2.2∶1",)),
    ("占全国1/4", ("1/4",)),
    ("迈上4万亿新台阶", ("4万亿",)),
    ("惠及36万适龄女生", ("36万",)),
    ("居全国第三，稳居首位", ("第三", "首位")),
    ("位列全国前十", ("前十",)),
    ("由全国第12位升至第9位", ("第12位", "第9位")),
    ("注册用户突破3500万。", ("3500万",)),
    ("人均预期寿命提高到80岁以上", ("80岁",)),
    ("城乡居民收入比缩小至2.54。", ("2.54",)),
    ("学科进入世界前千分之一", ()),
    ("三次产业结构由8.7∶41.2∶50.1调整为7.4∶39.6∶53。", ("8.7", "41.2", "50.1", "7.4", "39.6", "53")),
    ("比赛以3∶2∶1告终", ()),
    ("增长" + "1" * 40 + "%", ()),
    ("翻了一番", ("翻了一番",)),
    ("增长近六成、占三分之一", ("六成", "三分之一")),
    ("服务近千个企业、三百二十万人", ("近千个", "三百二十万人")),
    ("“965”产业集群", ()),
    ("12345热线、G60走廊、PM2.5、5G", ()),
    ("2025年3月12日", ()),
    ("4A级景区、千亿级产业、万吨级泊位", ()),
    ("60岁以上老年人", ()),
    ("第三季度、第十四届", ()),
    ("三个方面、五大工程", ()),
    ("“1+4”文件", ()),
)


@lru_cache(maxsize=1)
def quantities(text: str) -> tuple[str, list[Quantity]]:
    """A text in its normal form (of the same length) and its quantities; kept for what reads the same text next."""
    normalised = normal(text)
    return normalised, scan(normalised)


def scan(text: str) -> list[Quantity]:
    """The quantities of a normalised text (see ``normal``), in order; never two over the same characters."""
    found = scan_digits(text)
    more = scan_characters(text, [(q.start, q.end) for q in found])
    return sorted(found + more, key=lambda q: q.start) if more else found

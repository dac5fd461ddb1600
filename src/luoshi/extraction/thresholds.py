"""Amounts that sort things into a class (营业收入超百亿元的企业有 12 家, 12 个集群规模超千亿元): they say what is counted.

They are no figures of their own (docs/records.md); the count beside them has them in its indicator.
"""

from __future__ import annotations

import re

from luoshi.catalogue import either
from luoshi.extraction import indicators, word_kinds
from luoshi.extraction.clauses import Reading, Sentence
from luoshi.extraction.phrases import Left
from luoshi.extraction.quantity import Quantity
from luoshi.model import Bound

EXAMPLES = (  # in the notation of ``examples``, said in a review of the year
    ("营业收入超百亿元企业达191家。", ("营业收入超百亿元企业; level; 191 家; exact; actual; 2025",)),
    (
        "营收超百亿元的企业有12家、超千亿元的有3家。",
        (
            "营业收入超百亿元的企业; level; 12 家; exact; actual; 2025",
            "营业收入超千亿元的企业; level; 3 家; exact; actual; 2025",
        ),
    ),
    (
        "占比超过10%的产品有44种、超过20%的有23种。",
        (
            "占比超过10%的产品; level; 44 种; exact; actual; 2025",
            "占比超过20%的产品; level; 23 种; exact; actual; 2025",
        ),
    ),
    ("形成3个超千亿元产业集群。", ("形成超千亿元产业集群; level; 3 个; exact; actual; 2025",)),
    ("87家纺织企业营业收入超亿元。", ("纺织企业营业收入超亿元; level; 87 家; exact; actual; 2025",)),
    (
        "12个产业集群规模突破千亿元、3个突破5000亿元。",
        (
            "产业集群规模突破千亿元; level; 12 个; exact; actual; 2025",
            "产业集群规模突破5000亿元; level; 3 个; exact; actual; 2025",
        ),
    ),
    ("打造3个产值超千亿元产业集群。", ("打造产值超千亿元产业集群; level; 3 个; exact; actual; 2025",)),
    ("对年销售额5万元以上且订单量达200单以上的主体给予补助。", ()),
    (
        "25家企业完成投资超过100亿元。",
        ("企业; level; 25 家; exact; actual; 2025", "企业完成投资; level; 100 亿元; at_least; actual; 2025"),
    ),
    (
        "12个园区总产值超百亿元。",
        ("园区; level; 12 个; exact; actual; 2025", "园区总产值; level; 100 亿元; at_least; actual; 2025"),
    ),
    ("总投资超500亿元的储能基地开工。", ("储能基地总投资; level; 500 亿元; at_least; actual; 2025",)),
    (
        "旅游收入超百亿元，新增企业12家。",
        ("旅游收入; level; 100 亿元; at_least; actual; 2025", "新增企业; level; 12 家; exact; actual; 2025"),
    ),
)

_THINGS = rf"的?[一-鿿“”]{{0,8}}?(?:{either('figures', 'class_noun')})"
_OF_THINGS = re.compile(_THINGS)
_CLASSED = re.compile(rf"{_THINGS}(?![一-鿿“”]*(?:规模|产值|收入|利润))")
_UNBROKEN = re.compile(r"的?[一-鿿“”]+(?<![、])(?<!增长)(?<!达到)(?<!超过)")
_ONE_EACH = ("单笔", "单户", "单个", "单台", "单体", "每笔")  # 单笔 50 万元以下欠款
_COUNTED = re.compile(
    r"的(?:(?:[一-鿿]{2,6}?)?(?:共有|已有|有|达到?|为)(?=[\d近超约])|(?:不足|超过?|近|约|占)?(?=[一二三四五六七八九]成|\d[\d.]*%))"
)
_BEYOND = r"(?:超过|超|突破|过|低于|不足)"
_CLASS = re.compile(rf"(?:{_BEYOND}[\d.,百千万亿十]+(?:元|美元|%|亩|吨|人)?(?:以上)?|[\d.百千万亿]+元以上)")
_EACH = re.compile(rf"(?P<what>[一-鿿“”]{{0,20}}?)(?:{_BEYOND})?$")
_TAKEN_TOGETHER = re.compile(
    "[总共均]|合计|累计|完成|实现|带动|增加|新增|贡献|投资|贷款|资金|融资|成交|交易"
)  # of all things counted
_SEVERAL = re.compile("一大?批|若干|更多")
_MARK = re.compile("[，。；：、\n]")
_SORTING = ("amount", "percent")
_AT_LEAST, _AT_MOST = Bound.AT_LEAST, Bound.AT_MOST  # looked up once, as in ``measures``
_CLASS_STARTS = frozenset("超突过低不0123456789百千万亿")
_OPENS = frozenset("，。；：！、\n有")
_CLOSES = frozenset("，。；！、\n")


def bounds_class(reading: Reading, q: Quantity, left: Left, following: int) -> bool:
    """Whether the amount bounds a class of things (营业收入 100 亿元以上企业, 2000 万元以上的项目 3000 个)."""
    if q.after == q.end:
        return False
    if word_kinds.measures(left.subject) and not left.verb and _OF_THINGS.match(reading.text, q.after):
        return True
    if left.subject.endswith(_ONE_EACH):
        return True
    between = reading.text[q.after : following]
    return 2 <= len(between) <= 20 and _UNBROKEN.fullmatch(between) is not None


def counts_behind(reading: Reading, q: Quantity) -> bool:
    """Whether a count of the things that an amount sorts stands behind it (超千亿元 | 的有 3 家)."""
    return reading.text.startswith("的", q.after) and _COUNTED.match(reading.text, q.after) is not None


def sorts(reading: Reading, q: Quantity, left: Left, following: Quantity | None) -> bool:
    """Whether an amount stands before the things that it sorts (营业收入超百亿元 | 企业 12 家, 占比超过 10% | 的有 44 种).

    Of one thing it is a figure (总投资超 500 亿元的基地): several are there where the ``following`` quantity counts them.
    """
    bound = left.bound or q.bound
    if (bound is not _AT_LEAST and bound is not _AT_MOST) or q.kind not in _SORTING:
        return False
    if counts_behind(reading, q):
        return True
    if following is not None and q.after == following.start and q.after > q.end and following.dimension == "count":
        return True  # 其中 10 亿元以上 4 个
    if not _CLASSED.match(reading.text, q.after) or not word_kinds.measures(left.subject):
        return False
    if q.after > q.end and reading.text[q.after] == "的":
        return True  # 快递单量达 1000 单以上的经营主体
    if q.dimension != "money":
        return False
    if _SEVERAL.search(left.subject):
        return True
    if following is None or following.dimension != "count" or following.kind != "amount":
        return False
    return _MARK.search(reading.text, q.after, following.start) is None


def lies_between(reading: Reading, q: Quantity, amount: Quantity) -> bool:
    """Whether an amount sorts the things that the count before it counts (3 个产值超千亿元 | 产业集群)."""
    if q.dimension != "count" or amount.dimension != "money" or not _CLASSED.match(reading.text, amount.after):
        return False
    each = _EACH.fullmatch(reading.text, q.after, amount.start)
    beyond = amount.bound is not None or (each is not None and each["what"] != each[0])
    return each is not None and beyond and (not each["what"] or word_kinds.measures(each["what"]))


def of_class(topic: str, subject: str) -> str:
    """The things of another class than those spoken of before (营业收入超百亿元的企业 + 超千亿元 → 营业收入超千亿元的企业), or ""."""
    if subject[:1] not in _CLASS_STARTS or _CLASS.match(subject) is None or (said := _CLASS.search(topic)) is None:
        return ""
    return topic[: said.start()] + subject.removesuffix("的") + topic[said.end() :]


def counted_class(reading: Reading, sentence: Sentence, count: Quantity, amount: Quantity) -> str:
    """What is counted where the amount behind a count says which things (12 个 | 集群规模超千亿元), or ""."""
    text = reading.text
    if count.kind != "amount" or amount.dimension not in ("money", "ratio", "area"):
        return ""
    if count.start > sentence.start and text[count.start - 1] not in _OPENS:
        return ""
    if amount.after < len(text) and text[amount.after] not in _CLOSES:
        return ""
    between = text[count.after : amount.start]
    each = _EACH.fullmatch(between)
    beyond = each is not None and (each["what"] != between or text[amount.start] in "超过" or amount.after > amount.end)
    if each is None or not beyond:
        return ""
    what = each["what"]
    if not what:
        return of_class(sentence.topic, text[count.after : amount.after])
    if not word_kinds.measures(what) or _TAKEN_TOGETHER.search(what):
        return ""
    return indicators.clean(text[count.after : amount.after])

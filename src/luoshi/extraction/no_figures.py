"""Amounts that are no figures: streaks, durations, turns of speech, thresholds, and sizes in the names of things."""

from __future__ import annotations

import re

from luoshi.extraction import thresholds, word_kinds
from luoshi.extraction.clauses import Reading, Words
from luoshi.extraction.phrases import Left
from luoshi.extraction.quantity import Quantity

_STREAK = re.compile(r"(?:连续|近|过去|创|时隔|历时|历经|为期|长达|前后|今后|未来|每|首个|第)$")
_RUNNING = ("连续", "接续", "历经", "先后", "第", "每", "分")  # 每 10 万人: of each so many; 分 13 个领域
_DURATION = re.compile(
    r"(?:天数|缩短|压缩|达到?|为|时间|时长|时限|时效|比例|至|到|减少|增加|延长|节约|周期)了?(?:超过|近|约|至|到|为)?$"
)
_SIZES = frozenset(("mass", "power", "voltage", "energy", "volume", "length", "computing", "rate"))
_OF_SIZE = re.compile(r"的?(?:自然)?(?:村|屯|组|寨|镇|乡|县|城市|社区|小区|企业|单位)")  # 20 户以上自然村
_BESIDE = re.compile(r"\d[\d.]*万?(?:人|公里|米|亩|公顷|平方米)[，。；、]")  # 412 户 | 1386 人, 4 条 | 7.3 公里
_OF_ACTION = re.compile(r"[一-鿿]{0,6}行动")  # 0.1 微克攻坚行动
_OF_PLANT = re.compile(r"(?!建成|投产|达产)[一-鿿]{2,16}?(?:项目|装置|生产线|工程)")  # 年产 4 万吨锂盐项目
_WHOLE = ("全国", "全省", "全球", "世界")
_FIELD = re.compile(
    r"[一-鿿]{2,14}?(?:“[前后]|中(?:排名|位|居|列|排))"
)  # 全国 168 个重点城市中排名 …: where a rank holds
_BEGINS_NOUN = re.compile(r"(?![的并且和及与或]|全线|全面|全部|基本|建成|投用|通车|贯通|竣工|完工)[一-鿿]")


def is_no_figure(reading: Reading, q: Quantity, left: Left, words: Words, following: int) -> bool:
    """Whether an amount counts and measures nothing itself; ``following`` is where the next quantity stands."""
    if q.kind != "amount":
        return False
    if q.dimension == "count":
        # 12 类 45 件实事: the second number counts (of 412 户 1386 人 both do); 六个方面: a turn of speech
        behind = reading.text[q.after : q.after + 8]
        sorts = following == q.end and behind[:1].strip()
        if (sorts and not _BESIDE.match(reading.text, q.end)) or word_kinds.is_aspect(behind):
            return True
        if words.text.endswith(_WHOLE) and _FIELD.match(reading.text, q.after):
            return True
    elif q.dimension == "duration":
        if _STREAK.search(words.text) or not _DURATION.search(words.text):
            return True
    elif q.dimension == "money" and thresholds.bounds_class(reading, q, left, following):
        return True
    if q.unit in ("户", "人") and q.after > q.end and _OF_SIZE.match(reading.text, q.after):
        return True
    return words.text.endswith(_RUNNING) or (
        (q.dimension in _SIZES or q.unit == "次") and _classifies(reading, q, left, words)
    )


def _classifies(reading: Reading, q: Quantity, left: Left, words: Words) -> bool:
    """Whether the amount is the size in a thing's name (某公司 60 万吨钾肥装置, 750 千伏主变), not a count of it."""
    following = reading.text[q.after : q.after + 2]
    if q.unit == "次":
        return word_kinds.acts(following) or following in ("提高", "调整", "上调", "下调")
    if q.dimension == "length" and left.subject.endswith("海拔"):
        return True
    if q.after != q.end or not _BEGINS_NOUN.match(following):
        return False
    if q.dimension == "rate" or left.subject.endswith("年产"):
        return _OF_PLANT.match(reading.text, q.after) is not None
    if reading.changes_to(q) or (words.linked and not words.text):
        return False  # 从 3800 万吨提升到 …; 完成甲 10 万吨、20 万吨乙
    if q.dimension == "voltage" or _OF_ACTION.match(reading.text, q.after):
        return True
    return not (left.verb or word_kinds.ends_in_verb(left.subject))

"""Whose figure it is: a place that a sentence or an indicator begins with (青山区将 …; 西安地铁运营里程 …)."""

from __future__ import annotations

import re
from functools import lru_cache

from luoshi.catalogue.places import expand, find_places, may_begin_place
from luoshi.extraction import indicators, word_kinds
from luoshi.extraction.clauses import Sentence

_AS_SUBJECT = re.compile(  # what follows a place that is the subject of a sentence
    r"还?将|也将|还?要|力争|确保|计划|，|全[市区县州省]|地区生产总值|生产总值|GDP|经济总量|规[上模]|固定资产|一般公共|财政|城镇|农村|常住"
)
_OF_BODY = re.compile(
    r"[一-鿿]{0,6}(?:大学|学院|集团|公司|银行|机场|港|研究院|医院|学校|高速|铁路|高铁|班列|代表团|团|队)|[东西南北](?!部)"
)
_REACH = 12  # characters at the beginning of a sentence in which its place stands

Whose = tuple[str, tuple[int, int] | None]
"""The full name of a place ("" for the document's own) and where it stands in the text."""


def place_of_sentence(text: str, sentence: Sentence, own: str) -> Whose:
    """The place that a sentence begins with, where it is the subject of what follows."""
    head = text[sentence.start : min(sentence.start + _REACH, sentence.end)]
    name = _leading_place(head)
    if not name or own.startswith(name) or not _AS_SUBJECT.match(head, len(name)):
        return "", None
    return expand(name), (sentence.start, sentence.start + len(name))


def place_of_figure(
    text: str, sentence: Sentence, indicator: str, own: str, start: int, end: int
) -> tuple[str, tuple[int, int] | None, str]:
    """The place of a figure, where it stands, and the indicator without it (东湖区经济总量 → 东湖区, 经济总量).

    The words of the figure begin at ``start`` and stop at ``end``, before its number.
    """
    name = _leading_place(indicator) if len(indicator) > 4 else ""
    if name:
        measured = word_kinds.measures(indicator) and not _OF_BODY.match(indicator, len(name))
        if measured or _AS_SUBJECT.match(indicator, len(name)):
            at = text.find(name, start, end)
            place = "" if own.startswith(name) else expand(name)
            return place, (at, at + len(name)) if at >= 0 else None, indicators.clean(indicator[len(name) :])
    return sentence.place, sentence.place_span, indicator


def _leading_place(words: str) -> str:
    """The name of a place that words begin with, or ""."""
    return _place_at_head(words[:_REACH]) if may_begin_place(words) else ""


@lru_cache(maxsize=8192)
def _place_at_head(head: str) -> str:
    span, name = next(find_places(head), (None, ""))
    return name if span is not None and span.start == 0 else ""

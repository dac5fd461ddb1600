"""A count announced against the count listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.catalogue import either
from luoshi.checks.outline import Item, NumberedList, number_of, numbered_lists
from luoshi.flows import Locator
from luoshi.model import Case, Finding, FindingKind, Span

# 七个关键词, 十个方面, 13项任务举措: number, measure word, and the thing up to the end of the clause.
_ANNOUNCEMENT = re.compile(
    r"(?<![第\d.一二两三四五六七八九十])(?P<number>[一二两三四五六七八九十]{1,3}|\d{1,2})"
    r"(?:方面|(?:个|项|大|条|点|类|件|种|步)[\u4e00-\u9fff]{1,12})"
)
_UNANNOUNCING = re.compile(rf"(?:{either('checks', 'unannouncing')})$")
_LISTED = re.compile(either("checks", "listed"))
_REACH = 60  # characters of the sentence before a list that are looked at
_HEADING = 45  # characters that a heading has at most

EXAMPLES = (
    # text, announced and counted of each finding
    ("会议部署三项任务：一是稳增长；二是促改革；三是惠民生；四是防风险。", ((3, 4),)),
    ("会议部署四项任务：一是稳增长；二是促改革；三是惠民生；四是防风险。", ()),
    ("重点抓好以下四个方面：\n（一）扩内需。\n（二）强产业。\n（三）保民生。\n谢谢大家！", ((4, 3),)),
    ("记住两个关键词。\n关键词一：实干\n要干。\n关键词二：创新\n要新。\n关键词三：担当\n要担。", ((2, 3),)),
    (
        "一、去年工作\n成绩不错。\n二、抓好三项重点工作\n今年任务很重。\n"
        "（一）稳就业。\n（二）稳企业。\n三、加强自身建设\n要实干。",
        ((3, 2),),
    ),
    ("围绕“三个中心”，抓好两件事：一是修路，二是架桥。", ()),
    ("全市新增三个国家级园区，经济稳中有进。一是工业回升。二是消费回暖。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """An announced number of things, and a numbered list of another length.

    **Looks at** a number with a measure word (七个关键词, 以下五个方面, 13项任务) at the end of the clause
    directly before a numbered list, in the heading over one, or with the very word that labels the items
    (关键词一, 关键词二, …).

    **Why**: a page that announces seven and lists thirteen has lost a heading, gained one, or mixed two lists.

    **Rule**: the list is counted in the repaired reading order. A finding is given where no number of the
    announcing sentence agrees with the count. A list whose counter leaps, or that may have been cut off with
    the end of the text, is not held to be too short.

    **Known false alarms**: a list that changes its way of numbering half way; an announcement that counts
    only the chief of the things that follow.

    **Example**: 会议部署三项任务：一是…二是…三是…四是… (3 announced, 4 listed).
    """
    text = case.flow.text
    locate = Locator(case.flow)
    last_numbers = _last_numbers(case)
    for found in numbered_lists(text):
        counted = len(found.items)
        announced = _announced(text, found)
        if counted < 2 or not announced or counted in (number for number, _ in announced):
            continue
        number, span = announced[-1]
        first, last = found.items[0], found.items[-1]
        runs_to = last_numbers.get((found.kind, locate(first.start, first.end)[0].start), 0)
        if number < 2 or (counted < number and not (runs_to >= number or _is_whole(text, found, number))):
            continue
        said, listed = text[slice(*span)], f"{_label(text, first)}至{_label(text, last)}"
        message = f"“{said}”说的是{number}，按顺序列出的是{counted}（{listed}）"
        english = f"“{said}” announces {number}, but {counted} are listed in reading order ({listed})"
        if runs_to > last.number:
            message += f"，原文的序号一直排到{runs_to}"
            english += f"; the numbering in the document runs to {runs_to}"
        yield Finding(
            FindingKind.COUNT,
            locate(*span),
            message + "。",
            english + ".",
            expected=str(counted),
            confidence=0.7 if found.kind == "digit" else 0.9,
        )


def _label(text: str, item: Item) -> str:
    return text[item.start : item.end].strip("：:，,、 \u3000")


def _announced(text: str, found: NumberedList) -> list[tuple[int, Span]]:
    """The counts that announce a list, each with its words; the likeliest last."""
    start = found.items[0].start
    offset = max(start - 4 * _REACH, 0)
    before = text[offset:start].rstrip(" \t\n\u3000：:—-–。，,；;")
    sentence = max(max(before.rfind(stop) for stop in "。！？!?；;\n") + 1, len(before) - _REACH)
    clause = max(sentence, *(before.rfind(stop) + 1 for stop in "，,：:"))
    counts = [_count(match, offset) for match in _ANNOUNCEMENT.finditer(before, sentence)]
    if found.words:
        return [count for count in counts if found.words in text[count[1].start : count[1].end + 1]]
    end = len(before.rstrip("”"))
    direct = next((match for match in _ANNOUNCEMENT.finditer(before, clause) if match.end() >= end), None)
    mark = text[offset + len(before) : start].lstrip()[:1]
    line = before[before.rfind("\n") + 1 :]
    closes = mark in tuple("。，,；;") or (not mark and len(line) <= _HEADING and "。" not in line)
    leads_in = mark in tuple("：:—-–") or (closes and direct is not None and _LISTED.search(direct[0]))
    if direct and leads_in and not _UNANNOUNCING.search(before, 0, direct.start()):
        return counts
    return _heading_counts(text, found)


def _heading_counts(text: str, found: NumberedList) -> list[tuple[int, Span]]:
    """The counts in the heading under which a list is the first."""
    heading = found.parent
    if heading is None or not (found.first_inside and heading.opens_line and found.items[0].opens_line):
        return []
    words_of_heading = text[heading.end : heading.end + _HEADING + 1].partition("\n")[0]
    if len(words_of_heading) > _HEADING or "。" in words_of_heading:
        return []
    matches = list(_ANNOUNCEMENT.finditer(words_of_heading))
    if not matches or not _LISTED.search(matches[-1][0]):
        return []
    return [_count(match, heading.end) for match in matches]


def _count(match: re.Match[str], offset: int) -> tuple[int, Span]:
    return number_of(match["number"]), Span(offset + match.start(), offset + match.end())


def _is_whole(text: str, found: NumberedList, announced: int) -> bool:
    """Whether a list that is too short can be trusted to be all there, and not cut off with the text."""
    if found.gaps:
        return False
    if found.end is not None:
        return True
    # nothing further out ended the list: more of it may be missing than its last item
    paragraph_end = text.find("\n", found.items[-1].end)
    return announced - len(found.items) == 1 and paragraph_end >= 0 and bool(text[paragraph_end:].strip())


def _last_numbers(case: Case) -> dict[tuple[str, int], int]:
    """Up to which number the counter of each list runs in the document as read, by kind and first item."""
    if case.flow.text == case.document.text:
        return {}
    return {(f.kind, f.items[0].start): f.items[-1].number for f in numbered_lists(case.document.text)}

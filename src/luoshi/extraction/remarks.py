"""What people say: inside quotation marks or reported, over as many paragraphs as the same speaker goes on.

Forms: “……”市委委员周平说。/ 周平说：“……” / 周平表示，…… / 他说，…… A paragraph without a speaker goes on with the last
reported words until another speaker, a heading or another subject comes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from luoshi.catalogue import either, words
from luoshi.extraction.undertakings import actor_of, opens_with_action
from luoshi.flows import Locator
from luoshi.model import Flow, Remark

EXAMPLES = (
    # text, ((speaker, direct, words …), …)
    ("“会议指明了方向。”区长林平说。", (("林平", True, "会议指明了方向。"),)),
    ("区长林平表示，将抓好落实。\n持续推动项目建设。", (("林平", False, "将抓好落实。", "持续推动项目建设。"),)),
    ("区长林平说：“很振奋。”他表示，要抓落实。", (("林平", True, "很振奋。"), ("林平", False, "要抓落实。"))),
    ("使命光荣，令人鼓舞。”区长林平说。", (("林平", True, "使命光荣，令人鼓舞。"),)),
    (
        "“下一步，我们将实干。”区长林平说，确保开好局。",
        (("林平", True, "下一步，我们将实干。"), ("林平", False, "确保开好局。")),
    ),
    ("“要干实事。”来自基层一线的区长林平说。", (("林平", True, "要干实事。"),)),
    ("区长林平主持会议。", ()),
)

_ENDS = "。！？!?\n"
_END = re.compile(f"[{_ENDS}]")
_LONGEST = 1000  # characters on either side that a sentence is looked for
_HEADING = 40  # characters; a line without a closing mark that is not longer is a heading
_LEAD = re.compile('(?<=[”"」])[\u4e00-\u9fff]{2,15}的$')
_LEAD_LENGTH = 18
_PRONOUN = re.compile(r"[他她](?=[^的们])")
_BEFORE_PRONOUN = "\n。！？”’；;"


@dataclass(slots=True)
class _Speech:
    """One act of speaking, in offsets of the flow: where its naming begins, and where the verb ends."""

    speaker: str
    head: int
    verb: int


@cache
def _verbs() -> re.Pattern[str]:
    verbs, plain, between = (either("speech", key) for key in ("verbs", "plain", "between"))
    return re.compile(rf"(?:{between}){{0,3}}(?:(?:{verbs})(?=[，,：:。；;“”‘\n]|\Z)|(?:{plain})(?=[^的了\W]))")


@cache
def _openings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return words("speech", "onward"), words("speech", "others")


def find_remarks(flow: Flow, spoken: Sequence[tuple[int, int, str]], heads: Mapping[int, int]) -> list[Remark]:
    """The remarks in ``flow``, in reading order.

    ``spoken`` are the places of known names (start, end, name, ascending), ``heads`` where the posts before a name begin.
    """
    text, locate = flow.text, Locator(flow)
    speeches = _speeches(text, spoken, heads)
    before = _quotations_before(text, speeches)
    remarks: list[Remark] = []
    for number, speech in enumerate(speeches):
        high = len(text)
        if number + 1 < len(speeches):
            quotation = before[number + 1]
            high = quotation[0] if quotation else speeches[number + 1].head
        evidence = locate(*_sentence(text, speech.head, speech.verb))
        if quotation := before[number]:
            remarks.append(Remark(speech.speaker, True, locate(*quotation), evidence))
        direct, spans = _words_after(text, speech.verb, high)
        if spans:
            located = tuple(span for start, end in spans for span in locate(start, end))
            remarks.append(Remark(speech.speaker, direct, located, evidence))
    return remarks


def _quotations_before(text: str, speeches: Sequence[_Speech]) -> list[tuple[int, int] | None]:
    """For each act of speaking the quotation that closes right before it, unless it is that of the one before (周平说：“……”
    他表示)."""
    found: list[tuple[int, int] | None] = []
    low = 0
    for speech in speeches:
        after = low
        while after < speech.head and text[after] in "，,：:、 \u3000":
            after += 1
        taken = low > 0 and text[after : after + 1] == "“" and _closing(text, after, speech.head) >= speech.head - 2
        found.append(None if taken else _quoted_before(text, speech.head, low))
        low = speech.verb
    return found


def _speeches(text: str, spoken: Sequence[tuple[int, int, str]], heads: Mapping[int, int]) -> list[_Speech]:
    verbs = _verbs()
    found: list[_Speech] = []
    for start, end, name in spoken:
        if verb := verbs.match(text, end):
            found.append(_Speech(name, heads.get(start, start), verb.end()))
    named = [speech.verb for speech in found]
    for pronoun in _PRONOUN.finditer(text):
        verb = verbs.match(text, pronoun.end()) if _opens_sentence(text, pronoun.start()) else None
        last = bisect_right(named, pronoun.start()) - 1
        if verb and last >= 0:
            found.append(_Speech(found[last].speaker, pronoun.start(), verb.end()))
    return sorted(found, key=lambda speech: speech.verb)


def _opens_sentence(text: str, at: int) -> bool:
    """Whether nothing but white space stands between ``at`` and the end of a sentence, a line or a quotation before it."""
    while at and text[at - 1].isspace() and text[at - 1] != "\n":
        at -= 1
    return at == 0 or text[at - 1] in _BEFORE_PRONOUN


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``text[start:end]``, closing marks included."""
    floor, limit = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    low = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in _ENDS))
    while low < start and text[low] in '”’"」』 \u3000':
        low += 1
    stop = _END.search(text, end, limit)
    end = stop.start() if stop else limit
    if end < len(text) and text[end] != "\n":
        end += 1
    while end < len(text) and text[end] in "”’":
        end += 1
    return low, end


def _quoted_before(text: str, head: int, low: int) -> tuple[int, int] | None:
    """The words inside the quotation marks that close right before the speaker; to the paragraph's beginning where the
    opening mark is missing."""
    at = head - 1
    if at > low and text[at] == "的" and (lead := _LEAD.search(text, max(low, head - _LEAD_LENGTH), head)):
        at = lead.start() - 1  # “……”来自基层一线的党代表周平说
    while at > low and text[at] in " \u3000":
        at -= 1
    if at <= low or text[at] not in '”"」':
        return None
    start = max(text.rfind("\n", low, at) + 1, low)
    depth, position = 0, at - 1
    while position >= start:
        if text[position] == "”":
            depth += 1
        elif text[position] == "“":
            if depth == 0:
                return position + 1, at
            depth -= 1
        position -= 1
    while start < at and text[start] in " \u3000“，,。：:":
        start += 1
    return (start, at) if start < at else None


def _words_after(text: str, verb: int, high: int) -> tuple[bool, list[tuple[int, int]]]:
    """Whether the words after the verb are direct, and where they stand: one stretch a paragraph."""
    start = verb
    while start < high and text[start] in "，,：:、 \u3000":
        start += 1
    if start >= high or text[start] in "。；;！!\n”":
        return False, []
    line = text.find("\n", start, high)
    stop = line if line >= 0 else high
    if text[start] == "“" and (closing := _closing(text, start, stop)) and text[closing - 1] in "。！？…!?":
        return True, [(start + 1, closing)]
    first = _trimmed(text, start, stop)
    if line < 0:
        return False, [first] if first else []
    spans = [first] if first else []
    while line >= 0:
        begin = line + 1
        line = text.find("\n", begin, high)
        stop = line if line >= 0 else high
        if not text[begin:stop].strip():
            continue
        if not _goes_on(text, begin, stop):
            break
        if paragraph := _trimmed(text, begin, stop):
            spans.append(paragraph)
    return False, spans


def _closing(text: str, start: int, stop: int) -> int:
    """Where the quotation that opens at ``start`` closes, or 0."""
    depth = 0
    for position in range(start, stop):
        if text[position] == "“":
            depth += 1
        elif text[position] == "”":
            depth -= 1
            if depth == 0:
                return position
    return 0


def _goes_on(text: str, begin: int, stop: int) -> bool:
    """Whether a paragraph without a speaker goes on with what was said before."""
    onward, others = _openings()
    while begin < stop and text[begin] in " \u3000\t":
        begin += 1
    if stop - begin <= _HEADING and text[stop - 1] not in "。！？；…”!?;":
        return False
    if text.startswith(others, begin) or text[begin] in "■—-（(【":
        return False
    return text.startswith(onward, begin) or opens_with_action(text, begin) or actor_of(text, begin, stop)[1]


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    while start < stop and text[start] in " \u3000\t\n":
        start += 1
    if start < stop and text[start] == "“" and not _closing(text, start, stop):
        start += 1
    while stop > start and text[stop - 1] in " \u3000\t\n":
        stop -= 1
    return (start, stop) if start < stop else None

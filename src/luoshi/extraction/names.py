"""Where a personal name stands: behind an office, before a title, alone on its line.

Precision comes first. A Han name is a surname (surnames.tsv) with one or two further characters and must be followed by
something that shows that it ended; a name with dots (阿里木·买买提) shows itself.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from luoshi.catalogue import either, table, words

DOTS = "·•・‧"
HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_BOUNDARY = re.compile(r"[\s，,。；;：:、！!？?（）()《》“”‘’\"【】|—…]|\Z")
_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:[{DOTS}][{HAN}]{{1,8}}){{1,3}}")
_SPACED = re.compile(rf"([{HAN}])[ \u3000]{{1,4}}([{HAN}])")


class Ending(IntEnum):
    """How clearly a name ends at a place."""

    NONE = 0
    WEAK = 1  # a character that often follows names, but may also close them
    BOUND = 2  # a mark or the end of the line
    STRONG = 3  # a verb of speaking and the like


EXAMPLES = (
    # text, where the name may begin, the name ("" for none)
    ("区长张立新说，", 2, "张立新"),
    ("主任王海表示，", 2, "王海"),
    ("书记周平说，", 2, "周平"),
    ("省长赵明在会上", 2, "赵明"),
    ("书记王和平，", 2, "王和平"),
    ("书记李峰在担任该职务后", 2, "李峰"),
    ("主任高度重视，", 2, ""),
    ("局长欧阳明介绍", 2, "欧阳明"),
    ("主席阿里木·买买提代表自治区", 2, "阿里木·买买提"),
    ("主任成立专班，", 2, ""),
    ("市民张女士说", 2, ""),
)


@cache
def surnames() -> dict[str, str]:
    """Surname → its kind (plain, word, compound; see surnames.tsv)."""
    return {row[0]: row[1] for row in table("surnames")}


@cache
def _followers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    verbs = either("speech", "verbs")
    between = either("speech", "between")
    strong = either("posts", "after")
    weak = either("posts", "after_weak")
    return (
        re.compile(rf"(?:{between})*(?:{verbs})(?=[，,：:。“‘])|(?:{verbs})(?=[{HAN}]|\Z)"),
        re.compile(rf"(?:{strong})|[说摄](?=[\s，,。：:；;）)]|\Z)"),
        re.compile(weak),
    )


@cache
def _stops() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    return (
        frozenset(words("posts", "not_names")),
        words("posts", "addresses"),
        frozenset(words("posts", "not_given")[0]),
    )


def ending(text: str, at: int) -> Ending:
    """How clearly a name ends at ``at``."""
    speech, strong, weak = _followers()
    found = speech.match(text, at)
    # 称, 道 and 说 close names too: alone they prove nothing unless a mark follows
    if found and (len(found[0]) > 1 or found[0] == "说" or text[found.end() : found.end() + 1] in "，,：:"):
        return Ending.STRONG
    if strong.match(text, at):
        return Ending.STRONG
    if _BOUNDARY.match(text, at):
        return Ending.BOUND
    return Ending.WEAK if weak.match(text, at) else Ending.NONE


def speaks(text: str, at: int) -> bool:
    """Whether a verb of speaking follows at ``at``."""
    return _followers()[0].match(text, at) is not None


def name_at(text: str, at: int, *, sure: bool = False) -> int:
    """The end of the personal name that begins at ``at``, or 0.

    ``sure`` wants more: a verb of speaking after it (behind a mere role such as 居民).
    """
    if dotted := _DOTTED.match(text, at):
        return _dotted_end(text, at, dotted.end())
    kinds = surnames()
    length = 2 if kinds.get(text[at : at + 2]) == "compound" else 1
    kind = kinds.get(text[at : at + length])
    stops, addresses, not_given = _stops()
    if kind is None or text[at : at + 2] in stops:
        return 0
    best, end = Ending.NONE, 0
    for given in (1, 2):
        stop = at + length + given
        rest = text[at + length : stop]
        if len(rest) < given or not all(_is_han(c) and c not in not_given for c in rest):
            break
        how = ending(text, stop)
        if how and how >= best and not (best and rest[-1] in _not_last(how)):
            best, end = how, stop
    if not end or ((sure or kind == "word") and not (speaks(text, end) or _alone(text, at, end))):
        return 0
    if text[at + length : end].endswith(addresses) or text.startswith(addresses, at + length):
        return 0
    return end


def spaced_name_at(text: str, at: int) -> tuple[str, int] | None:
    """A name of two characters typeset with a space between them (林　君): the name and where it ends."""
    found = _SPACED.match(text, at)
    if found and found[1] in surnames() and ending(text, found.end()) >= Ending.BOUND:
        return found[1] + found[2], found.end()
    return None


def _alone(text: str, at: int, end: int) -> bool:
    """Whether nothing but the name stands between a space before it and the end of the line."""
    return at > 0 and text[at - 1] in " \u3000\t" and text[end : end + 1] in ("", "\n", "\r")


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


@cache
def _not_last(how: int) -> frozenset[str]:
    """What the longer of two names may not end with, given how clearly it ends."""
    return frozenset(words("posts", "after_weak" if how == Ending.WEAK else "not_last"))


def _dotted_end(text: str, at: int, longest: int) -> int:
    """A dotted name ends where something else clearly begins, at its latest where the Han characters do."""
    last_dot = max(text.rfind(dot, at, longest) for dot in DOTS)
    for end in range(last_dot + 2, longest + 1):
        if ending(text, end) == Ending.STRONG:
            return end
    return longest if ending(text, longest) >= Ending.BOUND and longest - last_dot <= 7 else 0

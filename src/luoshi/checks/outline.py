"""The numbered lists of a text: （一）（二）…, 一是…二是…, 1. 2. …, 关键词一、关键词二…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from luoshi.extraction.numerals import chinese_number

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
# Each way of numbering, the outermost habitual one first. A marker stands at the start of a line or behind a stop.
_MARKER = re.compile(
    r"(?:^|(?<=[\n。；;：:，,—！!？?”]))[ \t\u3000]{0,8}(?:"
    rf"(?P<chapter>{_NUMERAL})、"
    rf"|[（(](?P<bracket>{_NUMERAL})[）)]"
    rf"|(?P<shi>{_NUMERAL})是"
    rf"|(?P<yao>{_NUMERAL})要"
    rf"|第(?P<ordinal>{_NUMERAL})[，,、：:]"
    rf"|其(?P<among>{_NUMERAL})[，,、：:]"
    r"|(?P<digit>\d{1,2})[.．、](?!\d)"
    r"|[（(](?P<digit_bracket>\d{1,2})[）)]"
    rf"|(?P<label>[\u4e00-\u9fff]{{1,5}}[^一二三四五六七八九十\W\d])(?P<labelled>{_NUMERAL})[：:]"
    r")"
)
_DEEPEST = 12  # lists inside each other; a page has four or five
_LINE_ONLY = frozenset({"chapter", "digit", "labelled"})  # 一、 and 1. inside a line are ordinary words and decimals


class Item(NamedTuple):
    """One marker: its number, where it stands, and whether a line begins with it."""

    number: int
    start: int
    end: int
    opens_line: bool


@dataclass(slots=True)
class NumberedList:
    """Markers of one kind that count up from one. ``words`` is what the marker says beside the number (关键词).

    ``parent`` is the item inside which the list began, ``first_inside`` whether it is the first list there,
    ``end`` the offset where a marker further out ended the list (None where the text just goes on).
    """

    kind: str
    words: str
    items: list[Item] = field(default_factory=list)
    parent: Item | None = None
    first_inside: bool = False
    end: int | None = None

    @property
    def gaps(self) -> tuple[int, ...]:
        """The numbers that the counter leaps over."""
        there = {item.number for item in self.items}
        return tuple(n for n in range(1, self.items[-1].number) if n not in there)


def numbered_lists(text: str) -> list[NumberedList]:
    """All numbered lists of ``text``, in the order of their first items. Takes time linear in the text.

    A stack holds the lists that are open. A marker with the number one opens a list; a higher number goes on with the
    innermost open list of its kind that has come less far, and closes what lies inside.
    """
    found: list[NumberedList] = []
    open_lists: list[NumberedList] = []
    parents_seen: set[Item] = set()
    for match in _MARKER.finditer(text):
        kind = str(match.lastgroup)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        opens_line = match.start() == 0 or text[match.start() - 1] == "\n"
        if kind in _LINE_ONLY and not opens_line:
            continue
        value = match[kind]
        number = number_of(value)
        item, words = Item(number, start, match.end(), opens_line), match["label"] or ""
        if number == 1:
            if any((other.kind, other.words) == (kind, words) for other in open_lists):
                closed = None
                while closed is None or (closed.kind, closed.words) != (kind, words):
                    closed = open_lists.pop()
                    closed.end = start
            parent = open_lists[-1].items[-1] if open_lists else None
            new = NumberedList(kind, words, [item], parent, parent is not None and parent not in parents_seen)
            if parent is not None:
                parents_seen.add(parent)
            found.append(new)
            open_lists.append(new)
            del open_lists[:-_DEEPEST]
        elif any(_goes_on(candidate, kind, words, item) for candidate in open_lists):
            while not _goes_on(open_lists[-1], kind, words, item):
                open_lists.pop().end = start
            open_lists[-1].items.append(item)
    return found


def _goes_on(candidate: NumberedList, kind: str, words: str, item: Item) -> bool:
    """Whether ``item`` can be the next of a list: of its kind, a little higher, and not set out where others run on."""
    if (candidate.kind, candidate.words) != (kind, words):
        return False
    inline = len(candidate.items) > 1 and not any(other.opens_line for other in candidate.items)
    return 0 < item.number - candidate.items[-1].number <= 3 and not (inline and item.opens_line)


def number_of(words: str) -> int:
    """A whole number in digits or in Chinese characters; 0 where it is none."""
    return int(words) if words.isascii() else int(chinese_number(words) or 0)

"""The lines of a text, and which of them belong to the page around a document rather than to the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from luoshi import catalogue
from luoshi.model import Span

_LINE = re.compile("[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
SPACE = " \t\u3000\xa0\ufeff\u200b\u200c\u200d\u2002\u2003\u2009"
_PIECE = re.compile(f"[^{SPACE}\n\r]+")
_TORN_OFF = 300  # characters at the beginning of a text without line ends among which its head is sought
_YEAR = re.compile(r"\d{4}")
_BETWEEN = re.compile(f"[{SPACE}]+")

HEAD_LINES = 60  # a web page puts some thirty lines of navigation before a report
_LONG = 80  # characters: a paragraph of the body, not of the head

FURNITURE = (  # lines of a page, not of a document
    "【字号：",
    "】",
    "打印本页",
    "您的位置: 首页 > 政务公开 > 工作报告",
    "扫一扫在手机打开当前页",
    "分享到微信",
    "阅读量：120次",
    "|",
)


class Line(NamedTuple):
    """A line that is not empty, without the white space around it."""

    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """Each line from ``start`` on that holds more than white space."""
    for match in _LINE.finditer(text, start):
        raw = match[0]
        if words_ := raw.strip(SPACE):
            begin = match.start() + len(raw) - len(raw.lstrip(SPACE))
            yield Line(begin, begin + len(words_), words_)


def squeezed(line: str) -> str:
    """Without any white space: 政 府 工 作 报 告 → 政府工作报告."""
    return _BETWEEN.sub("", line)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    either = partial(catalogue.either, "document_words")
    labels = either("title_labels", "issuer_labels", "source_labels", "date_labels", "page_date_labels", "other_labels")
    return (
        re.compile(f"(?>{either('furniture', 'other_labels')}|[\\W\\d_])++"),  # atomic: words lie inside words
        re.compile(f"[\\W_]*(?:{labels})[:：]"),
        re.compile(f"(?:{either('salutations')})[^。]{{0,30}}[:：！!]"),
        re.compile(r"[一1][、.．]|第[一1][章部编篇]"),
        re.compile(rf"\S{{0,20}}?(?:{either('offices')})[{SPACE}]{{1,4}}\S{{1,4}}(?:[{SPACE}]{{1,4}}\S{{1,2}})?"),
        re.compile(rf"(?:{either('kinds')})(?:[（(][^（()）]{{1,20}}[）)])?(?:[\[［]\d{{1,2}}[\]］]|\*+)?$"),
    )


def is_furniture(line: str) -> bool:
    """Whether the line holds nothing but words of the page (下载, 字号：加大), a path (首页 > …), numbers and signs.

    A number of four digits may be a year and is kept.
    """
    furniture = _patterns()[0]
    bare = squeezed(line)
    return (furniture.fullmatch(bare) is not None and not _YEAR.search(bare)) or _is_path(bare)


def is_label(line: str) -> bool:
    """Whether the line says something about the document behind a label: 来源：…, 时间：…."""
    return _patterns()[1].match(squeezed(line)) is not None


def is_titled(line: str) -> bool:
    """Whether the line ends as titles of documents do: …报告, …公报, …规划（草案）."""
    return _patterns()[5].search(squeezed(line)) is not None


def is_speaker(line: str) -> bool:
    """Whether the line is a speaker's office and name: 省长　王明, 东岭区人民政府区长 王明."""
    return len(line) < _LONG and _patterns()[4].fullmatch(line) is not None


def _is_path(bare: str) -> bool:
    return len(bare) < _LONG and bare.count(">") + bare.count("＞") + bare.count("»") > 0 and "首页" in bare


def head(text: str) -> tuple[Line, ...]:
    """The lines before the body: up to a salutation, a first numbered heading or a long line, 60 at the most.

    Lines of the page around (navigation, buttons) are left out; labelled lines are kept.
    """
    _, _, salutation, first_heading, _, _ = _patterns()
    found: list[Line] = []
    for number, line in enumerate(lines(text)):
        bare = squeezed(line.words)
        if number >= HEAD_LINES or len(bare) > _LONG or salutation.match(bare) or first_heading.match(bare):
            break
        found.append(line)
    if not found:
        found = _torn_off(text)
    path = _path_lines(found)
    return tuple(line for number, line in enumerate(found) if number not in path and not is_furniture(line.words))


def _torn_off(text: str) -> list[Line]:
    """The head of a text that is a single line: its pieces between white space up to a salutation, if one is a title."""
    first = next(lines(text), None)
    if first is None:
        return []
    _, _, salutation, first_heading, _, kinds = _patterns()
    pieces: list[Line] = []
    for match in _PIECE.finditer(text, first.start, min(first.end, first.start + _TORN_OFF)):
        if len(match[0]) > _LONG or salutation.match(match[0]) or first_heading.match(match[0]):
            return pieces if any(kinds.search(piece.words) for piece in pieces) else []
        pieces.append(Line(match.start(), match.end(), match[0]))
    return []


def _path_lines(found: list[Line]) -> set[int]:
    """Lines of a path that is torn over lines (首页 / > / 要闻), and the section's name again right behind it."""
    marks = [number for number, line in enumerate(found) if line.words in {">", "＞", "»", ">>"}]
    path = {number + step for number in marks for step in (-1, 0, 1)}
    if marks and (last := marks[-1] + 1) + 1 < len(found) and found[last].words == found[last + 1].words:
        path.add(last + 1)
    return path

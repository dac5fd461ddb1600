"""What the words and marks of a line say of it; the lists are in catalogue/repair.toml."""

from __future__ import annotations

import re
from typing import Final

from luoshi.catalogue import settings

_DATA: Final = settings("repair")
_SPEECH: Final = settings("speech")


def _any(patterns: list[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _words(words: list[str]) -> str:
    return _any([re.escape(word) for word in words])


FINAL: Final = frozenset(_DATA["marks"]["final"])
CLOSING: Final[str] = _DATA["marks"]["closing"]
INNER: Final = frozenset(_DATA["marks"]["inner"])
NEVER_FIRST: Final = frozenset(_DATA["marks"]["never_first"])
LEAD_IN: Final = frozenset(_DATA["marks"]["lead_in"])
PAIRS: Final[tuple[str, ...]] = tuple(_DATA["marks"]["pairs"])

COUNTER: Final = re.compile(_any([p for name in ("labelled", "in_prose", "others") for p in _DATA["counters"][name]]))
_LABELLED: Final = re.compile(_any(_DATA["counters"]["labelled"]))
_IN_PROSE: Final = re.compile(_any(_DATA["counters"]["in_prose"]))


def _openings(name: str) -> re.Pattern[str]:
    verbs = "|".join(_SPEECH["plain"].split())
    return re.compile(_any([pattern.replace("{verbs}", verbs) for pattern in _DATA["openings"][name]]))


SPEAKER_OPENING: Final = _openings("speaker")
TIME_OPENING: Final = _openings("time")
LINK_OPENING: Final = _openings("link")
_SENTENCE_MARK: Final = re.compile(r"[，。；！？,;!?]")
_FULL_STOP: Final = re.compile(r"[。！？!?；;]")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LABEL: Final = re.compile(r"[（(【\[\s]*" + _words(_DATA["lines"]["labels"]) + r"[^，。；]{0,8}[:：]")
_FURNITURE: Final = re.compile(_any(_DATA["lines"]["furniture"]))
_TITLE: Final = re.compile(_any(_DATA["lines"]["titles"]))
_DATE: Final = re.compile(_any(_DATA["lines"]["dates"]))
_CREDIT: Final = re.compile(_any(_DATA["lines"]["credits"]) + r"[)）】]?$")
_NAME: Final = r"(?:\s*[\u4e00-\u9fff]\s*[\u4e00-\u9fff]{1,2})?"  # after an office
_SIGNATURE: Final = re.compile(_words(_DATA["lines"]["signatures"]) + _NAME + "$")

_LONGEST_FURNITURE: Final = 80  # characters; a longer line is text
_LONGEST_SIGNATURE: Final = 24
_LONGEST_HEADING: Final = 40
_LONGEST_CREDIT: Final = 24  # characters at the end of a line in which a credit stands

# line -> what it is; a test goes through them
EXAMPLES: Final = (
    ("推动产业升级。", "closed"),
    ("他说：“要抓紧落实。”", "closed"),
    ("全力稳住工业生产，", "open"),
    ("全力稳住工业生", "open"),
    ("（本报记者与通讯员联合采写）", "closed"),
    ("重点抓好以下工作：", "lead-in"),
    ("（责任单位：市发展改革委、市财政局）", "label"),
    ("牵头单位：市教育局", "label"),
    ("扫一扫在手机打开当前页", "furniture"),
    ("【打印本页】", "furniture"),
    ("相关报道：", "furniture"),
    ("— 12 —", "furniture"),
    ("2024年3月5日", "date"),
    ("临江市人民政府", "signature"),
    ("临江市市长 王明", "signature"),
    ("代表们步入会场。本报记者王明摄", "credit"),
    ("代表们步入会场。王明 摄", "credit"),
    ("单位：亿元", "label"),
    ("（三）提升城市品质", "counter"),
    ("要点十二:提升城市品质", "counter"),
    ("四是提升城市品质。", "counter"),
    ("要点十二:提升城市品质", "heading"),
    ("（三）提升城市品质", "heading"),
    ("三是提升城市品质", "counted prose"),
)


def is_open(text: str) -> bool:
    """Whether a line stops in mid-sentence: it ends with neither a final mark nor a mark that leads in what follows."""
    last = text[-1:]
    if last in FINAL or last in LEAD_IN or (text[:1] in "（(【[" and last in "）)】]"):
        return False
    return (text.rstrip(CLOSING)[-1:] or last) not in FINAL


def is_label(text: str) -> bool:
    """Whether a line names who answers or where a figure is from; such a line is rightly said again and again."""
    return _LABEL.match(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the text: a button, a page number, who edited it."""
    return len(text) <= _LONGEST_FURNITURE and _FURNITURE.fullmatch(text) is not None


def is_title(text: str) -> bool:
    """Whether a line is the title of an official document, or the line below it that says when and where."""
    return len(text) <= _LONGEST_FURNITURE and _TITLE.fullmatch(text) is not None


def is_credit(text: str) -> bool:
    """Whether a line ends as a caption or a credit does (本报记者…摄)."""
    return _CREDIT.search(text[-_LONGEST_CREDIT:]) is not None


def is_signature(text: str) -> bool:
    """Whether a short line without a mark ends as the name of a body or an office, perhaps with a name after it."""
    return len(text) <= _LONGEST_SIGNATURE and not has_mark(text) and _SIGNATURE.search(text) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with the day of the week."""
    return len(text) <= _LONGEST_FURNITURE and _DATE.fullmatch(text) is not None


def after_counter(text: str) -> int:
    """Where a line's own words begin: past a counter such as 要点三: or （二）, else 0."""
    match = COUNTER.match(text)
    return match.end() if match is not None and match.end() < len(text) else 0


def is_left_open(text: str) -> bool:
    """Whether a quotation or a bracket is opened in a line and not closed."""
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in PAIRS)


def is_heading(text: str) -> bool:
    """Whether an open line is a heading by its counter: 关键词二:…, or （二）… with one comma at most."""
    if len(text) > _LONGEST_HEADING or not is_open(text):
        return False
    if _LABELLED.match(text):
        return True
    return after_counter(text) > 0 and not is_counted_prose(text) and marks(text[:-1]) <= 1 and not has_full_stop(text)


def is_counted_prose(text: str) -> bool:
    """Whether a line begins with a counter that is part of its sentence: 一是…, 二要…"""
    return _IN_PROSE.match(text) is not None


def has_mark(text: str) -> bool:
    """Whether a line has a comma, a semicolon or a full stop, as prose has."""
    return _SENTENCE_MARK.search(text) is not None


def marks(text: str) -> int:
    """How many commas, semicolons and full stops a line has."""
    return len(_SENTENCE_MARK.findall(text))


def has_full_stop(text: str) -> bool:
    """Whether a line holds the end of a sentence or of a clause that counts as one (；)."""
    return _FULL_STOP.search(text) is not None


def han(text: str) -> int:
    """How many Chinese characters a line has."""
    return len(_HAN.findall(text))

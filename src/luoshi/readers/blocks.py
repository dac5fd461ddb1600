"""The headings, paragraphs, list items and table cells of a plain text, by its lines.

Numbering follows GB/T 9704-2012 (7.3.3): 一、 (一) 1. (1), from the widest to the narrowest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from luoshi.model import Block, BlockKind, Span
from luoshi.readers.dates import is_dated
from luoshi.readers.lines import SPACE, Line, is_furniture, is_label, is_speaker, lines, squeezed

EXAMPLES = (  # a line, and what it is with its level
    ("一、2025年工作回顾", BlockKind.HEADING, 2),
    ("（一）加快产业发展，做强县域经济", BlockKind.HEADING, 3),
    ("（一）经济增长迈出坚实步伐。", BlockKind.HEADING, 3),
    ("（一）经济增长迈出坚实步伐。抓好政策落实，梯次推出三批政策清单。", BlockKind.PARAGRAPH, 0),
    ("一、提高低保和特困人员保障水平。", BlockKind.LIST_ITEM, 0),
    ("一是推动全市经济稳中向好。", BlockKind.HEADING, 4),
    ("一是推动全市经济稳中向好。地区生产总值增长5.5%。", BlockKind.PARAGRAPH, 0),
    ("第三章 建设现代化产业体系", BlockKind.HEADING, 2),
    ("1．工业经济稳步增长", BlockKind.HEADING, 4),
    ("1.新建学校12所；", BlockKind.LIST_ITEM, 0),
    ("——经济实力实现新跃升。全市地区生产总值年均增长5.9%。", BlockKind.LIST_ITEM, 0),
    ("——2026年1月20日在东岭市第五届人民代表大会上", BlockKind.PARAGRAPH, 0),
    ("• 改造老旧小区30个", BlockKind.LIST_ITEM, 0),
    ("以产业转型之进，筑牢发展之基", BlockKind.HEADING, 2),
    ("来源：东岭日报", BlockKind.PARAGRAPH, 0),
    ("东岭区人民政府区长　　王明", BlockKind.PARAGRAPH, 0),
    ("下载", BlockKind.PARAGRAPH, 0),
    ("2026-02-01", BlockKind.PARAGRAPH, 0),
    ("各位代表：", BlockKind.PARAGRAPH, 0),
    ("全市地区生产总值增长5.5%。", BlockKind.PARAGRAPH, 0),
)

_HAN = "一二三四五六七八九十百"
_NUMBERINGS = (  # (what a heading opens with, its level); a title is level 1
    (rf"第[{_HAN}\d]{{1,4}}(?:[编篇章]|部分?)", 2),
    (rf"第[{_HAN}\d]{{1,4}}节", 3),
    (rf"[{_HAN}]{{1,3}}、", 2),
    (rf"[（(][{_HAN}]{{1,3}}[）)]", 3),
    (rf"第[{_HAN}]{{1,3}}[，,、]|[{_HAN}]{{1,2}}[是要]", 4),
    (r"\d{1,2}[.．、](?!\d)", 4),
    (r"[（(]\d{1,2}[）)]", 5),
)
_NUMBERED = re.compile("|".join(f"({numbering})" for numbering, _ in _NUMBERINGS))
_MAIN = re.compile(rf"[{_HAN}]{{1,3}}、")
_ITEM = re.compile(r"[•●■◆▲★○◇·*+①-⑳]|-[ \t]|\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]")
_DASHED = re.compile(r"[—―－─-]{2,}")
_LONGEST = 60  # characters of a numbered heading; one without a number has fewer
_LONGEST_BARE = 30
_SENTENCE_ENDS = "。！？!?；;…"
_CLOSING = "”’）)》】"
_ENDS = _SENTENCE_ENDS + "，,、：:"
_INSIDE = re.compile(r"[。！？!?；;]")
_HAN_LETTERS = re.compile(r"[\u4e00-\u9fff].*?[\u4e00-\u9fff].*?[\u4e00-\u9fff]")


def blocks_of(text: str, title: Span | None = None) -> tuple[Block, ...]:
    """Each line that is not empty as a block, in order; lines of a table as its cells.

    ``title`` is the span of the document's title, which is a heading of level 1.
    """
    return tuple(_blocks(text, tuple(lines(text)), title))


def _blocks(text: str, all_lines: Sequence[Line], title: Span | None) -> Iterator[Block]:
    table, number, level = -1, 0, 1
    begun = title is None  # above the body stand only the title and who, where, when
    while number < len(all_lines):
        line = all_lines[number]
        if "\t" in line.words and (rows := _table_rows(all_lines, number)):
            table += 1
            yield from _cells(rows, table)
            number += len(rows)
            continue
        if title and title.start <= line.start < title.end:
            kind, depth = BlockKind.HEADING, 1
        else:
            above = all_lines[number - 1] if number else None
            kind, depth = classify(line.words, level, _torn(text, above, line))
            begun = begun or _begins_body(line.words)
            below = all_lines[number + 1].words if number + 1 < len(all_lines) else ""
            if kind is BlockKind.HEADING and (not begun or not below or _is_date(below)):
                kind, depth = BlockKind.PARAGRAPH, 0  # a heading stands above something, a signature above a date
        yield Block(kind, line.span, depth)
        if kind is BlockKind.HEADING and numbered(line.words):
            level = depth
        number += 1


def _is_date(line: str) -> bool:
    return len(line) < _LONGEST_BARE and line[-1] not in _ENDS and is_dated(line)


def _begins_body(line: str) -> bool:
    return len(line) > _LONGEST or line[-1] in _SENTENCE_ENDS + "：:" or (numbered(line) > 0 and not is_dated(line))


def _torn(text: str, above: Line | None, line: Line) -> bool:
    """Whether the line right above breaks off in the middle of a sentence, or is a label with its value in this one."""
    if above is None or text.count("\n", above.end, line.start) > 1 or text.count("\r", above.end, line.start) > 1:
        return False
    if above.words[-1] in "：:":
        return is_label(above.words)
    return len(above.words) > _LONGEST_BARE and above.words[-1] not in _ENDS + _CLOSING


def classify(line: str, level: int = 1, torn: bool = False) -> tuple[BlockKind, int]:
    """What a line is, and the level of a heading (0 for anything else).

    ``level`` is that of the last numbered heading; ``torn`` says that the line goes on with what stands above.
    """
    single = may_be_heading(line)
    depth = numbered(line) if single else 0
    if depth and line[-1] not in ("；;：:，,、。" if _MAIN.match(line) else "；;：:，,、"):
        return BlockKind.HEADING, depth
    if _ITEM.match(line) or (single and _MAIN.match(line)) or (_DASHED.match(line) and line[-1] in _SENTENCE_ENDS):
        return BlockKind.LIST_ITEM, 0
    if (
        single
        and not torn
        and line[-1] not in _ENDS
        and _HAN_LETTERS.search(line)
        and len(squeezed(line)) <= _LONGEST_BARE
        and not _DASHED.match(line)
        and not (is_dated(line) or is_label(line) or is_furniture(line) or is_speaker(line))
    ):
        return BlockKind.HEADING, level + 1
    return BlockKind.PARAGRAPH, 0


def may_be_heading(line: str) -> bool:
    """Whether a line is as short as headings are and has no end of a sentence inside."""
    return len(line) <= _LONGEST and not _INSIDE.search(line, 0, len(line) - 1)


def numbered(line: str) -> int:
    """The level of headings that open as the line does (一、 2, （一） 3, 1. 4); 0 without a number."""
    match = _NUMBERED.match(line)
    return _NUMBERINGS[match.lastindex - 1][1] if match and match.lastindex else 0


def _table_rows(all_lines: Sequence[Line], number: int) -> Sequence[Line]:
    """Lines from ``number`` on with the same number of tabs, if at least two."""
    tabs = all_lines[number].words.count("\t")
    end = number + 1
    while end < len(all_lines) and all_lines[end].words.count("\t") == tabs:
        end += 1
    return all_lines[number:end] if end - number > 1 else ()


def _cells(rows: Sequence[Line], table: int) -> Iterator[Block]:
    for row, line in enumerate(rows):
        start = line.start
        for column, cell in enumerate(line.words.split("\t")):
            if words_ := cell.strip(SPACE):
                begin = start + cell.index(words_)
                yield Block(BlockKind.TABLE_CELL, Span(begin, begin + len(words_)), 0, table, row, column)
            start += len(cell) + 1

"""Markdown (.md): the file just as it stands; headings, list items and pipe tables are recognised as blocks.

The syntax is that of CommonMark 0.31 (ATX and setext headings, lists) and of GitHub's tables. A line is a block of its
own: reports that were made into Markdown by machines seldom put empty lines between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from luoshi.model import Block, BlockKind, Span
from luoshi.readers.blocks import classify
from luoshi.readers.encodings import decode
from luoshi.readers.lines import SPACE, Line, lines
from luoshi.readers.parsed import Parsed
from luoshi.readers.refusals import check_decoded

EXAMPLES = (  # a line, and what it is with its level and words
    ("# 政府工作报告", BlockKind.HEADING, 1, "政府工作报告"),
    ("### （一）稳增长 ###", BlockKind.HEADING, 3, "（一）稳增长"),
    ("**一、2025年工作回顾**", BlockKind.HEADING, 2, "一、2025年工作回顾"),
    ("- 新建学校12所", BlockKind.LIST_ITEM, 0, "新建学校12所"),
    ("12. 改造老旧小区30个；", BlockKind.LIST_ITEM, 0, "改造老旧小区30个；"),
    ("> 全市经济稳中向好。", BlockKind.PARAGRAPH, 0, "全市经济稳中向好。"),
)

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=[^#\s]))")
_CLOSING = re.compile(r"[ \t]+#{1,6}$")
_UNDERLINE = re.compile(r"=+|-{2,}")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?:[ \t]*[-*_]){3,}|`{3,}\S*|~{3,}\S*")
_ALIGNMENT = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STRESS = "*_`"


def read_markdown(data: bytes, source: str) -> Parsed:
    """Raises ReadError if the bytes are no text."""
    text, encoding = check_decoded(decode(data), data, source)
    return Parsed(text, encoding, "text/markdown", partial(markdown_blocks, text))


def markdown_blocks(text: str, title: Span | None = None) -> tuple[Block, ...]:
    """The blocks of a Markdown text in order; their spans are the words without the marks around them."""
    return tuple(_blocks(tuple(lines(text)), title))


def _blocks(all_lines: Sequence[Line], title: Span | None) -> Iterator[Block]:
    number, table, level = 0, -1, 1
    while number < len(all_lines):
        line = all_lines[number]
        below = all_lines[number + 1].words if number + 1 < len(all_lines) else ""
        if "|" in line.words and "-" in below and _ALIGNMENT.fullmatch(below):
            table += 1
            end = number + 2
            while end < len(all_lines) and "|" in all_lines[end].words:
                end += 1
            for row, cells in enumerate((line, *all_lines[number + 2 : end])):
                yield from _cells(cells, table, row)
            number = end
            continue
        number += 1
        if _UNDERLINE.fullmatch(below):
            level = 1 if below.startswith("=") else 2
            yield Block(BlockKind.HEADING, _bare(line, 0), level)
            number += 1
        elif not _RULE.fullmatch(line.words):
            block = _block(line, level)
            if title and title.start <= block.span.start < title.end:
                block = Block(BlockKind.HEADING, block.span, 1)
            if block.kind is BlockKind.HEADING:
                level = block.level
            if block.span.end > block.span.start:
                yield block


def _block(line: Line, level: int) -> Block:
    if match := _HEADING.match(line.words):
        return Block(BlockKind.HEADING, _bare(line, match.end()), len(match[1]))
    if match := _ITEM.match(line.words):
        return Block(BlockKind.LIST_ITEM, _bare(line, match.end()))
    quote = _QUOTE.match(line.words)
    span = _bare(line, quote.end() if quote else 0)
    words = line.words[span.start - line.start : span.end - line.start]
    kind, depth = classify(words, level) if words else (BlockKind.PARAGRAPH, 0)
    return Block(kind, span, depth)


def _bare(line: Line, start: int) -> Span:
    """The line from ``start`` on without closing number signs and without stars around the whole."""
    words = _CLOSING.sub("", line.words)
    inner = words[start:].lstrip(SPACE)
    start = len(words) - len(inner)
    while len(inner) > 2 and inner[0] == inner[-1] and inner[0] in _STRESS:
        inner, start = inner[1:-1], start + 1
    start += len(inner) - len(inner.lstrip(SPACE))
    return Span(line.start + start, line.start + start + len(inner.strip(SPACE)))


def _cells(line: Line, table: int, row: int) -> Iterator[Block]:
    start, column = line.start, 0
    pieces = line.words.split("|")
    for number, piece in enumerate(pieces):
        outside = number in {0, len(pieces) - 1} and not piece.strip(SPACE)
        if words := piece.strip(SPACE):
            begin = start + piece.index(words)
            yield Block(BlockKind.TABLE_CELL, Span(begin, begin + len(words)), 0, table, row, column)
        start += len(piece) + 1
        column += not outside

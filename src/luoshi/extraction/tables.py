"""Figures out of statistics tables: row head by column head, units from the head, the caption or a column of units.

The layout is that of the tables in the National Bureau of Statistics' bulletins and yearbooks: indicators (or places) down the
side, 绝对数, 比上年增长（%） or years across the top, the unit in a column of its own, in brackets or in the caption.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from luoshi.catalogue.places import lookup
from luoshi.extraction.indicators import without_growth
from luoshi.extraction.naming import full_name, indicator_id
from luoshi.extraction.normal import normal
from luoshi.extraction.periods import Calendar, find_periods
from luoshi.model import Block, BlockKind, Document, Figure, Measure, Span, Status

_VALUE = re.compile(r"^(?P<sign>[-+−])?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?) ?(?P<unit>%|‰|(?![年月季])[一-鿿]{1,6})?$")
_BRACKETS = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[)）]")
_UNIT_OF_ALL = re.compile(r"(?:计量)?单位[：: ]*(?P<unit>[^，。；、）)\s]{1,12})")
_UNIT_LINE = re.compile(r"[（(]?(?:计量)?单位[：: ][^，。；]{1,20}")
_GROWTH = re.compile(r"增长|增速|增幅|同比|涨幅|±|比上年|比去年")
_SHARE = re.compile(r"比重|占比|构成")
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
_AMOUNT_HEAD = re.compile(
    r"^(?:绝对数|总量|数值|指标值|完成数?|本年|年末数|合计|数量|实际|全年|数|[本当]月数?|[本同]期数?|(?:本年|年初至今)?累计)?$"
)
_AIM_HEAD = re.compile(r"^(?:年度|全年|预期|主要|计划|工作|约束性)*(?:目标|任务|计划|预期|指标)(?:值|数|量|任务)?$")
_THIS_MONTH = re.compile(r"[本当]月")
_YEAR = re.compile(r"\d{4}")
_SERIAL = re.compile(r"序号|编号|№|No\.?", re.IGNORECASE)
_PART_OF = re.compile(r"^(?:其中[：:]?|[#＃*]|[一二三四五六七八九十]+、|\d+[.、]|[—\-\s])+")
_NOT_A_UNIT = re.compile(r"\d|年|含|不|其中|按")
_LONGEST_CAPTION = 60


@dataclass(frozen=True, slots=True)
class _Column:
    """What the head of a column says of the numbers below it."""

    head: str
    span: Span | None
    unit: str
    period: str
    growth: bool
    share: bool
    aims: bool


def find_table_figures(document: Document, calendar: Calendar, period: str) -> list[Figure]:
    """The figures of a document's tables; ``period`` is what the document speaks of where the table names none."""
    tables: defaultdict[int, list[Block]] = defaultdict(list)
    captions: dict[int, str] = {}
    above: tuple[Block, ...] = ()
    for block in document.blocks:
        if block.kind is BlockKind.TABLE_CELL:
            if block.table not in tables:
                captions[block.table] = _caption([line.span.of(document.text) for line in above])
            tables[block.table].append(block)
        else:
            above = (*above[-1:], block)
    return [
        figure
        for number, cells in tables.items()
        for figure in _Table(document, cells, captions[number], calendar, period).figures()
    ]


def _caption(above: Sequence[str]) -> str:
    """What the lines right above a table say of it: the last one, and the one before where the last is only a unit."""
    *before, last = above or ("",)
    lines = [*before, last] if _UNIT_LINE.fullmatch(last) else [last]
    return " ".join(line for line in lines if len(line) <= _LONGEST_CAPTION)


class _Table:
    def __init__(self, document: Document, cells: list[Block], caption: str, calendar: Calendar, period: str) -> None:
        self._document = document
        self._calendar = calendar
        self._rows: defaultdict[int, dict[int, Block]] = defaultdict(dict)
        for cell in cells:
            self._rows[cell.row][cell.column] = cell
        self._caption = self._own_caption() or caption
        unit = _UNIT_OF_ALL.search(self._caption)
        self._unit = unit["unit"] if unit else ""
        self._period = next((m.flow for m in find_periods(self._caption, calendar)), period)

    def _own_caption(self) -> str:
        """The title and the unit where they are the table's first rows, in cells that go across it; the rows are taken out."""
        lines: list[str] = []
        for row in sorted(self._rows)[:-1]:
            words = [self._words(cell) for cell in self._rows[row].values()]
            if len(words) > 1 and not any(_UNIT_LINE.fullmatch(word) for word in words):
                break
            lines += words
            del self._rows[row]
        return " ".join(line for line in lines if len(line) <= _LONGEST_CAPTION)

    def figures(self) -> Iterator[Figure]:
        heads, body = self._split()
        if not heads or not body:
            return
        names = self._name_column(heads, body)
        columns = {c: self._column(c, heads) for c in {c for row in body for c in self._rows[row]}}
        units = next((c for c, column in columns.items() if _UNIT_HEAD.match(column.head)), None)
        for row in body:
            cells = self._rows[row]
            head = cells.get(names)
            if head is None or self._value(head) is not None:
                continue
            unit = self._words(cells[units]) if units is not None and units in cells else ""
            for c in sorted(cells):
                m = self._value(cells[c]) if c > names and c != units else None
                if m is not None:
                    yield self._figure(m, cells[c], head, columns[c], unit)

    def _words(self, cell: Block) -> str:
        return normal(cell.span.of(self._document.text)).strip()

    def _value(self, cell: Block) -> re.Match[str] | None:
        return _VALUE.match(self._words(cell))

    def _split(self) -> tuple[list[int], list[int]]:
        """The rows of column heads, which hold no numbers, and the rows of values."""
        rows = sorted(self._rows)
        heads: list[int] = []
        for row in rows:
            if any(self._value(cell) for c, cell in self._rows[row].items() if c):
                break
            heads.append(row)
        return heads, rows[len(heads) :]

    def _name_column(self, heads: list[int], body: list[int]) -> int:
        """The column of the row heads: the first of those with words in the most rows. Serial numbers are none, and
        groups of rows that share a merged cell are named in fewer rows."""
        words: Counter[int] = Counter()
        for row in body:
            words.update(column for column, cell in self._rows[row].items() if self._value(cell) is None)
        for row in heads:
            for column, cell in self._rows[row].items():
                if _SERIAL.match(self._words(cell)) or _UNIT_HEAD.match(self._words(cell)):
                    del words[column]
        return min(words, key=lambda column: (-words[column], column), default=0)

    def _head(self, row: int, column: int, heads: list[int]) -> Block | None:
        """The head of a column in one of the rows of heads; above another one, a merged cell to the left covers it."""
        cells = self._rows[row]
        if column in cells or not any(column in self._rows[below] for below in heads if below > row):
            return cells.get(column)
        left = max((other for other in cells if 0 < other < column), default=0)
        return cells.get(left) if left else None

    def _period_of(self, head: str, growth: bool) -> str:
        """The time that a column head names, in the year that the caption speaks of where it names none."""
        m = next(iter(find_periods(head, self._calendar)), None)
        year = _YEAR.match(self._period)
        if m is None or m.kind == "own" or (growth and m.kind == "relative"):
            last = self._period.rpartition("/")[2]
            return last if _THIS_MONTH.search(head) and len(last) == 7 else self._period
        if year is None or _YEAR.search(head):
            return m.flow
        if m.kind == "relative" and m.flow == self._calendar.shifted(-1):
            before = str(int(year[0]) - 1)
            return _YEAR.sub(before, self._period) if "同期" in head else before
        return _YEAR.sub(year[0], m.flow) if m.yearless else m.flow

    def _column(self, column: int, heads: list[int]) -> _Column:
        cells = [cell for row in heads if (cell := self._head(row, column, heads)) is not None]
        head = " ".join(dict.fromkeys(self._words(cell) for cell in cells))
        growth, share = _GROWTH.search(head) is not None, _SHARE.search(head) is not None
        period = self._period_of(head, growth)
        aims = _AIM_HEAD.match(_bare(head)) is not None
        return _Column(head, cells[-1].span if cells else None, _unit_in(head), period, growth, share, aims)

    def _figure(self, m: re.Match[str], cell: Block, head: Block, column: _Column, row_unit: str) -> Figure:
        name = _PART_OF.sub("", self._words(head))
        unit = m["unit"] or column.unit or _unit_in(name) or row_unit or self._unit
        name = _BRACKETS.sub("", name).strip()
        place = ""
        if lookup(name):
            # places down the side: the column or the caption says what is measured
            place, name = name, self._measured(column)
        measure = Measure.LEVEL
        if column.growth:
            measure, unit = Measure.GROWTH, "%" if not m["unit"] else unit
        elif column.share:
            measure, unit = Measure.SHARE, "%"
        elif not (column.aims or _AMOUNT_HEAD.match(_bare(column.head)) or place):
            name = f"{name}{_bare(column.head)}"
        name = full_name(without_growth(name) if measure is Measure.GROWTH else name)
        value = Decimal(m["number"].replace(",", ""))
        evidence = [cell.span, head.span, *([column.span] if column.span else [])]
        return Figure(
            indicator=name,
            measure=measure,
            value=-value if m["sign"] in ("-", "−") else value,
            unit=unit,
            span=cell.span,
            evidence=tuple(evidence),
            status=Status.TARGET if column.aims else Status.ACTUAL,
            period=column.period,
            place=place,
            indicator_id=indicator_id(name),
            indicator_span=head.span if not place else column.span,
            place_span=head.span if place else None,
        )

    def _measured(self, column: _Column) -> str:
        """What a table by places measures: the head of the column, or the caption without its number."""
        if not column.growth and (words := _bare(column.head)) and not _AMOUNT_HEAD.match(words):
            return words
        caption = re.sub(r"^表\s?[\d一二三四五六七八九十]+[：: ]*", "", normal(self._caption))
        caption = _UNIT_OF_ALL.sub("", _BRACKETS.sub("", _without_periods(caption)))
        return re.sub(
            r"^(?:各?分?(?:地区|区县|市县|县区|市|省|区域)|各[区县])的?|情况$|一览$", "", caption.strip(" （）")
        )


def _unit_in(head: str) -> str:
    m = _BRACKETS.search(head)
    return m["unit"] if m is not None and not _NOT_A_UNIT.search(m["unit"]) else ""


def _bare(head: str) -> str:
    """A column head without its unit, its period and the words that say nothing of the indicator."""
    return _without_periods(_BRACKETS.sub("", head)).strip()


def _without_periods(words: str) -> str:
    for m in reversed(find_periods(words, Calendar())):
        words = words[: m.start] + words[m.end :]
    return words

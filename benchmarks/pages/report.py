"""Reports of several pages: running heads, page numbers, headings, footnotes, tables with ruling lines and without."""

from __future__ import annotations

import html
from datetime import date, timedelta

from pages.design import MM, POINT, SANS, SERIF, Design, Flow, FlowBox, FlowItem, marked
from pages.prose import Writer
from pages.tables import Table, growth_table, level_table
from pages.truth import Kind

_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_TOP, _BOTTOM = 28 * MM, 27 * MM
_HAN = "一二三四五六七八九十"
_MARKS = "①②③④⑤⑥⑦⑧⑨"
_NOTE_LEADING = 9 * POINT * 1.5
_MOST_PAGES = 9


class Report:
    """A report in the making."""

    def __init__(self, seed: str, *, small: bool = False) -> None:
        self.writer = Writer(seed)
        self.draw = self.writer.draw
        self.design = Design(_WIDTH, _HEIGHT)
        self.day = date(2026, 1, 12) + timedelta(self.draw.randrange(80))
        self.left = self.draw.choice((24, 27, 30)) * MM
        self.text = _WIDTH - 2 * self.left
        self.size = self.draw.choice((10.5, 11, 12)) * POINT
        self.leading = self.size * self.draw.choice((1.5, 1.65, 1.8))
        self.font = SERIF if self.draw.random() < 0.7 else SANS
        self.items: list[FlowItem] = []
        self.tables = 0
        self.notes = 0
        self.title = self.writer.one("report_titles", "duties")
        self._small = small

    def make(self) -> Design:
        """The whole report."""
        self._title()
        makers = [level_table, growth_table]
        self.draw.shuffle(makers)
        ruled = self.draw.random() < 0.5
        chapters = 2 if self._small else self.draw.randint(4, 5)
        for number in range(chapters):
            self._item(Kind.HEADING, [f"{_HAN[number]}、{self.writer.one('chapters', 'duties')}"], self._heading(1.25))
            for part in range(self.draw.randint(1, 2) if self._small else self.draw.randint(2, 3)):
                self._part(part)
            if makers and (number % 2 == 0 or self._small):
                self._table(makers.pop()(self.writer), ruled=ruled)
                ruled = not ruled
        self._running()
        boxes = [FlowBox(page, self.left, _TOP, _HEIGHT - _TOP - _BOTTOM) for page in range(_MOST_PAGES)]
        style = f"font:{self.size:.2f}px/{self.leading:.2f}px {self.font};text-align:justify;line-break:strict"
        self.design.flows.append(Flow(self.text, style, boxes, self.items))
        return self.design

    def _heading(self, scale: float) -> str:
        return f"font:bold {self.size * scale:.1f}px/{self.leading * scale:.1f}px {SANS}"

    def _item(
        self, kind: Kind, sentences: list[str], style: str = "", *, before: float = 0.0, indent: float = 0.0
    ) -> FlowItem:
        piece = self.design.add(kind, 1, "".join(sentences))
        item = FlowItem(piece, sentences, style, before, indent, keep=kind is Kind.HEADING)
        self.items.append(item)
        return item

    def _title(self) -> None:
        size = 20 * POINT
        style = f"text-align:center;font:bold {size:.1f}px/{size * 1.7:.1f}px {SANS}"
        self._item(Kind.HEADING, [self.title], style)
        byline = f"text-align:center;font:{self.size:.1f}px/{self.leading * 1.6:.1f}px {self.font}"
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        self._item(Kind.PARAGRAPH, [f"{self.writer.one('body')}　{day}"], byline)

    def _part(self, number: int) -> None:
        head = f"（{_HAN[number]}）{self.writer.one('parts', 'duties').removesuffix('。')}"
        self._item(Kind.HEADING, [head], self._heading(1.05), before=self.leading / 3, indent=2)
        for _ in range(self.draw.randint(2, 3)):
            sentences = [self.writer.sentence("analysis", "duties") for _ in range(self.draw.randint(1, 4))]
            noted = self.draw.random() < 0.25 and self.notes < len(_MARKS)
            if noted:
                sentences[0] = f"{sentences[0].removesuffix('。')}{_MARKS[self.notes]}。"
            item = self._item(Kind.PARAGRAPH, sentences, indent=2)
            if noted:
                self._note(item)

    def _note(self, item: FlowItem) -> None:
        words = f"{_MARKS[self.notes]} {self.writer.one('notes', 'duties')}"
        self.notes += 1
        piece = self.design.add(Kind.NOTE, 1, words)
        style = f"font:{9 * POINT:.1f}px/{_NOTE_LEADING:.1f}px {SERIF}"
        item.note = marked(piece, words, style=style)
        item.note_height = _NOTE_LEADING

    def _table(self, table: Table, *, ruled: bool) -> None:
        number = self.tables
        self.tables += 1
        caption = f"表{number + 1}　{table.caption}"
        style = f"text-align:center;font:bold {self.size:.1f}px/{self.leading * 1.4:.1f}px {SANS}"
        self._item(Kind.HEADING, [caption], style, before=self.leading / 2)
        border = "border:.8px solid #333;" if ruled else ""
        padding = f"padding:{self.size * 0.22:.1f}px {self.size * 0.5:.1f}px;"
        rows = []
        for row, cells in enumerate(table.rows):
            shown = []
            for column, words in enumerate(cells):
                piece = self.design.add(Kind.CELL, 1, words, table=number, row=row, column=column)
                where = "left" if column == 0 else "center" if row == 0 or ruled else "right"
                weight = f"font-weight:bold;font-family:{SANS};" if row == 0 else ""
                line = "border-bottom:1px solid #333;" if not ruled and row == 0 else ""
                cell = f"{border}{padding}{weight}{line}text-align:{where};text-indent:0"
                shown.append(f'<td data-piece="{piece}" style="{cell}">{html.escape(words)}</td>')
            rows.append(f"<tr>{''.join(shown)}</tr>")
        frame = "" if ruled else "border-top:1.4px solid #000;border-bottom:1.4px solid #000;"
        style = f"width:100%;border-collapse:collapse;font-size:{self.size * 0.92:.1f}px;line-height:1.5;{frame}"
        self.items.append(FlowItem(-1, [""], block=f'<table style="{style}">{"".join(rows)}</table><br>'))

    def _running(self) -> None:
        for page in range(_MOST_PAGES):
            head = self.title if page % 2 == 0 else "青澜市情研究"
            where = "left" if page % 2 else "right"
            style = (
                f"font:{9 * POINT:.1f}px {SERIF};text-align:{where};border-bottom:.6px solid #666;padding-bottom:2px"
            )
            self._furniture(page, head, 15 * MM, style)
            number = str(page + 1)
            self._furniture(page, number, _HEIGHT - 17 * MM, f"font:{9.5 * POINT:.1f}px {SERIF};text-align:center")

    def _furniture(self, page: int, words: str, top: float, style: str) -> None:
        piece = self.design.add(Kind.FURNITURE, 1, words)
        self.design.put(page, marked(piece, words), self.left, top, self.text, style)


def report(seed: str, *, small: bool = False) -> tuple[Design, str]:
    """A report and its date."""
    made = Report(seed, small=small)
    return made.make(), made.day.isoformat()

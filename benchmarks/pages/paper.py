"""A newspaper page in the making: its grid, its type, its masthead, and how stories become pieces of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from pages.design import MM, POINT, SANS, SERIF, Design, FlowItem, marked
from pages.prose import Story, Writer
from pages.truth import Kind

MARGIN, GUTTER = 11 * MM, 4.5 * MM
_FORMATS = ((270, 390, 5), (285, 400, 6), (350, 500, 7), (390, 540, 8))  # millimetres, and columns
_SMALL = (150, 200, 4)
_WEEKDAYS = "一二三四五六日"
_SECTIONS = ("要闻", "经济", "民生", "综合", "城事", "深度")
_NAME = "青澜日报"


@dataclass(slots=True)
class Look:
    """How a page is set: the type of its body and how its articles are told apart."""

    size: float
    leading: float
    font: str
    rules: bool
    uprights: bool

    @property
    def body(self) -> str:
        """The CSS of the body."""
        return f"font:{self.size:.2f}px/{self.leading:.2f}px {self.font};text-align:justify;line-break:strict"


class Paper:
    """``head`` is the height of the masthead with the margin above it; ``rows`` of the body fit below it."""

    def __init__(self, seed: str, *, small: bool) -> None:
        self.draw = random.Random(seed)
        self.writer = Writer(seed)
        width, height, self.columns = _SMALL if small else self.draw.choice(_FORMATS)
        self.design = Design(width * MM, height * MM)
        self.day = date(2025, 1, 2) + timedelta(self.draw.randrange(540))
        size = self.draw.choice((9, 9.5, 10, 10.5)) * POINT
        leading = size * self.draw.choice((1.4, 1.5, 1.6))
        font = SERIF if self.draw.random() < 0.8 else SANS
        self.look = Look(size, leading, font, self.draw.random() < 0.8, self.draw.random() < 0.6)
        self.column = (self.design.width - 2 * MARGIN - (self.columns - 1) * GUTTER) / self.columns
        front = not small and self.draw.random() < 0.25
        self.head = (52 if front else 21) * MM
        self.rows = int((self.design.height - MARGIN - self.head) / leading)
        self._articles = 0
        self._front() if front else self._inner()

    def x(self, column: int) -> float:
        """The left side of a column."""
        return MARGIN + column * (self.column + GUTTER)

    def y(self, row: float) -> float:
        """The top of a row."""
        return self.head + row * self.look.leading

    def width(self, columns: int) -> float:
        """So many columns with the gutters between them."""
        return columns * self.column + (columns - 1) * GUTTER

    def next_article(self) -> int:
        """The number of a further article."""
        self._articles += 1
        return self._articles

    def rule(self, left: float, top: float, length: float, thickness: float = 0.7, *, upright: bool = False) -> None:
        """A thin line."""
        width, height = (thickness, length) if upright else (length, thickness)
        self.design.put(0, "", left, top, width, f"height:{height:.2f}px;background:#333")

    def text(self, story: Story, article: int) -> list[FlowItem]:
        """The paragraphs of a story, with the headings between them, as pieces."""
        items = []
        for number, paragraph in enumerate(story.paragraphs):
            if head := story.heads.get(number):
                style = f"font-weight:bold;font-family:{SANS};text-align:center"
                piece = self.design.add(Kind.HEADING, article, head)
                items.append(FlowItem(piece, [head], style, indent=0, keep=True))
            piece = self.design.add(Kind.PARAGRAPH, article, "".join(paragraph))
            items.append(FlowItem(piece, paragraph))
        return items

    # ------------------------------------------------------------------------------------------ mastheads

    def _inner(self) -> None:
        """One line with the name, the date, the editor, the section and the number of the page."""
        right = self.design.width - 2 * MARGIN
        editor = f"　责任编辑：{self.writer.one('person')}"
        self._furniture(_NAME, 0, 9, f"font:bold {17 * POINT}px {SERIF};letter-spacing:2px;color:#a01010")
        self._furniture(self._date() + editor, 34 * MM, 11.4, f"font:{8 * POINT}px {SANS}")
        self._furniture(self.draw.choice(_SECTIONS), right - 34 * MM, 9, f"font:bold {15 * POINT}px {SANS}")
        number = f"{self.draw.randint(2, 8):02d}版"
        self._furniture(number, right - 14 * MM, 9, f"font:bold {13 * POINT}px {SANS}")
        self.rule(MARGIN, 18 * MM, right, 1.5)

    def _front(self) -> None:
        """The large name in red, with the date and the number of the issue between two lines below it."""
        right = self.design.width - 2 * MARGIN
        name = f"font:900 {66 * POINT}px/{27 * MM}px {SERIF};letter-spacing:.18em;color:#c4161c"
        self._furniture(_NAME, (right - 4 * 1.18 * 66 * POINT) / 2, 11, name)
        self.rule(MARGIN, 40.5 * MM, right, 1.5)
        self.rule(MARGIN, 48 * MM, right, 0.8)
        line = f"font:{9 * POINT}px {SANS}"
        self._furniture(self._date(), 0, 42.3, line)
        issue = f"第{self.draw.randint(4100, 9800)}期　今日{self.draw.choice((4, 8, 12))}版"
        self._furniture(issue, right / 2 - 20 * MM, 42.3, line)
        self._furniture("青澜日报社出版", right - 30 * MM, 42.3, line)

    def _date(self) -> str:
        day = self.day
        return f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"

    def _furniture(self, words: str, left: float, top: float, style: str) -> None:
        """``left`` is measured from the margin in pixels, ``top`` from the edge in millimetres."""
        piece = self.design.add(Kind.FURNITURE, 0, words)
        content = marked(piece, words)
        self.design.put(0, content, MARGIN + left, top * MM, self.design.width - MARGIN - left, style)

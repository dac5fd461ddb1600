"""Newspaper pages: masthead, articles of several shapes, boxes and photographs that text flows around."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from pages.design import MM, POINT, SANS, SERIF, Design, Flow, FlowBox, FlowItem, marked
from pages.grid import Cutout, Region, cut_out, plan
from pages.pictures import photograph
from pages.prose import THEMES, Story, Writer
from pages.truth import Kind

PLACE = "青澜市"
_FORMATS = ((270, 390, 5), (285, 400, 6), (350, 500, 7), (390, 540, 8))  # millimetres, and columns
_WEEKDAYS = "一二三四五六日"
_SECTIONS = ("要闻", "经济", "民生", "综合", "城事", "深度")
_BOXED = 800  # characters in a box, at the most
_MARGIN, _HEAD, _GUTTER = 11 * MM, 21 * MM, 4.5 * MM


@dataclass(slots=True)
class _Look:
    """How a page is set: the type of its body and how its articles are told apart."""

    size: float
    leading: float
    font: str
    rules: bool
    uprights: bool


@dataclass(slots=True)
class _Headline:
    """The parts of a headline with their style and height, one above the other."""

    parts: list[tuple[str, str, float]]

    @property
    def height(self) -> float:
        return sum(height for _, _, height in self.parts)


class Newspaper:
    """A page in the making."""

    def __init__(self, seed: str, *, small: bool = False) -> None:
        self.draw = random.Random(seed)
        self.writer = Writer(seed)
        width, height, self.columns = (150, 200, 4) if small else self.draw.choice(_FORMATS)
        self.design = Design(width * MM, height * MM)
        self.day = date(2025, 1, 2) + timedelta(self.draw.randrange(540))
        size = self.draw.choice((9, 9.5, 10, 10.5)) * POINT
        leading = size * self.draw.choice((1.4, 1.5, 1.6))
        font = SERIF if self.draw.random() < 0.8 else SANS
        self.look = _Look(size, leading, font, self.draw.random() < 0.8, self.draw.random() < 0.6)
        self.column = (self.design.width - 2 * _MARGIN - (self.columns - 1) * _GUTTER) / self.columns
        self.rows = int((self.design.height - _MARGIN - _HEAD) / leading)
        self.article = 0
        self.themes = self.draw.sample(THEMES, len(THEMES))
        self._small = small

    def make(self) -> Design:
        """The whole page."""
        self._masthead()
        articles = 2 if self._small else self.draw.randint(3, self.columns)
        for number, region in enumerate(plan(self.draw, self.columns, self.rows, articles)):
            self._set_article(region, self.themes[number % len(self.themes)])
        return self.design

    def _x(self, column: int) -> float:
        return _MARGIN + column * (self.column + _GUTTER)

    def _y(self, row: float) -> float:
        return _HEAD + row * self.look.leading

    def _width(self, columns: int) -> float:
        return columns * self.column + (columns - 1) * _GUTTER

    def _masthead(self) -> None:
        day = self.day
        number = self.draw.randint(2, 8)
        when = f"{day.year}年{day.month}月{day.day}日 星期{_WEEKDAYS[day.weekday()]}"
        parts = (
            ("青澜日报", 0.0, f"font:bold {17 * POINT}px {SERIF};letter-spacing:2px;color:#a01010"),
            (
                f"{when}　责任编辑：{self.writer.one('person')}",
                34 * MM,
                f"font:{8 * POINT}px {SANS};padding-top:{2.4 * MM}px",
            ),
            (
                self.draw.choice(_SECTIONS),
                self.design.width - 2 * _MARGIN - 34 * MM,
                f"font:bold {15 * POINT}px {SANS}",
            ),
            (f"{number:02d}版", self.design.width - 2 * _MARGIN - 14 * MM, f"font:bold {13 * POINT}px {SANS}"),
        )
        for words, left, style in parts:
            piece = self.design.add(Kind.FURNITURE, 0, words)
            self.design.put(0, marked(piece, words), _MARGIN + left, 9 * MM, 110 * MM, style + ";white-space:nowrap")
        self._rule(_MARGIN, 18 * MM, self.design.width - 2 * _MARGIN, 1.5)

    def _rule(self, left: float, top: float, length: float, thickness: float = 0.7, *, upright: bool = False) -> None:
        width, height = (thickness, length) if upright else (length, thickness)
        self.design.put(0, "", left, top, width, f"height:{height:.2f}px;background:#333")

    # ------------------------------------------------------------------------------------------ articles

    def _set_article(self, region: Region, theme: str) -> None:
        for column, (top, bottom) in region.columns.items():
            region.columns[column] = (top, bottom - 1)  # a row of white below
        article = self._next_article()
        story = self.writer.story(theme)
        if region.is_rectangle and len(region.columns) >= 4 and self.draw.random() < 0.45:
            region.last -= 1  # the last column begins beside the headline
        headline = self._headline(story, self._width(region.last - region.first))
        rows = -(-headline.height // self.look.leading)
        self._separate(region)
        self._set_headline(headline, article, region, int(rows))
        floating = self._cutouts(region, int(rows))
        stretches = region.stretches(int(rows))
        lines = sum(bottom - top for _, top, bottom in stretches)
        self.writer.fill(story, theme, round(lines * self.column / self.look.size))
        items = self._items(story, article)
        rank = self.draw.random()
        boxes = [
            FlowBox(0, self._x(column), self._y(top), (bottom - top) * self.look.leading, rank + self.draw.random() / 9)
            for column, top, bottom in stretches
        ]
        self.design.flows.append(Flow(self.column, self._body(), boxes, items))
        for cutout in floating:
            if cutout.last - cutout.first == 2 and cutout.bottom - cutout.top >= 12 and self.draw.random() < 0.6:
                self._set_box(cutout)
            else:
                self._set_photograph(cutout, article, theme)

    def _next_article(self) -> int:
        self.article += 1
        return self.article

    def _body(self) -> str:
        return f"font:{self.look.size:.2f}px/{self.look.leading:.2f}px {self.look.font};text-align:justify;line-break:strict"

    def _items(self, story: Story, article: int) -> list[FlowItem]:
        items = []
        for number, paragraph in enumerate(story.paragraphs):
            if head := story.heads.get(number):
                style = f"font-weight:bold;font-family:{SANS};text-align:center"
                piece = self.design.add(Kind.HEADING, article, head)
                items.append(FlowItem(piece, [head], style, indent=0, keep=True))
            piece = self.design.add(Kind.PARAGRAPH, article, "".join(paragraph))
            items.append(FlowItem(piece, paragraph))
        return items

    def _headline(self, story: Story, width: float) -> _Headline:
        def fit(words: str, most: float) -> float:
            return min(most * POINT, width * 0.97 / len(words))

        main = fit(story.headline, self.draw.choice((22, 26, 30, 36)))
        font = self.draw.choice((f"bold {{}}px {SANS}", f"bold {{}}px {SERIF}", f"900 {{}}px {SERIF}"))
        where = self.draw.choice(("center", "left"))
        parts = [(story.headline, font.format(f"{main:.1f}"), main * 1.35)]
        if story.kicker:
            size = min(fit(story.kicker, 13), main * 0.7)
            parts.insert(0, (story.kicker, f"{size:.1f}px {SANS}", size * 1.5))
        if story.subtitle:
            size = min(fit(story.subtitle, 12.5), main * 0.7)
            parts.append((story.subtitle, f"{size:.1f}px {self.draw.choice((SERIF, SANS))}", size * 1.6))
        styled = [
            (words, f"font:{style};line-height:{height:.1f}px;text-align:{where};white-space:nowrap", height)
            for words, style, height in parts
        ]
        return _Headline(styled)

    def _set_headline(self, headline: _Headline, article: int, region: Region, rows: int) -> None:
        spare = rows * self.look.leading - headline.height
        y = self._y(region.top) + spare / 3
        width = self._width(region.last - region.first)
        for words, style, height in headline.parts:
            piece = self.design.add(Kind.HEADING, article, words)
            self.design.put(0, marked(piece, words), self._x(region.first), y, width, style, self.draw.random())
            y += height

    def _separate(self, region: Region) -> None:
        """Thin rules above an article and at its left side."""
        for column, (top, _) in region.columns.items():
            if self.look.rules and top > 0:
                gutter = _GUTTER if column + 1 in region.columns and region.columns[column + 1][0] == top else 0
                self._rule(self._x(column), self._y(top - 0.5), self.column + gutter)
        if self.look.uprights:
            for column, (top, bottom) in region.columns.items():
                beside = region.columns.get(column - 1)
                if column > 0 and (beside is None or beside[1] < bottom or beside[0] > top):
                    start = top if beside is None or beside[0] > top else beside[1] + 1
                    end = beside[0] if beside is not None and beside[0] > top else bottom
                    self._rule(
                        self._x(column) - _GUTTER / 2, self._y(start), self._y(end) - self._y(start), upright=True
                    )

    # ------------------------------------------------------------------------------------------ cutouts

    def _cutouts(self, region: Region, headline_rows: int) -> list[Cutout]:
        cells = sum(bottom - top for top, bottom in region.columns.values())
        wanted = 0 if cells < 90 else 1 if cells < 260 else self.draw.randint(1, 2)
        for _ in range(wanted if self.draw.random() < 0.85 else 0):
            wide = self.draw.choice((1, 1, 2, 2, 2)) if len(region.columns) >= 3 else 1
            high = self.draw.randint(8, 11) if wide == 1 else self.draw.randint(12, 17)
            middle = wide == 2 and len(region.columns) >= 4
            cutout = cut_out(self.draw, region, wide, high, headline_rows, middle=middle)
            if cutout is not None:
                region.cutouts.append(cutout)
        return region.cutouts

    def _frame(self, cutout: Cutout) -> tuple[float, float, float, float]:
        """Left, top, width and height of what stands in a cutout, with some white above and below."""
        top, bottom = self._y(cutout.top + 0.4), self._y(cutout.bottom - 0.4)
        return self._x(cutout.first), top, self._width(cutout.last - cutout.first), bottom - top

    def _set_photograph(self, cutout: Cutout, article: int, theme: str) -> None:
        left, top, width, height = self._frame(cutout)
        size = self.look.size * 0.92
        credit = f"{self.writer.one('person')} 摄"
        words = f"{self.writer.one('captions', 'captions')}{credit}"
        lines = -(-len(words) * size // (width * 0.96))
        below = lines * size * 1.4 + 3
        self.design.put(0, photograph(self.draw, width, height - below), left, top, width, rank=self.draw.random())
        piece = self.design.add(Kind.CAPTION, article, words)
        style = f"font:{size:.1f}px/{size * 1.4:.1f}px {SANS}"
        self.design.put(0, marked(piece, words), left, top + height - below + 3, width, style, self.draw.random())

    def _set_box(self, cutout: Cutout) -> None:
        """A short article of its own in a frame."""
        left, top, width, height = self._frame(cutout)
        tint = self.draw.choice(("#f1f1f1", "#fdf6e8", "#eef4fa", "transparent"))
        style = f"height:{height:.1f}px;border:1px solid #555;background:{tint}"
        self.design.put(0, "", left, top, width, style, rank=-1)
        article = self._next_article()
        inner, leading = width - 6 * MM, self.look.leading
        per_line = int(inner / self.look.size)
        theme = self.draw.choice(THEMES)
        story = self.writer.story(theme)
        self.writer.fill(story, theme, min(round(height / leading * per_line), _BOXED))
        size = min(15 * POINT, inner * 0.95 / len(story.headline))
        head = self.design.add(Kind.HEADING, article, story.headline)
        style = f"font:bold {size:.1f}px/{1.5 * size:.1f}px {SANS};text-align:center"
        items = self._items(story, article)
        self.design.put(0, marked(head, story.headline), left + 3 * MM, top + 2 * MM, inner, style)
        room = height - 4 * MM - 1.6 * size
        box = FlowBox(0, left + 3 * MM, top + 2 * MM + 1.6 * size, room, self.draw.random())
        self.design.flows.append(Flow(inner, self._body(), [box], items))


def newspaper(seed: str, *, small: bool = False) -> tuple[Design, str]:
    """A page and its date; ``small`` pages have few columns and two articles."""
    page = Newspaper(seed, small=small)
    return page.make(), page.day.isoformat()

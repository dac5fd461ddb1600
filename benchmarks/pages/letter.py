"""Official letters (GB/T 9704): red head, number, title, addressee, numbered body, signature and date, page numbers."""

from __future__ import annotations

from datetime import date, timedelta

from pages.design import MM, POINT, SANS, SERIF, Design, Flow, FlowBox, FlowItem, marked
from pages.prose import Writer
from pages.truth import Kind

_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_LEFT, _TOP, _TEXT, _FOOT = 28 * MM, 37 * MM, 156 * MM, 35 * MM
_SIZE, _LEADING = 16 * POINT, 28.5 * POINT
_HAN = "一二三四五六七八九十"
_MOST_PAGES = 6
_TITLE = f"text-align:center;font:bold {22 * POINT:.1f}px/{34 * POINT:.1f}px {SERIF}"


class Letter:
    """A letter in the making."""

    def __init__(self, seed: str, *, small: bool = False) -> None:
        self.writer = Writer(seed)
        self.draw = self.writer.draw
        self.design = Design(_WIDTH, _HEIGHT)
        self.day = date(2025, 1, 6) + timedelta(self.draw.randrange(540))
        self.items: list[FlowItem] = []
        self._small = small

    def make(self) -> Design:
        """The whole letter."""
        head = self._head()
        self._item(Kind.HEADING, [self.writer.one("letter_titles", "duties")], _TITLE, indent=0)
        self._item(Kind.PARAGRAPH, [self.writer.one("addressees", "duties")], before=_LEADING * 0.6, indent=0)
        self._item(Kind.PARAGRAPH, [self.writer.one("openings", "duties")])
        self._sections()
        self._item(Kind.PARAGRAPH, [self.writer.one("closings", "duties")])
        self._signature()
        boxes = [FlowBox(0, _LEFT, head, _HEIGHT - _FOOT - head)]
        boxes += [FlowBox(page, _LEFT, _TOP, _HEIGHT - _FOOT - _TOP) for page in range(1, _MOST_PAGES)]
        style = f"font:{_SIZE:.2f}px/{_LEADING:.2f}px {SERIF};text-align:justify;line-break:strict"
        self._page_numbers()
        self.design.flows.append(Flow(_TEXT, style, boxes, self.items))
        return self.design

    def _item(
        self, kind: Kind, sentences: list[str], style: str = "", *, before: float = 0.0, indent: float = 2.0
    ) -> None:
        piece = self.design.add(kind, 1, "".join(sentences))
        self.items.append(FlowItem(piece, sentences, style, before, indent, keep=kind is Kind.HEADING))

    def _head(self) -> float:
        """The red head; gives where the text below it begins."""
        name = "青澜市人民政府文件" if self.draw.random() < 0.6 else "青澜市人民政府办公室文件"
        size = min(44 * POINT, _TEXT * 0.9 / len(name))
        red = f"font:bold {size:.1f}px {SERIF};color:#d3131a;text-align:center;white-space:nowrap;letter-spacing:.06em"
        self.design.put(0, marked(self.design.add(Kind.HEADING, 1, name), name), _LEFT, 40 * MM, _TEXT, red)
        number = f"青政{self.draw.choice(('', '办'))}发〔{self.day.year}〕{self.draw.randint(2, 89)}号"
        style = f"font:{_SIZE:.1f}px {SERIF};text-align:center"
        self.design.put(0, marked(self.design.add(Kind.PARAGRAPH, 1, number), number), _LEFT, 74 * MM, _TEXT, style)
        self.design.put(0, "", _LEFT, 84 * MM, _TEXT, "height:2px;background:#d3131a")
        return 98 * MM

    def _sections(self) -> None:
        for number in range(2 if self._small else self.draw.randint(3, 5)):
            title = f"{_HAN[number]}、{self.writer.one('sections', 'duties')}"
            self._item(Kind.HEADING, [title], f"font-family:{SANS}")
            if self.draw.random() < 0.4:
                self._item(Kind.PARAGRAPH, self._duties(3))
            else:
                for part in range(self.draw.randint(2, 3)):
                    opening = f"（{_HAN[part]}）{self.writer.one('parts', 'duties')}"
                    self._item(Kind.PARAGRAPH, [opening, *self._duties(2)])

    def _duties(self, most: int) -> list[str]:
        return [self.writer.sentence("duties", "duties") for _ in range(self.draw.randint(1, most))]

    def _page_numbers(self) -> None:
        for page in range(_MOST_PAGES):
            words = f"— {page + 1} —"
            style = (
                f"font:{14 * POINT:.1f}px {SERIF};text-align:{'left' if page % 2 else 'right'};padding:0 {_SIZE:.0f}px"
            )
            piece = self.design.add(Kind.FURNITURE, 1, words)
            self.design.put(page, marked(piece, words), _LEFT, _HEIGHT - 28 * MM, _TEXT, style)

    def _signature(self) -> None:
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        right = "text-align:right;padding-right:{}em"
        self._item(Kind.PARAGRAPH, ["青澜市人民政府"], right.format(3), before=_LEADING * 2, indent=0)
        self._item(Kind.PARAGRAPH, [day], right.format(3.4), indent=0)
        self._item(Kind.PARAGRAPH, ["（此件公开发布）"])


def letter(seed: str, *, small: bool = False) -> tuple[Design, str]:
    """A letter and its date."""
    made = Letter(seed, small=small)
    return made.make(), made.day.isoformat()

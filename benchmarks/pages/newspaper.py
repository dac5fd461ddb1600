"""Newspaper pages: articles of several shapes on a grid, with boxes and photographs that text flows around."""

from __future__ import annotations

from pages.design import MM, Design, Flow, FlowBox
from pages.grid import Region, cut_out, plan
from pages.headlines import set_headline
from pages.inserts import set_box, set_photograph
from pages.paper import GUTTER, Paper
from pages.prose import THEMES

_FRAMES = ("border:1.2px solid #777", "background:#f4f1ea", "border:1px solid #b03030;background:#fdf8f6")


def newspaper(seed: str, *, small: bool = False) -> tuple[Design, str]:
    """A page and its date; ``small`` pages have few columns and two articles."""
    paper = Paper(seed, small=small)
    themes = paper.draw.sample(THEMES, len(THEMES))
    articles = 2 if small else paper.draw.randint(3, paper.columns)
    for number, region in enumerate(plan(paper.draw, paper.columns, paper.rows, articles)):
        _set_article(paper, region, themes[number % len(themes)])
    return paper.design, paper.day.isoformat()


def _set_article(paper: Paper, region: Region, theme: str) -> None:
    for column, (top, bottom) in region.columns.items():
        region.columns[column] = (top, bottom - 1)  # a row of white below
    article = paper.next_article()
    story = paper.writer.story(theme)
    alone = region.is_rectangle and len(region.columns) >= 3 and paper.draw.random() < 0.3
    if not alone and region.is_rectangle and len(region.columns) >= 4 and paper.draw.random() < 0.45:
        region.last -= 1  # the last column begins beside the headline
    _separate(paper, region)
    inset = 3 * MM if alone and paper.draw.random() < 0.6 else 0.0
    rows = set_headline(paper, story, article, region, inset)
    if not alone:
        _cut_out(paper, region, rows)
    width, boxes = _own_columns(paper, region, rows, inset) if alone else _grid_columns(paper, region, rows)
    room = sum(box.height for box in boxes) * width
    paper.writer.fill(story, theme, round(room / paper.look.leading / paper.look.size))
    paper.design.flows.append(Flow(width, paper.look.body, boxes, paper.text(story, article)))
    boxed = [
        cutout
        for cutout in region.cutouts
        if cutout.last - cutout.first == 2 and cutout.bottom - cutout.top >= 12 and paper.draw.random() < 0.6
    ]
    for cutout in region.cutouts:
        if cutout not in boxed:
            set_photograph(paper, cutout, article)
    for cutout in boxed:
        set_box(paper, cutout)


def _grid_columns(paper: Paper, region: Region, headline_rows: int) -> tuple[float, list[FlowBox]]:
    """The columns of the page; those of an article stand together in the content of the page, in any order."""
    rank = paper.draw.random()
    leading = paper.look.leading
    return paper.column, [
        FlowBox(0, paper.x(column), paper.y(top), (bottom - top) * leading, rank + paper.draw.random() / 9)
        for column, top, bottom in region.stretches(headline_rows)
    ]


def _own_columns(paper: Paper, region: Region, headline_rows: int, inset: float) -> tuple[float, list[FlowBox]]:
    """Columns that are not those of the page, where they are ``inset`` in a frame or on a tint."""
    (top, bottom), left = next(iter(region.columns.values())), paper.x(min(region.columns))
    whole = paper.width(len(region.columns))
    if inset:
        style = f"height:{paper.y(bottom + 0.4) - paper.y(top):.1f}px;{paper.draw.choice(_FRAMES)}"
        paper.design.put(0, "", left, paper.y(top), whole, style, rank=-1)
    number = len(region.columns) - paper.draw.choice((0, 1, 1))
    width = (whole - 2 * inset - (number - 1) * GUTTER) / number
    begin = top + headline_rows
    rank = paper.draw.random()
    boxes = [
        FlowBox(
            0,
            left + inset + column * (width + GUTTER),
            paper.y(begin),
            (bottom - begin) * paper.look.leading,
            rank + paper.draw.random() / 9,
        )
        for column in range(number)
    ]
    return width, boxes


def _cut_out(paper: Paper, region: Region, headline_rows: int) -> None:
    """Makes room for boxes and photographs."""
    draw = paper.draw
    cells = sum(bottom - top for top, bottom in region.columns.values())
    wanted = 0 if cells < 90 else 1 if cells < 260 else draw.randint(1, 2)
    for _ in range(wanted if draw.random() < 0.85 else 0):
        wide = draw.choice((1, 1, 2, 2, 2)) if len(region.columns) >= 3 else 1
        high = draw.randint(8, 11) if wide == 1 else draw.randint(12, 17)
        middle = wide == 2 and len(region.columns) >= 4
        cutout = cut_out(draw, region, wide, high, headline_rows, middle=middle)
        if cutout is not None:
            region.cutouts.append(cutout)


def _separate(paper: Paper, region: Region) -> None:
    """Thin rules above an article and at its left side."""
    for column, (top, bottom) in region.columns.items():
        if paper.look.rules and top > 0:
            gutter = GUTTER if column + 1 in region.columns and region.columns[column + 1][0] == top else 0
            paper.rule(paper.x(column), paper.y(top - 0.5), paper.column + gutter)
        beside = region.columns.get(column - 1)
        if paper.look.uprights and column > 0 and beside != (top, bottom):
            start, end = _beside(beside, top, bottom)
            length = paper.y(end) - paper.y(start)
            paper.rule(paper.x(column) - GUTTER / 2, paper.y(start), length, upright=True)


def _beside(column: tuple[int, int] | None, top: int, bottom: int) -> tuple[int, int]:
    """The rows from ``top`` to ``bottom`` in which a column of the same article does not reach."""
    if column is None:
        return top, bottom
    if column[0] > top:
        return top, column[0]
    return min(column[1] + 1, bottom), bottom

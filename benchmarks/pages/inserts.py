"""What stands in the middle of an article: a photograph with its caption, or a short article in a box."""

from __future__ import annotations

from pages.design import MM, POINT, SANS, Flow, FlowBox, marked
from pages.grid import Cutout
from pages.paper import Paper
from pages.pictures import photograph
from pages.prose import THEMES
from pages.truth import Kind

_BOXED = 800  # characters in a box, at the most
_TINTS = ("#f1f1f1", "#fdf6e8", "#eef4fa", "transparent")


def frame(paper: Paper, cutout: Cutout) -> tuple[float, float, float, float]:
    """Left, top, width and height of what stands in a cutout, with some white above and below."""
    top, bottom = paper.y(cutout.top + 0.4), paper.y(cutout.bottom - 0.4)
    return paper.x(cutout.first), top, paper.width(cutout.last - cutout.first), bottom - top


def set_photograph(paper: Paper, cutout: Cutout, article: int) -> None:
    """A photograph with a caption below it."""
    left, top, width, height = frame(paper, cutout)
    size = paper.look.size * 0.92
    words = f"{paper.writer.one('captions', 'captions')}{paper.writer.one('person')} 摄"
    lines = -(-len(words) * size // (width * 0.96))
    below = lines * size * 1.4 + 3
    picture = photograph(paper.draw, width, height - below)
    paper.design.put(0, picture, left, top, width, rank=paper.draw.random())
    piece = paper.design.add(Kind.CAPTION, article, words)
    style = f"font:{size:.1f}px/{size * 1.4:.1f}px {SANS}"
    paper.design.put(0, marked(piece, words), left, top + height - below + 3, width, style, paper.draw.random())


def set_box(paper: Paper, cutout: Cutout) -> None:
    """A short article of its own in a frame."""
    left, top, width, height = frame(paper, cutout)
    style = f"height:{height:.1f}px;border:1px solid #555;background:{paper.draw.choice(_TINTS)}"
    paper.design.put(0, "", left, top, width, style, rank=-1)
    article = paper.next_article()
    inner = width - 6 * MM
    theme = paper.draw.choice(THEMES)
    story = paper.writer.story(theme)
    paper.writer.fill(story, theme, min(round(height / paper.look.leading * inner / paper.look.size), _BOXED))
    size = min(15 * POINT, inner * 0.95 / len(story.headline))
    head = paper.design.add(Kind.HEADING, article, story.headline)
    style = f"font:bold {size:.1f}px/{1.5 * size:.1f}px {SANS};text-align:center"
    paper.design.put(0, marked(head, story.headline), left + 3 * MM, top + 2 * MM, inner, style, paper.draw.random())
    room = height - 4 * MM - 1.6 * size
    box = FlowBox(0, left + 3 * MM, top + 2 * MM + 1.6 * size, room, paper.draw.random())
    paper.design.flows.append(Flow(inner, paper.look.body, [box], paper.text(story, article)))

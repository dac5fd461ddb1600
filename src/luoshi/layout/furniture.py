"""Running heads and feet, and the numbers of pages: what belongs to the page and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from luoshi.layout.geometry import shared_width
from luoshi.layout.sheets import Line, Sheet
from luoshi.readers.dates import is_dated
from luoshi.readers.lines import squeezed
from luoshi.repair import cues

_EDGE = 0.13  # of the page's height: heads and feet stand within
_ROWS = 3  # of a head or a foot at most
_OFTEN = 3  # pages that a head stands on; two, where the file has no more pages than _SHORT
_SHORT = 8
_SAME_PLACE = 0.02  # of the page's height
_SAME_SIZE = 0.8  # the smaller of two sizes by the larger: heads of one kind
_APART = 1.0  # sizes of white between a head and the text
_LONGEST = 60  # characters: longer lines are text
_LETTER = re.compile(r"[^\W\d_]")
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+(?=页)")
_NUMBER = re.compile(
    r"[-—–―－~·•|\s]*(?:\d{1,4}|[ivxlcIVXLC]{1,6})[-—–―－~·•|\s]*"
    r"|[-—–―－一]{1,2}\s*\d{1,4}\s*[-—–―－一]{1,2}"  # a dash may be recognised as 一
    r"|第?\s*\d{1,4}\s*页?\s*[/／,，共|]+\s*\d{1,4}\s*页?"
    r"|第\s*[\d一二三四五六七八九十百]{1,5}\s*页(?:\s*[,，]?\s*共\s*\d{1,4}\s*页)?"
    r"|(?:Page|P\.?)\s*\d{1,4}(?:\s*of\s*\d{1,4})?",
    re.IGNORECASE,
)

EXAMPLES = (  # how numbers of pages are written, and lines that are none
    ("— 3 —", True),
    ("-12-", True),
    ("-1一", True),
    ("第3页 共20页", True),
    ("第 3 页", True),
    ("3/20", True),
    ("iv", True),
    ("· 27 ·", True),
    ("Page 3 of 20", True),
    ("2025年", False),
    ("3.9%", False),
    ("第三章", False),
)


def is_page_number(words: str) -> bool:
    """Whether a line is the number of a page and nothing else."""
    return _NUMBER.fullmatch(words.strip()) is not None


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets without heads and feet. A head that states a date is kept once: it dates the issue of a newspaper."""
    edges = [(_rows(sheet, head=True), _rows(sheet, head=False)) for sheet in sheets]
    often = _repeated(sheets, edges)
    sizes = _sizes(sheets, edges, often)
    kept: list[Sheet] = []
    dated: set[str] = set()
    for sheet, rows in zip(sheets, edges, strict=True):
        gone: set[int] = set()
        head, foot = rows
        for row in (*_outermost(sheet, head, often, sizes), *_outermost(sheet, foot, often, {})):
            for at in row:
                words = sheet.lines[at].words
                if is_dated(words) and _form(words) not in dated:
                    dated.add(_form(words))
                else:
                    gone.add(at)
        lines = tuple(line for at, line in enumerate(sheet.lines) if at not in gone)
        kept.append(sheet._replace(lines=lines))
    return kept


def _rows(sheet: Sheet, *, head: bool) -> list[list[int]]:
    """The lines at one edge of a sheet, level by level from the edge inwards."""
    edge = _EDGE * sheet.height
    places = sorted(
        (at for at, line in enumerate(sheet.lines) if _is_in(line, sheet, edge, head)),
        key=lambda at: sheet.lines[at].rect.top if head else -sheet.lines[at].rect.bottom,
    )
    rows: list[list[int]] = []
    for at in places:
        if rows and abs(_level(sheet.lines[rows[-1][0]]) - _level(sheet.lines[at])) <= 0.5 * sheet.lines[at].size:
            rows[-1].append(at)
        elif len(rows) == _ROWS:
            break
        else:
            rows.append([at])
    return rows


def _is_in(line: Line, sheet: Sheet, edge: float, head: bool) -> bool:
    return line.rect.bottom <= edge if head else line.rect.top >= sheet.height - edge


def _level(line: Line) -> float:
    return (line.rect.top + line.rect.bottom) / 2


def _form(words: str) -> str:
    """The words of a head with its numbers made alike."""
    return _DIGITS.sub("#", squeezed(words))


def _repeated(
    sheets: Sequence[Sheet], edges: Sequence[tuple[list[list[int]], list[list[int]]]]
) -> set[tuple[str, int]]:
    """What stands at the same place of several pages: the form of its words, and the place."""
    counts: Counter[tuple[str, int]] = Counter()
    for sheet, rows in zip(sheets, edges, strict=True):
        found: set[tuple[str, int]] = set()
        for line in (sheet.lines[at] for side in rows for row in side for at in row):
            form = _form(line.words)
            if len(form) <= _LONGEST and not cues.is_label(line.words):
                found.update((form, place) for place in _places(line, sheet))
        counts.update(found)
    enough = _OFTEN if len(sheets) > _SHORT else 2
    return {key for key, count in counts.items() if count >= enough}


def _places(line: Line, sheet: Sheet) -> Iterator[int]:
    """The steps of height in which a line lies: two, so that what trembles over the border of one is in the other."""
    step = int(_level(line) / (_SAME_PLACE * sheet.height / 2))
    yield from (step, step + 1)


def _sizes(
    sheets: Sequence[Sheet], edges: Sequence[tuple[list[list[int]], list[list[int]]]], often: set[tuple[str, int]]
) -> dict[int, float]:
    """The size of the type of repeated words at each place in the first row of heads, where other words may stand on
    other pages. Rows below may be captions of tables, and those at the foot notes."""
    return {
        place: line.size
        for sheet, (head, _) in zip(sheets, edges, strict=True)
        for line in (sheet.lines[at] for row in head[:1] for at in row)
        if _LETTER.search(line.words)
        for place in _places(line, sheet)
        if (_form(line.words), place) in often
    }


def _outermost(
    sheet: Sheet, rows: Sequence[list[int]], often: set[tuple[str, int]], sizes: Mapping[int, float]
) -> Iterator[list[int]]:
    """Rows from the edge inwards, as long as all of a row is furniture."""
    for row in rows:
        lines = [sheet.lines[at] for at in row]
        if not all(_is_furniture(line, sheet, often) or _is_at_a_head(line, sheet, sizes) for line in lines):
            return
        yield row


def _is_furniture(line: Line, sheet: Sheet, often: set[tuple[str, int]]) -> bool:
    if is_page_number(line.words):
        return True
    form = _form(line.words)
    return any((form, place) in often for place in _places(line, sheet))


def _is_at_a_head(line: Line, sheet: Sheet, sizes: Mapping[int, float]) -> bool:
    """Whether a line stands where heads of other pages do, as large as they are and as far from the text: a head of
    its own (the chapter's, the left page's)."""
    if len(line.words) > _LONGEST or cues.has_full_stop(line.words) or cues.is_label(line.words):
        return False
    alike = any(
        min(line.size, sizes[place]) >= _SAME_SIZE * max(line.size, sizes[place])
        for place in _places(line, sheet)
        if place in sizes
    )
    return alike and not any(_is_near(line, other) for other in sheet.lines)


def _is_near(line: Line, other: Line) -> bool:
    """Whether another line stands right above or below a line."""
    gap = max(other.rect.top - line.rect.bottom, line.rect.top - other.rect.bottom)
    return 0 <= gap < _APART * line.size and shared_width(line.rect, other.rect) > 0

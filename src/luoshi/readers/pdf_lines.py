"""From the characters of a page to its lines: cut at every gap that may lie between two columns.

Spaces are not read but measured: files have spaces where none are seen and none where words stand apart. A line is cut
where the gap is as wide as the narrowest gutter; what belongs together all the same is joined by ``luoshi.layout``,
which sees the whole page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from statistics import median

from luoshi.layout.sheets import Line, Rect
from luoshi.readers.pdf_characters import Character

_CUT = 0.7  # of the size, and of the size of most characters of the page: a wider gap may be a gutter
_NARROWEST_CUT = 0.3  # of the size: large type is spread out by less
_SPACE = 0.18  # of the size: a wider gap between words that are not Chinese is a space
_WIDE_SPACE = 0.45  # the same where one side is Chinese: justified lines are spread out by less
_BACK = -0.6  # of the size: characters may overlap by as much
_SAME_BASELINE = 0.12  # of the size
_SAME_SIZE = 0.8  # the smaller of two sizes by the larger; what is smaller is a raised or lowered mark
_ASCENT = 0.88  # of the size: the em box of Chinese type above its baseline
_PITCH = 1.35  # of the size: characters of a vertical line stand no farther apart
_LOOK_BACK = 12  # open lines of a row among which the one that goes on is sought

Run = list[Character]


def lines_of(characters: Iterable[Character]) -> tuple[Line, ...]:
    """The lines of a page from the top down; vertical lines and those on their side as one line each."""
    across: list[Run] = []
    others: list[Run] = []
    printed = list(characters)
    gutter = _CUT * median(character.size for character in printed) if printed else 0.0
    for run in _runs(printed, gutter):
        (across if run[0].across else others).append(run)
    rows = _vertical(_with_marks(_joined(across, gutter)))
    lines = [_line(row) for row in chain(rows, others)]
    return tuple(sorted((line for line in lines if line.words), key=lambda line: (line.rect.top, line.rect.left)))


def _runs(characters: Iterable[Character], gutter: float) -> Iterator[Run]:
    """Characters that follow one another in the file and on the page."""
    run: Run = []
    for character in characters:
        if run and _follows(run[-1], character, gutter):
            if not _again(run[-1], character):
                run.append(character)
            continue
        if run:
            yield run
        run = [character]
    if run:
        yield run


def _follows(last: Character, character: Character, gutter: float) -> bool:
    if last.across != character.across:
        return False
    if not character.across:
        return abs(last.size - character.size) < 1 and _near(last, character)
    return _goes_on(last, character, gutter)


def _goes_on(last: Character, character: Character, gutter: float) -> bool:
    """Whether a character stands right behind another in a line; ``gutter`` is the narrowest of the page."""
    size = max(last.size, character.size)
    widest = max(min(_CUT, gutter / size), _NARROWEST_CUT)
    return _same_line(last, character) and _BACK <= _gap(last, character) <= widest


def _near(last: Character, character: Character) -> bool:
    away = abs(last.left - character.left) + abs(last.baseline - character.baseline)
    return away <= _PITCH * character.size


def _same_line(one: Character, other: Character) -> bool:
    small, large = sorted((one.size, other.size))
    return abs(one.baseline - other.baseline) <= _SAME_BASELINE * large and small >= _SAME_SIZE * large


def _gap(last: Character, character: Character) -> float:
    """Between two characters of a line, in their size."""
    return (character.left - last.right) / max(last.size, character.size)


def _again(last: Character, character: Character) -> bool:
    """Whether a character is printed a second time over itself to look bold."""
    return last.word == character.word and abs(last.left - character.left) < 0.3 * character.size


def _joined(runs: Iterable[Run], gutter: float) -> list[Run]:
    """Runs that stand side by side on one baseline, made one, in whatever order the file has them."""
    done: list[Run] = []
    for row in _rows(runs):
        open_runs: list[Run] = []
        for run in sorted(row, key=lambda run: run[0].left):
            for before in reversed(open_runs[-_LOOK_BACK:]):
                if _goes_on(before[-1], run[0], gutter):
                    before.extend(run)
                    break
            else:
                open_runs.append(run)
        done += open_runs
    return done


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs whose baselines lie close together: at least all those of one line."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: run[0].baseline):
        if row and run[0].baseline - row[-1][0].baseline > _SAME_BASELINE * max(run[0].size, row[-1][0].size):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _with_marks(runs: list[Run]) -> list[Run]:
    """Small raised or lowered marks (m², a note's number) put into the line that they belong to."""
    ordered = sorted(runs, key=lambda run: run[0].baseline)
    gone: set[int] = set()
    for at, run in enumerate(ordered):
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(ordered) and abs(other - at) <= _LOOK_BACK:
                large = ordered[other]
                if other not in gone and _is_mark(run, large):
                    large.extend(run)
                    large.sort(key=lambda character: character.left)
                    gone.add(at)
                    break
                other += step
            if at in gone:
                break
    return [run for at, run in enumerate(ordered) if at not in gone]


def _is_mark(run: Run, line: Run) -> bool:
    """Whether a run is small, and stands within the height of a line at its end, its beginning or in a gap of it."""
    size = line[0].size
    if run[0].size >= _SAME_SIZE * size or len(run) > 6:
        return False
    rise = line[0].baseline - run[0].baseline
    if not -0.4 * size <= rise <= 0.7 * size:
        return False
    reach = _CUT * size / 2
    return line[0].left - reach <= run[-1].right and run[0].left <= line[-1].right + reach


def _vertical(runs: list[Run]) -> list[Run]:
    """Single characters that stand under one another, made one line."""
    single = sorted((run for run in runs if len(run) == 1), key=lambda run: (round(run[0].left), run[0].baseline))
    stacks: list[Run] = []
    for run in single:
        character = run[0]
        if stacks and _stands_under(stacks[-1][-1], character):
            stacks[-1].append(character)
        else:
            stacks.append([character])
    return [run for run in runs if len(run) > 1] + stacks


def _stands_under(last: Character, character: Character) -> bool:
    size = character.size
    return (
        abs(last.size - size) < 0.1 * size
        and abs(last.left - character.left) < 0.2 * size
        and 0 < character.baseline - last.baseline <= _PITCH * size
        and not (last.word + character.word).isascii()
    )


def _line(run: Run) -> Line:
    size = max(character.size for character in run)
    words = [run[0].word]
    gaps = [_gap(last, character) if _is_beside(last, character) else 0.0 for last, character in pairwise(run)]
    spread = max(median(gaps), 0.0) if gaps else 0.0
    for (last, character), gap in zip(pairwise(run), gaps, strict=True):
        chinese = not (last.word.isascii() and character.word.isascii())
        if gap > (_WIDE_SPACE + spread if chinese else _SPACE):
            words.append(" ")
        words.append(character.word)
    rect = Rect(
        min(character.left for character in run),
        min(character.baseline for character in run) - _ASCENT * size,
        max(character.right for character in run),
        max(character.baseline for character in run) + (1 - _ASCENT) * size,
    )
    return Line(_whole("".join(words)).strip(), rect, size, bold=sum(c.bold for c in run) * 2 > len(run))


def _is_beside(last: Character, character: Character) -> bool:
    return last.across and abs(character.baseline - last.baseline) < last.size / 2


def _whole(words: str) -> str:
    """Halves of characters outside the first plane put together; half of one alone becomes U+FFFD."""
    if words.isascii() or not any("\ud800" <= word <= "\udfff" for word in words):
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

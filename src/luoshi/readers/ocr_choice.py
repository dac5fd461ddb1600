"""Large type is looked for twice, in a smaller picture and in the page's own: which of both saw more of a line?

The smaller picture keeps thin characters at the ends of large type, and loses small words beside it (新建改建学校 before a 31 that
is three times as high). In the page's own it is the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from luoshi.layout.geometry import middle, shared_height, shared_width
from luoshi.layout.overlaps import Fragment
from luoshi.layout.sheets import Rect

_SURE = 0.9  # confidence of a character that counts
_DOUBTFUL = 0.95  # confidence: where some character has less, the surer of two equally long readings is taken
_LEVEL = 0.5  # of the lower height that two fragments of one line have in common
_ONE_PLACE = 0.4  # of the higher of two boxes: characters nearer to each other are one


def better(coarse: Sequence[Fragment], fine: Sequence[Fragment]) -> list[Fragment]:
    """Of the fragments of both pictures, line by line those that saw more."""
    found: list[Fragment] = []
    for large, small in _lines(coarse, fine):
        places, others = _places(large), _places(small)
        least, other_least = min(places, default=0.0), min(others, default=0.0)
        more = sum(one >= _SURE for one in others) - sum(one >= _SURE for one in places)
        has_more = more > 0 or (more == 0 and other_least > least and least < _DOUBTFUL)
        found += small if has_more else large
    return found


def _lines(coarse: Sequence[Fragment], fine: Sequence[Fragment]) -> Iterator[tuple[list[Fragment], list[Fragment]]]:
    """What each picture showed of the same stretch of print."""
    rest = [(fragment, at) for at, fragments in enumerate((coarse, fine)) for fragment in fragments]
    while rest:
        line = [rest.pop()]
        for fragment, _ in line:  # which grows
            near = [one for one in rest if _touch(one[0], fragment)]
            rest = [one for one in rest if one not in near]
            line += near
        yield [fragment for fragment, at in line if at == 0], [fragment for fragment, at in line if at == 1]


def _touch(one: Fragment, other: Fragment) -> bool:
    low = min(one.rect.height, other.rect.height)
    return shared_height(one.rect, other.rect) >= _LEVEL * low and shared_width(_whole(one), _whole(other)) > 0


def _whole(fragment: Fragment) -> Rect:
    """The rectangle with what was read beyond it."""
    left, _, right, _ = fragment.rect
    first, last = fragment.characters[0].at, fragment.characters[-1].at
    return fragment.rect._replace(left=min(left, first), right=max(right, last))


def _places(fragments: Iterable[Fragment]) -> list[float]:
    """The confidence of each character; of what two fragments both saw the higher."""
    found: list[tuple[float, float, float]] = []  # the middle from the left and from the top, and the height of the box
    confidences: list[float] = []
    for fragment in fragments:
        height, level = fragment.rect.height, middle(fragment.rect)[1]
        others = tuple(found)
        for character in fragment.characters:
            if character.word.isspace():
                continue
            seen = next(
                (
                    place
                    for place, (at, other, box) in enumerate(others)
                    if max(abs(character.at - at), abs(level - other)) < _ONE_PLACE * max(height, box)
                ),
                None,
            )
            if seen is None:
                found.append((character.at, level, height))
                confidences.append(character.confidence)
            else:
                confidences[seen] = max(confidences[seen], character.confidence)
    return confidences

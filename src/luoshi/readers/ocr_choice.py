"""Large type is looked for twice, in a smaller picture and in the page's own: which of both saw more of a line?

The smaller picture keeps thin characters at the ends of large type, and loses small words beside it (新建改建学校 before a 31 that
is three times as high). In the page's own it is the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from luoshi.layout.geometry import middle, shared_height, shared_width
from luoshi.layout.overlaps import Character, Fragment

_SURE = 0.9  # confidence of a character that counts
_DOUBTFUL = 0.95  # confidence: where some character has less, the surer of two equally long readings is taken
_LEVEL = 0.5  # of the lower height that two fragments of one line have in common
_ONE_PLACE = 0.4  # of the higher of two boxes: characters nearer to each other are one


def better(coarse: Sequence[Fragment], fine: Sequence[Fragment]) -> list[Fragment]:
    """Of the fragments of both pictures, line by line those that saw more."""
    found: list[Fragment] = []
    for large, small in _lines(coarse, fine):
        places, least = _places(large), _least(large)
        others, other_least = _places(small), _least(small)
        has_more = others > places or (others == places and other_least > least and least < _DOUBTFUL)
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
    return shared_width(one.rect, other.rect) > 0 and shared_height(one.rect, other.rect) >= _LEVEL * low


def _places(fragments: Iterable[Fragment]) -> int:
    """How many characters were surely read; what two fragments both saw counts once."""
    places: list[
        tuple[float, float, float]
    ] = []  # the middle from the left and from the top, and the height of the box
    for fragment in fragments:
        height, level = fragment.rect.height, middle(fragment.rect)[1]
        others = tuple(places)
        for character in _sure(fragment):
            if not any(
                max(abs(character.at - at), abs(level - other)) < _ONE_PLACE * max(height, box)
                for at, other, box in others
            ):
                places.append((character.at, level, height))
    return len(places)


def _sure(fragment: Fragment) -> Iterator[Character]:
    return (one for one in fragment.characters if one.confidence >= _SURE and not one.word.isspace())


def _least(fragments: Iterable[Fragment]) -> float:
    return min((one.confidence for fragment in fragments for one in fragment.characters), default=0.0)

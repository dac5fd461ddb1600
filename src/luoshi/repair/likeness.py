"""Whether two paragraphs are the same words, read by a machine twice."""

from __future__ import annotations

from typing import Final

_RESUME: Final = 4  # characters that must agree before the comparison goes on after a difference
_CHARACTERS_PER_DIFFERENCE: Final = 30  # a machine errs once in about sixty characters; twice that is let pass
_SHORT: Final = 80  # characters up to which more than one misreading in one place is another word
_WORD: Final = 6
_NUMERALS: Final = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两")

# one reading, another, how many characters they differ in (None: they are different texts); a test goes through them
EXAMPLES: Final = (
    ("加快建设区域科技创新中心，打造一批中试平台。", "加快建设区域科技创新中心，打造一批中试平台。", 0),
    ("加快建设区域科技创新中心，打造一批中试平台。", "加快建设区域科枝创新中心，打造一批中试平台。", 1),
    ("加快建设区域科技创新中心，打造一批中试平台。", "加快建设区域科创新中心，打造一批中试平台。", 1),
    ("城东区新建改建学校12所，新增学位5600个。", "城东区新建改建学校15所，新增学位5600个。", None),
    ("干部们走进车间厂房，把企业的难处一条一条记下来。", "干部们走进田间果园，把企业的难处一条一条记下来。", None),
    ("加快建设区域科技创新中心，打造一批中试平台。", "持续优化营商环境，减轻企业负担，提振信心。", None),
)


def tolerance(size: int) -> int:
    """How many differing characters two readings of ``size`` characters may have."""
    return size // _CHARACTERS_PER_DIFFERENCE + 1


def differences(one: str, other: str) -> int | None:
    """In how many characters two readings of the same words differ; None where the words are not the same.

    A numeral in place of another numeral is no misreading: two statements with different figures are two statements.
    Nor is one word in place of another in a short text, where all differences stand close together.
    Compared from left to right, taking after a difference the way that lets the texts agree again; the cost is
    linear in the shorter text.
    """
    budget = tolerance(min(len(one), len(other)))
    if abs(len(one) - len(other)) > budget:
        return None
    at = to = count = first = last = 0
    while True:
        same = _agree(one, at, other, to)
        at, to = at + same, to + same
        if at == len(one) or to == len(other):
            if count > 1 and len(one) < _SHORT and last - first < _WORD:
                return None
            count += len(one) - at + len(other) - to
            return count if count <= budget else None
        skip = _skip(one, at, other, to, budget - count)
        if skip is None:
            return None
        left, right = skip
        if _figures(one[at : at + left], other[to : to + right], one[at - 1 : at] + one[at + left : at + left + 1]):
            return None
        if count == 0:
            first = at
        at, to, count = at + left, to + right, count + max(left, right)
        last = at


def _agree(one: str, at: int, other: str, to: int) -> int:
    """How many characters agree from here on."""
    size, step, room = 0, 16, min(len(one) - at, len(other) - to)
    while size < room:
        step = min(step, room - size)
        if one[at + size : at + size + step] == other[to + size : to + size + step]:
            size += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return size


def _skip(one: str, at: int, other: str, to: int, budget: int) -> tuple[int, int] | None:
    """How many characters to pass over in each text so that they agree again: changed, lost or added ones."""
    for size in range(1, min(budget, _RESUME) + 1):
        for left, right in ((size, size), (size, 0), (0, size)):
            if one[at + left : at + left + _RESUME] == other[to + right : to + right + _RESUME]:
                return left, right
    # two differences close together, or the end near: pass over one character and see
    return (1, 1) if budget > 0 else None


def _figures(left: str, right: str, around: str) -> bool:
    """Whether the differing characters are numerals on both sides, or a numeral that one number has and one lacks."""
    if len(left) == len(right):
        return any(a != b and a in _NUMERALS and b in _NUMERALS for a, b in zip(left, right, strict=True))
    return bool(_NUMERALS & set(left + right)) and bool(_NUMERALS & set(around))

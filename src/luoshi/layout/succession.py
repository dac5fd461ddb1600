"""Which text block goes on in which.

Pairs are taken from those with the best odds down (``luoshi.layout.odds``), so that each block has one follower and one
predecessor at most; what is left without a predecessor are the beginnings of articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from luoshi.layout.odds import Page, followers
from luoshi.repair.seams import Seams

_ENOUGH = 0.0
_ORPHAN = -4.0  # a text that nothing goes on in although it begins in the middle of a paragraph
_NEVER = -100.0


def succession(page: Page, seams: Seams) -> list[list[int]]:
    """The numbers of blocks in chains, each in reading order; every block is in one."""
    count = len(page.blocks)
    odds = {(one, other): score for one in range(count) for other, score in followers(page, one, seams)}
    follower: dict[int, int] = {}
    before: dict[int, int] = {}
    for (one, other), score in sorted(odds.items(), key=lambda pair: (-pair[1], pair[0])):
        if score > _ENOUGH and one not in follower and other not in before and not _leads_to(other, one, follower):
            follower[one] = other
            before[other] = one
    chains = [_chain(at, follower) for at in range(count) if at not in before]
    return _without_orphans(page, chains, odds)


def _without_orphans(page: Page, chains: list[list[int]], odds: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Chains that begin in the middle of a paragraph put into others, where that reads better than to leave them out."""
    for orphan in [chain for chain in chains if page.ends[chain[0]].indented is False and chain[0] not in page.asides]:
        best: tuple[float, list[int], int] | None = None
        for chain in (chain for chain in chains if chain is not orphan):
            for place, (one, other) in enumerate(pairwise(chain), 1):
                gain = odds.get((one, orphan[0]), _NEVER) + odds.get((orphan[-1], other), _NEVER) - odds[one, other]
                if gain > _ORPHAN and (best is None or gain > best[0]):
                    best = (gain, chain, place)
        if best is not None:
            _, chain, place = best
            chain[place:place] = orphan
            chains = [other for other in chains if other is not orphan]
    return chains


def _leads_to(start: int, end: int, follower: dict[int, int]) -> bool:
    while start != end:
        if start not in follower:
            return False
        start = follower[start]
    return True


def _chain(first: int, follower: dict[int, int]) -> list[int]:
    chain = [first]
    while chain[-1] in follower:
        chain.append(follower[chain[-1]])
    return chain

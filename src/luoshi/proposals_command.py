"""``luoshi track --commitments``: commitments beside the results that are proposed for them (docs/progress.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from luoshi.progress.collecting import Followed
from luoshi.progress.localities import locality
from luoshi.progress.proposals import Proposal, propose
from luoshi.publishing import proposed as written
from luoshi.publishing.jsonl import encode
from luoshi.publishing.tabular import csv_lines, json_lines, table_lines
from luoshi.said import Decision, FollowUp


def proposal_lines(followed: Followed, places: Sequence[str], least: float | None, output: str) -> Iterable[str]:
    """The proposals of these places (all where none is named) in a format: text, csv, json or jsonl."""
    wanted = {locality(name).key for name in places} | set(places)
    said = followed.follow_up
    items = [item for item in propose(followed.documents, least) if not wanted or wanted & _names(item)]
    if output == "text":
        rows = (written.proposal_cells(item, said) for item in items)
        return table_lines("", written.HEADS, rows, _counted(items, said))
    if output == "csv":
        return csv_lines(written.COLUMNS, (written.proposal_row(item, said) for item in items))
    lines = [written.proposal_line(item, said) for item in items]
    return json_lines(lines) if output == "json" else map(encode, lines)


def _names(item: Proposal) -> set[str]:
    home = item.commitment.source.home
    return {home.key, home.name}


def _counted(items: Sequence[Proposal], said: FollowUp) -> str:
    """How many there are, for a person to decide."""
    counts = Counter(said.decisions[item.key].decision if item.key in said.decisions else None for item in items)
    commitments = len({item.commitment.record_id for item in items})
    words = [f"proposals: {len(items)}, for {commitments} of the commitments"] if items else ["no proposals"]
    return ", ".join(words + [f"{counts[decision]} {decision.value}" for decision in Decision if counts[decision]])

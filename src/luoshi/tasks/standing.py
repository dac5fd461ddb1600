"""How commitments stand: what people said of them, and the result to look at next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from luoshi.progress.proposals import Proposal
from luoshi.said import Decision, FollowUp, TaskStatus


class Standing(NamedTuple):
    """``result`` are the words of a result with its document: one that a person confirmed, or else the surest that nobody
    refused ("" for none); ``decision`` is what was said of it."""

    status: TaskStatus | None
    remark: str
    result: str
    result_id: str
    decision: Decision | None


NOTHING_SAID = Standing(None, "", "", "", None)


def standings(proposals: Iterable[Proposal], said: FollowUp) -> dict[str, Standing]:
    """How commitments stand, by their ids; those of which nothing is known are left out."""
    found = {
        record: NOTHING_SAID._replace(status=note.status, remark=note.remark) for record, note in said.notes.items()
    }
    ranks: dict[str, tuple[bool, float]] = {}
    for proposal in proposals:
        record, result = proposal.commitment.record_id, proposal.result
        decided = said.decisions.get(proposal.key)
        decision = decided.decision if decided else None
        rank = (decision is Decision.CONFIRMED, proposal.sureness)
        if decision is Decision.REFUSED or ranks.get(record, (False, 0.0)) >= rank:
            continue
        ranks[record] = rank
        words = f"{result.sentence}（{result.source.name}）"
        found[record] = found.get(record, NOTHING_SAID)._replace(
            result=words, result_id=result.record_id, decision=decision
        )
    return found

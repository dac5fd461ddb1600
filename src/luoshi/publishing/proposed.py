"""Commitments beside the results that are proposed for them, as lines for programs and as rows for people (docs/progress.md)."""

from __future__ import annotations

from typing import Any

from luoshi.progress.duties import Duty
from luoshi.progress.proposals import Proposal
from luoshi.said import FollowUp

Line = dict[str, Any]

PROPOSED = "proposed"
"""How a proposal stands that nobody decided."""

COLUMNS = (
    *("place", "place_code", "sureness", "standing", "reasons", "task_status"),
    *("commitment", "commitment_id", "deadline", "checkable", "commitment_document", "commitment_date"),
    *("commitment_start", "commitment_end", "commitment_text"),
    *("result", "result_id", "period", "result_document", "result_date", "result_start", "result_end", "result_text"),
)
"""The columns of a row; also the head of its CSV."""

HEADS = {
    "地区 place": "left",
    "承诺 commitment": "fold",
    "成果 result": "fold",
    "把握 sureness": "right",
    "状态 standing": "left",
    "依据 reasons": "fold",
}


def proposal_line(item: Proposal, said: FollowUp) -> Line:
    """A proposal as ``luoshi track --commitments --format jsonl`` writes it."""
    commitment, result = item.commitment, item.result
    decided, note = said.decisions.get(item.key), said.notes.get(commitment.record_id)
    return {
        "place": commitment.source.home.name,
        "place_code": commitment.source.home.code,
        "commitment": {
            **_where(commitment),
            "deadline": commitment.record.deadline,
            "checkable": commitment.record.checkable,
            "status": note.status if note else None,
            "remark": note.remark if note else "",
        },
        "result": {**_where(result), "period": result.record.period},
        "sureness": item.sureness,
        "reasons": [reason.zh for reason in item.agreement.reasons],
        "reasons_en": [reason.en for reason in item.agreement.reasons],
        "standing": decided.decision if decided else PROPOSED,
        "decided_at": decided.at if decided else None,
        "decided_by": decided.by if decided else None,
    }


def proposal_row(item: Proposal, said: FollowUp) -> Line:
    """The same as one flat row with the names of ``COLUMNS``."""
    line = proposal_line(item, said)
    commitment, result = line["commitment"], line["result"]
    return {
        **{name: line[name] for name in ("place", "place_code", "sureness", "standing")},
        "reasons": "；".join(line["reasons"]),
        "task_status": commitment["status"],
        "commitment": commitment["title"],
        "commitment_id": commitment["id"],
        "deadline": commitment["deadline"],
        "checkable": str(commitment["checkable"]).lower(),
        "result": result["title"],
        "result_id": result["id"],
        "period": result["period"],
        **{f"commitment_{name}": commitment[name] for name in _WHERE},
        **{f"result_{name}": result[name] for name in _WHERE},
    }


_WHERE = ("document", "date", "start", "end", "text")


def proposal_cells(item: Proposal, said: FollowUp) -> tuple[str, ...]:
    """The cells of a proposal in the terminal's table: both sentences, each with its document."""
    line = proposal_line(item, said)
    return (
        line["place"],
        _shown(item.commitment),
        _shown(item.result),
        f"{item.sureness:.2f}",
        line["standing"],
        "；".join(line["reasons"]),
    )


def _shown(duty: Duty[Any]) -> str:
    return f"{duty.sentence}（{duty.source.name}）"


def _where(duty: Duty[Any]) -> Line:
    span = duty.record.span
    return {
        "id": duty.record_id,
        "title": duty.record.title,
        "document": duty.source.name,
        "date": duty.source.date,
        "start": span.start,
        "end": span.end,
        "text": duty.sentence,
    }

"""What people say of commitments and of the results that are proposed for them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class TaskStatus(StrEnum):
    """How a task stands."""

    DONE = "done"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"
    ADJUSTED = "adjusted"


class Decision(StrEnum):
    """What a person says of a result that was proposed for a commitment."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"


class TaskNote(NamedTuple):
    """``status`` is None where only a remark was made. ``at`` is the moment in ISO 8601 (UTC), ``by`` whoever said so."""

    status: TaskStatus | None
    remark: str
    at: str
    by: str


class Decided(NamedTuple):
    """A decision, when and by whom."""

    decision: Decision
    at: str
    by: str


class Confirmed(NamedTuple):
    """The words of an accomplishment that a person confirmed to be a result, and its document's name."""

    words: str
    document: str


class Said(NamedTuple):
    """What people said of one commitment: ``note`` None where nobody said how it stands."""

    note: TaskNote | None
    results: tuple[Confirmed, ...]


class FollowUp(NamedTuple):
    """All that people said: of commitments by their ids, of results by the ids of commitment and accomplishment."""

    notes: dict[str, TaskNote]
    decisions: dict[tuple[str, str], Decided]

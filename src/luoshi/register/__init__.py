"""The register: where everything that was read is kept (schema, opening, ingest, queries)."""

from luoshi.register.follow_up import Decided, Decision, FollowUp, TaskNote, TaskStatus
from luoshi.register.ingest import Change, Entry, Given
from luoshi.register.queries import DocumentEntry, FigureEntry
from luoshi.register.register import Register
from luoshi.register.user_corrections import UserCorrection

__all__ = [
    "Change",
    "Decided",
    "Decision",
    "DocumentEntry",
    "Entry",
    "FigureEntry",
    "FollowUp",
    "Given",
    "Register",
    "TaskNote",
    "TaskStatus",
    "UserCorrection",
]

"""The register: where everything that was read is kept (schema, opening, ingest, queries)."""

from luoshi.register.indicator_decisions import IndicatorDecision
from luoshi.register.ingest import Change, Entry, Given
from luoshi.register.queries import DocumentEntry, FigureEntry
from luoshi.register.register import Register
from luoshi.register.user_corrections import UserCorrection

__all__ = [
    "Change",
    "DocumentEntry",
    "Entry",
    "FigureEntry",
    "Given",
    "IndicatorDecision",
    "Register",
    "UserCorrection",
]

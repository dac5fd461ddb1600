"""The register: where everything that was read is kept (schema, opening, ingest, queries)."""

from luoshi.register.indicator_decisions import Decision
from luoshi.register.ingest import Change, Entry, Given
from luoshi.register.queries import DocumentEntry, FigureEntry
from luoshi.register.register import Register
from luoshi.register.user_corrections import UserCorrection

__all__ = ["Change", "Decision", "DocumentEntry", "Entry", "FigureEntry", "Given", "Register", "UserCorrection"]

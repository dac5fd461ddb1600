"""The ways in which Luoshi can fail, each said in one sentence that names the file."""

from __future__ import annotations


class LuoshiError(Exception):
    """Something that the user can understand and mend; its text is one plain sentence."""


class ReadError(LuoshiError):
    """A document that could not be read. The rest of a run goes on without it."""


class RegisterError(LuoshiError):
    """The register cannot be opened or written."""


class OutputError(LuoshiError):
    """A page or an export cannot be written."""

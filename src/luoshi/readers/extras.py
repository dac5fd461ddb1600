"""Libraries that only some formats need, and the command that installs them where they are missing."""

from __future__ import annotations

import importlib
from types import ModuleType

from luoshi.errors import ReadError


def need(module: str, extra: str, what: str) -> ModuleType:
    """The module of an extra of Luoshi; ``what`` says what wants it (report.docx is a Word document).

    Raises ReadError with the command that installs the extra where the module is not there.
    """
    try:
        return importlib.import_module(module)
    except ImportError:
        raise ReadError(f"{what}; reading it needs: pip install 'luoshi[{extra}]'.") from None

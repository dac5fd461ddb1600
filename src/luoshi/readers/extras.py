"""Libraries that come with an extra of the installation (``pip install 'luoshi[office]'``)."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from luoshi.errors import ReadError


def need(module: str, extra: str, what: str) -> ModuleType:
    """The module, which comes with ``extra``; ``what`` is the file and its kind (report.docx is a Word document).

    Raises ReadError, which says how to install it, where it is missing.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != module.partition(".")[0]:
            raise  # the library is there and lacks something itself
        raise ReadError(f"{what}; reading it needs: pip install 'luoshi[{extra}]'.") from None

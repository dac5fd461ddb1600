"""Why a file gave nothing, said in one sentence."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import NamedTuple

from luoshi.errors import LuoshiError
from luoshi.inputs import legible

_PACKAGE = Path(__file__).parent


class Failure(NamedTuple):
    """Why a file gave nothing, in one sentence; ``trace`` is for developers and empty where the input is at fault."""

    reason: str
    trace: str = ""


def failure_of(source: str, error: Exception) -> Failure:
    """What to tell of an exception that a document caused; ``source`` says where it stands."""
    if isinstance(error, LuoshiError):
        return Failure(legible(str(error)))
    if isinstance(error, MemoryError):
        return Failure(f"{source}: there is not enough memory to read this document.")
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)] or frames
    where = f"{Path(own[-1].filename).name}, line {own[-1].lineno}" if own else "an unknown place"
    reason = (
        f"{source}: Luoshi itself failed on this document ({type(error).__name__} in {where}); "
        "please report it, with the document."
    )
    return Failure(reason, "".join(traceback.format_exception(error)))

"""Writing files so that a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from luoshi.errors import OutputError


class Folder:
    """A folder to write in, made with its parents where it is missing.

    Raises OutputError at once when nothing can be written in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            probe = _beside(path / "probe")
            probe.touch(exist_ok=False)
            probe.unlink()
        except OSError as error:
            raise OutputError(f"{path}: nothing can be written in this folder: {_reason(error)}.") from error

    def write(self, name: str, data: bytes, *, durable: bool = True) -> Path:
        """Writes a file of the folder, whole or not at all; a file of just this content is left as it is.

        One that is not ``durable`` may be found empty after the machine lost its power, and is written without waiting for
        the disk. Raises OutputError naming the file.
        """
        path = self.path / name
        with suppress(OSError):
            if path.read_bytes() == data:
                return path
        draft = _beside(path)
        try:
            try:
                with draft.open("xb") as file:
                    file.write(data)
                    file.flush()
                    if durable:
                        os.fsync(file.fileno())
                draft.replace(path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise OutputError(f"{path}: the file cannot be written: {_reason(error)}.") from error
        return path


def _beside(path: Path) -> Path:
    """A new name in the same folder, hence on the same disk, so that the finished file can take the old one's place."""
    return path.with_name(f".luoshi-{os.getpid()}-{secrets.token_hex(4)}.tmp")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

"""ZIP archives of documents. Nothing is ever unpacked onto the disk; a member is read when its turn comes."""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from luoshi.errors import ReadError
from luoshi.readers.refusals import MAX_BYTES, check_size
from luoshi.readers.zipped import ENCRYPTED, MAX_RATIO, climbs, swells

ARCHIVE = ".zip"
MAX_MEMBERS = 200_000

_UTF8 = 0x800  # the flag that says that a member's name is in UTF-8
_APPLE = "__MACOSX"  # copies of the icons and comments of a Macintosh
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def members(path: Path) -> list[str]:
    """The names of the files in an archive, in its order; hidden ones (.git) are left out.

    Raises ReadError if the file is no archive or holds more than MAX_MEMBERS.
    """
    return [name for name in _members(path) if not any(part.startswith((".", _APPLE)) for part in _parts(name))]


def read_member(path: Path, name: str) -> bytes:
    """The bytes of one file of an archive. Raises ReadError, which names both."""
    shown = f"{path}/{name}"
    member = _members(path).get(name)
    if member is None:
        raise ReadError(f"{shown} does not exist.")
    if climbs(name):
        raise ReadError(f"{shown} is left out: its name leads out of the archive.")
    if member.flag_bits & ENCRYPTED:
        raise ReadError(f"{shown} is protected by a password.")
    check_size(member.file_size, shown)
    if swells(member):
        raise ReadError(f"{shown} is left out: it would swell to more than {MAX_RATIO} times its size.")
    try:
        with _archive(*_identity(path)).open(member) as file:
            data = file.read(MAX_BYTES + 1)  # the size that the archive states may be a lie
    except _DAMAGED:
        raise ReadError(f"{shown} cannot be read: the archive is damaged there.") from None
    check_size(len(data), shown)
    return data


def _members(path: Path) -> MappingProxyType[str, zipfile.ZipInfo]:
    try:
        return _table_of(*_identity(path))
    except PermissionError:
        raise ReadError(f"{path} cannot be read: permission denied.") from None
    except FileNotFoundError:
        raise ReadError(f"{path} does not exist.") from None
    except _DAMAGED:
        raise ReadError(f"{path} is no ZIP archive, or a damaged one.") from None


def _identity(path: Path) -> tuple[Path, int, int]:
    state = path.stat()
    return path, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=1)
def _archive(path: Path, _modified: int, _size: int) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


@lru_cache(maxsize=1)
def _table_of(path: Path, modified: int, size: int) -> MappingProxyType[str, zipfile.ZipInfo]:
    """Each file by its name: for ten thousand members the list of them must not be read ten thousand times."""
    found = [member for member in _archive(path, modified, size).infolist() if not member.is_dir()]
    if len(found) > MAX_MEMBERS:
        raise ReadError(f"{path} is too large: {len(found):,} files, where at most {MAX_MEMBERS:,} are read.")
    return MappingProxyType({_name(member): member for member in found})


def _name(member: zipfile.ZipInfo) -> str:
    """Chinese Windows writes names in GB18030 without saying so; zipfile reads what is not UTF-8 as code page 437."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _parts(name: str) -> tuple[str, ...]:
    return PurePosixPath(name).parts

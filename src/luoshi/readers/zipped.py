"""ZIP archives that nobody has vouched for: documents of Word and LibreOffice, workbooks, corpora.

What an archive says of its members is looked at before anything is unpacked. ``zipfile`` never unpacks more of a
member than that, so that an archive which understates its sizes gains nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from luoshi.errors import ReadError

MAX_UNPACKED = 512 * 2**20  # bytes of all members together
MAX_MEMBERS = 20_000
MAX_RATIO = 200  # unpacked to packed; XML of office documents has 5 to 30
ANY_RATIO = 10 * 2**20  # bytes up to which a member may have any ratio

_DRIVE = re.compile(r"[A-Za-z]:")
ENCRYPTED = 0x1  # general purpose bit flag 0 (APPNOTE 4.4.4)
_MARKUP = (".xml", ".rels")
_ENTITY = ("<!ENTITY".encode("ascii"), "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))


def open_zip(data: bytes, source: str) -> zipfile.ZipFile:
    """The archive, looked through. ``source`` names the file in errors.

    Raises ReadError for one that is damaged, protected by a password, has too many or too large members, or members
    whose names lead out of it.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReadError(
            f"{source} is damaged: its list of contents cannot be found, as when its end is cut off."
        ) from None
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise ReadError(f"{source} holds {len(members):,} files, where at most {MAX_MEMBERS:,} are read.")
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise ReadError(f"{source} is protected by a password.")
    if climbing := next((member.filename for member in members if climbs(member.filename)), ""):
        raise ReadError(f"{source} is not read: the name of a file inside, {climbing!r}, leads out of it.")
    if (size := sum(member.file_size for member in members)) > MAX_UNPACKED:
        raise ReadError(
            f"{source} is too large: unpacked it has {size / 2**20:.0f} MiB, where at most {MAX_UNPACKED // 2**20} MiB are read."
        )
    if bomb := next((member.filename for member in members if swells(member)), ""):
        raise ReadError(f"{source} is not read: {bomb!r} inside would swell to more than {MAX_RATIO} times its size.")
    return archive


def member(archive: zipfile.ZipFile, name: str, source: str) -> bytes:
    """What a member holds. Raises ReadError if it is missing or cannot be unpacked."""
    try:
        return archive.read(name)
    except KeyError:
        raise ReadError(f"{source} is damaged: it lacks the part {name}.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError):
        raise ReadError(f"{source} is damaged: its part {name} cannot be unpacked.") from None


def refuse_entities(archive: zipfile.ZipFile, source: str) -> None:
    """Raises ReadError if a part declares XML entities: no program that writes documents does, and they may swell or read files."""
    for name in archive.namelist():
        if name.lower().endswith(_MARKUP) and any(sign in member(archive, name, source) for sign in _ENTITY):
            raise ReadError(f"{source} is not read: its part {name} declares XML entities, as no real document does.")


def climbs(name: str) -> bool:
    """Whether a member's name leads out of the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or _DRIVE.match(name) is not None


def swells(one: zipfile.ZipInfo) -> bool:
    """Whether a member would swell to more than MAX_RATIO times its size, as a bomb does."""
    return one.file_size > ANY_RATIO and one.file_size > MAX_RATIO * one.compress_size

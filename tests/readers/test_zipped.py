"""ZIP archives made to do harm are refused in one sentence before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from luoshi.errors import ReadError
from luoshi.readers import zipped


def archive(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as refused:
        zipped.open_zip(data, "a.zip")
    return str(refused.value)


def test_a_sound_archive_gives_its_members() -> None:
    opened = zipped.open_zip(archive(a="全市".encode()), "a.zip")
    assert zipped.member(opened, "a", "a.zip").decode() == "全市"
    with pytest.raises(ReadError, match=r"^a\.zip is damaged: it lacks the part b\.$"):
        zipped.member(opened, "b", "a.zip")


def test_one_member_that_swells() -> None:
    assert "'bomb' inside would swell to more than 200 times its size" in refusal(archive(bomb=b"\0" * 20 * 2**20))


def test_a_small_member_may_have_any_ratio() -> None:
    assert zipped.open_zip(archive(zeros=b"\0" * 5 * 2**20), "a.zip").namelist() == ["zeros"]


def test_members_that_are_too_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_UNPACKED", 2 * 2**20)
    message = refusal(archive(a=b"\0" * 2**20, b=b"\0" * 2**20, c=b"\0" * 2**20))
    assert message == "a.zip is too large: unpacked it has 3 MiB, where at most 2 MiB are read."


def test_too_many_members() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for number in range(zipped.MAX_MEMBERS + 1):
            made.writestr(str(number), b"")
    assert refusal(stream.getvalue()) == "a.zip holds 20,001 files, where at most 20,000 are read."


@pytest.mark.parametrize("name", ["../up", "a/../../up", "/etc/passwd", "C:\\up", "..\\up"])
def test_names_that_climb(name: str) -> None:
    assert "leads out of it" in refusal(archive(**{name: b"x"}))


def test_two_dots_inside_a_name_do_not_climb() -> None:
    assert zipped.open_zip(archive(**{"a..b/c..": b"x"}), "a.zip").namelist() == ["a..b/c.."]


def encrypted() -> bytes:
    data = bytearray(archive(secret=b"x"))
    data[6] |= 1  # the general purpose flags of the local header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and of the directory
    return bytes(data)


def test_an_encrypted_member() -> None:
    assert refusal(encrypted()) == "a.zip is protected by a password."


def test_an_archive_whose_end_is_cut_off() -> None:
    whole = archive(a=b"x" * 1000)
    assert refusal(whole[:-30]).startswith("a.zip is damaged: its list of contents cannot be found")


def test_a_member_whose_bytes_are_damaged() -> None:
    data = bytearray(archive(a=bytes(range(256)) * 20))
    data[60:90] = b"\xff" * 30
    with pytest.raises(ReadError, match=r"^a\.zip is damaged: its part a cannot be unpacked\.$"):
        zipped.member(zipped.open_zip(bytes(data), "a.zip"), "a", "a.zip")


def test_a_size_that_is_understated_unpacks_no_more() -> None:
    data = bytearray(archive(a=b"\0" * 2**20))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    with pytest.raises(ReadError, match="cannot be unpacked"):
        zipped.member(zipped.open_zip(bytes(data), "a.zip"), "a", "a.zip")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'.encode(encoding)
    opened = zipped.open_zip(archive(**{"a.xml": laughs}), "a.zip")
    with pytest.raises(ReadError, match=r"its part a\.xml declares XML entities"):
        zipped.refuse_entities(opened, "a.zip")

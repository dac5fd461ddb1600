"""A reader that crashes, hangs or takes all memory costs only the file that it read."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from luoshi.errors import ReadError
from luoshi.readers import isolation, liveness
from luoshi.readers.isolation import isolated


def identify() -> int:
    return os.getpid()


def refuse(source: str) -> None:
    raise ReadError(f"{source} is empty.")


def misbehave() -> None:
    raise KeyError("page")


def crash() -> None:
    ctypes.string_at(0)


def hang(seconds: float) -> None:
    time.sleep(seconds)


def work_long(pages: int, seconds: float) -> int:
    for _ in range(pages):
        time.sleep(seconds)
        liveness.alive()
    return pages


def fill_memory() -> int:
    return len(bytearray(isolation.MEMORY))


def chatter() -> str:
    os.write(1, b"a library's own words")
    print("and Python's", flush=True)
    return "answer"


def test_work_is_done_in_one_other_process() -> None:
    first, second = isolated("a.pdf", identify), isolated("b.pdf", identify)
    assert first == second != os.getpid()


def test_what_is_raised_there_is_raised_here_and_the_process_lives_on() -> None:
    before = isolated("a.pdf", identify)
    with pytest.raises(ReadError, match=r"^a\.pdf is empty\.$"):
        isolated("a.pdf", refuse, "a.pdf")
    with pytest.raises(KeyError):
        isolated("a.pdf", misbehave)
    assert isolated("a.pdf", identify) == before


def test_a_crash_costs_one_file() -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf cannot be read: it brought its reader down; the file may be damaged"):
        isolated("a.pdf", crash)
    assert isolated("b.pdf", identify) != os.getpid()


def test_silence_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    isolated("a.pdf", identify)  # started: its start does not count
    monkeypatch.setattr(isolation, "SILENCE", 0.5)
    with pytest.raises(ReadError, match=r"^a\.pdf cannot be read: its reader gave no sign of life for"):
        isolated("a.pdf", hang, 60)
    monkeypatch.undo()
    assert isolated("b.pdf", identify) != os.getpid()


def test_signs_of_life_keep_long_work_going(monkeypatch: pytest.MonkeyPatch) -> None:
    isolated("a.pdf", identify)
    monkeypatch.setattr(isolation, "SILENCE", 1.0)
    assert isolated("a.pdf", work_long, 8, 0.2) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_memory_is_limited() -> None:
    with pytest.raises(MemoryError):
        isolated("a.pdf", fill_memory)


def test_what_a_library_prints_does_no_harm() -> None:
    assert isolated("a.pdf", chatter) == "answer"


def test_threads_take_turns() -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(isolated("a.pdf", work_long, 2, 0.05))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2, 2, 2]


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_it_ends_with_the_one_who_asked_even_while_hanging(tmp_path: Path) -> None:
    script = tmp_path / "ask.py"  # no main guard: the caller's own module is not imported again
    script.write_text(
        "import threading, time\n"
        "from luoshi.readers.isolation import isolated\n"
        "import os\n"
        "print(isolated('a', os.getpid), flush=True)\n"
        "isolated('a', time.sleep, 600)\n"
    )
    asker = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert asker.stdout is not None
    other = int(asker.stdout.readline())
    asker.kill()
    asker.wait()
    asker.stdout.close()
    for _ in range(100):
        if not _runs(other):
            return
        time.sleep(0.1)
    pytest.fail("the other process went on")


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False

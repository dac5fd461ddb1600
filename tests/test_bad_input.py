"""Bad input gives one clear sentence that names the file; the rest is done, and nothing is left half-written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import chdir, closing
from pathlib import Path

import pytest
from command_line import COMMAND, REPORT, assert_one_sentence, luoshi, luoshi_here, start_luoshi

from luoshi import runs
from luoshi.inputs import gather
from luoshi.register import Register

MANY = 12

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a good document beside which the bad ones are put."""
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with so many documents that a run takes a while; complete.db and complete/ are what it gives."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        text = REPORT + "".join(f"2025年,第{n}区新建道路{number + n}公里,投资{n}.5亿元。\n" for n in range(40))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    with chdir(folder):
        list(runs.run(gather(["."]), runs.Options(register="complete.db", out=Path("complete"))))
    assert names(folder / "complete.db") == {f"{number:02}" for number in range(MANY)}
    return folder


@pytest.fixture
def many(finished: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def run(work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``luoshi`` in the folder, in this process."""
    return luoshi_here(work, monkeypatch, capsys)


def names(register: Path) -> set[str]:
    """The documents of a register that is sound."""
    with closing(sqlite3.connect(register)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name for (name,) in raw.execute("SELECT name FROM documents")}


def assert_rest_is_done(done: subprocess.CompletedProcess[str], work: Path, bad: str) -> None:
    """The bad file is named in one sentence, the good one is registered and drawn, nothing else is there."""
    assert done.returncode == 1
    assert_one_sentence(done.stderr, bad)
    assert "1 registered, 1 failed" in done.stdout
    assert names(work / "luoshi.db") == {"good"}
    assert [path.name for path in (work / "luoshi-out").iterdir()] == ["good.html"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("noise.txt", random.Random(3).randbytes(20_000)),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + random.Random(4).randbytes(5_000)),
        ("scan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
        ("encoding.txt", REPORT.encode("utf-32-le")),
        ("blank.txt", b" \n\t\r\n" * 50),
    ],
)
def test_a_file_that_is_no_text(run: Run, work: Path, name: str, content: bytes) -> None:
    (work / name).write_bytes(content)
    assert_rest_is_done(run("run", name, "good.txt"), work, name)


def test_a_text_in_which_bytes_mean_nothing(run: Run, work: Path) -> None:
    torn = bytearray(REPORT.encode("gb18030"))
    torn[::3] = b"\xff" * len(torn[::3])
    (work / "torn.txt").write_bytes(torn)
    assert_rest_is_done(run("run", "torn.txt", "good.txt"), work, "torn.txt")


def test_a_file_of_200_mb_is_refused_unread(run: Run, work: Path) -> None:
    with (work / "huge.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert_rest_is_done(run("run", "huge.txt", "good.txt"), work, "huge.txt")


def test_a_folder_without_documents(run: Run, work: Path) -> None:
    (work / "pictures").mkdir()
    (work / "pictures" / "1.png").write_bytes(b"\x89PNG")
    assert_rest_is_done(run("run", "pictures", "good.txt"), work, "pictures")


def test_a_path_that_does_not_exist(run: Run, work: Path) -> None:
    assert_rest_is_done(run("run", "none.txt", "good.txt"), work, "none.txt")


def test_an_empty_standard_input(work: Path) -> None:
    done = luoshi("extract", "-", cwd=work, stdin="")
    assert (done.returncode, done.stdout) == (1, "")
    assert_one_sentence(done.stderr)


def test_a_file_that_cannot_be_opened(run: Run, work: Path) -> None:
    (work / "loop.txt").symlink_to("loop.txt")  # permissions do not bind root, a link to itself does
    assert_rest_is_done(run("run", "loop.txt", "good.txt"), work, "loop.txt")


def test_an_output_folder_that_cannot_be_written(run: Run, work: Path) -> None:
    (work / "file").touch()
    done = run("run", "good.txt", "--out", "file/pages")
    assert (done.returncode, done.stdout) == (2, "")
    assert_one_sentence(done.stderr, "file/pages")
    assert not (work / "luoshi.db").exists()


def test_a_read_only_output_folder(run: Run, work: Path) -> None:
    (work / "pages").mkdir()
    if os.geteuid():
        (work / "pages").chmod(0o555)
    elif subprocess.run(["chattr", "+i", "pages"], cwd=work, capture_output=True, check=False).returncode:
        pytest.skip("this file system cannot make a folder immutable")
    try:
        done = run("run", "good.txt", "--out", "pages")
    finally:
        subprocess.run(["chattr", "-i", "pages"], cwd=work, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert_one_sentence(done.stderr, "pages")
    assert not (work / "luoshi.db").exists()


@pytest.mark.parametrize("register", ["good.txt", ".", "none/luoshi.db", "nothing://host/base"])
def test_a_register_that_cannot_be_used(run: Run, work: Path, register: str) -> None:
    done = run("run", "good.txt", "--register", register)
    assert (done.returncode, done.stdout) == (2, "")
    assert_one_sentence(done.stderr, register)
    assert (work / "good.txt").read_text(encoding="utf-8") == REPORT


def in_small_disk(command: list[str], cwd: Path, size: int) -> subprocess.CompletedProcess[str]:
    """Runs a command that sees a disk of ``size`` bytes at ``cwd / "disk"``; skips the test where that takes rights.

    The disk goes with the process. What lies on it then is copied to ``cwd / "kept"``.
    """
    (cwd / "disk").mkdir()
    script = f'mount -t tmpfs -o size={size} tmpfs disk || exit 99; "$@"; code=$?; cp -r disk kept; exit $code'
    unshare = ["unshare", "--mount", "sh", "-c", script, "sh", *command]
    try:
        done = subprocess.run(unshare, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("needs unshare, to make a small disk")
    if done.returncode in (1, 99) and ("unshare" in done.stderr or "mount" in done.stderr):
        pytest.skip("making a small disk needs root")
    return done


def test_a_disk_that_is_full_in_the_middle_of_the_register(many: Path) -> None:
    Register(many / "empty.db").close()
    sizes = [(many / name).stat().st_size for name in ("empty.db", "complete.db")]
    command = [*COMMAND, "run", ".", "--register", "disk/luoshi.db", "--quiet"]
    done = in_small_disk(command, many, sum(sizes) // 2)
    assert (done.returncode, done.stdout) == (2, "")
    assert_one_sentence(done.stderr, "disk/luoshi.db", "full")
    kept = names(many / "kept" / "luoshi.db")
    assert 0 < len(kept) < MANY
    # with room again, the next run completes it
    done = luoshi("run", ".", "--register", "kept/luoshi.db", cwd=many)
    assert f"{MANY} documents: {MANY - len(kept)} registered" in done.stdout
    assert len(names(many / "kept" / "luoshi.db")) == MANY


def test_a_disk_that_is_full_in_the_middle_of_the_pages(many: Path) -> None:
    size = sum(path.stat().st_size for path in (many / "complete").iterdir())
    done = in_small_disk([*COMMAND, "run", ".", "--out", "disk", "--quiet"], many, size // 2)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    undrawn = [line for line in lines if "index.html" not in line]
    assert 0 < len(undrawn) < MANY
    assert all("no space left" in line and ".html" in line for line in lines)
    assert len(names(many / "luoshi.db")) == MANY
    pages = [path.read_text(encoding="utf-8") for path in (many / "kept").glob("[0-9]*.html")]
    assert len(pages) == MANY - len(undrawn)
    assert all(page.rstrip().endswith("</html>") for page in pages)


def test_a_full_disk_behind_standard_output(work: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [*COMMAND, "extract", "good.txt"], cwd=work, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert_one_sentence(done.stderr, "Standard output")


def wait_for_documents(register: Path, number: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if register.exists():
            with closing(sqlite3.connect(register)) as raw:
                try:
                    if raw.execute("SELECT count(*) FROM documents").fetchone()[0] >= number:
                        return
                except sqlite3.OperationalError:
                    pass  # its tables are not there yet
        time.sleep(0.005)
    raise AssertionError("nothing was registered")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_a_sentence_and_the_next_run_completes_it(many: Path, jobs: str) -> None:
    texts = sorted(path.name for path in many.glob("*.txt"))
    os.mkfifo(many / "pipe.txt")  # nobody writes to it: there the run waits
    child = start_luoshi("run", *texts[:5], "pipe.txt", *texts[5:], "--jobs", jobs, cwd=many)
    wait_for_documents(many / "luoshi.db", 5)
    os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to the program and all its processes
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out) == (130, "")
    assert_one_sentence(err, "Stopped")
    assert names(many / "luoshi.db") == {"00", "01", "02", "03", "04"}
    pages = list((many / "luoshi-out").iterdir())
    assert all(page.suffix == ".html" for page in pages)
    assert all(page.read_text(encoding="utf-8").rstrip().endswith("</html>") for page in pages)
    assert f"{MANY - 5} registered" in luoshi("run", *texts, cwd=many).stdout
    assert len(names(many / "luoshi.db")) == MANY


def test_killed_at_any_moment_it_holds_whole_documents_and_the_next_run_completes_it(many: Path) -> None:
    moments, register = random.Random(11), many / "luoshi.db"
    with Register(many / "complete.db") as whole:
        expected = {entry.name: whole.case(entry.id) for entry in whole.documents()}
    for wanted in (1, 5):
        child = start_luoshi("run", ".", cwd=many)
        wait_for_documents(register, wanted)
        time.sleep(moments.uniform(0, 0.05))
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate(timeout=30)
        assert len(names(register)) >= wanted
        with Register(register) as partial:
            for entry in partial.documents():
                assert partial.case(entry.id) == expected[entry.name]
    assert luoshi("run", ".", cwd=many).returncode == 0
    assert names(register) == set(expected)

"""From paths to files."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from cases import make_case

from luoshi.inputs import digest_of, gather, legible
from luoshi.publishing.page import index, render
from luoshi.readers import MAX_BYTES


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def paths(*given: Path | str) -> list[str]:
    return [item.path for item in gather([str(path) for path in given])]


def test_a_folder_gives_its_documents_in_the_order_of_names(tmp_path: Path) -> None:
    make(tmp_path, "b/2.TXT", "b/1.txt", "a.txt", "c.html", "picture.png", ".hidden.txt", ".git/x.txt")
    names = [os.path.relpath(path, tmp_path) for path in paths(tmp_path)]
    assert names == ["a.txt", "b/1.txt", "b/2.TXT", "c.html"]


def test_files_and_problems_keep_the_order_in_which_they_were_named(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "data.xyz")
    inputs = gather([str(tmp_path / name) for name in ("b.txt", "none.txt", "data.xyz", "a.txt")] + ["-"])
    assert [Path(item.path).name for item in inputs] == ["b.txt", "none.txt", "data.xyz", "a.txt", "-"]
    assert [bool(item.problem) for item in inputs] == [False, True, True, False, False]


def test_an_empty_name_does_not_stand_for_this_folder() -> None:
    assert gather([""])[0].problem


def test_a_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert paths(tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt", "-", "-") == [str(tmp_path / "a.txt"), "-"]


def test_the_pages_of_an_earlier_run_are_no_documents(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.html")
    (tmp_path / "a.html").write_text(render(make_case()), encoding="utf-8")
    (tmp_path / "index.html").write_text(index([]), encoding="utf-8")
    assert paths(tmp_path) == [str(tmp_path / "a.txt"), str(tmp_path / "b.html")]


def test_a_folder_without_documents_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "picture.png")
    (item,) = gather([str(tmp_path)])
    assert "holds no documents" in item.problem
    assert str(tmp_path) in item.problem


def test_a_folder_of_nothing_but_own_pages_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(render(make_case()), encoding="utf-8")
    (item,) = gather([str(tmp_path)])
    assert "holds no documents but the pages that Luoshi wrote" in item.problem


def test_every_document_of_a_folder_that_has_no_reader_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.ofd", "b.docx", "c.txt")
    items = gather([str(tmp_path)])
    assert [Path(item.path).name for item in items if not item.problem] == ["c.txt"]
    problems = [item.problem for item in items if item.problem]
    assert [".ofd" in problems[0], ".docx" in problems[1], len(problems)] == [True, True, 2]


def test_a_ring_of_links_ends(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "ring").symlink_to(tmp_path)
    assert paths(tmp_path) == [str(tmp_path / "a.txt")]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert digest_of(str(tmp_path / "a.txt")) == hashlib.sha256(b"a.txt").hexdigest()


def test_a_huge_file_is_not_read_for_its_digest(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert digest_of(str(tmp_path / "huge.txt")) is None


@pytest.mark.parametrize("name", ["none.txt", ".", "-", "\0"])
def test_what_cannot_be_read_has_no_digest(tmp_path: Path, name: str) -> None:
    assert digest_of(name if name == "-" else str(tmp_path / name)) is None


def test_a_pipe_is_left_untouched(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert digest_of(str(tmp_path / "pipe")) is None


def test_names_from_chinese_windows_become_legible() -> None:
    assert legible(os.fsdecode("报告.txt".encode("gb18030"))) == "报告.txt"
    assert legible("报告.txt") == "报告.txt"
    assert legible(os.fsdecode(b"\xff.txt")) == "\\xff.txt"

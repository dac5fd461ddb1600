"""From paths to files."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from cases import make_case
from PIL import Image

from luoshi.inputs import Input, gather, legible
from luoshi.publishing.page import index, render
from luoshi.readers import MAX_BYTES_ON_DISK, Columns


def icon() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (32, 32)).save(stream, "PNG")
    return stream.getvalue()


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(icon() if name.endswith(".png") else name.encode())


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
    (item,) = gather([""])
    assert item.problem


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
    make(tmp_path, "a.ofd", "b.pptx", "c.txt")
    items = list(gather([str(tmp_path)]))
    assert [Path(item.path).name for item in items if not item.problem] == ["c.txt"]
    problems = [item.problem for item in items if item.problem]
    assert [".ofd" in problems[0], ".pptx" in problems[1], len(problems)] == [True, True, 2]


def test_a_ring_of_links_ends(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    (tmp_path / "ring").symlink_to(tmp_path)
    assert paths(tmp_path) == [str(tmp_path / "a.txt")]


def test_the_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert Input(str(tmp_path / "a.txt")).digest == hashlib.sha256(b"a.txt").hexdigest()


def test_a_huge_file_is_not_read_for_its_digest(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES_ON_DISK + 1)
    assert Input(str(tmp_path / "huge.txt")).digest is None


@pytest.mark.parametrize("name", ["none.txt", ".", "-", "\0"])
def test_what_cannot_be_read_has_no_digest(tmp_path: Path, name: str) -> None:
    assert Input(name if name == "-" else str(tmp_path / name)).digest is None


def test_a_pipe_is_left_untouched(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert Input(str(tmp_path / "pipe")).digest is None


def test_names_from_chinese_windows_become_legible() -> None:
    assert legible(os.fsdecode("报告.txt".encode("gb18030"))) == "报告.txt"
    assert legible("报告.txt") == "报告.txt"
    assert legible(os.fsdecode(b"\xff.txt")) == "\\xff.txt"


def archive(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, icon() if name.endswith(".png") else f"全市新建学校{len(name)}所。")
    return path


def test_an_archive_gives_its_documents(tmp_path: Path) -> None:
    path = archive(tmp_path / "reports.zip", "2025/a.txt", "b.html", "inner.zip", "deck.pptx", "picture.png")
    inputs = gather([str(tmp_path)])
    documents = [item for item in inputs if not item.problem]
    assert inputs.total == 4
    assert [(item.name, item.source) for item in documents] == [("a", f"{path}/2025/a.txt"), ("b", f"{path}/b.html")]
    assert documents[0].read(place="青澜市").text == "全市新建学校10所。"
    problems = [item.problem for item in inputs if item.problem]
    assert problems[0] == f"{path}/inner.zip is left out: archives inside archives are not opened."
    assert problems[1].startswith(f"{path}/deck.pptx cannot be read: files ending in .pptx are not supported")


def test_an_archive_without_documents_or_a_damaged_one_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "torn.zip").write_bytes(b"PK")
    paths = [str(archive(tmp_path / "empty.zip")), str(tmp_path / "torn.zip")]
    assert [item.problem.partition(" (")[0] for item in gather(paths)] == [
        f"{tmp_path}/empty.zip holds no documents",
        f"{tmp_path}/torn.zip is no ZIP archive, or a damaged one.",
    ]


def test_each_row_of_a_table_of_texts_is_a_document(tmp_path: Path) -> None:
    path = tmp_path / "texts.csv"
    path.write_text(
        "编号,日期,地区,来源,正文\n甲,2026年1月20日,青澜市,日报,新建学校3所。\n,,,,\n,,,,新建医院2家。\n",
        encoding="utf-8",
    )
    inputs = gather([str(path)], Columns("正文", "编号", "日期", "地区"))
    first, problem, last = inputs
    assert inputs.total is None
    assert (first.name, first.source, problem.problem) == (
        "甲",
        f"{path}#row=1",
        f"{path}, row 2, holds no text in column '正文'.",
    )
    document = first.read()
    assert (document.text, document.digest) == ("新建学校3所。", first.digest)
    assert document.date and document.place
    assert (document.date.value, document.place.value, document.metadata) == (
        "2026-01-20",
        "青澜市",
        (("来源", "日报"),),
    )
    assert (last.name, last.read(date="2025").date) == ("texts-3", first.read(date="2025").date)


def test_a_table_that_breaks_off_says_so_after_its_rows(tmp_path: Path) -> None:
    missing = gather([str(tmp_path / "none.jsonl")], Columns("正文"))
    assert [item.problem for item in missing] == [f"{tmp_path}/none.jsonl does not exist."]
    (tmp_path / "a.csv").write_text("内容\n新建学校3所。\n", encoding="utf-8")
    (item,) = gather([str(tmp_path)], Columns("正文"))
    assert item.problem == f"{tmp_path}/a.csv has no column '正文' (columns: 内容)."


def test_a_table_of_texts_without_its_column_is_a_problem(tmp_path: Path) -> None:
    make(tmp_path, "a.jsonl")
    (item,) = gather([str(tmp_path / "a.jsonl")])
    assert (
        item.problem == f"{tmp_path}/a.jsonl is a table of texts: name the column that holds them with --text-column."
    )

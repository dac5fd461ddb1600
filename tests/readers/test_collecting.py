"""From the paths that are named to the files to read."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from luoshi.readers import READERS, collect

SUPPORTED = f"(supported: {', '.join(READERS)})."


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".png":
            Image.new("L", (32, 32)).save(path)  # as an icon
        else:
            path.write_text("全市经济稳中向好。", encoding="utf-8")


def test_folders_give_their_documents_in_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.md", "c/d.html", "c/picture.png", ".git/e.txt", ".hidden.txt")
    files, problems = collect([tmp_path])
    assert [str(file.relative_to(tmp_path)) for file in files] == ["a.md", "b.txt", "c/d.html"]
    assert problems == []


def test_a_document_without_a_reader_is_named_also_inside_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b/report.OFD", "picture.png")
    files, problems = collect([tmp_path])
    assert files == [tmp_path / "a.txt"]
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'b/report.OFD'} cannot be read: files ending in .OFD are not supported {SUPPORTED}"
    ]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert collect([tmp_path / "a.txt", tmp_path])[0] == [tmp_path / "a.txt"]


def test_the_order_of_paths_is_kept(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    assert collect([tmp_path / "b.txt", "-", tmp_path / "a.txt"])[0] == [
        tmp_path / "b.txt",
        Path("-"),
        tmp_path / "a.txt",
    ]


def test_each_problem_is_named(tmp_path: Path) -> None:
    make(tmp_path, "good.txt", "table.xyz", "pictures/a.png")
    (tmp_path / "empty.txt").touch()
    named = ["missing.txt", "table.xyz", "pictures", "empty.txt", "good.txt"]
    files, problems = collect([tmp_path / name for name in named])
    assert files == [tmp_path / "good.txt"]
    assert [str(problem) for problem in problems] == [
        f"{tmp_path / 'missing.txt'} does not exist.",
        f"{tmp_path / 'table.xyz'} cannot be read: files ending in .xyz are not supported {SUPPORTED}",
        f"{tmp_path / 'pictures'} holds no documents {SUPPORTED}",
        f"{tmp_path / 'empty.txt'} is empty.",
    ]

"""A run over many files: what is registered, what is left alone, what fails without stopping the others."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cases import make_case

from luoshi import pipeline, runs
from luoshi.errors import OutputError, ReadError, RegisterError
from luoshi.inputs import Input, gather
from luoshi.model import Case
from luoshi.publishing import page
from luoshi.register import Register
from luoshi.runs import OVERVIEW, Options, Outcome, run


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for the reading of files; the names of the files that were read."""
    names: list[str] = []

    def process(item: Input, **_: object) -> Case:
        file = Path(item.path)
        names.append(file.name)
        if file.stem == "bug":
            raise KeyError("x")
        if file.stem == "wrong":
            raise ReadError(f"{file} is damaged.")
        case = make_case(file.stem, figures=3)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        return replace(case, document=replace(case.document, source=item.path, digest=digest))

    monkeypatch.setattr(pipeline, "process", process)
    return names


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        Path(name).write_text(f"text of {name}", encoding="utf-8")


def outcomes(*paths: str, options: Options | None = None) -> list[Outcome]:
    return list(run(gather(paths), options or Options()))


def statuses(*paths: str, options: Options | None = None) -> list[str]:
    return [outcome.status for outcome in outcomes(*paths, options=options)]


def content(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_every_document_is_registered_and_has_its_page(work: Path, read_files: list[str]) -> None:
    make("a.txt", "b.txt")
    found = outcomes("a.txt", "b.txt")
    assert [outcome.status for outcome in found] == ["registered", "registered"]
    assert [outcome.page for outcome in found] == [Path("luoshi-out/a.html"), Path("luoshi-out/b.html")]
    assert all(outcome.page and outcome.page.read_text(encoding="utf-8") for outcome in found)
    with Register("luoshi.db") as register:
        assert [entry.name for entry in register.documents()] == ["a", "b"]


def test_several_pages_have_an_overview_and_one_page_has_none(work: Path, read_files: list[str]) -> None:
    make("a b%.txt", "c.txt")
    outcomes("c.txt", options=Options(out=Path("one")))
    assert not (work / "one" / OVERVIEW).exists()
    outcomes("a b%.txt", "c.txt")
    overview = (work / "luoshi-out" / OVERVIEW).read_text(encoding="utf-8")
    assert 'href="a%20b%25.html"' in overview
    assert 'href="c.html"' in overview


def test_a_second_run_reads_nothing_and_changes_nothing(work: Path, read_files: list[str]) -> None:
    make("a.txt", "b.txt")
    first = outcomes("a.txt", "b.txt", options=Options(lines=True))
    before = content(work)
    second = outcomes("a.txt", "b.txt", options=Options(lines=True))
    assert [outcome.status for outcome in second] == ["unchanged", "unchanged"]
    assert read_files == ["a.txt", "b.txt"]
    assert content(work) == before
    assert all(outcome.lines for outcome in first)
    assert [outcome.lines for outcome in second] == [outcome.lines for outcome in first]
    assert [outcome.counts for outcome in second] == [outcome.counts for outcome in first]


def test_a_missing_page_is_made_again_from_the_register(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    (page,) = [outcome.page for outcome in outcomes("a.txt")]
    assert page is not None
    words = page.read_bytes()
    page.unlink()
    assert statuses("a.txt") == ["unchanged"]
    assert page.read_bytes() == words


def test_another_date_or_place_reads_again_and_replaces(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    assert statuses("a.txt") == ["registered"]
    assert statuses("a.txt", options=Options(date="2025")) == ["replaced"]
    assert statuses("a.txt", options=Options(date="2025", place="青川市")) == ["replaced"]
    assert statuses("a.txt", options=Options(date="2025", place="青川市")) == ["unchanged"]
    with Register("luoshi.db") as register:
        assert len(register.documents()) == 1


def test_a_new_version_of_the_extraction_reads_again(
    work: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt")
    statuses("a.txt")
    monkeypatch.setattr(runs, "extraction_version", lambda: "another")
    assert statuses("a.txt") == ["replaced"]


def test_the_same_bytes_under_another_name_are_reported_and_not_stored(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    Path("copy.txt").write_bytes(Path("a.txt").read_bytes())
    found = outcomes("a.txt", "copy.txt")
    assert [outcome.status for outcome in found] == ["registered", "duplicate"]
    assert found[1].reason == "copy.txt: this is the same file as a, already registered."
    assert sorted(path.name for path in (work / "luoshi-out").glob("*.html")) == ["a.html"]
    assert statuses("a.txt", "copy.txt") == ["unchanged", "duplicate"]


def test_a_corrected_version_is_named_with_what_it_supersedes(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    outcomes("a.txt")
    Path("a.txt").write_text("a corrected text", encoding="utf-8")
    (found,) = outcomes("a.txt")
    assert (found.status, found.reason) == ("registered", "a.txt: this supersedes an older version, a.")
    assert found.page == Path("luoshi-out/a-2.html")
    with Register("luoshi.db") as register:
        assert [entry.slug for entry in register.documents()] == ["a-2"]


def test_what_a_person_corrected_is_in_all_that_a_run_gives(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    outcomes("a.txt")
    with Register("luoshi.db") as register:
        register.correct(register.figures()[0].record_id, "indicator", "谷物总产量", by="陈静")
    for options in (Options(lines=True), Options(date="2025", lines=True)):
        (found,) = outcomes("a.txt", options=options)
        assert any("谷物总产量" in line for line in found.lines)
        assert found.page
        assert "谷物总产量" in found.page.read_text(encoding="utf-8")


def test_documents_of_one_name_have_pages_of_their_own(work: Path, read_files: list[str]) -> None:
    Path("x").mkdir()
    make("a.txt", "x/a.txt")
    pages = [outcome.page for outcome in outcomes("a.txt", "x/a.txt")]
    assert pages == [Path("luoshi-out/a.html"), Path("luoshi-out/a-2.html")]
    # also when the second is read alone
    assert [outcome.page for outcome in outcomes("x/a.txt")] == [Path("luoshi-out/a-2.html")]


def test_what_fails_is_named_and_the_rest_is_done(work: Path, read_files: list[str]) -> None:
    make("a.txt", "bug.txt", "wrong.txt", "z.txt")
    Path("empty").mkdir()
    found = outcomes("a.txt", "none.txt", "bug.txt", "empty", "wrong.txt", "z.txt")
    assert [outcome.status for outcome in found] == ["registered", *["failed"] * 4, "registered"]
    reasons = [outcome.reason for outcome in found]
    assert "none.txt" in reasons[1]
    assert "bug.txt: Luoshi itself failed" in reasons[2]
    assert "empty holds no documents" in reasons[3]
    assert reasons[4] == "wrong.txt is damaged."
    assert [bool(outcome.trace) for outcome in found] == [False, False, True, False, False, False]


def test_a_page_that_cannot_be_written_fails_alone(work: Path, read_files: list[str]) -> None:
    make("a.txt", "b.txt")
    (work / "luoshi-out" / "a.html" / "in the way").mkdir(parents=True)
    found = outcomes("a.txt", "b.txt")
    assert [outcome.status for outcome in found] == ["failed", "registered"]
    assert "a.html" in found[0].reason
    with Register("luoshi.db") as register:
        assert len(register.documents()) == 2


def test_a_failing_page_is_a_failure_of_its_document(
    work: Path, read_files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make("a.txt")
    monkeypatch.setattr(page, "render", lambda *_: 1 / 0)
    (outcome,) = outcomes("a.txt")
    assert outcome.status == "failed"
    assert "ZeroDivisionError" in outcome.reason


def test_an_impossible_folder_or_register_is_known_before_any_work(work: Path, read_files: list[str]) -> None:
    make("a.txt", "file")
    with pytest.raises(OutputError):
        outcomes("a.txt", options=Options(out=Path("file")))
    with pytest.raises(RegisterError):
        outcomes("a.txt", options=Options(register="file"))
    assert read_files == []
    assert not Path("luoshi.db").exists()


def test_pages_can_be_left_out(work: Path, read_files: list[str]) -> None:
    make("a.txt")
    (outcome,) = outcomes("a.txt", options=Options(out=None))
    assert (outcome.status, outcome.page) == ("registered", None)
    assert not Path("luoshi-out").exists()


@pytest.mark.parametrize(
    ("script", "foreign"),
    [
        ("from luoshi.orders import prepare; prepare()", {"sqlalchemy"}),
        ("import luoshi.runs", {"sqlalchemy", "jinja2", "luoshi.pipeline"}),
    ],
)
def test_each_process_loads_only_what_its_part_takes(script: str, foreign: set[str]) -> None:
    script += "; import sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not foreign & set(loaded)

"""The pages of programmes that a run leaves."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from luoshi.inputs import gather
from luoshi.publishing.addresses import programme_file
from luoshi.record_ids import record_ids
from luoshi.register import Register
from luoshi.runs import Options, run
from luoshi.said import TaskStatus

PLAN = """青澜市2026年政府工作报告
一、2025年工作回顾
“链易通”累计服务企业1200家。
二、2026年工作安排
实施“产业倍增”行动，新增规上企业50家。推进“产业倍增”行动。升级“链易通”平台。
"""
REVIEW = """青澜市2027年政府工作报告
一、2026年工作回顾
深入实施产业倍增行动，新增规上企业62家。
二、2027年工作安排
继续实施产业倍增行动。
"""


class Work:
    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"
        self.register = str(folder / "l.db")

    def write(self, name: str, text: str) -> None:
        (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")

    def run(self, *names: str, jobs: int = 1) -> None:
        options = Options(None, "青澜市", self.register, self.out, jobs)
        paths = [str(self.folder / f"{name}.txt") for name in names]
        assert all(outcome.status != "failed" for outcome in run(gather(paths), options))

    def page(self, name: str) -> str:
        return (self.out / "programmes" / f"{name}.html").read_text(encoding="utf-8")

    def written(self) -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in (self.out / "programmes").iterdir()}


@pytest.fixture
def work(tmp_path: Path) -> Work:
    made = Work(tmp_path)
    made.write("a", PLAN)
    made.write("b", REVIEW)
    return made


def test_a_page_tells_what_all_documents_say_of_a_programme(work: Work) -> None:
    work.run("a", "b")
    html = work.page("产业倍增")
    assert "“产业倍增”行动" in html or "产业倍增行动" in html
    for words in ("青澜市2026年政府工作报告", "青澜市2027年政府工作报告", "实施“产业倍增”行动", "继续实施产业倍增行动"):
        assert words in html
    assert html.index("2026年政府工作报告") < html.index("2027年政府工作报告")
    assert "1200家" in work.page("链易通")
    assert "1200家" not in html


def test_documents_and_the_list_lead_to_it_and_it_leads_back(work: Work) -> None:
    work.run("a", "b")
    document = (work.out / "a.html").read_text(encoding="utf-8")
    for start, html in (
        (work.out, document),
        (work.out / "programmes", work.page("index")),
        (work.out / "programmes", work.page("产业倍增")),
    ):
        links = [unquote(link) for link in re.findall(r'href="([^"#:]+)["#]', html)]
        assert links
        assert all((start / link).is_file() for link in links), links
    assert "programmes/产业倍增.html" in [unquote(link) for link in re.findall(r'href="([^"]+)"', document)]
    assert 'href="../a.html#programmes"' in work.page("产业倍增")


def test_a_page_is_written_again_only_when_its_content_changed(work: Work) -> None:
    work.run("a")
    before = work.written()
    work.run("a")
    assert work.written() == before
    work.run("a", "b")
    after = work.written()
    assert {name for name in after if after[name] != before.get(name)} == {"产业倍增.html", "index.html"}


def test_what_people_said_is_on_it(work: Work) -> None:
    work.run("a")
    with Register(work.register) as register:
        (entry,) = register.documents()
        case = register.case(entry.id)
        promise = next(n for n, one in enumerate(case.records.commitments) if one.programmes)
        register.say(record_ids(case).commitments[promise], TaskStatus.UNDER_WAY, "已动员", by="督查室")
    work.run("a")
    assert "已动员" in work.page("产业倍增") + work.page("链易通")


def test_a_page_that_is_not_whole_is_written_again(work: Work) -> None:
    work.run("a")
    path = work.out / "programmes" / "产业倍增.html"
    whole = path.read_bytes()
    path.write_bytes(whole[:-200])
    work.run("a")
    assert path.read_bytes() == whole


def test_without_programmes_there_are_no_pages(work: Work) -> None:
    work.write("c", "青澜市2028年政府工作报告\n城镇新增就业3万人。\n")
    work.run("c")
    assert not (work.out / "programmes").exists()


@pytest.mark.parametrize("key", ["index", "../x", "a/b", "CON<>|", "Ab", "长" * 80, "", ". "])
def test_what_no_file_can_be_called_gets_a_name_of_its_own(key: str) -> None:
    name = programme_file(key)
    assert re.fullmatch(r"[^/\\<>|:*?\"]*-[0-9a-f]{8}\.html", name)
    assert len(name.encode()) < 255
    assert name != programme_file(key + "其他")


def test_hostile_names_stay_words(work: Work) -> None:
    work.write("d", "二、2026年工作安排\n实施“<script>x</script>”行动。实施“&lt;b”行动。\n")
    work.run("d")
    for path in (work.out / "programmes").iterdir():
        assert "<script>x" not in path.read_text(encoding="utf-8")

"""What is undertaken, by whom, for when, and whether it can be checked."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from pathlib import Path

import pytest

from luoshi.extraction import deadlines, sections, undertakings
from luoshi.extraction.commitments import find_commitments
from luoshi.extraction.people import find_people
from luoshi.flows import plain_flow
from luoshi.model import Commitment, Document, Figure, Flow, Measure, Origin, Piece, Span, Stated

TASKS = "二、2026年工作安排\n"


def read(text: str, date: str = "2026-01-20", figures: tuple[Figure, ...] = ()) -> list[Commitment]:
    document = Document("t", "t", text, "", date=Stated(date, Origin.GIVEN) if date else None)
    flow = plain_flow(document)
    people, remarks = find_people(document, flow)
    return find_commitments(document, flow, figures, people, remarks)


def words_of(text: str, **given: str) -> list[str]:
    return [commitment.span.of(text) for commitment in read(text, **given)]


@pytest.mark.parametrize(("clause", "expected", "provable"), undertakings.EXAMPLES)
def test_each_clause(clause: str, expected: bool, provable: bool) -> None:
    assert undertakings.undertakes(clause, 0, len(clause)) is expected
    if expected:
        assert undertakings.checkable(clause, 0, len(clause)) is provable


@pytest.mark.parametrize(("text", "mode"), sections.EXAMPLES)
def test_each_part_of_a_text(text: str, mode: str) -> None:
    assert list(sections.paragraphs(text, "", 2026))[-1].mode == mode


@pytest.mark.parametrize(("words", "year", "deadline"), deadlines.EXAMPLES)
def test_each_deadline(words: str, year: int | None, deadline: str | None) -> None:
    assert deadlines.deadline_in(words, 0, len(words), year) == deadline


def test_results_undertake_nothing() -> None:
    text = "一、2025年工作回顾\n推动产业升级，新建学校20所。\n" + TASKS + "推动产业焕新。"
    assert words_of(text) == ["推动产业焕新"]


def test_principles_and_enumerators_stay_outside_the_words() -> None:
    assert words_of(TASKS + "一是坚持创新驱动，聚焦重点领域，加快建设中试平台。") == ["加快建设中试平台"]


def test_a_quotation_that_opens_the_words_stays_whole() -> None:
    assert words_of(TASKS + "“一河两岸”工程全面建成。") == ["“一河两岸”工程全面建成"]


def test_a_clause_that_only_goes_on_with_objects_belongs_to_the_one_before() -> None:
    assert words_of(TASKS + "打造临江商务区，滨水生态岸线。") == ["打造临江商务区，滨水生态岸线"]


def test_the_period_of_the_section_is_the_deadline_until_a_clause_says_otherwise() -> None:
    text = TASKS + "新建学校20所，上半年开工医院5家，加快补短板。\n三、“十五五”时期目标任务\n建设水网。"
    assert [commitment.deadline for commitment in read(text)] == ["2026", "2026-H1", "2026-H1", "2026/2030"]


def test_without_the_documents_year_the_end_of_the_year_stays_open() -> None:
    text = "区长林平表示，将在年底前完成泵站改造。"
    assert [c.deadline for c in read(text, date="")] == [""]
    assert [c.deadline for c in read(text, date="2025-08")] == ["2025"]


def test_the_actor_is_the_body_named_or_that_of_the_speaker() -> None:
    text = "市水务局局长林平表示，将守牢底线。东湖区将新建公园20个，优化环境。\n" + TASKS + "推动改革。"
    assert [commitment.actor for commitment in read(text)] == ["市水务局", "东湖区", "东湖区", ""]


def test_praise_in_a_remark_is_no_undertaking() -> None:
    text = "“报告很实在，令人鼓舞。”区长林平说，会议导向鲜明。东湖区将新建公园20个。"
    assert words_of(text) == ["东湖区将新建公园20个"]


def test_a_citation_in_a_remark_is_no_undertaking() -> None:
    text = "区长林平认为，“坚定不移推进转型”，这不是口号。"
    assert words_of(text) == []


def test_a_newspapers_headline_does_not_set_tasks() -> None:
    assert words_of("大家谈目标任务\n记者走访了社区，推动问题解决。") == []


def test_a_body_that_says_it_will_is_heard_outside_of_reports_too() -> None:
    assert words_of("会议召开。到2027年，东湖区将建成绿道100公里。") == ["东湖区将建成绿道100公里"]


def test_figures_inside_the_words_are_linked_and_make_it_checkable() -> None:
    text = TASKS + "优化布局，惠及群众近十万。"
    start = text.index("近十万")
    figure = Figure("", Measure.LEVEL, Decimal(10), "万", Span(start, start + 3), ())
    found = {c.span.of(text): (c.checkable, c.figures) for c in read(text, figures=(figure,))}
    assert found == {"优化布局，惠及群众近十万": (True, (figure.span,))}


def test_evidence_is_the_sentence_in_the_documents_own_offsets() -> None:
    text = "加快建设。\n二、2026年工作安排\n坚持创新，"
    document = Document("t", "t", text, "", date=Stated("2026", Origin.GIVEN))
    flow = Flow(text[6:] + text[:5], (Piece(0, 6, 17), Piece(17, 0, 5)))
    (commitment,) = find_commitments(document, flow, (), (), ())
    assert commitment.span.of(text) == "加快建设"
    assert [span.of(text) for span in commitment.evidence] == ["坚持创新，", "加快建设。"]


def test_definitions_at_the_end_set_no_tasks() -> None:
    assert words_of(TASKS + "加快建设。\n名词解释\n1.“双百行动”：推动高校与县结对共建。") == ["加快建设"]


def test_commitments_against_labelled_clauses(eval_data: Path) -> None:
    spec = importlib.util.spec_from_file_location("score_clauses", eval_data / "bench" / "score_clauses.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    predictions = []
    for folder in sorted((eval_data / "gold" / "clauses").iterdir()):
        page = folder.name == "page"
        path = eval_data / "corpus" / ("seed" if page else "reports") / f"{folder.name}.txt"
        for c in read(path.read_bytes().decode("utf-8"), date="2025-08-20" if page else "2026-01-27"):
            predictions.append({"doc": folder.name, "start": c.span.start, "end": c.span.end, "checkable": c.checkable})
    counts, _ = scorer.score(eval_data / "gold" / "clauses", predictions)
    precision, recall = counts["hit"] / counts["found"], counts["hit"] / counts["gold"]
    assert 2 * precision * recall / (precision + recall) >= 0.95
    assert counts["checkable"] / counts["judged"] >= 0.9

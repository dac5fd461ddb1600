"""Every example beside the rules gives just the figures that it names, with evidence that is exact."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from luoshi.extraction import examples, examples_completed, examples_shared, thresholds
from luoshi.extraction.figures import explain, find_figures
from luoshi.flows import plain_flow
from luoshi.model import Document, Figure, Origin, Stated

HEADINGS = {
    "一、2025年工作回顾": (
        examples.REVIEW_OF_YEAR
        + examples_completed.REVIEW_OF_YEAR
        + examples_shared.REVIEW_OF_YEAR
        + thresholds.EXAMPLES
    ),
    "一、“十四五”时期工作回顾": examples.REVIEW_OF_PLAN
    + examples_completed.REVIEW_OF_PLAN
    + examples_shared.REVIEW_OF_PLAN,
    "三、2026年重点工作": examples.TASKS_OF_YEAR + examples_completed.TASKS_OF_YEAR,
}
SENTENCE = re.compile(r"[^。]+。")
CASES = [(heading, *example) for heading, group in HEADINGS.items() for example in group]


def read(text: str, date: str | None = "2026-01-20", place: str = "临江省") -> list[Figure]:
    stated = Stated(date, Origin.GIVEN) if date else None
    document = Document("t", "t", text, "", date=stated, place=Stated(place, Origin.GIVEN))
    return find_figures(document, plain_flow(document))


def written(figure: Figure, like: str) -> str:
    """The figure in the notation of the examples, with the optional fields that ``like`` has."""
    high = f"..{figure.high}" if figure.high is not None else ""
    fields = [
        figure.indicator,
        figure.measure,
        f"{figure.value}{high} {figure.unit}",
        figure.bound,
        figure.status,
        figure.period,
    ]
    if "@" in like:
        fields.append(f"@{figure.place}")
    if "vs " in like:
        fields.append(f"vs {figure.base}")
    return "; ".join(fields)


@pytest.mark.parametrize(("heading", "sentence", "expected"), CASES, ids=[c[1][:18] for c in CASES])
def test_example(heading: str, sentence: str, expected: tuple[str, ...]) -> None:
    text = f"{heading}\n{sentence}"
    figures = read(text)
    assert [written(f, like) for f, like in zip(figures, expected, strict=False)] == list(expected)
    assert len(figures) == len(expected)
    for figure in figures:
        assert figure.evidence[0].of(text) in SENTENCE.findall(sentence)
        assert figure.evidence[0].start <= figure.span.start < figure.span.end <= figure.evidence[0].end


@pytest.mark.parametrize("sentence", examples.NO_FIGURES + examples_completed.NO_FIGURES + examples_shared.NO_FIGURES)
def test_no_figure(sentence: str) -> None:
    assert read(f"一、2025年工作回顾\n{sentence}") == []


def test_target_without_a_number_is_a_figure_with_a_relation() -> None:
    text = "三、2026年重点工作\n地区生产总值增长5%左右，居民收入增长与经济增长同步、能耗强度完成国家下达任务。"
    growth, in_step, assigned = read(text)
    assert growth.value == 5
    assert (in_step.indicator, in_step.value, in_step.relation, in_step.base) == (
        "居民收入",
        None,
        "in_step",
        "经济增长",
    )
    assert (assigned.indicator, assigned.relation, assigned.base) == ("能耗强度", "as_assigned", "国家")
    assert all(f.status == "target" and f.period == "2026" for f in (growth, in_step, assigned))
    assert in_step.span.of(text) == "居民收入增长与经济增长同步"


def test_a_review_names_no_targets() -> None:
    assert read("一、2025年工作回顾\n居民收入增长与经济增长同步。") == []


def test_year_unknown_is_not_guessed() -> None:
    (figure,) = read("上半年，全市地区生产总值增长5.2%。", date=None)
    assert figure.period == "XXXX-H1"
    (figure,) = read("全市地区生产总值增长5.2%。", date=None)
    assert figure.period == ""


def test_district_as_subject_is_the_place() -> None:
    (figure,) = read("青山区将坚定不移推进转型，力争到2030年经济总量突破900亿元。", place="武汉市")
    assert (figure.place, figure.period, figure.status) == ("青山区", "2030", "target")


def test_goal_without_a_year_takes_it_from_where_it_is_named() -> None:
    figures = read("锚定2万亿元目标任务。\n力争2030年经济总量突破2万亿元。", date="2025-08-20")
    assert [f.period for f in figures] == ["2030", "2030"]
    assert all(f.status == "target" for f in figures)


def test_values_are_exact_decimals() -> None:
    (figure,) = read("一、2025年工作回顾\n贷款余额1,234.50亿元。")
    assert figure.value == Decimal("1234.50")
    assert str(figure.value) == "1234.50"


def test_evidence_is_exact_over_all_evaluation_reports(eval_data) -> None:  # type: ignore[no-untyped-def]
    count = 0
    for path in sorted((eval_data / "corpus" / "reports").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for figure in read(text, place=path.stem):
            count += 1
            assert 0 <= figure.span.start < figure.span.end <= len(text)
            assert figure.value is None or set(figure.span.of(text)) & set(
                "0123456789０１２３４５６７８９零一二三四五六七八九十两半首倍百千万亿番"
            ), figure
            assert any(e.start <= figure.span.start and figure.span.end <= e.end for e in figure.evidence)
            if figure.indicator_span is not None:
                assert figure.indicator_span.of(text).strip()
    assert count > 4000


def test_every_figure_says_which_rule_gave_each_field() -> None:
    text = "一、2025年工作回顾\n规上工业增加值增长6.3%，高于全国0.5个百分点。新建3家医院、12所学校。"
    document = Document("t", "t", text, "", date=Stated("2026-01-20", Origin.GIVEN))
    explained = explain(document, plain_flow(document))
    assert [f.indicator for f, _ in explained] == ["规模以上工业增加值"] * 2 + ["新建医院", "新建学校"]
    assert all(reason for _, reasons in explained for reason in reasons.values())
    growth, gap, _, schools = (reasons for _, reasons in explained)
    assert growth["measure"] == "measures: a percentage after a verb of rise “增长”"
    assert growth["period"] == "context: the passage that “一、2025年工作回顾” opens"
    assert gap["indicator"] == "subjects: carried over in the sentence"
    assert "全国" in gap["measure"]
    assert schools["indicator"] == "subjects: noun behind the number with the verb of the list"


def test_salutation_does_not_hide_the_opening_behind_it() -> None:
    text = "一、“十四五”时期和2025年工作回顾\n各位代表！刚刚过去的2025年，成绩来之不易。\n事故起数下降10%。"
    assert [f.period for f in read(text)] == ["2025"]


def test_the_whole_year_is_an_aim_while_it_lasts() -> None:
    text = "上半年，全市地区生产总值增长5.5%。到2030年实现倍增目标，全年地区生产总值增长6%左右，失业率控制在5.5%以内。"
    figures = read(text, date="2025-08-20")
    assert [(f.period, str(f.status)) for f in figures] == [
        ("2025-H1", "actual"),
        ("2025", "target"),
        ("2025", "target"),
    ]


def test_the_end_of_the_year_is_that_of_the_year_under_review() -> None:
    text = "2025年临江市国民经济和社会发展统计公报\n年末常住人口310万人。城镇化率70%。"
    title = Stated(text.partition("\n")[0], Origin.TEXT)
    document = Document("t", "t", text, "", title=title, date=Stated("2026-03-01", Origin.GIVEN))
    assert [(f.period, str(f.status)) for f in find_figures(document, plain_flow(document))] == [("2025", "actual")] * 2


def test_the_goal_behind_a_number_is_no_part_of_its_name() -> None:
    (figure,) = read("锚定到2030年全市经济总量突破6000亿元的目标。", date="2025-08-20")
    assert (figure.indicator, figure.period, figure.status) == ("经济总量", "2030", "target")


def test_a_plan_that_is_only_spoken_of_opens_no_passage() -> None:
    text = (
        "三、2026年重点工作\n加快建设“十四五”批复的9个风电基地。新建学校12所。高质量编制“十五五”能源规划。\n"
        "改造旧桥7座，超额完成国家“十四五”减排任务。\n修缮古城墙3公里。"
    )
    assert [(f.period, str(f.status)) for f in read(text)] == [("2026", "target")] * 4


def test_a_plan_named_with_its_time_opens_a_passage() -> None:
    text = "三、2026年重点工作\n回望整个“十四五”时期，新建学校120所。新增公园30个。"
    assert [f.period for f in read(text)] == ["2021/2025"] * 2


def test_what_a_paragraph_is_about_is_not_taken_over_a_clause_of_the_same_sentence() -> None:
    (figure,) = read("一、2025年工作回顾\n这五年，国企改革持续深化。实施战略性整合，利润翻一番。")
    assert figure.indicator == "利润"


@pytest.mark.parametrize("line", ["新能源汽车产量17.6万辆", "城镇新增就业5.6万人\n新增学校12所\n"])
def test_a_number_may_be_the_last_word_of_its_line(line: str) -> None:
    values = [figure.value for figure in read(line)]
    assert values == [Decimal(number) for number in re.findall(r"[\d.]+", line)]


def test_a_note_does_not_say_of_which_year_the_text_goes_on_to_speak() -> None:
    text = "民间投资增长3%①。\n① 2025年，口径有调整，影响增速0.2个百分点。\n外贸增长5%。"
    assert [figure.period for figure in read(text)] == ["", "2025", ""]


def test_a_time_that_an_article_names_does_not_hold_for_the_next() -> None:
    text = "去年，出口增长5%。\n本报讯（记者 王明）用电量增长3%。\n进口增长2%。"
    assert [figure.period for figure in read(text)] == ["2025", "", ""]


def test_a_report_in_parts_has_no_articles() -> None:
    text = "一、2025年工作回顾\n出口增长5%。\n民生在身边\n老街有了新电梯\n进口增长2%。"
    assert [figure.period for figure in read(text)] == ["2025", "2025"]

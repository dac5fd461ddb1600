"""Which results are proposed for a commitment."""

from __future__ import annotations

import time

import pytest
from reports import case

from luoshi.progress import things, verbs
from luoshi.progress.duties import Undertakings, undertakings_of
from luoshi.progress.proposals import Proposal, propose


def plan(tasks: str, *, year: int = 2025, place: str = "云岭区") -> Undertakings:
    text = f"一、{year - 1}年工作回顾\n\n各项工作稳步推进。\n\n二、{year}年工作安排\n\n{tasks}\n"
    return undertakings_of(case(text, name=f"plan-{year}", date=f"{year}-01-10", place=place))


def review(results: str, *, year: int = 2026, place: str = "云岭区") -> Undertakings:
    text = f"一、{year - 1}年工作回顾\n\n{results}\n"
    return undertakings_of(case(text, name=f"review-{year}", date=f"{year}-01-12", place=place))


def pairs(*documents: Undertakings, least: float | None = None) -> list[tuple[str, str]]:
    return [(item.commitment.record.title, item.result.record.title) for item in propose(documents, least)]


def only(*documents: Undertakings) -> Proposal:
    (item,) = propose(documents)
    return item


@pytest.mark.parametrize(("words", "items"), things.EXAMPLES)
def test_what_words_are_about(words: str, items: tuple[str, ...]) -> None:
    assert tuple(thing.words for thing in things.about(words).things) == items


@pytest.mark.parametrize(("promise", "action", "result", "deed", "answer"), verbs.EXAMPLES)
def test_whether_verbs_answer_each_other(promise: str, action: str, result: str, deed: str, answer: str) -> None:
    assert verbs.answered(promise, action, result, deed) == answer


def test_a_result_of_the_same_thing_is_proposed_with_its_reasons() -> None:
    item = only(plan("新建临水大桥，改造老旧小区12个。"), review("临水大桥建成通车。完成绿化补植30公顷。"))
    assert (item.commitment.record.title, item.result.record.title) == ("新建临水大桥", "临水大桥建成通车")
    assert 0.6 <= item.sureness < 1
    assert [reason.zh for reason in item.agreement.reasons][:2] == ["都说到“临水大桥”", "动词相应：新建→建成通车"]
    assert all(reason.en for reason in item.agreement.reasons)


def test_amounts_may_differ_and_agreeing_ones_make_it_surer() -> None:
    other = only(plan("新建蔬菜大棚2000亩。"), review("建成蔬菜大棚2350亩。"))
    same = only(plan("新建蔬菜大棚2000亩。"), review("建成蔬菜大棚2000亩。"))
    assert other.sureness < same.sureness


def test_what_is_measured_each_year_answers_for_its_own_year_only() -> None:
    promise = plan("地区生产总值达到240亿元，建成临水大桥。", year=2024)
    late = review("全年地区生产总值完成253亿元，临水大桥建成通车。", year=2026)
    assert [title for _, title in pairs(promise, late)] == ["临水大桥建成通车"]
    assert len(pairs(promise, review("全年地区生产总值完成238亿元。", year=2025))) == 1


def test_a_result_that_only_began_says_so() -> None:
    item = only(plan("建成临水大桥二期。"), review("临水大桥二期开工建设。"))
    assert "只说到开始或推进：建成→开工建设" in [reason.zh for reason in item.agreement.reasons]


def test_one_commitment_may_have_several_results_and_one_result_serve_several() -> None:
    found = pairs(
        plan("建成清泉水厂、临江客运站。加快清泉水厂建设。"), review("清泉水厂竣工。临江客运站投入使用。"), least=0.4
    )
    assert ("建成清泉水厂、临江客运站", "清泉水厂竣工") in found
    assert ("建成清泉水厂、临江客运站", "临江客运站投入使用") in found
    assert ("加快清泉水厂建设", "清泉水厂竣工") in found


@pytest.mark.parametrize(
    "result",
    [
        review("临水大桥建成通车。", place="青禾区"),  # of another place
        review("临水大桥建成通车。", year=2025),  # told before anything later was
        review("临水大桥建成通车。", year=2030),  # long after the deadline
        review("“十三五”时期，临水大桥建成通车。"),  # done before it was promised
        review("临江隧道建成通车。"),  # another thing
    ],
)
def test_what_is_not_proposed(result: Undertakings) -> None:
    assert pairs(plan("新建临水大桥。"), result) == []


def test_of_an_unknown_place_nothing_is_proposed() -> None:
    assert pairs(plan("新建临水大桥。", place=""), review("临水大桥建成通车。", place="")) == []


def test_things_of_a_row_are_told_apart_by_their_number() -> None:
    assert pairs(plan("办好第八届边境贸易洽谈会。"), review("举办第九届边境贸易洽谈会。")) == []
    assert pairs(plan("办好第九届边境贸易洽谈会。"), review("举办第九届边境贸易洽谈会。"))


def test_a_share_is_not_the_thing_that_it_is_a_share_of() -> None:
    tasks, results = "实现非公经济增加值占地区生产总值比重达到70%。", "地区生产总值完成250亿元。"
    assert pairs(plan(tasks), review(results)) == []


def test_names_that_differ_in_one_word_are_less_sure() -> None:
    (other,) = propose([plan("建成东山社区卫生服务中心。"), review("健康社区卫生服务中心投入使用。")], 0)
    same = only(plan("建成健康社区卫生服务中心。"), review("健康社区卫生服务中心投入使用。"))
    assert other.sureness < 0.6 < same.sureness


def _many(number: int) -> list[Undertakings]:
    numerals = "甲乙丙丁戊己庚辛壬癸"
    names = ["".join(numerals[int(digit)] for digit in f"{n:04d}") for n in range(number)]
    return [
        plan("。".join(f"新建{name}大桥" for name in names) + "。"),
        review("。".join(f"{name}大桥建成通车" for name in names) + "。"),
    ]


def test_thousands_are_matched_in_step_with_their_number() -> None:
    took = []
    for documents in (_many(500), _many(2000)):
        begin = time.perf_counter()
        assert propose(documents)
        took.append(time.perf_counter() - begin)
    assert took[1] < 16 * took[0] + 0.5  # not with the square of it

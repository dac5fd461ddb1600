"""Names of indicators: clustered by their wording, joined and split by persons, on both kinds of register."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest
from cases import make_case

from luoshi.errors import RegisterError
from luoshi.model import Case, Figure, Measure, Records, Span
from luoshi.progress.choices import Choices
from luoshi.progress.clusters import Cluster, Wording, clusters, made_id
from luoshi.progress.definitions import Agreement, compare, identify, is_bare
from luoshi.progress.joining import Unlike, found, indicators_of, merge, split
from luoshi.register import Given, Register

GIVEN, ANEW = Given(None, None, "1"), Given(None, None, "2")
NAMES = (
    "建成街角游园",
    "规模以上文旅企业营业收入",
    "文旅企业营业收入",
    "新增公园绿地面积",
    "新增城市公园绿地面积",
    "地区生产总值",
)


def case_of(*names: str, name: str = "report", unit: str = "个") -> Case:
    """A case with a figure of each name."""
    case = make_case(name)
    figures = [
        Figure(words, Measure.LEVEL, Decimal(n + 1), unit, Span(n, n + 1), (), indicator_id=identify(words).core)
        if identify(words).listed
        else Figure(words, Measure.LEVEL, Decimal(n + 1), unit, Span(n, n + 1), ())
        for n, words in enumerate(names)
    ]
    return replace(case, records=Records(figures=figures))


def names_of(found: list[Cluster]) -> list[list[str]]:
    return sorted(sorted(wording.name for wording in cluster.wordings) for cluster in found)


def test_unknown_names_are_clustered_by_their_wording(where: str) -> None:
    with Register(where) as register:
        register.put(case_of(*NAMES), GIVEN)
        register.put(case_of("新增公园绿地面积", name="second"), GIVEN)
        found = indicators_of(register)
        assert (found[0].name, found[0].figures) == ("新增公园绿地面积", 3)
        assert names_of(found) == [
            ["地区生产总值"],
            ["建成街角游园"],
            ["文旅企业营业收入"],
            ["新增公园绿地面积", "新增城市公园绿地面积"],
            ["规模以上文旅企业营业收入"],
        ]
        assert [cluster.name for cluster in indicators_of(register, unknown=True) if cluster.identity.listed] == []
        assert names_of(indicators_of(register, ["街角"])) == [["建成街角游园"]]
        assert names_of(indicators_of(register, ["城市公园"])) == [["新增公园绿地面积", "新增城市公园绿地面积"]]
        assert register.indicator_places(found[0].wordings[0].numbers) == ["青川市"]


def test_joined_indicators_stay_joined_when_a_document_is_read_anew(where: str) -> None:
    with Register(where) as register:
        register.put(case_of(*NAMES), GIVEN)
        decision = merge(register, "建成街角游园", "新增城市公园绿地面积", "陈静")
        assert (decision.number, decision.by, decision.forced) == (1, "陈静", False)
        joined = ["建成街角游园", "新增公园绿地面积", "新增城市公园绿地面积"]
        for version in (ANEW, GIVEN):
            assert sorted(entry.figure.indicator for entry in register.figures(indicator="建成街角游园")) == joined
            assert sorted(entry.figure.indicator for entry in register.figures(indicator=joined[1])) == joined
            assert joined in names_of(indicators_of(register))
            register.put(case_of(*NAMES), version)
        register.undo_indicators(None, by="王芳")
        assert [entry.figure.indicator for entry in register.figures(indicator="建成街角游园")] == ["建成街角游园"]
        (kept,) = register.indicator_decisions()
        assert (kept.undone_by, bool(kept.undone_at)) == ("王芳", True)
        with pytest.raises(RegisterError, match="nothing to undo"):
            register.undo_indicators(None, by="王芳")


def test_a_name_that_was_split_off_is_nothing_else(where: str) -> None:
    with Register(where) as register:
        register.put(case_of(*NAMES, "GDP"), GIVEN)
        split(register, "新增城市公园绿地面积", "陈静", from_="新增公园绿地面积")
        assert ["新增城市公园绿地面积"] in names_of(indicators_of(register))
        assert len(register.figures(indicator="gdp")) == 2
        split(register, "GDP", "陈静")
        assert [entry.figure.indicator for entry in register.figures(indicator="gdp")] == ["地区生产总值"]
        assert [entry.figure.indicator for entry in register.figures(indicator="GDP")] == ["GDP"]
        with pytest.raises(RegisterError, match="of its own already"):
            split(register, "GDP", "陈静")
        merge(register, "GDP", "地区生产总值", "陈静")
        assert len(register.figures(indicator="gdp")) == 2


def test_what_is_joined_to_a_known_indicator_has_its_id(where: str) -> None:
    with Register(where) as register:
        register.put(case_of(*NAMES, unit="亿元"), GIVEN)
        merge(register, "文旅企业营业收入", "地区生产总值", "陈静")
        assert len(register.figures(indicator="gdp")) == 2
        assert found(register, "文旅企业营业收入").id == "gdp"


def test_unlike_definitions_are_joined_only_by_force(where: str) -> None:
    with Register(where) as register:
        register.put(case_of(*NAMES), GIVEN)
        with pytest.raises(Unlike, match="规模以上 and 未说明口径"):
            merge(register, "规模以上文旅企业营业收入", "文旅企业营业收入", "陈静")
        assert register.indicator_decisions() == []
        assert merge(register, "规模以上文旅企业营业收入", "文旅企业营业收入", "陈静", force=True).forced
        assert found(register, "文旅企业营业收入").definitions == ("", "统计起点：规模以上")


@pytest.mark.parametrize(
    ("one", "other", "units", "words"),
    [
        ("农产品进口", "农产品出口", ("亿元", "亿元"), "exclude each other"),
        ("绿道", "驿站", ("公里", "座"), "no unit in common: 公里 and 座"),
        ("地区生产总值", "国民总收入", ("亿元", "亿元"), "the catalogue tells gdp from gni"),
    ],
)
def test_what_else_speaks_against_joining(one: str, other: str, units: tuple[str, str], words: str) -> None:
    with Register("sqlite://") as register:
        for name, unit in zip((one, other), units, strict=True):
            register.put(case_of(name, name=name, unit=unit), GIVEN)
        with pytest.raises(Unlike, match=words):
            merge(register, one, other, "陈静")


def test_what_is_not_there_is_said() -> None:
    with Register("sqlite://") as register:
        register.put(case_of(*NAMES), GIVEN)
        with pytest.raises(RegisterError, match="no figure's indicator is called 天上星星"):
            merge(register, "天上星星", "文旅企业营业收入", "陈静")
        with pytest.raises(RegisterError, match="one indicator already"):
            merge(register, "新增城市公园绿地面积", made_id("新增公园绿地面积"), "陈静")
        with pytest.raises(RegisterError, match="not in 地区生产总值 but in"):
            split(register, "文旅企业营业收入", "陈静", from_="地区生产总值")


def test_the_index_finds_what_comparing_all_with_all_finds() -> None:
    chance = random.Random(5)
    words = ["新增", "城市", "公园", "绿地", "面积", "农村", "公路", "里程", "改造", "养老", "床位"]
    names = sorted({"".join(chance.choices(words, k=chance.randint(2, 5))) for _ in range(400)})
    heads: list[str] = []  # of the clusters, by the same rule without an index
    expected: dict[str, list[str]] = {}
    for name in names:
        own = identify(name)
        scored = [(compare(identify(head), own), head) for head in heads]
        joined = [pair for pair in scored if pair[0].agreement not in (Agreement.OTHER, Agreement.UNLIKE)]
        if joined:
            expected[max(joined, key=lambda pair: pair[0].score)[1]].append(name)
        else:
            expected[name] = [name]
            if not is_bare(own):
                heads.append(name)
    made = clusters([Wording(name, "", (n,), 1) for n, name in enumerate(names)], Choices())
    assert sum(len(cluster.wordings) > 1 for cluster in made) > 20
    assert names_of(made) == sorted(sorted(group) for group in expected.values())


def test_new_wordings_join_what_a_person_joined() -> None:
    from luoshi.register.indicator_decisions import Choice

    choices = Choices([Choice("merge", name, "街角游园") for name in ("街角游园", "新增城市公园绿地面积")])
    made = clusters(
        [Wording(name, "", (1,), 1) for name in ("街角游园", "新增城市公园绿地面积", "新增公园绿地面积")], choices
    )
    assert names_of(made) == [["新增公园绿地面积", "新增城市公园绿地面积", "街角游园"]]
    assert [cluster.id for cluster in made] == [made_id("街角游园")]

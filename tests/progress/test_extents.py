"""The month alone, what is added up to it and where things stand at its end are never set beside each other in silence."""

from __future__ import annotations

import pytest
from reports import reading

from luoshi.model import Status
from luoshi.progress import extents
from luoshi.progress.intervals import interval
from luoshi.progress.league import Question, league
from luoshi.progress.tracking import Tracked, track


@pytest.mark.parametrize(("sentence", "period", "extent"), extents.EXAMPLES)
def test_extents(sentence: str, period: str, extent: str) -> None:
    (entry,) = reading(sentence, date="2025-07-29").entries
    assert entry.extent == extent
    when = interval(period)
    assert when is not None and entry.interval is not None
    assert entry.interval.same(when)


def tracked(target: str, result: str) -> Tracked:
    readings = [
        reading(target, name="target", date="2025-01-10"),
        reading(result, name="result", date="2026-01-29"),
    ]
    (item,) = track([entry for found in readings for entry in found.entries], "2026-12-31")
    return item


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("到2025年6月底，力争开工技改项目12个。", "截至2025年6月底，开工技改项目12个。", "met"),
        ("力争2025年6月底累计开工技改项目12个。", "2025年6月当月，开工技改项目12个。", "not comparable"),
        ("力争2025年上半年旅游收入达到90亿元。", "2025年6月当月，旅游收入95亿元。", "not reported"),
        ("力争2025年上半年旅游收入达到90亿元。", "截至2025年6月底，旅游收入95亿元。", "met"),
        ("力争2025年6月末存款余额达到90亿元。", "2025年6月当月，存款余额95亿元。", "not comparable"),
    ],
)
def test_targets_of_a_part_of_the_year(target: str, result: str, verdict: str) -> None:
    item = tracked(target, result)
    assert item.verdict.value == verdict


def test_what_is_added_up_over_a_whole_year_is_said() -> None:
    item = tracked("2025年，力争建成健身驿站20座。", "2025年，累计建成健身驿站50座。")
    assert item.verdict.value == "met"
    assert "时段（当月、累计或期末）" in "".join(rule.zh for rule in item.judgement.rules)


def test_a_league_table_keeps_the_month_from_its_end() -> None:
    readings = [
        reading("2025年6月末，存款余额95亿元。", place="宜昌市"),
        reading("2025年6月末，存款余额85亿元。", place="襄阳市"),
        reading("2025年6月当月，存款余额5亿元。", place="黄石市"),
    ]
    found = league(readings, Question("存款余额", period="2025-06", status=Status.ACTUAL))
    assert [item.entry.place.name for item in found.standings] == ["宜昌市", "襄阳市"]
    assert [entry.place.name for entry in found.unlike] == ["黄石市"]

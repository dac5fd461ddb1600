"""Figures out of tables, in Markdown and HTML."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from luoshi.extraction.figures import find_figures
from luoshi.flows import plain_flow
from luoshi.model import Figure
from luoshi.readers import read

MARKDOWN = """\
# 2025年临江市国民经济和社会发展统计公报

表1 主要指标

| 指标 | 单位 | 绝对数 | 比上年增长（%） |
|---|---|---|---|
| 地区生产总值 | 亿元 | 1,200.5 | 5.2 |
| 其中：第一产业增加值 | 亿元 | 96 | -0.4 |
| 常住人口 | 万人 | 310.2 | 0.1 |

表2 社会消费品零售总额（单位：亿元）

| 地区 | 2024年 | 2025年 |
|---|---|---|
| 武昌区 | 410 | 433.5 |
| 黄陂区 | 208 | 215 |
"""

HTML = """<html><head><meta name="PubDate" content="2026-03-01"></head><body><div class="article">
<h1>2025年江川市统计公报</h1><p>全年经济运行平稳，各项事业取得新的进展，为下一阶段的发展打下了较好的基础，主要数据见下表。</p>
<table><caption>表1 2025年工业产品产量</caption><tr><th>产品</th><th>产量</th><th>增长（%）</th></tr>
<tr><td>钢材（万吨）</td><td>880</td><td>3.5</td></tr><tr><td>汽车（万辆）</td><td>62.4</td><td>-8</td></tr></table></div></body></html>"""


def figures_of(path: Path, text: str) -> tuple[str, list[Figure]]:
    path.write_text(text, encoding="utf-8")
    document = read(path, date="2026-03-01")
    return document.text, find_figures(document, plain_flow(document))


def test_markdown_table(tmp_path: Path) -> None:
    text, figures = figures_of(tmp_path / "bulletin.md", MARKDOWN)
    rows = [(f.indicator, f.measure, f.value, f.unit, f.period, f.place) for f in figures]
    assert rows == [
        ("地区生产总值", "level", Decimal("1200.5"), "亿元", "2025", ""),
        ("地区生产总值", "growth", Decimal("5.2"), "%", "2025", ""),
        ("第一产业增加值", "level", Decimal(96), "亿元", "2025", ""),
        ("第一产业增加值", "growth", Decimal("-0.4"), "%", "2025", ""),
        ("常住人口", "level", Decimal("310.2"), "万人", "2025", ""),
        ("常住人口", "growth", Decimal("0.1"), "%", "2025", ""),
        ("社会消费品零售总额", "level", Decimal(410), "亿元", "2024", "武昌区"),
        ("社会消费品零售总额", "level", Decimal("433.5"), "亿元", "2025", "武昌区"),
        ("社会消费品零售总额", "level", Decimal(208), "亿元", "2024", "黄陂区"),
        ("社会消费品零售总额", "level", Decimal(215), "亿元", "2025", "黄陂区"),
    ]
    cell, head, column = figures[0].evidence
    assert (cell.of(text), head.of(text), column.of(text)) == ("1,200.5", "地区生产总值", "绝对数")


def test_html_table(tmp_path: Path) -> None:
    text, figures = figures_of(tmp_path / "products.html", HTML)
    rows = [(f.indicator, f.measure, f.value, f.unit, f.period) for f in figures]
    assert rows == [
        ("钢材产量", "level", Decimal(880), "万吨", "2025"),
        ("钢材", "growth", Decimal("3.5"), "%", "2025"),
        ("汽车产量", "level", Decimal("62.4"), "万辆", "2025"),
        ("汽车", "growth", Decimal(-8), "%", "2025"),
    ]
    assert all(f.span.of(text).strip() for f in figures)


def test_table_of_words_gives_no_figures(tmp_path: Path) -> None:
    _, figures = figures_of(tmp_path / "words.md", "| 单位 | 负责人 |\n|---|---|\n| 财政局 | 王某 |\n")
    assert figures == []


MERGED = """<html><body><div><h1>2025年东岭市主要经济指标</h1><p>单位：亿元</p><table>
<tr><td rowspan="2">指标</td><td colspan="2">2024年</td><td colspan="2">2025年</td></tr>
<tr><td>绝对数</td><td>增长（%）</td><td>绝对数</td><td>增长（%）</td></tr>
<tr><td>地区生产总值</td><td>1100.5</td><td>5.1</td><td>1200.5</td><td>5.2</td></tr></table></div></body></html>"""


def rows_of(path: Path, text: str) -> list[tuple[str, str, str, str, str, str]]:
    found = figures_of(path, text)[1]
    return [(f.indicator, f.measure.value, str(f.value), f.unit, f.period, f.place) for f in found]


def test_heads_in_two_rows_and_the_unit_in_a_line_of_its_own(tmp_path: Path) -> None:
    assert rows_of(tmp_path / "merged.html", MERGED) == [
        ("地区生产总值", "level", "1100.5", "亿元", "2024", ""),
        ("地区生产总值", "growth", "5.1", "%", "2024", ""),
        ("地区生产总值", "level", "1200.5", "亿元", "2025", ""),
        ("地区生产总值", "growth", "5.2", "%", "2025", ""),
    ]


def test_the_title_above_the_unit_says_what_places_are_compared_in(tmp_path: Path) -> None:
    text = "各区社会消费品零售总额\n单位：亿元\n地区,2024年,2025年\n武昌区,410,433.5\n黄陂区,208,215\n"
    assert rows_of(tmp_path / "trade.csv", text)[1] == (
        "社会消费品零售总额",
        "level",
        "433.5",
        "亿元",
        "2025",
        "武昌区",
    )


def test_serial_numbers_and_merged_groups_name_no_row(tmp_path: Path) -> None:
    text = (
        "2026年1—6月重点指标\n序号,类别,指标,单位,1—6月,上年同期,同比增长（%）\n"
        "1,经济,建筑业总产值,亿元,120,110,7.1\n2,,固定资产投资,亿元,300,280,6.2\n3,民生,城镇新增就业,万人,1.2,1.1,\n"
    )
    months, before = "2026-01/2026-06", "2025-01/2025-06"
    assert rows_of(tmp_path / "tasks.csv", text) == [
        ("建筑业总产值", "level", "120", "亿元", months, ""),
        ("建筑业总产值", "level", "110", "亿元", before, ""),
        ("建筑业总产值", "growth", "7.1", "%", months, ""),
        ("固定资产投资", "level", "300", "亿元", months, ""),
        ("固定资产投资", "level", "280", "亿元", before, ""),
        ("固定资产投资", "growth", "6.2", "%", months, ""),
        ("城镇新增就业", "level", "1.2", "万人", months, ""),
        ("城镇新增就业", "level", "1.1", "万人", before, ""),
    ]


def test_this_month_and_the_months_so_far(tmp_path: Path) -> None:
    text = "表3 2025年1-9月投资\n指标,单位,本月,累计,累计同比(%)\n固定资产投资,亿元,100,900,4.2\n工业投资,亿元,30,300,-2.5\n"
    assert rows_of(tmp_path / "investment.csv", text)[:3] == [
        ("固定资产投资", "level", "100", "亿元", "2025-09", ""),
        ("固定资产投资", "level", "900", "亿元", "2025-01/2025-09", ""),
        ("固定资产投资", "growth", "4.2", "%", "2025-01/2025-09", ""),
    ]


def test_title_and_unit_in_the_first_rows_of_the_table(tmp_path: Path) -> None:
    head = '<tr><td colspan="3">2025年主要指标</td></tr><tr><td colspan="3">单位：亿元</td></tr>'
    rows = "<tr><td>指标</td><td>2024年</td><td>绝对数</td></tr><tr><td>财政收入</td><td>80</td><td>90</td></tr>"
    assert rows_of(
        tmp_path / "a.html", f"<html><body><div><p>见下表。</p><table>{head}{rows}</table></div></body></html>"
    ) == [
        ("财政收入", "level", "80", "亿元", "2024", ""),
        ("财政收入", "level", "90", "亿元", "2025", ""),
    ]

"""Web pages: the article without the page around it, and the page's own metadata."""

from __future__ import annotations

import random

import pytest

from luoshi.errors import ReadError
from luoshi.model import Document, Origin
from luoshi.readers import read_bytes

META = (
    '<meta name="ArticleTitle" content="2026年武汉市政府工作报告"><meta name="PubDate" content="2026-02-03 09:30">'
    '<meta name="ContentSource" content="长江日报">'
)
NAVIGATION = '<div class="top"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">办事服务</a></div>'
FOOTER = '<div class="end">主办：武汉市人民政府办公厅 <a href="/m">网站地图</a></div>'
ARTICLE = (
    "<p>各位代表：</p><p>现在，我代表市人民政府向大会报告工作，请予审议。</p><h2>一、工作回顾</h2>"
    "<p>全市经济稳中向好，地区生产总值增长5.5%。<br>消费品零售总额，增长6%。</p>"
    "<ul><li>新建学校12所；</li><li>改造老旧小区30个。</li></ul>"
    "<p>二、工作安排</p><p>今年，地区生产总值预期增长5%左右，城镇新增就业3万人。</p>"
)


def page(body: str, head: str = "") -> Document:
    return read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a", "a.html", ending=".html"
    )


def lines(document: Document) -> list[str]:
    return document.text.split("\n")


def test_the_article_is_the_text() -> None:
    document = page(f'{NAVIGATION}<h1>2026年武汉市政府工作报告</h1><div id="zoom">{ARTICLE}</div>{FOOTER}')
    assert lines(document) == [
        "2026年武汉市政府工作报告",
        "各位代表：",
        "现在，我代表市人民政府向大会报告工作，请予审议。",
        "一、工作回顾",
        "全市经济稳中向好，地区生产总值增长5.5%。",
        "消费品零售总额，增长6%。",
        "新建学校12所；",
        "改造老旧小区30个。",
        "二、工作安排",
        "今年，地区生产总值预期增长5%左右，城镇新增就业3万人。",
    ]


def test_blocks_say_what_the_elements_were() -> None:
    document = page(f"<h1>2026年武汉市政府工作报告</h1><div>{ARTICLE}</div>")
    kinds = {block.span.of(document.text): (block.kind.value, block.level) for block in document.blocks}
    assert kinds["2026年武汉市政府工作报告"] == ("heading", 1)
    assert kinds["一、工作回顾"] == kinds["二、工作安排"] == ("heading", 2)
    assert kinds["新建学校12所；"] == ("list_item", 0)
    assert kinds["各位代表："] == ("paragraph", 0)


def test_meta_tags_of_government_pages() -> None:
    document = page(f"{NAVIGATION}<div>{ARTICLE}</div>", META)
    assert document.title is not None and document.issuer is not None and document.date is not None
    assert (document.title.value, document.title.origin, document.title.span) == (
        "2026年武汉市政府工作报告",
        Origin.MARKUP,
        None,
    )
    assert (document.date.value, document.date.origin) == ("2026-02-03", Origin.MARKUP)
    assert document.place is not None and (document.place.value, document.place.origin) == ("武汉市", Origin.MARKUP)
    assert (document.issuer.value, document.issuer.origin) == ("长江日报", Origin.MARKUP)


STANDARD = {  # 国办发〔2017〕47号, appendix 2
    "SiteName": "东岭市人民政府",
    "SiteDomain": "www.dongling.gov.cn",
    "SiteIDCode": "4200000001",
    "ColumnName": "统计信息",
    "ColumnType": "政务公开",
    "ArticleTitle": "东岭市2025年经济运行情况",
    "PubDate": "2026-01-20 09:00",
    "ContentSource": "东岭市统计局",
    "Keywords": "经济运行",
    "Author": "王明",
    "Description": "全市经济运行总体平稳。",
    "Image": "http://www.dongling.gov.cn/a.jpg",
    "Url": "http://www.dongling.gov.cn/a.html",
}


@pytest.mark.parametrize(
    ("source", "issuer"),
    [
        ("东岭市统计局", "东岭市统计局"),
        ("来源：东岭日报", "东岭日报"),
        ("本站", "东岭市人民政府"),
        ("", "东岭市人民政府"),
        ("-", "东岭市人民政府"),
    ],
)
def test_the_meta_tags_of_the_standard(source: str, issuer: str) -> None:
    tags = {**STANDARD, "ContentSource": source}
    head = "".join(f'<meta name="{name}" content="{content}">' for name, content in tags.items())
    document = page(f"{NAVIGATION}<div><p>全市经济运行总体平稳，就业形势稳定。</p></div>", head)
    assert document.title is not None and document.title.value == "东岭市2025年经济运行情况"
    assert document.date is not None and document.date.value == "2026-01-20"
    assert document.issuer is not None and document.issuer.value == issuer


OLD_PAGE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>东岭市政府工作报告</title></head>
<body><table width=1000><tr><td colspan=2>{NAVIGATION}</td></tr>
<tr><td width=200><table><tr><td><a href=1>领导之窗</a></td></tr><tr><td><a href=2>政策文件</a></td></tr><tr><td><a href=3>办事指南</a></td></tr></table></td>
<td><table><tr><td align=center><font size=5>东岭市政府工作报告</font></td></tr>
<tr><td>　　各位代表：<br>　　现在，我代表市人民政府向大会报告工作，请予审议。<br><br>　　一、2008年工作回顾<br>
　　全市生产总值完成274.4亿元，增长12%；财政收入10.2亿元，增长20%。<br>&nbsp;&nbsp;&nbsp;&nbsp;
二、2009年工作安排<br>　　生产总值增长11%，财政收入增长15%。</td></tr>
<tr><td><table border=1><tr><td rowspan=2>指标</td><td colspan=2>2008年</td></tr>
<tr><td>总量</td><td>增长</td></tr><tr><td>生产总值</td><td>274.4</td><td>12%</td></tr></table></td></tr>
</table></td></tr><tr><td colspan=2>版权所有：东岭市人民政府</td></tr></table></body></html>"""


def test_an_old_page_laid_out_by_tables_in_tables() -> None:
    document = read_bytes(OLD_PAGE.encode("gb18030"), "a", "a.htm", ending=".htm")
    assert lines(document) == [
        "东岭市政府工作报告",
        "各位代表：",
        "现在，我代表市人民政府向大会报告工作，请予审议。",
        "一、2008年工作回顾",
        "全市生产总值完成274.4亿元，增长12%；财政收入10.2亿元，增长20%。",
        "二、2009年工作安排",
        "生产总值增长11%，财政收入增长15%。",
        "指标\t2008年",
        "总量\t增长",
        "生产总值\t274.4\t12%",
    ]
    cells = [(block.row, block.column, block.span.of(document.text)) for block in document.blocks if block.table == 0]
    assert cells[:4] == [(0, 0, "指标"), (0, 1, "2008年"), (1, 1, "总量"), (1, 2, "增长")]
    assert [block.level for block in document.blocks if block.kind.value == "heading"] == [1, 2, 2]


def test_the_date_of_delivery_goes_before_that_of_the_page() -> None:
    document = page(f"<div><p>——2026年1月20日在武汉市第十五届人民代表大会第六次会议上</p>{ARTICLE}</div>", META)
    assert document.date is not None and (document.date.value, document.date.origin) == ("2026-01-20", Origin.TEXT)
    assert document.issuer is not None and document.issuer.value == "武汉市人民政府"


@pytest.mark.parametrize(
    "title",
    [
        "2026年武汉市政府工作报告_武汉市人民政府",
        "2026年武汉市政府工作报告 - 武汉市人民政府网",
        "2026年武汉市政府工作报告",
    ],
)
def test_a_title_without_the_name_of_the_site(title: str) -> None:
    document = page(f"<div>{ARTICLE}</div>", f"<title>{title}</title>")
    assert document.title is not None and document.title.value == "2026年武汉市政府工作报告"


def test_tables_are_cells_by_row_and_column() -> None:
    table = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>2025年</th></tr><tr><td>总量</td><td>增速</td></tr>"
        "<tr><td>地区<br>生产总值</td><td>1200</td><td></td></tr></table>"
    )
    document = page(f"<div>{ARTICLE}{table}{ARTICLE}</div>")
    cells = [(block.row, block.column, block.span.of(document.text)) for block in document.blocks if block.table == 0]
    assert cells == [
        (0, 0, "指标"),
        (0, 1, "2025年"),
        (1, 1, "总量"),
        (1, 2, "增速"),
        (2, 0, "地区 生产总值"),
        (2, 1, "1200"),
    ]
    assert "指标\t2025年\n总量\t增速\n地区 生产总值\t1200\n" in document.text


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    document = page(
        f'<table><tr><td>{NAVIGATION}</td></tr><tr><td><table><tr><td id="UCAP-CONTENT">{ARTICLE}</td></tr></table></td></tr></table>'
    )
    assert lines(document)[0] == "各位代表："
    assert all(block.table == -1 for block in document.blocks)


def test_a_page_that_is_mostly_a_table() -> None:
    rows = "".join(f"<tr><td>产品{number}</td><td>{number}</td></tr>" for number in range(30))
    body = f"<div><p>全年经济运行平稳，主要数据见下表。</p><table><caption>表1 产量</caption>{rows}</table></div>"
    document = page(f"{NAVIGATION}{body}{FOOTER}")
    assert lines(document)[:3] == ["全年经济运行平稳，主要数据见下表。", "表1 产量", "产品0\t0"]
    assert lines(document)[-1] == "产品29\t29"


def test_a_list_beside_the_only_sentence_is_kept() -> None:
    document = page(
        f"{NAVIGATION}<div><h3>重点项目</h3><p>今年安排以下项目，抓紧实施。</p><ul><li>武汉新港</li><li>武汉站</li></ul></div>"
    )
    assert lines(document) == ["重点项目", "今年安排以下项目，抓紧实施。", "武汉新港", "武汉站"]


def test_what_is_hidden_or_no_text_is_left_out() -> None:
    document = page(
        f'<div>{ARTICLE}<p style="display: none">浏览器版本过低，请升级。</p><script>document.write("。")</script></div>'
    )
    assert "浏览器" not in document.text and "document" not in document.text


def test_buttons_at_the_ends_are_left_out() -> None:
    document = page(
        f'<div><p>【字号：<a href="#">大</a> <a href="#">小</a>】</p>{ARTICLE}<p>打印本页</p><p><a href="/x">下一篇：某地开展调研</a></p></div>'
    )
    assert (lines(document)[0], lines(document)[-1][:3]) == ("各位代表：", "今年，")


def test_source_lines_wrapped_by_an_editor_are_joined() -> None:
    document = page("<div><p>全市经济稳中\n    向好，地区生产总值\n增长 5.5%。</p></div>")
    assert document.text == "全市经济稳中向好，地区生产总值增长 5.5%。"


def test_a_short_page_that_trafilatura_passes_over_is_kept() -> None:
    assert page("<span>全市经济，稳中向好。</span>").text == "全市经济，稳中向好。"


def test_a_flat_page_keeps_its_article() -> None:
    document = page(f"{NAVIGATION}{ARTICLE}{FOOTER}")
    assert "首页" not in document.text and "今年，地区生产总值预期增长5%左右，城镇新增就业3万人。" in lines(document)


def test_a_page_in_gb18030_that_says_so() -> None:
    data = f'<html><head><meta charset="gb2312"></head><body><div>{ARTICLE}</div></body></html>'.encode("gb18030")
    document = read_bytes(data, "a", "a.htm", ending=".HTM")
    assert (document.encoding, document.media_type, lines(document)[0]) == ("gb18030", "text/html", "各位代表：")


def test_deeply_nested_elements() -> None:
    assert page("<div>" * 3000 + "全市经济，稳中向好。").text == "全市经济，稳中向好。"


FRAGMENTS = (
    (
        "<p> </p> <table> <tr> <td> </table> <br> <h1> </h1> <a> </a> <ul><li> 全市经济，稳中向好。 一、回顾 <script> </script> <!-- --> "
        '<div\tstyle="display:none"> </div> &nbsp; <td\trowspan=3\tcolspan=2> <svg> <![CDATA[ <?xml?> <frameset> 打印'
    )
    .replace("\t", "\0")
    .split()
)


@pytest.mark.parametrize("seed", range(60))
def test_broken_markup_never_breaks_the_reader(seed: int) -> None:
    chosen = random.Random(seed).choices(FRAGMENTS, k=30)
    try:
        document = page("".join(chosen).replace("\0", " "))
    except ReadError as refused:
        assert str(refused) == "a.html is a web page without text."
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end

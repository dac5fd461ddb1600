"""Punctuation as Chinese is printed: recognition gives half-width signs for some of the marks between characters.

Each sign stands for one mark, so that a line keeps its length. Numbers, times and words of other scripts keep theirs.
"""

from __future__ import annotations

import re

EXAMPLES = (  # a line as it was read, and as it is
    ("(一)加快项目建设", "（一）加快项目建设"),
    ("(1)新建学校12所;", "（1）新建学校12所；"),
    ("着眼变化:工期,质量", "着眼变化：工期，质量"),
    ("增长5.5%,达到1,499亿元", "增长5.5%，达到1,499亿元"),
    ("上午9:30(GMT)", "上午9:30(GMT)"),
    ("比例为2.81:1", "比例为2.81:1"),
    ("稳中向好.", "稳中向好。"),
    ("1.新建", "1.新建"),
    ("一一2026年1月20日在会议上", "——2026年1月20日在会议上"),
    ("经济实力实现新跃升.产值", "经济实力实现新跃升。产值"),
    ("一.工作回顾", "一.工作回顾"),
    ("(此件公开发布)", "（此件公开发布）"),
)

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_CHINESE = "\u3400-\u9fff，。、；：？！“”‘’（）《》〈〉【】…—"
_MARK = re.compile(rf"(?<=[{_CHINESE}])[,;:?!()]|[,;:?!()](?=[{_CHINESE}])")
_STOP = re.compile(r"(?<=[\u3400-\u9fff])(?<![零〇一二三四五六七八九十])\.(?=$|[\u3400-\u9fff”’）])")
_DASH = re.compile(r"^[一—]{2}(?=[\u3400-\u9fff0-9“])|(?<=[，。；：”])(?:一一|一—|—一)")
_PAIR = re.compile(r"[(（]([^()（）]*)[)）]")


def with_full_width_marks(words: str) -> str:
    """The line with full-width marks where it is Chinese; of the same length."""
    words = _DASH.sub("——", words)
    words = _STOP.sub("。", words)
    words = _MARK.sub(lambda match: _FULL[match[0]], words)
    return _PAIR.sub(_paired, words)


def _paired(match: re.Match[str]) -> str:
    """Both brackets full-width where one is."""
    wide = match[0][0] == "（" or match[0][-1] == "）"
    return f"（{match[1]}）" if wide else match[0]

"""One form for what is written in several: full-width digits, half-width punctuation.

Every replacement is one character for one, so that offsets stay those of the text.
"""

from __future__ import annotations

import re

_SAME = dict(zip("０１２３４５６７８９．％＋－／～〜﹪", "0123456789.%+-/~~%", strict=True))
_PUNCTUATION = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_TABLE = _SAME | {"\u3000": " ", "\xa0": " ", "〔": "（", "〕": "）", "「": "“", "」": "”"}
_OTHER_FORM = re.compile(f"[{''.join(map(re.escape, _TABLE))}]")
_HALF_WIDTH = re.compile(r"((?<=\d),(?=\d{3}(?!\d)))|[,;:()?!]")

EXAMPLES = (
    ("增长５．５％", "增长5.5%"),
    ("增长2%,达到1,499亿元;", "增长2%，达到1,499亿元；"),
    ("比例为2.81:1", "比例为2.81：1"),
)


def normal(text: str) -> str:
    """The text with digits and punctuation in their usual form for Chinese prose; the same length.

    A comma between digits in groups of three is a thousands separator and stays.
    """
    text = _OTHER_FORM.sub(lambda m: _TABLE[m[0]], text)  # str.translate would look up every character
    return _HALF_WIDTH.sub(lambda m: "," if m[1] else _PUNCTUATION[m[0]], text)

"""One form for what is written in several: full-width digits, half-width punctuation.

Every replacement is one character for one, so that offsets stay those of the text.
"""

from __future__ import annotations

import re

_DIGITS = dict(zip("０１２３４５６７８９．％＋－／～〜﹪", "0123456789.%+-/~~%", strict=True))
_MARKS = {
    ";": "；",
    ":": "：",
    "(": "（",
    ")": "）",
    "?": "？",
    "!": "！",
    "〔": "（",
    "〕": "）",
    "「": "“",
    "」": "”",
}
_TABLE = _DIGITS | _MARKS | {"\u3000": " ", "\xa0": " "}
_COMMA = re.compile(r",(?!(?<=\d,)\d{3}(?!\d))")

EXAMPLES = (
    ("增长５．５％", "增长5.5%"),
    ("增长2%,达到1,499亿元;", "增长2%，达到1,499亿元；"),
    ("比例为2.81:1", "比例为2.81：1"),
)


def normal(text: str) -> str:
    """The text with digits and punctuation in their usual form for Chinese prose; the same length.

    A comma between digits in groups of three is a thousands separator and stays.
    """
    for other, usual in _TABLE.items():
        text = text.replace(other, usual)  # str.translate would look up every character
    return _COMMA.sub("，", text) if "," in text else text

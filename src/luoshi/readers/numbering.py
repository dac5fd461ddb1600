"""The numbers that word processors set before paragraphs by themselves: 一、 （二） 3. ④."""

from __future__ import annotations

import re
from typing import NamedTuple

EXAMPLES = (  # a format, a number, and how it is written
    ("decimal", 12, "12"),
    ("decimalZero", 3, "03"),
    ("chineseCounting", 1, "一"),
    ("chineseCountingThousand", 10, "十"),
    ("chineseCountingThousand", 23, "二十三"),
    ("chineseCountingThousand", 105, "一百零五"),
    ("ideographDigital", 20, "二〇"),
    ("chineseLegalSimplified", 12, "壹拾贰"),
    ("ideographTraditional", 3, "丙"),
    ("ideographZodiac", 12, "亥"),
    ("decimalEnclosedCircleChinese", 11, "⑪"),
    ("decimalEnclosedParen", 2, "⑵"),
    ("decimalFullWidth", 15, "１５"),
    ("upperRoman", 14, "XIV"),
    ("lowerLetter", 28, "bb"),
    ("none", 1, ""),
    ("a format of tomorrow", 7, "7"),
)

_ENCLOSED = {"decimalEnclosedCircle": "①", "decimalEnclosedParen": "⑴", "decimalEnclosedFullstop": "⒈"}
_CYCLES = {"ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥"}
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)
_DIGITS, _UNITS = "零一二三四五六七八九", ("", "十", "百", "千")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_MARK = re.compile(r"%([1-9])")
_LARGEST = 9_999  # beyond it numbers are written in digits, whatever their format


class Level(NamedTuple):
    """One level of a list: the ``format`` of its numbers (ECMA-376, 17.18.59) in a ``template`` (（%2）, %1.%2).

    ``legal`` says that the numbers of all levels are written in digits here; ``bullet`` that there is no number.
    """

    format: str = "decimal"
    template: str = ""
    start: int = 1
    legal: bool = False

    @property
    def bullet(self) -> bool:
        return self.format == "bullet"


class Counter:
    """Counts through one list: each item counts its level on and lets those below begin anew."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def restart(self, level: int, start: int) -> None:
        """Lets the next item of the level have the number ``start``."""
        self._counts[level] = start - 1

    def count(self, level: int, levels: dict[int, Level]) -> str:
        """The number before the next item of a level, with a space behind where the text would run into it."""
        shown = levels.get(level, Level("none"))
        self._counts[level] = self._counts.get(level, shown.start - 1) + 1
        for below in [other for other in self._counts if other > level]:
            del self._counts[below]
        if shown.bullet:
            return ""
        number = _MARK.sub(lambda mark: self._written(int(mark[1]) - 1, shown, levels), shown.template).strip()
        return f"{number} " if number and number[-1].isascii() else number

    def _written(self, level: int, shown: Level, levels: dict[int, Level]) -> str:
        its = levels.get(level, Level())
        return numeral(self._counts.get(level, its.start), "decimal" if shown.legal else its.format)


def numeral(number: int, format_: str) -> str:
    """A number in one of the formats of ECMA-376; in digits where the format is unknown or does not go so far."""
    if format_ in ("none", "bullet"):
        return ""
    if not 0 < number <= _LARGEST:
        return str(number)
    if format_ == "decimalZero":
        return f"{number:02}"
    if format_ == "decimalFullWidth":
        return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))
    if format_ in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"):
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if format_ == "chineseLegalSimplified":
        return _counted(number).translate(_LEGAL)
    if "Counting" in format_:
        return _counted(number).removeprefix("一") if 10 <= number < 20 else _counted(number)
    if cycle := _CYCLES.get(format_, ""):
        return cycle[number - 1] if number <= len(cycle) else str(number)
    if first := _ENCLOSED.get(format_.removesuffix("Chinese"), ""):
        return chr(ord(first) + number - 1) if number <= 20 else str(number)
    if format_.endswith("Roman"):
        return _roman(number) if format_.startswith("upper") else _roman(number).lower()
    if format_.endswith("Letter"):
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if format_.startswith("upper") else letter.lower()
    return str(number)


def _counted(number: int) -> str:
    """105 → 一百零五; 12 → 一十二."""
    digits = str(number)
    words = "".join(
        _DIGITS[int(digit)] + (_UNITS[len(digits) - at - 1] if digit != "0" else "") for at, digit in enumerate(digits)
    )
    return re.sub("零+", "零", words).rstrip("零")


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters += letter * times
    return letters

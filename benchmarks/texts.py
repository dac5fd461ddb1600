"""The texts that are measured: real reports, and shapes made to be hard."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from luoshi.errors import LuoshiError
from luoshi.readers import read

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("LUOSHI_EVAL_DATA", str(ROOT.parent / "shared")))
DATE = "2026-01-20"

_SENTENCE = re.compile(r"[^。\n]+。")


def report_paths() -> list[Path]:
    """The reports of the evaluation data where there are any, else the samples."""
    return sorted((DATA / "corpus/reports").glob("*.txt")) or sorted((ROOT / "samples").glob("*.txt"))


def texts_of(paths: list[Path]) -> list[str]:
    """The texts of files, each as Luoshi reads it. Raises LuoshiError, also where nothing is in them."""
    texts = [text for path in paths for text in (read(path).text,) if text.strip()]
    if not texts:
        raise LuoshiError("There is no text to measure: name files that hold some.")
    return texts


def megabytes(text: str) -> float:
    """The size of a text in UTF-8; one MB is a million bytes."""
    return len(text.encode("utf-8", "surrogatepass")) / 1e6


def sample(texts: list[str], size: float) -> list[str]:
    """Paragraphs from all over the texts, ``size`` MB at the least where there is as much: some for slow programs."""
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    random.Random(1).shuffle(paragraphs)
    taken: list[str] = []
    taken_size = 0.0
    while paragraphs and taken_size < size:
        taken.append(paragraphs.pop())
        taken_size += megabytes(taken[-1])
    return taken


class Shape(NamedTuple):
    """A kind of text in several sizes: ``make(size)`` gives it; ``unit`` says what is counted.

    ``hostile`` where nobody writes so, and one phrase stands there again and again.
    """

    name: str
    unit: str
    sizes: tuple[int, ...]
    make: Callable[[float], str]
    hostile: bool = True


def _copies(texts: list[str]) -> Callable[[float], str]:
    """One report again and again; its copies are repetitions, which repair leaves out."""
    report = texts[0]
    return lambda size: (report + "\n") * max(round(size / megabytes(report)), 1)


def _prose(texts: list[str], between: str) -> Callable[[float], str]:
    """Sentences of all the texts in another order, five a paragraph, so that no paragraph stands twice."""
    sentences = [found[0].strip() for text in texts for found in _SENTENCE.finditer(text)] or ["全市经济增长5%。"]

    def make(size: float) -> str:
        draw = random.Random(size)
        parts: list[str] = []
        left = size * 1_000_000
        while left > 0:
            part = "".join(draw.choices(sentences, k=5)) + between
            left -= len(part.encode())
            parts.append(part)
        return "".join(parts)

    return make


def _again(unit: str, before: str = "", after: str = "。") -> Callable[[float], str]:
    return lambda size: before + unit * int(size) + after


def _counted(template: str, before: str = "", after: str = "。") -> Callable[[float], str]:
    """A phrase with a number in it that counts up, so that no two are the same."""
    return lambda size: before + "".join(template.format(_han(n)) for n in range(int(size))) + after


def _han(number: int) -> str:
    """A number as five characters that are no numerals: names for many things."""
    return "".join("山水云天海江河湖林田"[int(digit)] for digit in f"{number:05d}")


def shapes(texts: list[str]) -> list[Shape]:
    """All shapes, from the ordinary to the hostile."""
    megabyte = (1, 2, 5, 10)
    many, more, most = (10_000, 20_000, 40_000), (25_000, 50_000, 100_000), (50_000, 100_000, 200_000)
    return [
        Shape("prose, one document", "MB", megabyte, _prose(texts, "\n"), hostile=False),
        Shape("prose, one line", "MB", megabyte[:3], _prose(texts, ""), hostile=False),
        Shape("one report again and again", "MB", megabyte, _copies(texts), hostile=False),
        Shape("digits in a row", "digits", many, _again("7", "增长")),
        Shape("Chinese numerals in a row", "numerals", more, _again("三百", "增长")),
        Shape("commas without a full stop", "commas", most, _again("推进建设，")),
        Shape("nothing but commas", "commas", most, _again("，")),
        Shape("figures in one sentence", "figures", many, _again("产量增长5.2%，", "2025年")),
        Shape("different figures in one sentence", "figures", many, _counted("{}产量增长5.2%，", "2025年")),
        Shape("list of values", "figures", many, _again("5.2%、", "分别增长")),
        Shape("years in one sentence", "years", many, _again("2024年增长，")),
        Shape("years, a sentence each, in one line", "years", many, _again("2024年增长5.2%。")),
        Shape("quotation marks left open", "marks", many, _again("“推进")),
        Shape("quotation marks closed only", "marks", many, _again("推进”")),
        Shape("brackets left open", "brackets", many, _again("（推进5个")),
        Shape("brackets closed only", "brackets", many, _again("5个）")),
        Shape("programmes in a row", "programmes", many, _counted("实施{}增收计划、")),
        Shape("programmes named once more each", "programmes", many, _counted("“数字{0}”行动，今年数字{0}增长5%，")),
        Shape("numbered items", "items", many, _again("一是抓好工作；")),
        Shape("clauses that may explain", "clauses", many, _again("重要，", "今年是")),
        Shape("people who speak", "people", many, _counted("{}局局长王明说，要抓好。")),
        Shape("posts without a name", "posts", many, _again("市委书记、")),
        Shape("quotations by one speaker", "quotations", many, _again("他说：“抓好。”", "市长王明说，")),
        Shape("adverbs in a row", "adverbs", more, _again("将全力")),
        Shape("empty lines", "lines", most, _again("\n", "市长王明说，要抓好。\n", "完。")),
        Shape("spaces", "spaces", most, _again("　", "增长", "5%。")),
        Shape("short lines", "lines", many, _again("增长，\n")),
        Shape("short lines, all different", "lines", many, _counted("{}增长，\n")),
        Shape("one character", "characters", most, _again("的")),
    ]

"""Reports made up for benchmarks of the register: as many records as real ones have, with nothing in the words."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from decimal import Decimal

from luoshi.flows import plain_flow
from luoshi.model import (
    Block,
    BlockKind,
    Case,
    Commitment,
    Document,
    Figure,
    Measure,
    Origin,
    Programme,
    Records,
    Span,
    Stated,
    Status,
)

PLACES = [f"{region}{number}县" for region in "东南西北中" for number in range(1, 601)]
YEARS = range(2005, 2027)
INDICATORS = [f"第{number}类产品产量" for number in range(2000)]
KNOWN = 80  # of them have an id; these are in every report, the others in some
_FIGURE = "全县{indicator}达到{value}万吨，"
_SENTENCE = 5  # figures in one


def report(number: int, *, figures: int = 300, commitments: int = 0, programmes: int = 0, blocks: int = 20) -> Case:
    """The report of one place for one year; another for each number."""
    chance = random.Random(number)
    place, year = PLACES[number % len(PLACES)], YEARS[number // len(PLACES) % len(YEARS)]
    indicators = [*INDICATORS[:KNOWN], *chance.sample(INDICATORS[KNOWN:], max(figures - KNOWN, 0))][:figures]
    values = [str(chance.randint(100, 99999) / Decimal(100)) for _ in indicators]
    pieces = [_FIGURE.format(indicator=name, value=value) for name, value in zip(indicators, values, strict=True)]
    promises = [
        f"第{n}项：加快推进{chance.choice(INDICATORS)}重点工程建设，年内完成主体施工。" for n in range(commitments)
    ]
    text = "".join(pieces + promises)
    document = Document(
        name=f"report-{number}",
        source=f"reports/report-{number}.txt",
        text=text,
        digest=hashlib.sha256(str(number).encode()).hexdigest(),
        blocks=tuple(_blocks(len(text), blocks)),
        title=Stated(f"{year}年{place}政府工作报告（{number}）", Origin.TEXT, Span(0, 4)),
        issuer=Stated(f"{place}人民政府", Origin.TEXT, Span(0, 4)),
        date=Stated(f"{year}-01-20", Origin.TEXT, Span(0, 4)),
        place=Stated(place, Origin.TEXT, Span(0, 4)),
    )
    found = list(_figures(pieces, indicators, values, year))
    start = sum(map(len, pieces))
    records = Records(
        figures=found,
        commitments=list(_commitments(promises, start, found)),
        programmes=[Programme(f"工程{n}", (Span(n, n + 4),), (found[n].span,)) for n in range(programmes)],
    )
    return Case(document, plain_flow(document), records)


def large_report(number: int) -> Case:
    """A report with as many records as 21 work reports of provinces have on average."""
    return report(number, figures=208, commitments=646, programmes=61, blocks=103)


def _blocks(length: int, number: int) -> Iterator[Block]:
    step = max(length // number, 1)
    for n in range(number):
        yield Block(BlockKind.PARAGRAPH, Span(n * step, min((n + 1) * step, length)))


def _figures(pieces: list[str], indicators: list[str], values: list[str], year: int) -> Iterator[Figure]:
    start = sentence = 0
    for n, (piece, indicator, value) in enumerate(zip(pieces, indicators, values, strict=True)):
        if n % _SENTENCE == 0:
            sentence = start
        named = start + 2
        at = named + len(indicator) + 2
        target = n % 4 == 0
        yield Figure(
            indicator,
            Measure.LEVEL,
            Decimal(value),
            "万吨",
            Span(at, at + len(value) + 2),
            (Span(sentence, sentence + 100),),
            status=Status.TARGET if target else Status.ACTUAL,
            period=str(year if target else year - 1),
            indicator_id=f"product_{n}" if n < KNOWN else "",
            indicator_span=Span(named, named + len(indicator)),
        )
        start += len(piece)


def _commitments(promises: list[str], start: int, figures: list[Figure]) -> Iterator[Commitment]:
    for n, words in enumerate(promises):
        span = Span(start, start + len(words))
        yield Commitment(span, (span,), deadline="2026", checkable=True, figures=(figures[n].span,) if n < 54 else ())
        start = span.end

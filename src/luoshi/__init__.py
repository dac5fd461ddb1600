"""Luoshi (落实): the ledger between what a government said it would do and what it later said was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.model import Figure

__version__ = "0.1.0"
__all__ = ["__version__", "extract"]


def extract(text: str, *, date: str | None = None, place: str | None = None) -> list[Figure]:
    """The figures of a text: every target and result as a complete record, in the order of the text.

    ``date`` (ISO 8601, perhaps only a year) is when the text was said and ``place`` whose text it is; both are
    looked for in the text where they are not given, and stay unknown where it does not say. Spans are characters
    of ``text``: ``text[figure.span.start:figure.span.end]`` is the number with its unit. Damage is repaired
    before reading, as ``luoshi run`` does; ``ValueError`` where ``date`` is no date.

    >>> from luoshi import extract
    >>> (growth,) = extract("2025年，全省地区生产总值增长5.2%。", date="2026-01-20", place="临江省")
    >>> growth.indicator, growth.measure, growth.value, growth.unit, growth.period
    ('地区生产总值', <Measure.GROWTH: 'growth'>, Decimal('5.2'), '%', '2025')
    """
    from luoshi.extraction.figures import find_figures
    from luoshi.readers import from_text
    from luoshi.repair import repair

    document = from_text(text, date=date, place=place)
    flow, _ = repair(document)
    return find_figures(document, flow)

"""Title, issuer, date and place from the words of a document: the examples beside the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from luoshi.readers import dates, issuers, lines, own_place, read, titles
from luoshi.readers.metadata import Metadata, read_metadata


def value(text: str, field: str) -> str:
    metadata: Metadata = read_metadata(text)
    stated = getattr(metadata, field)
    return stated.value if stated else ""


@pytest.mark.parametrize(("text", "expected"), titles.EXAMPLES)
def test_titles(text: str, expected: str) -> None:
    assert value(text, "title") == expected


@pytest.mark.parametrize(("text", "expected"), dates.EXAMPLES)
def test_dates(text: str, expected: str) -> None:
    assert value(text, "date") == expected


@pytest.mark.parametrize(("text", "expected", "own"), issuers.EXAMPLES)
def test_issuers(text: str, expected: str, own: bool) -> None:
    assert (value(text, "issuer"), read_metadata(text).issuer_is_own) == (expected, own)


@pytest.mark.parametrize(("text", "expected"), own_place.EXAMPLES)
def test_places(text: str, expected: str) -> None:
    assert value(text, "place") == expected


@pytest.mark.parametrize("line", lines.FURNITURE)
def test_words_of_the_page_around(line: str) -> None:
    assert lines.is_furniture(line)


@pytest.mark.parametrize("line", ["政府工作报告", "大力发展旅游", "2026-02-01", "首页改版后访问量增长5%"])
def test_words_of_the_document(line: str) -> None:
    assert not lines.is_furniture(line)


@pytest.mark.parametrize("examples", [titles.EXAMPLES, dates.EXAMPLES, own_place.EXAMPLES])
def test_spans_are_in_the_text(examples: tuple[tuple[str, str], ...]) -> None:
    for text, _ in examples:
        metadata = read_metadata(text)
        for stated in (metadata.title, metadata.issuer, metadata.date, metadata.place):
            assert stated is None or (
                stated.span is not None and stated.span.of(text).strip() == stated.span.of(text) != ""
            )


def test_a_date_of_delivery_goes_before_that_of_the_page() -> None:
    text = "政府工作报告\n时间：2026-02-01\n（2026年1月20日在武汉市第十五届人民代表大会第六次会议上）\n各位代表："
    assert value(text, "date") == "2026-01-20"


def test_every_provincial_report(eval_data: Path) -> None:
    for path in sorted((eval_data / "corpus" / "reports").glob("*.txt")):
        document = read(path)
        assert document.title is not None and document.title.value.endswith("政府工作报告"), path.stem
        assert document.place is not None and document.place.value == path.stem
        assert document.date is not None and document.date.value[:7] in {"2026-01", "2026-02"}, path.stem
        assert document.date.span is not None and document.date.span.of(document.text).startswith("2026年")
        assert document.issuer is not None and "政府" in document.issuer.value, path.stem


def test_a_series_in_another_encoding(eval_data: Path) -> None:
    for path in sorted((eval_data / "corpus" / "series" / "hailar").glob("*.txt")):
        document = read(path)
        assert document.encoding == "gb18030"
        assert document.date is not None and document.date.value.startswith(path.stem + "-02-")
        assert document.title is not None and document.title.value == "政府工作报告"
        assert document.place is not None and document.place.value == "海拉尔区"
        assert document.issuer is not None and document.issuer.value == "海拉尔区人民政府"


def test_a_newspaper_page_whose_dates_have_no_year(eval_data: Path) -> None:
    document = read(eval_data / "corpus" / "seed" / "page.txt")
    assert document.title is not None and document.title.span is not None
    assert document.title.value == document.title.span.of(document.text) and document.title.value.endswith(
        "支撑支点建设"
    )
    assert document.date is None
    assert document.place is not None and document.place.value == "武汉市"

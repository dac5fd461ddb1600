"""Where findings point when the reading order is not that of the document."""

from __future__ import annotations

from luoshi.checks import check
from luoshi.flows import plain_flow
from luoshi.model import Case, Document, FindingKind, Flow, Piece, Records


def case_with(text: str, *kept: tuple[int, int]) -> Case:
    """A document of which only the stretches ``kept`` are read."""
    pieces, parts, at = [], [], 0
    for start, end in kept:
        pieces.append(Piece(at, start, end - start))
        parts.append(text[start:end])
        at += end - start
    return Case(Document("p", "p.txt", text, "0" * 64), Flow("".join(parts), tuple(pieces)), Records())


def test_a_repeated_stretch_gives_no_second_finding() -> None:
    line = "责任单位：市住房和城乡规设局。\n"
    once = check(case_with(line * 2, (0, len(line))))
    assert len(once) == 1
    assert once[0].spans[0].of(line * 2) == "市住房和城乡规设局"


def test_the_count_leaves_repeated_items_out_and_names_the_last_number() -> None:
    items = [f"要点{n}：事项\n做好第{n}件事。\n" for n in "一二三四五"]
    text = "记住两个要点。\n" + "".join(items)
    kept = len("记住两个要点。\n" + "".join(items[:3]))
    (finding,) = check(case_with(text, (0, kept)))
    assert finding.kind is FindingKind.COUNT
    assert finding.expected == "3"
    assert "一直排到5" in finding.message
    assert finding.spans[0].of(text) == "两个要点"


def test_a_list_shortened_by_repair_is_held_to_be_too_short() -> None:
    items = [f"要点{n}：事项\n做好第{n}件事。\n" for n in "一二三四五"]
    text = "记住四个要点。\n" + "".join(items)
    kept = len("记住四个要点。\n" + "".join(items[:2]))
    (finding,) = check(case_with(text, (0, kept)))
    assert finding.expected == "2"


def test_words_that_damage_tore_apart_have_a_span_each() -> None:
    text = "责任单位：市住房和城\n另有安排\n乡规设局。"
    first, second = text.index("\n"), text.index("乡规")
    (finding,) = check(case_with(text, (0, first), (second, len(text))))
    assert [span.of(text) for span in finding.spans] == ["市住房和城", "乡规设局"]


def test_a_list_that_the_end_of_the_text_cuts_is_not_too_short() -> None:
    text = "重点抓好四个方面：\n（一）扩内需。\n（二）强产业。"
    document = Document("p", "p.txt", text, "0" * 64)
    assert check(Case(document, plain_flow(document), Records())) == ()

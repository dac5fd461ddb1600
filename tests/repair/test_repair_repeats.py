"""Stretches that stand again, and words that are rightly said twice."""

from __future__ import annotations

import pytest
from repair_prose import PARAGRAPHS, document, of_kind

from luoshi.model import Block, BlockKind, Document, FindingKind, Span
from luoshi.repair import repair


def repeated(lines: list[str], between: str = "\n\n") -> list[int]:
    """The places of the lines that are found to repeat others."""
    text = between.join(lines)
    starts = [sum(len(line) + len(between) for line in lines[:at]) for at in range(len(lines))]
    _, found = repair(document(text))
    assert {finding.kind for finding in found} <= {FindingKind.REPEATED}
    spans = {finding.spans[0] for finding in found}
    places = [at for at, line in enumerate(lines) if Span(starts[at], starts[at] + len(line)) in spans]
    assert len(places) == len(found), "each finding is a whole line"
    return places


def test_paragraph_that_stands_again_is_repeated_and_the_first_is_not() -> None:
    lines = [*PARAGRAPHS[:5], PARAGRAPHS[1], *PARAGRAPHS[5:]]
    assert repeated(lines) == [5]


def test_copy_misread_in_a_few_characters_is_repeated() -> None:
    copy = PARAGRAPHS[2].replace("危房", "厄房").replace("田间", "由间")
    text = "\n".join([*PARAGRAPHS, copy])
    _, found = repair(document(text))
    assert [finding.spans[0].of(text) for finding in found] == [copy]
    assert found[0].spans[1].of(text) == PARAGRAPHS[2]
    assert found[0].confidence < 1
    assert "2处" in found[0].message


def test_same_sentence_with_other_figures_is_no_copy() -> None:
    other = PARAGRAPHS[2].replace("12.6", "13.1").replace("840", "910")
    assert repeated([*PARAGRAPHS, other]) == []


@pytest.mark.parametrize("width", [1, 2])
def test_stuck_reader_with_the_counter_going_on(width: int) -> None:
    block = list(PARAGRAPHS[4 : 4 + width])
    rounds = [["要点" + number + ":生态治理见到成效", *block] for number in ("九", "十", "十一", "十二")]
    lines = [*PARAGRAPHS[:4], *(line for one in rounds for line in one), *PARAGRAPHS[6:]]
    first = 4 + width + 1
    assert repeated(lines) == list(range(first, 4 + 4 * (width + 1)))


def test_short_lines_beside_copies_are_repeated_with_them() -> None:
    one = ["关键词三:城市生态品质稳步提升", PARAGRAPHS[4], "关键词四:读书活动热起来", "举办读书会九十多场。"]
    again = ["关键词五:生态品质稳步提升", PARAGRAPHS[4], "关键词六:读书活动热起来", "举办读书会九十多场。"]
    last = ["关键词七:生态品质稳步提升", PARAGRAPHS[4], "关键词八:读书活动热起来", "举办读书会九十多场。"]
    lines = [*PARAGRAPHS[:3], *one, *again, *last, PARAGRAPHS[8]]
    assert repeated(lines, "\n") == list(range(7, 15))
    text = "\n".join(lines)
    flow, _ = repair(document(text))
    assert {row.original.of(text) for row in flow.repetitions} == set(one), "each is a copy of the first round"


def test_heading_of_its_own_above_a_copy_is_kept() -> None:
    lines = [
        PARAGRAPHS[0],
        "关键词一:工业稳",
        PARAGRAPHS[1],
        "关键词二:交通畅",
        PARAGRAPHS[2],
        "关键词三:乡村美",
        PARAGRAPHS[1],
    ]
    assert repeated(lines) == [6]


def test_phrase_looping_inside_a_line() -> None:
    phrase = "改造农村危房"
    text = "\n\n".join(PARAGRAPHS).replace(phrase, phrase * 8)
    flow, found = repair(document(text))
    assert flow.text == "\n\n".join(PARAGRAPHS)
    assert [finding.spans[0].of(text) for finding in found] == [phrase * 7]
    assert "7次" in found[0].message


def test_copy_without_the_loop_that_its_original_has() -> None:
    looping = PARAGRAPHS[3].replace("青年人才公寓", "青年人才公寓" * 9)
    lines = [looping if line == PARAGRAPHS[3] else line for line in PARAGRAPHS] + [PARAGRAPHS[3]]
    flow, found = repair(document("\n".join(lines)))
    assert [finding.spans[0].of("\n".join(lines)) for finding in found] == ["青年人才公寓" * 8, PARAGRAPHS[3]]
    assert flow.text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "各位代表！",
        "（责任单位：市发展改革委、市工业和信息化局、市财政局、市住房城乡建设局、各区人民政府）",
        "牵头单位：市农业农村局；配合单位：市水务局、市自然资源局、市交通运输局、各涉农区；完成时限：年底前",
        "2024年2月6日在临江市第九届人民代表大会第三次会议上 临江市市长 王明",
        "单位：亿元",
    ],
)
def test_what_is_rightly_said_again(line: str) -> None:
    lines = [part for paragraph in PARAGRAPHS for part in (paragraph, line)]
    assert repeated(lines, "\n") == []


def test_parallel_sentences_are_style() -> None:
    lines = [
        f"这一年，我们在{place}问计于民，把群众的难处当成自己的难处，把群众的期盼当成努力的方向。"
        for place in ("车间码头", "田间地头", "学校医院", "社区广场")
    ]
    assert repeated([*PARAGRAPHS[:3], *lines]) == []


def test_table_cells_may_be_equal() -> None:
    cell = "按时完成序时进度，各项指标符合年初确定的目标要求，没有发现需要整改的问题。"
    text = "\n".join([*PARAGRAPHS[:2], cell, cell, cell])
    start = text.index(cell)
    cells = tuple(
        Block(BlockKind.TABLE_CELL, Span(at, at + len(cell)), table=0, row=row, column=0)
        for row, at in enumerate(range(start, len(text), len(cell) + 1))
    )
    _, found = repair(Document("t", "-", text, "", blocks=cells))
    assert found == ()


def test_whole_copy_of_a_torn_paragraph_is_a_repetition_of_its_pieces() -> None:
    whole = PARAGRAPHS[3]
    head, tail = whole[:30], whole[30:]
    lines = [*PARAGRAPHS[:3], head, PARAGRAPHS[4], tail, PARAGRAPHS[5], whole]
    text = "\n\n".join(lines)
    flow, found = repair(document(text))
    assert [finding.spans[0].of(text) for finding in of_kind(found, FindingKind.REPEATED)] == [whole]
    assert len(of_kind(found, FindingKind.BROKEN)) == 1
    assert [(row.span.of(text), row.original.of(text)) for row in flow.repetitions] == [(head, head), (tail, tail)]

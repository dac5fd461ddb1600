"""Paragraphs that stop in mid-sentence and go on elsewhere, and texts that end so."""

from __future__ import annotations

import pytest
from repair_prose import PARAGRAPHS, document, of_kind

from luoshi.model import FindingKind
from luoshi.repair import repair

TEARS = (  # (paragraph, the words before the tear)
    (1, "滨江快速路北段建成通车，跨河大"),
    (2, "新建高标准农田12"),
    (4, "修复岸线23公里"),
    (5, "新增幼儿园学位4600个，社区食"),
    (8, "修缮旧书院，开放博物"),
)


def torn(number: int, until: str, hop: int) -> tuple[list[str], str, str]:
    """The paragraphs with one torn apart, its tail ``hop`` paragraphs later; the head and the tail."""
    text = PARAGRAPHS[number]
    at = text.index(until) + len(until)
    lines = [*PARAGRAPHS[:number], text[:at], *PARAGRAPHS[number + 1 : number + 1 + hop], text[at:]]
    return [*lines, *PARAGRAPHS[number + 1 + hop :]], text[:at], text[at:]


@pytest.mark.parametrize("hop", [1, 2])
@pytest.mark.parametrize(("number", "until"), TEARS[:-1])
def test_torn_paragraph_is_joined(number: int, until: str, hop: int) -> None:
    lines, head, tail = torn(number, until, hop)
    text = "\n\n".join(lines)
    flow, found = repair(document(text))
    assert [finding.kind for finding in found] == [FindingKind.BROKEN]
    stop, on = found[0].spans
    assert (stop.end, on.start) == (text.index(head) + len(head), text.index(tail))
    assert flow.text.split() == "\n\n".join(PARAGRAPHS).split()


def test_two_torn_paragraphs_in_each_other() -> None:
    one, other = PARAGRAPHS[1], PARAGRAPHS[5]
    a, b = one.index("桥主塔"), other.index("护理员")
    lines = [PARAGRAPHS[0], one[:a], PARAGRAPHS[3], other[:b], one[a:], PARAGRAPHS[7], other[b:], PARAGRAPHS[9]]
    text = "\n".join(lines)
    flow, found = repair(document(text))
    seams = {(finding.spans[0].of(text), finding.spans[1].of(text)) for finding in found}
    assert seams == {(one[:a], one[a:]), (other[:b], other[b:])}
    assert one in flow.text
    assert other in flow.text


def test_break_is_reported_for_the_first_copy_of_its_head_only() -> None:
    lines, head, _ = torn(0, "企业找订单、通物流、降", 2)
    text = "\n\n".join([*lines, head, "临江市的干部群众对新的一年充满信心，大家说要把日子越过越红火。"])
    _, found = repair(document(text))
    broken = of_kind(found, FindingKind.BROKEN)
    assert [finding.spans[0].start for finding in broken] == [text.index(head)]
    assert [finding.spans[0].start for finding in of_kind(found, FindingKind.REPEATED)] == [text.rindex(head)]


@pytest.mark.parametrize(
    "line",
    [
        "扛起责任,让临江的产业强起来",
        "在转型中奋起，向改革要动力，以实干求实效",
        "■临江日报记者 王明",
        "（二）持续改善乡村面貌，让田间道路通到地头",
        "要点三:生态治理见到成效",
        "重点抓好以下几个方面的工作：",
        "——在临江市第九届人民代表大会第三次会议上",
        "代表们在会场外交流履职心得。本报记者王明摄",
        "下载",
    ],
)
def test_line_that_is_no_paragraph_is_not_broken(line: str) -> None:
    flow, found = repair(document("\n".join([*PARAGRAPHS[:4], line, *PARAGRAPHS[4:]])))
    assert found == ()
    assert len(flow.pieces) == 1


def test_tail_directly_below_is_joined_without_a_finding() -> None:
    lines, _, _ = torn(1, "滨江快速路北段建成通车，跨河大", 0)
    flow, found = repair(document("\n".join(lines)))
    assert found == ()
    assert flow.text == "\n".join(PARAGRAPHS)


def test_text_without_final_marks_is_not_broken() -> None:
    text = "\n".join(line.rstrip("。") for line in PARAGRAPHS for _ in range(1))
    _, found = repair(document(text + "\n" + "\n".join(line.rstrip("。") + "吗" for line in PARAGRAPHS)))
    assert of_kind(found, FindingKind.BROKEN) == []


@pytest.mark.parametrize("left", [12, 25, 40])
def test_cut_ending(left: int) -> None:
    text = "\n\n".join([*PARAGRAPHS[:6], PARAGRAPHS[6][:left]])
    flow, found = repair(document(text))
    assert [(finding.kind, finding.spans[0].end) for finding in found] == [(FindingKind.CUT, len(text))]
    assert flow.text == text


def test_cut_ending_that_began_to_repeat_is_left_out_of_the_flow() -> None:
    text = "\n\n".join([*PARAGRAPHS, PARAGRAPHS[1][:14]])
    flow, found = repair(document(text))
    assert [(finding.kind, finding.spans[0].end) for finding in found] == [(FindingKind.CUT, len(text))]
    assert flow.text.rstrip() == "\n\n".join(PARAGRAPHS)
    assert [(row.span.of(text), row.original.start) for row in flow.repetitions] == [
        (PARAGRAPHS[1][:14], text.index(PARAGRAPHS[1]))
    ]


@pytest.mark.parametrize(
    "end", ["临江市人民政府\n2024年2月6日", "（来源：临江日报）\n编辑：王明", "相关报道：", "第二部分"]
)
def test_ending_that_is_no_cut(end: str) -> None:
    _, found = repair(document("\n".join([*PARAGRAPHS, end])))
    assert found == ()


def test_cut_above_the_furniture_of_a_page() -> None:
    text = "\n".join([*PARAGRAPHS[:5], PARAGRAPHS[5][:30], "扫一扫在手机打开当前页", "【打印本页】"])
    _, found = repair(document(text))
    assert [finding.spans[0].of(text) for finding in found] == [PARAGRAPHS[5][:30]]

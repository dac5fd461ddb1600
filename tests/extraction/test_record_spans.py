"""Whatever the text and however damage cut it, people, programmes and commitments point into the document."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.extraction.commitments import find_commitments
from luoshi.extraction.people import find_people
from luoshi.extraction.programmes import find_programmes
from luoshi.model import Document, Flow, Piece, Span

SCRAPS = st.sampled_from(
    [
        "二、2026年工作安排\n", "市水务局局长", "林平", "说，", "表示，", "将", "他说", "“", "”", "‘", "、", "，", "。", "\n", "；",
        "青创通", "“青创通”", "计划", "实施", "加快建设", "新增", "20个", "“832”", "产业集群", "到2030年", "年底前", "的", "兼",
        "艾·", "G20", "联盟", "(", "）", " ", "\u3000", "是", "以", "为", "各位代表！", "让我们", "区领导", "坚持",
    ]
)  # fmt: skip


def spans_of(document: Document, flow: Flow) -> Iterator[Span]:
    people, remarks = find_people(document, flow)
    for person in people:
        yield from person.mentions
        yield from (post.span for post in person.posts)
    for remark in remarks:
        yield from (*remark.words, *remark.evidence)
    for programme in find_programmes(document, flow, ()):
        yield from programme.mentions
    for commitment in find_commitments(document, flow, (), people, remarks):
        yield from (commitment.span, *commitment.evidence)


@settings(max_examples=150, deadline=None)
@given(st.lists(SCRAPS, max_size=40).map("".join), st.integers(0, 200))
def test_every_span_holds_words_of_the_document(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    # the second part is read before the first, as after a torn column
    flow = Flow(text[cut:] + text[:cut], (Piece(0, cut, len(text) - cut), Piece(len(text) - cut, 0, cut)))
    for span in spans_of(Document("t", "t", text, ""), flow):
        assert 0 <= span.start < span.end <= len(text)

"""Programmes: named plans, platforms, projects and slogans with a life of their own, their mentions and their figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from luoshi.catalogue import words
from luoshi.extraction.mentions import in_repetitions, located, occurrences
from luoshi.extraction.slogans import find_names
from luoshi.flows import Locator
from luoshi.model import Document, Figure, Flow, Programme, Span

EXAMPLES = (
    # text, ((name, mentions, the words of its figures …), …)
    (
        "“链易通”累计服务企业1200家，带动融资35亿元。上半年出口增长8%。实施“链易通”升级行动。",
        (("链易通", 2, "1200家", "35亿元"),),
    ),
    ("实施生产安全治本攻坚三年行动，推进治本攻坚行动。", (("生产安全治本攻坚三年行动", 2),)),
    ("推进“两湖四岸”战略，新增绿地20公顷。两湖四岸格局更优。", (("两湖四岸", 2),)),
)

_MARKS = "“”‘’"
_LEAD = re.compile(
    r"(?:[。！？；，,;!?：:\n]|\A)\s*(?:其中|今年|去年|全年|上半年|目前|截至目前|截至\d{1,2}月底)?[，,]?[“‘]?$"
)
_UNMARKED = re.compile(rf"[{_MARKS}\s]+")
_CLAUSE_END = re.compile(r"[，,。！？；;!?\n]")
_JOINABLE = ("三年行动计划", "专项行动", "三年行动", "行动计划", "战略", "工程", "行动", "计划", "活动", "平台", "机制")


_SHORTEST_ENDING = 4  # characters of a name that may stand for a longer one


@dataclass(slots=True)
class _Draft:
    name: str
    plain: bool  # introduced without quotation marks
    places: list[tuple[int, int]] = field(default_factory=list)  # offsets of the flow
    unmarked: list[tuple[int, int]] = field(default_factory=list)
    repeated: list[Span] = field(default_factory=list)


def find_programmes(document: Document, flow: Flow, figures: Sequence[Figure]) -> list[Programme]:
    """The programmes in ``flow`` in order of appearance.

    Wordings with and without quotation marks or head noun (“产业倍增”战略, 产业倍增) are one programme, named by its first.
    A figure belongs to the programme that is the subject of its clause: “汉融通”累计促成融资4218亿元.
    """
    text, locate = flow.text, Locator(flow)
    drafts: dict[str, _Draft] = {}
    forms: dict[str, str] = {}  # wording → key
    for name in find_names(text):
        key = programme_key(name.name)
        marked = text[name.start] in _MARKS or text[name.start - 1 : name.start] in ("“", "‘")
        drafts.setdefault(key, _Draft(name.name, plain=not marked))
        for form in name.forms:
            forms.setdefault(form, key)
    forms = _joined(drafts, forms)
    for at, form in occurrences(text, forms):
        end = at + len(form)
        marked = form[0] in _MARKS or (text[at - 1 : at] in ("“", "‘") and text[end : end + 1] in ("”", "’"))
        draft = drafts[forms[form]]
        (draft.places if marked or draft.plain else draft.unmarked).append((at, end))
    for draft in drafts.values():
        # a term of daily use that was quoted once (“入境旅游”行动) is not the programme wherever it stands
        if len(draft.unmarked) <= len(draft.places):
            draft.places = sorted(draft.places + draft.unmarked)
    for form, repeated in in_repetitions(document, flow, forms):
        drafts[forms[form]].repeated.append(repeated)
    values = sorted(figure.span for figure in figures)
    programmes = []
    for draft in sorted((draft for draft in drafts.values() if draft.places), key=lambda draft: draft.places[0]):
        spans = [span for start, end in draft.places if (span := located(locate, start, end))]
        programmes.append(
            Programme(
                name=draft.name,
                mentions=tuple(sorted({*spans, *draft.repeated})),
                figures=_figures(text, draft.places, locate, values),
            )
        )
    return programmes


def programme_key(name: str) -> str:
    """What wordings of one programme share: the name without marks, spaces and head noun."""
    plain = _UNMARKED.sub("", name)
    return plain.removesuffix(head_noun(plain))


def head_noun(name: str) -> str:
    """The noun that may be left out at the end of a programme's name (产业倍增‖行动), "" for none."""
    plain = _UNMARKED.sub("", name)
    return next((head for head in _JOINABLE if plain.endswith(head) and len(plain) - len(head) >= 2), "")


def _joined(drafts: dict[str, _Draft], forms: dict[str, str]) -> dict[str, str]:
    """The forms with the key of a longer name in place of a shorter one that only leaves out its beginning (安全生产治本攻坚行动,
    治本攻坚行动); where there are several longer ones nothing says which. The shorter drafts are taken away."""
    longer: dict[str, str] = {}
    keys = sorted(drafts, key=lambda key: key[::-1])  # a key stands directly before those that end with it
    for at, key in enumerate(keys[:-1]):
        more = [other for other in keys[at + 1 : at + 3] if other.endswith(key)]
        if len(more) == 1 and len(key) >= _SHORTEST_ENDING and drafts[key].plain and drafts[more[0]].plain:
            longer[key] = more[0]
    for key in longer:
        del drafts[key]
    return {form: _last(longer, key) for form, key in forms.items()}


def _last(longer: dict[str, str], key: str) -> str:
    while key in longer:
        key = longer[key]
    return key


def _figures(text: str, places: Sequence[tuple[int, int]], locate: Locator, values: Sequence[Span]) -> tuple[Span, ...]:
    """The values in the clauses of which the programme is the subject."""
    found: set[Span] = set()
    reach = 0
    for start, end in places:
        if end < reach:
            continue  # named once more in the same row of clauses
        if not _LEAD.search(text, max(0, start - 16), start) or text[end : end + 2].strip(_MARKS).startswith("的"):
            continue
        reach = _reach(text, end)
        for clause in locate(end, reach):
            index = bisect_left(values, (clause.start, 0))
            while index < len(values) and values[index].start < clause.end:
                if values[index].end <= clause.end:
                    found.add(values[index])
                index += 1
    return tuple(sorted(found))


def _reach(text: str, at: int) -> int:
    """The end of the clause at ``at`` and of those after it that have no subject of their own."""
    continuations = words("programmes", "continuations")
    while found := _CLAUSE_END.search(text, at):
        at = found.end()
        if found[0] not in "，," or not text.startswith(continuations, at):
            return found.start()
    return len(text)

"""Who is made answerable for a task in so many words: （牵头单位：市水务局；配合单位：市财政局）, 由市水务局牵头, 市财政局配合,
（市水务局牵头，市财政局等按职责分工负责）.

A note in brackets or behind a label holds for the tasks before it in its paragraph; where it is a paragraph of its own, for
the paragraph before it. 由…牵头 holds for its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import words

EXAMPLES = (
    # text, lead bodies, cooperating bodies
    ("改造管网50公里。（牵头单位：市水务局；配合单位：市财政局、各区政府）", ("市水务局",), ("市财政局", "各区政府")),
    ("改造管网50公里（责任单位：市水务局、市城管委）", ("市水务局", "市城管委"), ()),
    ("改造管网50公里（牵头单位：市水务局，责任单位：市财政局）", ("市水务局",), ("市财政局",)),
    ("改造管网。（市水务局牵头，市财政局、市城管委等按职责分工负责）", ("市水务局",), ("市财政局", "市城管委")),
    ("改造管网。（市水务局、市发展和改革委员会按职责分工负责）", ("市水务局", "市发展和改革委员会"), ()),
    ("由市水务局牵头，市财政局和市城管委配合，改造管网。", ("市水务局",), ("市财政局", "市城管委")),
    ("由市文化和旅游局牵头制定方案。", ("市文化和旅游局",), ()),
    ("市水务局要会同市财政局改造管网。", (), ()),
    ("支持企业牵头组建创新联合体。", (), ()),
    ("自由市场由市场主体负责。", (), ()),
)


class Note(NamedTuple):
    """Words that name bodies, in offsets of the text. ``backward``: holds for what stands before it in its paragraph."""

    start: int
    end: int
    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    backward: bool


class _Patterns(NamedTuple):
    hint: re.Pattern[str]
    label: re.Pattern[str]
    bracket: re.Pattern[str]
    leading: re.Pattern[str]
    sharing: re.Pattern[str]
    by: re.Pattern[str]
    joint: re.Pattern[str]
    body: re.Pattern[str]


_NAMES = r"[^，,。；;：:（()）\n]{2,60}"
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"


@cache
def _patterns() -> _Patterns:
    def either(*keys: str) -> str:
        return "|".join(word for key in keys for word in words("wording", key))

    helping = either("helping_verbs")
    ends = either("body_ends")
    return _Patterns(
        hint=re.compile("牵头|负责[）)]|[位门体][：:]|由(?=[^，。\n]{2,30}负责)"),
        label=re.compile(rf"({either('lead_labels', 'duty_labels', 'helping_labels')})[ \u3000]*[：:][ \u3000]*"),
        bracket=re.compile(
            rf"[{re.escape(_OPENING)}]([^{re.escape(_OPENING + _CLOSING)}\n]{{3,400}})[{re.escape(_CLOSING)}]"
        ),
        leading=re.compile(rf"({_NAMES})牵头(?:负责|落实)?(?:[，,；;、](.{{2,300}}?)(?:等)?(?:{helping})?)?$"),
        sharing=re.compile(r"([^。；;：:\n]{2,300}?)(?:等)?(?:分别)?(?:按(?:照)?职责(?:分工)?)?负责(?:落实)?$"),
        by=re.compile(
            rf"(?<![自理缘来经])由(?P<lead>{_NAMES}?)(?P<verb>牵头|负责)(?:[，,](?P<help>[^，,。；;\n]{{2,80}}?)(?:{helping})(?=[，,。；;\n]|\Z))?"
        ),
        joint=re.compile(
            rf"(?<=[{''.join(sorted({end[-1] for end in words('wording', 'body_ends')}))}])(?:和|与|及|以及)"
        ),
        body=re.compile(rf".*(?:{ends})$"),
    )


def notes(text: str) -> list[Note]:
    """The words of ``text`` that make bodies answerable, in order; they do not overlap."""
    patterns = _patterns()
    if not patterns.hint.search(text):
        return []
    found = sorted([*_bracketed(text), *_labelled(text), *_by(text)], key=lambda note: (note.start, -note.end))
    kept: list[Note] = []
    for note in found:
        if not kept or note.start >= kept[-1].end:
            kept.append(note)
    return kept


def _bracketed(text: str) -> Iterator[Note]:
    patterns = _patterns()
    for found in patterns.bracket.finditer(text):
        inside = found[1].strip()
        if labelled := _by_labels(inside):
            yield Note(*found.span(), *labelled, True)
        elif match := patterns.leading.match(inside):
            lead, helping = bodies_in(match[1]), bodies_in(match[2] or "")
            if lead:
                yield Note(*found.span(), lead, helping, True)
        elif (match := patterns.sharing.match(inside)) and (shared := bodies_in(match[1])):
            yield Note(*found.span(), shared, (), True)


def _labelled(text: str) -> Iterator[Note]:
    """Labels outside of brackets: from the first of a line to its end."""
    high = 0
    for found in _patterns().label.finditer(text):
        if found.start() < high:
            continue
        high = line_end = next((at for at in (text.find("\n", found.end()),) if at >= 0), len(text))
        if labelled := _by_labels(text[found.start() : line_end].strip()):
            yield Note(found.start(), line_end, *labelled, True)


def _by(text: str) -> Iterator[Note]:
    for found in _patterns().by.finditer(text):
        lead = bodies_in(found["lead"])
        if lead and all(map(_patterns().body.match, lead)):
            yield Note(*found.span(), lead, bodies_in(found["help"] or ""), False)


def _by_labels(inside: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Lead and cooperating bodies where labels say which they are; who is only responsible leads where nobody else does."""
    marks = list(_patterns().label.finditer(inside))
    if not marks or marks[0].start() > 2:
        return None
    lead: list[str] = []
    duty: list[str] = []
    helping: list[str] = []
    for number, mark in enumerate(marks):
        stop = marks[number + 1].start() if number + 1 < len(marks) else len(inside)
        names = bodies_in(inside[mark.end() : stop])
        if mark[1] in words("wording", "lead_labels"):
            lead += names
        else:
            (duty if mark[1] in words("wording", "duty_labels") else helping).extend(names)
    first, others = (lead, [*duty, *helping]) if lead else (duty, helping)
    return (tuple(first), tuple(name for name in others if name not in first)) if first or others else None


def bodies_in(names: str) -> tuple[str, ...]:
    """The names in a row of bodies; 和 parts two only behind the ending of a body (市文化和旅游局 is one)."""
    found: dict[str, None] = {}
    for part in re.split(r"[、，,；;。\s]+|会同", _patterns().joint.sub("、", names)):
        name = re.sub(r"(?:等)?(?:有关|相关)?(?:等(?:部门|单位)?)$", "", part).strip("：:")
        if 2 <= len(name) <= 25 and re.fullmatch(r"[\u4e00-\u9fffA-Za-z0-9“”·]+", name):
            found[name] = None
    return tuple(found)

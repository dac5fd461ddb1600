"""Names of programmes where they are introduced: quoted (“汉融通”, “产业倍增”战略), tagged (国家高新区G100联盟), or plain behind a
verb (实施城乡居民增收计划). Quoted words that only stress or paint (“主引擎”, “桥头堡”) are no names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from luoshi import catalogue
from luoshi.catalogue import words

EXAMPLES = (
    # text, the names in it
    ("打造“832”现代化产业集群，", ("“832”现代化产业集群",)),
    ("紧扣“产能倍增”战略，", ("产能倍增",)),
    ("“青创通”累计孵化项目620余项。", ("青创通",)),
    ("大力推进“三个动能转换”，", ("三个动能转换",)),
    ("组织“先锋行·解难题”行动，", ("先锋行·解难题",)),
    ("用好“四型”国家物流枢纽牌子，", ("“四型”国家物流枢纽",)),
    ("实施“春苗班”“雏燕班”，", ("春苗班", "雏燕班")),
    ("精心打造“邻里会客厅”，", ("邻里会客厅",)),
    ("组建东部地区科创园区H20联盟，", ("科创园区H20联盟",)),
    ("深入实施城乡职工增收计划，", ("城乡职工增收计划",)),
    ("实施百镇千村振兴工程。", ("百镇千村振兴工程",)),
    ("实施百镇千村振兴工程、万企兴村行动，", ("百镇千村振兴工程", "万企兴村行动")),
    ("实施百镇千村振兴工程、制定实施城乡居民增收计划，", ("百镇千村振兴工程", "城乡居民增收计划")),
    ("当好“主引擎”，以项目之“进”夯实底盘。", ()),
    ("“一企一策”实施改造。", ()),
    ("“十五五”规划加快编制。", ()),
    ("推广“前店+后仓”模式，", ()),
    ("实施“前店+后仓”提升行动，", ("前店+后仓",)),
    ("推行“一单制”改革，发展“夜宵经济”品牌，", ()),
    ("实施一批重大工程，开展专项行动。", ()),
    ("大家说：“要抓好落实。”", ()),
)


class Name(NamedTuple):
    """A programme's name as introduced: how it is written, the words that mentions are looked for by, and where it stands."""

    name: str
    forms: tuple[str, ...]
    start: int
    end: int


class _Quotation(NamedTuple):
    start: int  # of the opening mark
    end: int  # past the closing mark
    content: str


_QUOTED = re.compile(r"“([^“”\n。！？；，,]{1,18})”|‘([^‘’“”\n。！？；，,]{1,18})’")
_BETWEEN = ("", "、", "和", "与", "及")
_NUMERALS = "一二两三四五六七八九十百千万"
_CODE = re.compile(r"[\dA-Za-z+＋×\-—.NXnx]+")
_SHORT = re.compile(rf"[{_NUMERALS}\d].")
_COUNTED = re.compile(rf"[{_NUMERALS}]{{1,2}}[个大项条张类]\S{{2,}}")
_LAYOUT = re.compile(rf"[{_NUMERALS}]\S{{1,2}}[{_NUMERALS}]\S")
_COMBINED = re.compile(r"[\u4e00-\u9fff]{2,}(?:[+＋][\u4e00-\u9fff]{2,})+")
_EACH = re.compile(r"一.一\S{1,3}|\S事\S办|一\S{1,2}[就能]\S")
_MODIFIER = r"[^“”‘’，,。、；;：:！!？?\s的了和与及或在是（(]"
_HAN_BEFORE = re.compile(r"[\u4e00-\u9fff]+\Z")
_CLAUSE_START = re.compile(r"[\s，,。！？；;：:、]")


class _Patterns(NamedTuple):
    head: re.Pattern[str]  # behind the quotation: words that belong to it, and the head noun
    near_head: re.Pattern[str]
    stray_head: re.Pattern[str]  # behind a closing mark too many
    predicate: re.Pattern[str]
    verb: re.Pattern[str]  # before the quotation
    making: re.Pattern[str]
    tagged: re.Pattern[str]
    tag_lead: re.Pattern[str]
    plain: re.Pattern[str]
    plain_next: re.Pattern[str]
    plain_lead: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    either = partial(catalogue.either, "programmes")
    end = r"(?=[，,。、；;！!：:\n和与及等]|\Z)"
    return _Patterns(
        head=re.compile(rf"({_MODIFIER}{{0,9}}?)({either('heads')})(?![者力])"),
        near_head=re.compile(either("near_heads")),
        stray_head=re.compile(rf"{_MODIFIER}{{1,6}}[”’](?:{either('heads')})"),
        predicate=re.compile(either("predicates")),
        verb=re.compile(rf"(?:{either('verbs')})(?:好|了)?$"),
        making=re.compile(rf"(?:{either('making')})(?:好|了)?$"),
        tagged=re.compile(rf"[A-Z]{{1,4}}\d{{1,4}}[\u4e00-\u9fff]{{0,4}}?(?:{either('tag_heads')})"),
        tag_lead=re.compile(either("tag_strip")),
        plain=re.compile(rf"(?:{either('plain_verbs')})({_MODIFIER}{{3,22}}?(?:{either('plain_heads')})){end}"),
        plain_next=re.compile(rf"[、和与及]({_MODIFIER}{{3,18}}?(?:{either('plain_heads')})){end}"),
        plain_lead=re.compile(rf"(?:{either('plain_strip')}|第[{_NUMERALS}\d]+[轮批期])+"),
    )


def find_names(text: str) -> list[Name]:
    """The programmes that ``text`` introduces, each as often as it does, in reading order."""
    quotations = [_Quotation(*found.span(), found[1] or found[2]) for found in _QUOTED.finditer(text)]
    names = [*_quoted(text, quotations), *_tagged(text), *_plain(text)]
    return sorted(names, key=lambda name: name.start)


# ------------------------------------------------------------------------------------------- quoted names


def _quoted(text: str, quotations: Sequence[_Quotation]) -> Iterator[Name]:
    counts: dict[str, int] = {}
    for quotation in quotations:
        counts[quotation.content] = counts.get(quotation.content, 0) + 1
    for run in _runs(text, quotations):
        shown = [_introduced(text, quotation, counts[quotation.content]) for quotation in run]
        # in “甲”“乙”“丙”等活动 the head, and in 实施“甲”、“乙” the verb, holds for the whole row
        shared = len(run) > 1 and (_has_head(text, run[-1]) or _behind_verb(text, run[0]))
        for quotation, name in zip(run, shown, strict=True):
            if name is not None:
                yield name
            elif shared and _may_be_name(quotation.content):
                yield _by_content(quotation)


def _runs(text: str, quotations: Sequence[_Quotation]) -> Iterator[list[_Quotation]]:
    """Quotations that follow each other without words between."""
    run: list[_Quotation] = []
    for quotation in quotations:
        if run and text[run[-1].end : quotation.start] not in _BETWEEN:
            yield run
            run = []
        run.append(quotation)
    if run:
        yield run


def _introduced(text: str, quotation: _Quotation, count: int) -> Name | None:
    """The programme that a quotation names, ``None`` where it only stresses, paints or cites."""
    content = quotation.content
    if content in _never():
        return None
    patterns = _patterns()
    head = patterns.head.match(text, quotation.end)
    if head and head[1] and head[2] in words("programmes", "near_heads"):
        head = None
    if _is_incomplete(content):
        if head and content not in words("programmes", "numerals_only"):
            return _with_head(text, quotation, head.end())
        beside = patterns.near_head.match(text, quotation.end)
        return _by_content(quotation) if beside and len(content) > 1 and not _CODE.fullmatch(content) else None
    if not _may_be_name(content):
        return None
    if _is_manner(content) and not (head and head[2].endswith(words("programmes", "undertaken"))):
        return None
    if "、" in content and not (head and not head[1]):
        return None  # a row of demands is a name only right before its head (“登高、升规、晋位、上市”工程)
    if head or patterns.stray_head.match(text, quotation.end):
        return _by_content(quotation)
    if len(content) > 3 and content.endswith(words("programmes", "endings")):
        return _by_content(quotation)
    if patterns.near_head.match(text, quotation.end) or _behind_verb(text, quotation) or _made(text, quotation):
        return _by_content(quotation)
    if _is_counted_slogan(content) or (_LAYOUT.match(content) and count > 1):
        return _by_content(quotation)
    service = content.endswith(words("programmes", "services")) and len(content) == 3
    opens = quotation.start == 0 or _CLAUSE_START.match(text, quotation.start - 1) is not None
    if service or (opens and patterns.predicate.match(text, quotation.end)):
        return _by_content(quotation)
    return None


@cache
def _never() -> frozenset[str]:
    return frozenset(words("programmes", "never"))


@lru_cache(maxsize=4096)
def _is_incomplete(content: str) -> bool:
    """Whether the quoted words are no name without the noun behind them (“965”现代化产业集群, “五型”国家物流枢纽)."""
    return bool(_CODE.fullmatch(content) or _SHORT.fullmatch(content)) or content in words("programmes", "places")


@lru_cache(maxsize=4096)
def _may_be_name(content: str) -> bool:
    return (
        len(content) >= 3
        and content not in _never()
        and not _is_incomplete(content)
        and not _EACH.fullmatch(content)
        and "的" not in content
    )


@lru_cache(maxsize=4096)
def _is_manner(content: str) -> bool:
    """Whether the words tell how something is done or a kind of business, and name a programme only with a head such as 行动:
    跨境贸易+海外仓, 一单制, 票根经济."""
    if _COMBINED.fullmatch(content):
        return True
    return content[0] not in _NUMERALS[1:] and content.endswith(words("programmes", "manners"))


def _is_counted_slogan(content: str) -> bool:
    """三个优势转化, 四个转型; not what only counts or compares (四个高于)."""
    return _COUNTED.fullmatch(content) is not None and not any(
        word in content for word in words("programmes", "counted_never")
    )


def _has_head(text: str, quotation: _Quotation) -> bool:
    at = quotation.end + (1 if text.startswith("等", quotation.end) else 0)
    return _patterns().head.match(text, at) is not None


def _behind_verb(text: str, quotation: _Quotation) -> bool:
    """Whether a verb that sets something going stands right before, and nothing is made of the quotation afterwards."""
    before = text[max(0, quotation.start - 4) : quotation.start]
    return _patterns().verb.search(before) is not None and _closes(text, quotation.end)


def _made(text: str, quotation: _Quotation) -> bool:
    before = text[max(0, quotation.start - 4) : quotation.start]
    return (
        _patterns().making.search(before) is not None
        and quotation.content.endswith(words("programmes", "institutions"))
        and _closes(text, quotation.end)
    )


def _closes(text: str, at: int) -> bool:
    return at >= len(text) or text[at] in "，,。、；;！!\n等“”和与及"


def _by_content(quotation: _Quotation) -> Name:
    forms = (quotation.content,) if len(quotation.content) > 2 else (f"“{quotation.content}”", f"‘{quotation.content}’")
    return Name(quotation.content, forms, quotation.start + 1, quotation.end - 1)


def _with_head(text: str, quotation: _Quotation, end: int) -> Name:
    name = text[quotation.start : end]
    bare = quotation.content + text[quotation.end : end]
    return Name(name, (name, bare), quotation.start, end)


# ------------------------------------------------------------------------------------------- names without marks


def _tagged(text: str) -> Iterator[Name]:
    patterns = _patterns()
    for found in patterns.tagged.finditer(text):
        before = _HAN_BEFORE.search(text, max(0, found.start() - 10), found.start())
        start = before.start() if before else found.start()
        for word in patterns.tag_lead.finditer(text, start, found.start()):
            start = word.end()
        name = text[start : found.end()]
        yield Name(name, (name,), start, found.end())


def _plain(text: str) -> Iterator[Name]:
    patterns = _patterns()
    followed: set[int] = set()  # where a row was followed from: a verb inside it does not follow it once more
    for found in patterns.plain.finditer(text):
        match: re.Match[str] | None = found
        while match is not None:
            start, end = match.span(1)
            if lead := patterns.plain_lead.match(text, start, end):
                start = lead.end()
            name = text[start:end]
            if _is_plain_name(name):
                yield Name(name, (name,), start, end)
            match = None if end in followed else patterns.plain_next.match(text, end)
            followed.add(end)
            if match and patterns.plain.match(text, match.start(1)):
                break  # …计划、实施…行动: the next has a verb of its own


def _is_plain_name(name: str) -> bool:
    for head in words("programmes", "plain_heads"):
        if name.endswith(head):
            own = name[: -len(head)]
            break
    else:
        return False
    return (
        len(own) >= 3
        and own not in words("programmes", "plain_never")
        and not own[0].isdigit()
        and not re.match(rf"[{_NUMERALS}]+[个项大批]", own)
        and "等" not in own
        and not own.endswith(("项", "类", "这些"))
    )

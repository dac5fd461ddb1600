"""Who is named, and with which posts: 市委委员、东湖区委书记周平; 临江省省长 周明; 习近平总书记; 本报记者 王石."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from luoshi.catalogue import words
from luoshi.extraction.mentions import in_repetitions, located, occurrences
from luoshi.extraction.names import HAN, Ending, ending, name_at, spaced_name_at, surnames
from luoshi.extraction.posts import FoundPost, last_characters, office_before, read_posts
from luoshi.extraction.remarks import find_remarks
from luoshi.flows import Locator
from luoshi.model import Document, Flow, Person, Post, Remark, Span

EXAMPLES = (
    # text, ((name, (posts …)), …)
    ("“很受鼓舞。”市委委员、江夏区委书记周平说。", (("周平", ("市委委员", "江夏区委书记")),)),
    ("市水务局党组书记、局长李立新表示，将守牢底线。", (("李立新", ("市水务局党组书记", "市水务局局长")),)),
    ("政府工作报告\n临江省省长 周立文\n各位代表：", (("周立文", ("临江省省长",)),)),
    ("自治区主席 泽登旺堆\n各位代表：", (("泽登旺堆", ("自治区主席",)),)),
    ("市委书记陈明和市长林君主持会议。市长林君讲话。", (("陈明", ("市委书记",)), ("林君", ("市长",)))),
    ("各位主任高度重视，局长负责制落实到位。", ()),
    ("坚持毛泽东思想。", ()),
    ("省长林君作报告。本报记者 王 鼎摄", (("林君", ("省长",)), ("王鼎", ("本报记者",)))),
)


_TITLES = ("总书记", "院士")  # behind a name these are posts; 同志 is none


class _Hit(NamedTuple):
    """A name found with its posts, in offsets of the flow."""

    name: str
    start: int
    end: int
    posts: tuple[FoundPost, ...]


def find_people(document: Document, flow: Flow) -> tuple[list[Person], list[Remark]]:
    """The people named in ``flow``, in order of appearance, and what they say.

    A person's posts are all that the document gives, each completed with its body; one that only shortens another
    (省长 beside 山东省省长) is left out. Mentions are all places where the name stands, repeated stretches included.
    """
    text, locate = flow.text, Locator(flow)
    hits = sorted(_hits(text), key=lambda hit: hit.start)
    if not hits:
        return [], []
    by_name: dict[str, list[_Hit]] = {}
    for hit in hits:
        by_name.setdefault(hit.name, []).append(hit)
    places = _places(text, by_name)
    seen, low = {hit.start for hit in hits}, 0
    for name, start, end in sorted(places, key=lambda place: place[1]):
        by_name[name] += _further_posts(text, name, start, end, low=low, titles_only=start in seen)
        low = end
    spans: dict[str, set[Span]] = {name: set() for name in by_name}
    for name, start, end in places:
        if span := located(locate, start, end):
            spans[name].add(span)
    for name, span in in_repetitions(document, flow, by_name):
        spans[name].add(span)
    people = [Person(name, _posts(own, locate), tuple(sorted(spans[name]))) for name, own in by_name.items()]
    # the first words of a speaker's posts are where the naming begins
    heads = {hit.start: min((post.start for post in hit.posts), default=hit.start) for hit in hits}
    return people, find_remarks(flow, sorted((start, end, name) for name, start, end in places), heads)


def _further_posts(text: str, name: str, start: int, end: int, *, low: int, titles_only: bool) -> Iterator[_Hit]:
    """The posts beside a name that is known from elsewhere: 习近平总书记, 二级主任科员林平已经到任."""
    for title in _TITLES:
        if text.startswith(title, end):
            yield _Hit(name, start, end, (FoundPost(title, end, end + len(title)),))
    office = "" if titles_only else office_before(text, start)
    if office and office not in words("posts", "roles") and (posts := read_posts(text, start, low)):
        yield _Hit(name, start, end, posts)


def _places(text: str, by_name: dict[str, list[_Hit]]) -> list[tuple[str, int, int]]:
    """Where the names stand: name, start, end."""
    thoughts = words("posts", "thoughts")
    places = [
        (name, at, at + len(name))
        for at, name in occurrences(text, by_name)
        if not text.startswith(thoughts, at + len(name))
    ]
    for name, hits in by_name.items():
        # typeset with a space inside
        places += [(name, hit.start, hit.end) for hit in hits if hit.end - hit.start != len(name)]
    return places


def _posts(hits: list[_Hit], locate: Locator) -> tuple[Post, ...]:
    found: dict[str, Post] = {}
    for post in (post for hit in hits for post in hit.posts):
        if post.name not in found and (span := located(locate, post.start, post.end)):
            found[post.name] = Post(post.name, span)
    # sorted by their ends, a name that ends another one stands directly before one that it ends
    backwards = sorted(name[::-1] for name in found)
    endings = {name[::-1] for name, longer in pairwise(backwards) if longer.startswith(name)}
    return tuple(post for name, post in found.items() if name not in endings)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    singles = "".join(name for name in surnames() if len(name) == 1)
    doubles = "".join(sorted({name[0] for name in surnames() if len(name) == 2}))
    last = f"[{re.escape(last_characters())}]"
    return (
        re.compile(rf"{last}[ \u3000\t]{{0,6}}(?=[{singles}{doubles}]|[{HAN}]{{1,7}}[·•・‧])"),
        re.compile(rf"{last}[ \u3000\t]{{1,6}}([{HAN}]{{3,6}})[ \u3000\t]*$", re.MULTILINE),
        re.compile(
            # begins with a surname, so that re can skip to the next candidate; what stands before it comes second
            rf"([{singles}](?:(?<=[，。、；：“（\n\s以和与].)|(?<=\A.))[{HAN}]{{1,2}}?)(?:{'|'.join(words('posts', 'following'))})"
        ),
    )


def _hits(text: str) -> Iterator[_Hit]:
    after_post, header, titled = _patterns()
    low = 0
    for found in after_post.finditer(text):
        if found.end() < low:
            continue
        for hit in _after_office(text, found.start() + 1, found.end(), low):
            low = hit.end
            yield hit
    for found in header.finditer(text):  # a name without a surname, alone at the end of a line behind an office
        line = text.rfind("\n", 0, found.start()) + 1
        name = found[1]
        if name[0] not in surnames() and office_before(text, found.start() + 1) and _is_plain(name):
            yield _Hit(name, found.start(1), found.end(1), read_posts(text, found.start() + 1, line))
    for found in titled.finditer(text):
        at, end = found.span(1)
        if surnames()[text[at]] == "plain" and text[at : at + 2] not in words("posts", "not_names"):
            yield _Hit(found[1], at, end, ())


def _after_office(text: str, office_end: int, at: int, low: int) -> Iterator[_Hit]:
    """The name, or the row of names, behind the office that ends at ``office_end``."""
    office = office_before(text, office_end)
    if not office:
        return
    writer, role, group = (office in words("posts", key) for key in ("writers", "roles", "groups"))
    posts: tuple[FoundPost, ...] = ()
    while True:
        name, end = _name(text, at, sure=role, spaced=writer or at > office_end)
        if not end:
            return
        posts = posts or read_posts(text, office_end, low)
        if not posts:
            return
        yield _Hit(name, at, end, posts)
        # 本报记者 王石 林君, 市领导林平、陈明: a row of names shares the post
        if not (writer or role or group):
            return
        step = 0
        while text[end + step : end + step + 1] in (" ", "\u3000", "、"):
            step += 1
        if not step:
            return
        at = end + step


def _name(text: str, at: int, *, sure: bool, spaced: bool) -> tuple[str, int]:
    if spaced and (apart := spaced_name_at(text, at)):
        return apart
    end = name_at(text, at, sure=sure)
    if end and at and text[at - 1] in " \u3000\t" and ending(text, end) < Ending.BOUND:
        return "", 0  # behind a space only what stands alone is a name
    return text[at:end], end


def _is_plain(name: str) -> bool:
    """Whether a run of Han characters at the end of a header line may be a name: no word of offices or documents."""
    if office_before(name, len(name)) or any(word in name for word in words("posts", "not_in_names")):
        return False
    return not any(character in words("posts", "not_given")[0] for character in name)

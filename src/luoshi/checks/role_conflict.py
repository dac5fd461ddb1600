"""One name with posts that cannot both be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from luoshi.catalogue import words
from luoshi.model import Case, Finding, FindingKind, Person, Post, Span

_NEW_SENTENCE = re.compile(r"[。；;！!？?“”\n]|说|表示")
_FORMER = re.compile(rf"(?:{'|'.join(words('checks', 'former'))})$")
_MOST_POSTS = 12  # of one name that are compared with each other

_LONGEST_RANK = 6
_ROW = 40  # characters that a row of titles before a name has at most

EXAMPLES = (
    # text, posts of 刘明 as their words, and the words of each finding
    (
        "市水务局三级调研员刘明说，防汛要抓细。一级主任科员刘明表示，工程要抓实。",
        ("三级调研员", "一级主任科员"),
        (("三级调研员刘明", "一级主任科员刘明"),),
    ),
    (
        "市财政局局长刘明作报告。市商务局局长刘明介绍了外贸情况。",
        ("市财政局局长", "市商务局局长"),
        (("市财政局局长刘明", "市商务局局长刘明"),),
    ),
    (
        "市水务局三级调研员刘明说，防汛要抓细。作为宣讲员，二级主任科员刘明已走进社区。",
        ("三级调研员",),
        (("三级调研员刘明", "二级主任科员刘明"),),
    ),
    ("市水务局办公室主任、三级调研员刘明说，防汛要抓细。三级调研员刘明到会。", ("三级调研员",), ()),
    ("市财政局副局长、市统计局局长刘明到会。", ("市财政局副局长", "市统计局局长"), ()),
    ("市财政局局长、市国有资产管理局局长刘明到会。", ("市财政局局长", "市国有资产管理局局长"), ()),
    ("东湖区区长刘明说。原西湖区区长刘明回忆。", ("东湖区区长", "西湖区区长"), ()),
)


def check(case: Case) -> Iterator[Finding]:
    """One name, and two posts that one person does not hold at a time.

    **Looks at** the people of the document with all their posts.

    **Why**: a name set with another person's post is the error that those named notice first.

    **Rule**: two different ranks of the civil service (四级调研员, 一级主任科员), or two principal posts of
    one kind in different bodies (市财政局局长, 市商务局局长) that do not stand in one row of titles before
    the name. Posts behind 原, 时任, 晋升为 and the like are left out.

    **Known false alarms**: two persons of one name in one document; a person who changed posts between two
    parts of a collection.

    **Example**: 三级调研员刘明说… 一级主任科员刘明表示…
    """
    text = case.document.text
    for person in case.records.people:
        for one, other in combinations(_posts(text, person)[:_MOST_POSTS], 2):
            if not (_two_ranks(one, other) or _two_heads(text, one, other)):
                continue
            name, first, second = person.name, one.name, other.name
            yield Finding(
                FindingKind.ROLE_CONFLICT,
                (_with_name(text, one, person), _with_name(text, other, person)),
                f"{name}一处写作“{first}”，一处写作“{second}”，一人不会同时担任这两个职务或职级。",
                f"{name} is called “{first}” in one place and “{second}” in another; one person does not hold both.",
                confidence=0.85,
            )


def _posts(text: str, person: Person) -> list[Post]:
    """A person's present posts in order, with the ranks that stand directly before a mention of the name."""
    posts = {post.name: post for post in person.posts}
    for mention in person.mentions:
        before = text[max(mention.start - _LONGEST_RANK, 0) : mention.start]
        rank = next((rank for rank in words("checks", "civil_ranks") if before.endswith(rank)), "")
        if rank:
            posts.setdefault(rank, Post(rank, Span(mention.start - len(rank), mention.start)))
    return sorted((post for post in posts.values() if not _is_former(text, post)), key=lambda post: post.span)


def _is_former(text: str, post: Post) -> bool:
    return _FORMER.search(text, max(post.span.start - 4, 0), post.span.start) is not None


def _two_ranks(one: Post, other: Post) -> bool:
    ranks = words("checks", "civil_ranks")
    return one.name != other.name and one.name in ranks and other.name in ranks


def _two_heads(text: str, one: Post, other: Post) -> bool:
    """Whether both are the head of a body, of two bodies, and not set in one row of titles."""
    first, second = _head_of(one.name), _head_of(other.name)
    if first is None or second is None or first[1] != second[1]:
        return False
    a, b = first[0], second[0]
    apart = len(a) > 1 and len(b) > 1 and not a.endswith(b) and not b.endswith(a)
    return apart and not _one_row(text, one.span, other.span)


def _head_of(post: str) -> tuple[str, str] | None:
    """Body and office of a principal post; None for any other (副局长, 主任, 局长助理)."""
    office = next((word for word in words("checks", "principal_posts") if post.endswith(word)), "")
    body = post[: len(post) - len(office)]
    return (body, office) if office and not re.search(r"(?:副|助理|代)$|分局|支局|支行", body) else None


def _one_row(text: str, one: Span, other: Span) -> bool:
    """Whether nothing but marks and further titles stands between two posts."""
    between = text[one.end : other.start]
    return len(between) < _ROW and not _NEW_SENTENCE.search(between)


def _with_name(text: str, post: Post, person: Person) -> Span:
    """The words of a post, with an office joined to them before and the name behind."""
    start, end = post.span
    for other in person.posts:
        if other.span.end == start:
            start = other.span.start
    mentions = [mention for mention in person.mentions if mention.start >= end]
    nearest = min(mentions, default=None)
    if nearest is not None and nearest.start - end <= 1 and "\n" not in text[end : nearest.start]:
        end = nearest.end
    return Span(start, end)

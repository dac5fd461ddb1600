"""The posts that stand before a name: 市委常委、市发展和改革委员会党组书记、主任 → three posts, each with its body.

Form of the phrase: bodies with offices, separated by 、 (sometimes by nothing, where a mark was lost), directly before the
name. An office without a body takes that of the post before it; a rank (四级调研员) stands alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import words

EXAMPLES = (
    ("市发展和改革委员会党组书记、主任", ("市发展和改革委员会党组书记", "市发展和改革委员会主任")),
    ("市委委员、东湖区委书记、临港区党组书记", ("市委委员", "东湖区委书记", "临港区党组书记")),
    ("市水务局办公室主任四级调研员", ("市水务局办公室主任", "四级调研员")),
    ("临江市委副书记、市长", ("临江市委副书记", "临江市市长")),
    ("市委副书记、市长", ("市委副书记", "市长")),
    ("市委常委、组织部部长", ("市委常委", "市委组织部部长")),
    ("副市长、市公安局局长", ("副市长", "市公安局局长")),
    ("市直机关工委分管宣传工作的副书记", ("市直机关工委分管宣传工作的副书记",)),
    ("会议由市政府副秘书长、办公厅主任", ("市政府副秘书长", "市政府办公厅主任")),
    ("菏河市委常委、纪委书记", ("菏河市委常委", "菏河市纪委书记")),
    ("区委副书记、区长兼高新区党工委书记", ("区委副书记", "区长", "高新区党工委书记")),
    ("市政协副主席、市工商联主席，临江港务集团董事长", ("市政协副主席", "市工商联主席", "临江港务集团董事长")),
    ("临江大桥通车，临江港务集团董事长", ("临江港务集团董事长",)),
    ("红旗街道东风社区党委书记、居委会主任", ("红旗街道东风社区党委书记", "红旗街道东风社区居委会主任")),
    ("本报记者", ("本报记者",)),
    ("本网讯（记者", ("记者",)),
)

_CHARACTERS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9、，（）()·—\-]")
_SEPARATORS = re.compile("[、，]|兼任?")
_REACH = 80  # characters; the longest run of posts in print stays far below
_JOINED = re.compile(r"(?:一级|二级|三级|四级|市|省|区|县|自治区|中共|党组|党委|全国|国家)")


class FoundPost(NamedTuple):
    """A post read from a phrase: its full name, and the offsets of its own words in the text."""

    name: str
    start: int
    end: int


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], frozenset[str], tuple[str, ...]]:
    return (
        frozenset(word for key in ("titles", "roles", "writers", "groups") for word in words("posts", key)),
        frozenset(words("posts", "ranks")),
        words("posts", "modifiers"),
        frozenset(words("posts", "heads")),
        words("posts", "inner"),
    )


@cache
def _cuts() -> re.Pattern[str]:
    return re.compile("|".join(words("posts", "cuts")))


@cache
def _duty() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words('posts', 'duties'))})[\u4e00-\u9fff]{{1,12}}的")


@cache
def last_characters() -> str:
    """The characters that offices, ranks and roles end with."""
    return "".join(sorted({word[-1] for group in _lists()[:2] for word in group}))


@cache
def _longest() -> int:
    return max(len(word) for group in _lists()[:2] for word in group)


def office_before(text: str, end: int) -> str:
    """The longest office, rank or role whose last character is ``text[end - 1]``; "" where there is none."""
    offices, ranks, *_ = _lists()
    for length in range(min(_longest(), end), 1, -1):
        word = text[end - length : end]
        if word in ranks or word in offices:
            return word
    return ""


def read_posts(text: str, end: int, start: int = 0) -> tuple[FoundPost, ...]:
    """The posts whose words end at ``end``, in order; they reach left at most to ``start``."""
    low = end
    while low > start and end - low < _REACH and _CHARACTERS.match(text, low - 1):
        low -= 1
    low = _after_cuts(text, low, end)
    parts = _parts(text, low, end)
    posts: list[FoundPost] = []
    base = ""
    for left, right in parts:
        name, base = _complete(text[left:right], base)
        posts.append(FoundPost(name, left, right))
    return tuple(posts)


def body_of(post: str) -> str:
    """The body that a post belongs to: 市发展和改革委员会主任 → 市发展和改革委员会; "" where the name holds none."""
    body, _ = _split(post)
    return _duty().sub("", body)


def _after_cuts(text: str, low: int, end: int) -> int:
    """Where the posts begin once the verb or particle that leads to them is taken off."""
    kept = [(found.start(), found.end()) for found in _duty().finditer(text, low, end)]
    for cut in _cuts().finditer(text, low, end):
        inside = any(first <= cut.start() < last for first, last in kept)
        if cut.end() < end and not inside and not office_before(text, cut.end()):
            low = cut.end()
    opening = max(text.rfind("(", low, end), text.rfind("（", low, end))
    if opening >= 0 and max(text.rfind(")", opening, end), text.rfind("）", opening, end)) < 0:
        low = opening + 1  # (记者王鼎): the parenthesis holds the name as well
    while low < end and text[low] in "、和与及，)）—-·":
        low += 1
    return low


def _parts(text: str, low: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the single posts; what stands left of something that is no post is left out."""
    marks = [(low, low), *(found.span() for found in _SEPARATORS.finditer(text, low, end))]
    found: list[tuple[int, int]] = []
    right = end
    for before, left in reversed(marks):
        if left >= right or not office_before(text, right):
            break
        found[:0] = _unjoined(text, left, right)
        right = before
    return found


def _unjoined(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Posts that follow each other without a mark (办公室主任四级调研员), told apart."""
    for at in range(left + 2, right - 1):
        if _starts_post(text, at, right) and _ends_office(text, left, at):
            return [(left, at), *_unjoined(text, at, right)]
    return [(left, right)]


def _starts_post(text: str, at: int, right: int) -> bool:
    offices, ranks, *_ = _lists()
    rest = text[at:right]
    return rest in ranks or rest in offices or _JOINED.match(rest) is not None


def _ends_office(text: str, left: int, at: int) -> bool:
    office = office_before(text, at)
    # 主任科员 and 书记处书记 are one office each: the shorter one inside proves nothing
    return (
        bool(office)
        and at - len(office) >= left
        and office not in ("代表", "专家", "员工", "摄")
        and not any(
            word.startswith(office) and text.startswith(word, at - len(office)) and word != office
            for word in _lists()[0] | _lists()[1]
        )
    )


def _split(post: str) -> tuple[str, str]:
    """Body and office: 市委常务副书记 → (市委, 常务副书记)."""
    office = office_before(post, len(post))
    body = post[: len(post) - len(office)]
    modifiers = _lists()[2]
    found = True
    while found:
        found = False
        for modifier in modifiers:
            if body.endswith(modifier) and not body.endswith(("机关党委", "直属党委")):
                body, found = body[: -len(modifier)], True
                break
    return body, post[len(body) :]


def _complete(post: str, base: str) -> tuple[str, str]:
    """The post's full name after one of the body ``base``, and the body for the next."""
    _, ranks, _, heads, inner = _lists()
    if post in ranks:
        return post, base
    body, office = _split(post)
    if not body:
        if office[-2:] in heads:
            place = re.match(rf"(.+?{office[-2]})(?:委|政府|人民政府|人大|政协)?", base)
            return (place[1] + office if place and len(place[1]) > 1 else office), base
        return base + office, base
    if base and body.startswith(inner) and not base.endswith(body):
        if body.startswith(words("posts", "place_organs")) and base.endswith("委"):
            base = base[:-1]
        return base + post, base
    return post, _duty().sub("", body)

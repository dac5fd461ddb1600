"""Two statements that run together without a mark between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from luoshi.catalogue import either
from luoshi.checks.reading import CLAUSE_STOPS, clause_start
from luoshi.extraction.quantities import quantities
from luoshi.extraction.quantity import Quantity
from luoshi.flows import Locator
from luoshi.model import Case, Finding, FindingKind

_LONGEST_STATEMENT = 30  # characters between the two numbers


_CLOSING, _ENDINGS = either("checks", "closing"), either("checks", "subject_endings")
_DONE = re.compile(either("checks", "done"))
_UNRELATED = re.compile(either("checks", "unrelated"))
_REACHING = re.compile(either("checks", "reaching"))
_LINKING = re.compile(either("checks", "linking"))
_MODIFIER = re.compile(r"的|和|及|与|或|等|并|后|中|时|前|至|到")
_RATE = re.compile(rf"(?:增长|下降|提高|提升|增加|减少|上升|回落)$|.{{2,}}(?:{_CLOSING})$|(?:率|占比|比重)$")
_CLOSED = re.compile(rf".{{2,}}(?:{_CLOSING})(?:近|约)?$|(?:{_ENDINGS})$")
_NEW_SUBJECT = re.compile(
    rf"[\u4e00-\u9fff“”]{{2,14}}?(?:{_ENDINGS})(?:(?:同比|比上年|比去年)?(?:增长|下降|提高|提升|增加)|{_CLOSING}|完成|实现)?$"
)
_MARK = re.compile(r"[“‘《（]")

EXAMPLES = (
    # text, and the words of each finding
    ("截至目前，新登记个体户6.3万户新认定“瞪羚”企业52家。", ("新登记个体户6.3万户新认定",)),
    ("全年进出口增长6.2%固定资产投资增长3.1%。", ("全年进出口增长6.2%固定资产投资增长3.1%",)),
    ("截至目前，新登记个体户6.3万户，新认定“瞪羚”企业52家。", ()),
    ("1280个新投产项目增加产值670亿元。", ()),
    ("投资1.6亿元改造老旧小区24个。", ()),
    ("高速公路由820公里增加到1150公里。", ()),
    ("带动240家企业新增产值35亿元。", ()),
    ("常住人口城镇化率达到69.2%城镇调查失业率控制在5.4%。", ("常住人口城镇化率达到69.2%城镇调查失业率控制在5.4%",)),
    ("全年完成207亿元工业投资增长9.3%。", ()),
    ("在增长6.2%的基础上再增长3.1%。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A number that closes its clause, and a new statement directly behind it without any mark.

    **Looks at** two numbers in one clause (no mark between them, quotation marks aside).

    **Why**: a lost comma makes the reader, and every program, join the first number to the second thing.

    **Rule**: the first number is what was done (新增18.2万户), a level reached (达到70%) or a rate (增长5.5%);
    directly behind its unit stands a verb of things done or a new subject, and from there to the second
    number no other verb that could govern it. Not reported: 由…增至…; 投资1.6亿元改造小区24个 (money and
    what it was for); 1280个新投产项目增加产值670亿元 (the first number counts the noun behind it).

    **Known false alarms**: a noun that begins like a verb (新建 as a place or a firm).

    **Example**: 新登记个体户6.3万户新认定“瞪羚”企业52家. The finding spans the first statement and the words
    that open the second, up to its number or quotation mark.
    """
    text, found = quantities(case.flow.text)
    locate = Locator(case.flow)
    for one, other in pairwise(found):
        between = text[one.after : other.start] if other.start - one.after <= _LONGEST_STATEMENT else ""
        if len(between) < 3 or any(stop in between for stop in CLAUSE_STOPS) or not _closes(text, other.after):
            continue
        start = clause_start(text, one.start)
        head = text[start : one.start]
        if _REACHING.search(head) or _MODIFIER.match(between):
            continue
        deed = _DONE.match(between)
        if not (_is_deed(head, one, between) if deed else _is_new_subject(head, one, between)):
            continue
        mark = _MARK.search(between, 2)
        end = one.after + mark.start() if mark else other.start if deed else other.after
        first, second = case.flow.text[start : one.after], case.flow.text[one.after : other.after]
        yield Finding(
            FindingKind.RUN_ON,
            locate(start, end),
            f"“{first}”与“{second}”是两件事，中间没有标点，可能漏了逗号。",
            f"“{first}” and “{second}” are two statements with no mark between them; a comma may be missing.",
            expected=f"{first}，{second}",
            confidence=0.8,
        )


def _closes(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in CLAUSE_STOPS


def _is_deed(head: str, one: Quantity, between: str) -> bool:
    """Whether a count of something done, or a rate, is followed by another deed (新登记6.3万户|新认定企业52家)."""
    told = _RATE.search(head) if one.kind == "percent" else _DONE.search(head) or _CLOSED.search(head)
    if one.high is not None or not told:
        return False
    verb = (_UNRELATED if one.dimension in ("money", "duration", "age") else _DONE).match(between)
    thing = between[verb.end() :] if verb else ""
    return len(thing) > 1 and not _LINKING.search(thing)


def _is_new_subject(head: str, one: Quantity, between: str) -> bool:
    """Whether a number that closes its statement is followed by a new subject (进出口增长6.2%|固定资产投资增长3.1%)."""
    if _LINKING.match(between):
        return False
    if one.kind == "percent":
        closed = _RATE.search(head) is not None
    else:
        # 新建农村道路24公里|高速公路里程… is closed, 新建24公里农村道路 is not: the number counts what follows
        deed = _DONE.search(head)
        closed = _CLOSED.search(head) is not None or (deed is not None and len(head) - deed.end() > 1)
    return closed and _NEW_SUBJECT.match(between) is not None

"""A party or government body that no list knows, close to one that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.checks.bodies import Near, is_joint_name, longest_known, nearest
from luoshi.flows import Locator
from luoshi.model import Case, Finding, FindingKind

_LONGEST = 18  # characters of a name with its place
# The last character of a body, not inside a longer word (局面, 部署, 办理).
_ENDING = re.compile(r"(?:局|厅|委员会|办公室|部)(?![面势限长部署分门级队位件落])")
# What a body belongs to: 市, 省, 区, …; 市委, 省委, …; 国家.
_OWNER = re.compile(r"(?:自治区|[省市区县州盟旗])(?:委|政府)?|国家")
_WORD = re.compile(r"[\u4e00-\u9fff]*$")

EXAMPLES = (
    # text, the words of each finding and the name that should stand there
    ("市人力资源与社会保障局局长张明说。", (("市人力资源与社会保障局", "市人力资源和社会保障局"),)),
    ("省农业农树厅会同有关部门落实。", ()),
    ("责任单位：市文化广电旅游局、市住房和城乡规设局。", (("市住房和城乡规设局", "市住房和城乡建设局"),)),
    ("市发展和改革委员会、市经济和信息化局、市数据局牵头。", ()),
    ("县教育科技和体育局、县工业商务和信息化局负责。", ()),
    ("成立市重大项目推进指挥部，高新区管理委员会配合。", ()),
    ("优化全市产业空间布局，开创城市治理新局面。", ()),
)


def check(case: Case) -> Iterator[Finding]:
    """A name that looks like a body and is one slip away from a known one.

    **Looks at** names that end in 局, 厅, 部, 委员会, 办公室 and begin with what they belong to (市, 省, 区委,
    国家, …).

    **Why**: a wrong name of a body (市经济和信息技术局 for 市经济和信息化局) is printed as an error of fact.

    **Rule**: the name is in no list (``catalogue/bodies.tsv``: full names, short forms, and names before the
    reforms of 2018 and 2023), is not made of fields of work alone as county bodies are (教育科技和体育局), has
    at least six characters, and is at most two characters from a known name. Bodies that resemble nothing
    known (指挥部, 管委会) are passed over.

    **Known false alarms**: a local name that the lists lack and that is close to a usual one.

    **Example**: 市人力资源与社会保障局 (nearest: 市人力资源和社会保障局). The first mention is reported.
    """
    text = case.flow.text
    locate = Locator(case.flow)
    seen: set[str] = set()
    for ending in _ENDING.finditer(text):
        run = _WORD.search(text, max(ending.end() - _LONGEST, 0), ending.end())
        words = run[0] if run else ""
        named = _named(words)
        if named is None or named[1] in seen:
            continue
        owner, name, near = named
        seen.add(name)
        yield Finding(
            FindingKind.UNKNOWN_BODY,
            locate(ending.end() - len(owner) - len(name), ending.end()),
            f"没有查到“{owner}{name}”这个机构，最接近的是“{owner}{near.name}”。",
            f"No list knows a body called “{owner}{name}”; the nearest is “{owner}{near.name}”.",
            expected=owner + near.name,
            confidence=0.8 if near.distance == 1 else 0.7,
        )


def _named(words: str) -> tuple[str, str, Near] | None:
    """Owner, name and nearest known name of the body that ends ``words``; the nearest of all readings.

    None where some reading is a known name or a joint one: 市场监督管理局 is no body called 场监督管理局 of a
    市. Words before a known name (省各级国防动员委员会) are no slip in it.
    """
    owners = list(_OWNER.finditer(words))
    known = longest_known(words) if owners else 0
    best: tuple[str, str, Near] | None = None
    for owner in owners:
        name = words[owner.end() :]
        if len(name) <= known or is_joint_name(name):
            return None
        near = nearest(name)
        if near and not name.endswith(near.name) and (best is None or near.distance < best[2].distance):
            best = owner[0], name, near
    return best

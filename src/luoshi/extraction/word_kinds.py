"""What kind of words these are: verbs of things done, nouns that only measure, turns of speech."""

from __future__ import annotations

import re

from luoshi.catalogue import by_first_character, either, first_characters, last_characters, words

_VERBS_ONLY = re.compile(
    rf"(?:(?:{either('figures', 'opening', 'adverb')}|新|再|拟)*(?:{either('figures', 'action', 'light')})(?:了|出|好|到)?(?:、|和|并|及|与)?)+$"
)
_ACTION = re.compile(rf"(?:新|再)?(?:{either('figures', 'action')})")
_COMPOUND = re.compile(rf"{_ACTION.pattern}(?:(?:改造|整治|修复)(?=[一-鿿“]{{2}}))?")
_ACTIONS = re.compile(
    rf"(?:(?:新|再)?(?:{either('figures', 'action')})(?:和|并|、(?={either('figures', 'action')}))?)*(?:新|再)?(?:{either('figures', 'action')})"
)
_ENDS_IN_VERB = re.compile(
    rf"(?:{either('figures', 'action', 'light', 'done')}|年产|输送|外送|供应|消纳|替代|节约|消费)(?:了|近|约|超|超过)?$"
)
_DONE = re.compile(either("figures", "done"))
_BARE_HEADS = frozenset(words("figures", "bare_head"))
_BARE = re.compile(rf"^(?:其)?(?:{either('figures', 'bare_head')}){{1,2}}$")
_BARE_OBJECT = re.compile(rf"^(?:新|再)?(?:{either('figures', 'depends')})(?:{either('figures', 'bare_object')})$")
_BARE_OBJECT_TAIL = re.compile(
    rf"(?<=[一-鿿”]{{2}})(?:{either('figures', 'depends')})(?:{either('figures', 'bare_object')})$"
)
_DEPENDS = re.compile(rf"(?:累计|已|共|预计)*(?:{either('figures', 'depends')}|输出|投产|开工|受益|建成)")
_MEASURING = re.compile(rf"(?:{either('figures', 'bare_head', 'list_head')})$")
_ASPECT = re.compile(rf"^(?:大|个|项)?(?:{either('figures', 'aspect')})")

_ACTIONS_AT = by_first_character("figures", "action")
_AGAIN = frozenset("新再")  # what may stand before a verb of things done and belongs to it

# Most words are of none of these kinds, and their first or last character says so.
_DONE_STARTS = first_characters("figures", "done")
_BARE_STARTS = first_characters("figures", "bare_head") | {"其"}
_BARE_ENDS = last_characters("figures", "bare_head")
_BARE_OBJECT_STARTS = first_characters("figures", "depends") | set("新再")
_BARE_OBJECT_ENDS = last_characters("figures", "bare_object")
_DEPENDS_STARTS = first_characters("figures", "depends") | set("累已共预输投开受建")
_MEASURING_ENDS = last_characters("figures", "bare_head", "list_head")
_ASPECT_STARTS = first_characters("figures", "aspect") | set("大个项")


def verbs_only(words_before: str) -> bool:
    """Whether nothing but verbs and adverbs stands before the number, so that what is counted follows it (新增 | 3 家…)."""
    return _VERBS_ONLY.fullmatch(words_before) is not None


def acts(name: str) -> bool:
    """Whether the words begin with a verb of things done (新增, 建成 …)."""
    first = name[:1]
    return name.startswith(_ACTIONS_AT.get(first, ())) or (
        first in _AGAIN and name.startswith(_ACTIONS_AT.get(name[1:2], ()), 1)
    )


def acts_within(name: str) -> bool:
    """Whether a verb of things done stands anywhere in the words."""
    return _ACTION.search(name) is not None


def leading_verb(name: str) -> str:
    """The verb of things done that the words begin with, with a second one that says how (更新改造), or ""."""
    m = _COMPOUND.match(name) if acts(name) else None
    return m[0] if m is not None and len(name) - m.end() != 1 else ""  # 营造林 is a noun


def leading_verbs(name: str) -> str:
    """The verbs of things done that the words begin with, all of them (新建提升, 启动改造), or ""."""
    m = _ACTIONS.match(name) if acts(name) else None
    return m[0] if m is not None else ""


def first_verb(name: str) -> str:
    """The first verb of things done in the words, or ""."""
    m = _ACTION.search(name)
    return m[0] if m is not None else ""


def ends_in_verb(words_before: str) -> bool:
    """Whether the last word before the number is a verb (形成 | 60 万吨储备能力)."""
    return _ENDS_IN_VERB.search(words_before) is not None


def does(name: str) -> bool:
    """Whether the words tell of something done, anywhere in them (为劳动者追回工资, 项目获评典型案例)."""
    return _DONE.search(name) is not None or name.endswith(("建设", "改造", "治理", "实施", "落地"))


def begins_done(name: str) -> bool:
    """Whether the words begin with a verb that always tells of something done."""
    return name[:1] in _DONE_STARTS and _DONE.match(name) is not None


def is_bare(name: str) -> bool:
    """Whether the words measure something only together with what was named before (规模, 总量)."""
    if name[-1:] not in _BARE_ENDS or name[:1] not in _BARE_STARTS:
        return False
    return name in _BARE_HEADS or _BARE.match(name) is not None


def is_bare_object(name: str) -> bool:
    """Whether the words are a verb with an object that says nothing of its own (支持项目, 落实资金)."""
    return name[:1] in _BARE_OBJECT_STARTS and _BARE_OBJECT.match(name) is not None


def without_bare_object(name: str) -> str:
    """The words without such a verb and object at their end (两地协作落实资金 → 两地协作)."""
    return _BARE_OBJECT_TAIL.sub("", name) if name[-1:] in _BARE_OBJECT_ENDS else name


def depends(subject: str) -> bool:
    """Whether the words are only a verb whose subject was named before (政策 … 惠及)."""
    return subject[:1] in _DEPENDS_STARTS and _DEPENDS.fullmatch(subject) is not None


def measures(name: str) -> bool:
    """Whether the words end in a noun that measures how things stand (里程, 规模, 覆盖率)."""
    return name[-1:] in _MEASURING_ENDS and _MEASURING.search(name) is not None


def is_aspect(following: str) -> bool:
    """Whether the count is a turn of speech (六个方面, 三大环节)."""
    return following[:1] in _ASPECT_STARTS and _ASPECT.match(following) is not None


def measuring_noun(name: str) -> str:
    """The noun at the end of the words that measures (组建总规模 → 总规模)."""
    m = _MEASURING.search(name)
    if m is None:
        return ""
    return m[0] if len(m[0]) > 1 else name[-3:]

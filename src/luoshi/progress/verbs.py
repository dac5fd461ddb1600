"""Whether the verb of a result answers that of a commitment: what was to be built is opened, what was to be issued is in force."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from luoshi.catalogue import settings
from luoshi.model import Accomplishment, Commitment
from luoshi.progress.duties import Duty

EXAMPLES = (  # words and action of a commitment, of a result, how it answers
    ("新建学校两所", "新建", "两所学校建成投入使用", "建成", "done"),
    ("新建学校两所", "新建", "两所学校开工", "开工", "begun"),
    ("争创国家级开发区", "争创", "获批国家级开发区", "获批", "done"),
    ("加快新型城镇化", "加快", "新型城镇化率达到60%", "达到", "open"),
    ("关停小煤窑5家", "关停", "举办煤炭展销会", "举办", "other"),
)


class Answer(StrEnum):
    """How a result's verb answers a commitment's: as done, as begun, not to be told, or not at all."""

    DONE = "done"
    BEGUN = "begun"
    OPEN = "open"
    OTHER = "other"


class _Family(NamedTuple):
    promised: tuple[str, ...]
    done: tuple[str, ...]
    begun: tuple[str, ...]


@cache
def _families() -> tuple[_Family, ...]:
    rows = settings("proposals")["families"].values()
    return tuple(_Family(*(tuple(row[key].split()) for key in _Family._fields)) for row in rows)


@cache
def _open() -> tuple[str, ...]:
    return tuple(settings("proposals")["any"]["promised"].split())


def answer(commitment: Duty[Commitment], result: Duty[Accomplishment]) -> Answer:
    """How the verb of a result answers that of a commitment."""
    return answered(commitment.words, commitment.record.action, result.words, result.record.action)


def answered(promise: str, action: str, result: str, deed: str) -> Answer:
    """The same of words with their actions ("" where they show none)."""
    if deed and deed == action and not action.startswith(_open()):
        return Answer.DONE
    families = [family for family in _families() if _is_among(promise, action, family.promised)]
    if any(result.endswith(family.begun) for family in families if family.begun):
        return Answer.BEGUN
    if any(_is_among(result, deed, family.done) for family in families):
        return Answer.DONE
    if any(_is_among(result, deed, family.begun) for family in families):
        return Answer.BEGUN
    return Answer.OPEN if not action or action.startswith(_open()) else Answer.OTHER


def _is_among(words: str, action: str, verbs: tuple[str, ...]) -> bool:
    return any(verb in action for verb in verbs) or words.endswith(verbs) or words.startswith(verbs)

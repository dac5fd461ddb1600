"""Which paragraphs are notes: words beside the text, which say nothing of the time that the text speaks of.

A footnote stands where its page ended, in the middle of an argument that it has no part in: ① 2024年起口径调整 does not
make the next paragraph speak of 2024.
"""

from __future__ import annotations

import re

EXAMPLES = (
    # text, the numbers of its paragraphs that are notes
    ("民间投资增长3%①。\n① 2024年起口径有调整。\n外贸增长5%。", (1,)),
    ("民间投资增长3%[2]，好于预期。\n外贸增长5%。\n[2]2024年起口径有调整。", (2,)),
    ("注：2024年为快报数。\n外贸增长5%。", (0,)),
    ("注2：2024年为快报数。", (0,)),
    ("抓好两件事。\n①2026年建成学校3所。\n②2027年建成医院1所。", ()),
    ("抓好两件事：①建成学校；②建成医院。\n①2026年建成学校3所。", ()),
    ("注重实效。\n注册企业增长5%。", ()),
)

_MARK = r"[①-⑳❶-❿]|[\[［]\d{1,3}[\]］]"
_NOTE = re.compile(rf"^[^\S\n]*(?:({_MARK})|[（(]?(?:备?注|说明)\s?\d{{0,2}}[：:])", re.MULTILINE)
_REFERENCE = re.compile(rf"({_MARK})(?=[，。；：、！？”’）》\n]|\Z)")
_REFERRING = re.compile(r"[\w”’）》%％]")


def notes_of(text: str) -> set[int]:
    """Where the lines begin that are notes: those that open with 注：, or with a mark to which a word above refers."""
    referred: dict[str, int] = {}
    for reference in _REFERENCE.finditer(text):
        if _REFERRING.match(text, reference.start() - 1):
            referred.setdefault(reference[1], reference.start())
    return {
        note.start() for note in _NOTE.finditer(text) if not note[1] or referred.get(note[1], note.end()) < note.start()
    }

"""Whether a text ends in mid-sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from luoshi.repair import cues
from luoshi.repair.paragraphs import Paragraph

_FURNITURE_LINES: Final = 40  # lines below the text that are looked through
_SHORTEST: Final = 9  # characters: a shorter last line without a mark inside is a name, a slogan, a button
_FEWEST: Final = 3  # Chinese characters that a cut line has
_LEAD_IN: Final = 16  # a long last line that leads in what should follow is cut there

# last lines of a text -> how many characters of the last line of text stand before the cut (None: not cut)
EXAMPLES: Final = (
    (("稳住工业生产。", "持续扩大有效投资，开工建设一批重大"), 17),
    (("稳住工业生产。", "加快推进城市更新和老旧小"), 12),
    (("稳住工业生产。", "持续扩大有效投资，开工建设一批项目。"), None),
    (("稳住工业生产。", "四是持续扩大有效投资"), 10),
    (("稳住工业生产。", "临江市人民政府"), None),
    (("稳住工业生产。", "2024年3月5日"), None),
    (("稳住工业生产。", "（三）持续扩大有效投资"), None),
    (("稳住工业生产。", "相关报道："), None),
    (("以上报告，请予审议", "临江市统计局", "2024年3月5日"), None),
    (("持续扩大有效投资，开工建设一批重大", "扫一扫在手机打开当前页"), 17),
    (("临江市2023年工作要点", "第二部分"), None),
)


def find_cut(texts: Sequence[Paragraph], copies: Collection[int]) -> int | None:
    """The paragraph in which the text is cut off, None where it ends as texts end."""
    for at in range(len(texts) - 1, max(len(texts) - 1 - _FURNITURE_LINES, -1), -1):
        line = texts[at]
        if cues.is_furniture(line.text) or cues.is_credit(line.text):
            continue
        if line.cell or at in copies:
            return None
        if cues.is_signature(line.text) or cues.is_date(line.text) or cues.is_label(line.text):
            return None  # a text that is signed or dated has its end, and so has a list of tasks
        before = texts[at - 1].text if at else ""
        return at if _is_cut(line.text, before, last=at == len(texts) - 1) else None
    return None


def _is_cut(text: str, before: str, *, last: bool) -> bool:
    if cues.han(text) < _FEWEST:
        return False
    if cues.has_mark(text) or (last and cues.is_left_open(text)):
        return cues.is_open(text) or (last and text[-1] in cues.LEAD_IN and len(text) >= _LEAD_IN)
    if not cues.is_open(text) or (cues.after_counter(text) and not cues.is_counted_prose(text)):
        return False
    # no mark inside: the first words of a paragraph, if it stands below prose
    return last and len(text) >= _SHORTEST and " " not in text and cues.has_mark(before) and not cues.is_open(before)

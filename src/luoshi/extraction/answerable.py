"""Which tasks the notes that name bodies hold for, and which words are left of a clause beside a note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from luoshi.extraction.responsible import Note, notes

LONGEST_SENTENCE = 2000
"""Characters before a note in which its sentence begins."""


class Answerable:
    """The notes of a text (luoshi.extraction.responsible)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._notes = notes(text)
        self._starts = [note.start for note in self._notes]

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """What of ``text[start:end]`` no note takes: before the first in it, or behind one that it begins with."""
        if not self._starts:
            return start, end
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and self._notes[at].end > start:
            start = self._notes[at].end
        at += 1
        if at < len(self._notes) and start <= self._notes[at].start < end:
            end = self._notes[at].start
        return start, end

    def holding(self, tasks: Sequence[tuple[int, int]]) -> dict[int, Note]:
        """The note of each task that has one, by the task's number; a task is where it begins and where its sentence does.

        ``tasks`` ascend. Of several notes for one task the last one that stands behind it holds.
        """
        starts = [start for start, _ in tasks]
        found: dict[int, Note] = {}
        border = sentence = number = 0  # past the last note that holds backward; of the last that holds forward
        for note in self._notes:
            if note.backward:
                first, last = bisect_left(starts, border), bisect_left(starts, note.start)
                if first < last:
                    line = self._text.rfind("\n", border, note.start) + 1
                    if starts[last - 1] < line:  # a paragraph of its own: it holds for the one before
                        line = self._text.rfind("\n", border, starts[last - 1]) + 1
                    found |= dict.fromkeys(range(max(first, bisect_left(starts, line)), last), note)
                border = note.end
            else:
                sentence = self._sentence_start(max(sentence, note.start - LONGEST_SENTENCE), note.start)
                number = max(bisect_left(starts, sentence), number)
                while number < len(tasks) and tasks[number][1] <= note.start:
                    found.setdefault(number, note)
                    number += 1
        return found

    def _sentence_start(self, low: int, at: int) -> int:
        return max(low - 1, *(self._text.rfind(mark, low, at) for mark in "。！？；\n")) + 1

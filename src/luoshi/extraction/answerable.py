"""Which tasks the notes that name bodies hold for, and which words are left of a clause beside a note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from luoshi.extraction.responsible import Note, notes


class Answerable:
    """The notes of a text (luoshi.extraction.responsible)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._notes = notes(text)
        self._starts = [note.start for note in self._notes]

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """What of ``text[start:end]`` no note takes: before the first in it, or behind one that it begins with."""
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
        border = 0  # past the last note that holds backward
        for note in self._notes:
            if note.backward:
                first, last = bisect_left(starts, border), bisect_left(starts, note.start)
                if first < last:
                    line = self._text.rfind("\n", 0, note.start) + 1
                    if starts[last - 1] < line:  # a paragraph of its own: it holds for the one before
                        line = self._text.rfind("\n", 0, starts[last - 1]) + 1
                    found |= dict.fromkeys(range(max(first, bisect_left(starts, line)), last), note)
                border = note.end
            else:
                sentences = range(bisect_left(starts, self._sentence_start(note.start)), len(tasks))
                for number in sentences:
                    if tasks[number][1] > note.start:
                        break
                    found.setdefault(number, note)
        return found

    def _sentence_start(self, at: int) -> int:
        return max(self._text.rfind(mark, 0, at) for mark in "。！？；\n") + 1

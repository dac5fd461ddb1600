#!/usr/bin/env python3
"""Count the characters of official prose that follow one another, for src/luoshi/catalogue/seams.tsv.

    count_seams.py FOLDER… > src/luoshi/catalogue/seams.tsv

Reads every .txt below the folders (UTF-8 or GB18030) and counts one, two and three characters in a row in
paragraphs of prose, with ^ before the first; rare sequences are left out.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from luoshi.repair.grams import count

FEWEST = {1: 1, 2: 3, 3: 4}  # by length: a sequence seen less often is left out
HEADER = """\
# How often characters follow one another in Chinese official prose: the history (^ is the beginning of a paragraph), 
# then each character that follows it with the count. All digits are counted as 0, half-width marks as full-width
# ones, quotation marks not at all.
# Source: provincial government work reports of 2026 and district work reports of 2012 to 2016; made by
# benchmarks/count_seams.py. Only counts, no text.
"""


def read(path: Path) -> str:
    """The text of a file in UTF-8 or GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def prose(paths: Iterable[Path]) -> Iterable[str]:
    """The paragraphs of prose in the files."""
    for path in paths:
        for line in read(path).splitlines():
            words = line.strip()
            if len(words) > 30 and "。" in words and " " not in words and "\t" not in words:
                yield words


def table(counts: Counter[str]) -> str:
    """The counts as the catalogue holds them."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for gram, number in sorted(counts.items(), key=lambda row: (row[0][:-1], -row[1], row[0])):
        if number >= FEWEST[len(gram)] and not any(c.isspace() for c in gram):
            rows[gram[:-1]].append(f"{gram[-1]}{number}")
    return HEADER + "".join(f"{history}\t{' '.join(followers)}\n" for history, followers in rows.items())


if __name__ == "__main__":
    files = sorted(path for folder in sys.argv[1:] for path in Path(folder).rglob("*.txt"))
    sys.stdout.write(table(count(prose(files))))

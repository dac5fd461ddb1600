#!/usr/bin/env python3
"""How well repair finds damage that was made on purpose, by the evaluation data's bench/damage.py.

    repair_quality.py [--seeds 11 12 13] [--count 300] [--held-out]

Prints for each seed the scores of repeated characters, joins and cut endings, the share of undamaged texts with a
false alarm, and the speed. The counts in catalogue/seams.tsv come from the same reports that are damaged here;
--held-out counts anew for each text from all the other reports, which is what to expect of a report not seen before.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from count_seams import prose, read, table
from texts import DATA

from luoshi.model import Document, Finding, FindingKind
from luoshi.repair import grams, repair

DAMAGE = DATA / "bench/damage.py"
REPORTS = sorted((DATA / "corpus/reports").rglob("*.txt"))


def row(finding: Finding) -> dict[str, object]:
    """A finding as bench/damage.py reads it."""
    first = finding.spans[0]
    if finding.kind is FindingKind.REPEATED:
        return {"kind": "repeated", "start": first.start, "end": first.end}
    if finding.kind is FindingKind.BROKEN:
        return {"kind": "broken", "at": first.end, "continues": finding.spans[1].start}
    return {"kind": "cut", "at": first.end}


@cache
def reports() -> dict[Path, str]:
    """The reports that are damaged."""
    return {path: read(path) for path in REPORTS}


@cache
def counts_without(held_out: Path) -> grams.Table:
    """The counts of all reports but one."""
    return grams.Table(table(grams.count(prose(path for path in REPORTS if path != held_out))))


def source(text: str) -> Path:
    """The report that a damaged text was made from: the one that has most of its pieces."""
    pieces = [text[at : at + 20] for at in range(0, len(text), 97)]
    return max(reports(), key=lambda path: sum(piece in reports()[path] for piece in pieces))


def run(seed: int, count: int, held_out: bool) -> None:
    """Makes the texts of one seed, repairs them and prints the scores."""
    shipped: Callable[[], grams.Table] = grams.prose
    with tempfile.TemporaryDirectory() as folder:
        out, found = Path(folder, "texts"), Path(folder, "found")
        found.mkdir()
        make = ["make", str(DATA / "corpus/reports"), str(out), "--seed", str(seed), "--count", str(count)]
        subprocess.run([sys.executable, str(DAMAGE), *make], check=True, stdout=subprocess.DEVNULL)
        alarms = clean = size = 0
        spent = 0.0
        for path in sorted(out.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            if held_out:
                grams.prose = partial(counts_without, source(text))  # type: ignore[assignment]
            start = time.perf_counter()
            _, findings = repair(Document(path.stem, str(path), text, ""))
            spent += time.perf_counter() - start
            size += len(text.encode())
            lines = [json.dumps(row(finding)) for finding in findings]
            (found / f"{path.stem}.jsonl").write_text("\n".join(lines), encoding="utf-8")
            if not json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8")):
                clean += 1
                alarms += bool(findings)
        grams.prose = shipped  # type: ignore[assignment]
        print(
            f"seed {seed}: {alarms} false alarms in {clean} undamaged texts, {size / 1e6 / spent:.1f} MB/s", flush=True
        )
        subprocess.run([sys.executable, str(DAMAGE), "score", str(out), str(found)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[11, 12, 13])
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--held-out", action="store_true", help="count seams from the other reports")
    options = parser.parse_args()
    if not DAMAGE.is_file():
        sys.exit("no evaluation data (LUOSHI_EVAL_DATA)")
    for seed in options.seeds:
        run(seed, options.count, options.held_out)


if __name__ == "__main__":
    main()

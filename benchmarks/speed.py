#!/usr/bin/env python3
"""How fast Luoshi reads, beside other programs, in MB of UTF-8 text a second of one core.

    speed.py [--rounds 5] [--sample 0.1] [--json] [FILE…]

All in one process and on the same texts: FILEs, or the reports of the evaluation data (LUOSHI_EVAL_DATA), or the
samples. Measured is the processor time (not the clock on the wall) of the best of several rounds; in each round
everything has its turn, so that other work on the machine hits all alike. Slow programs get a sample of the
paragraphs. Programs that are missing are named and left out. Leaves with status 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from peers import INSTALL, PEERS, Peer
from rich.console import Console
from rich.table import Table
from stages import EXTRACT, STAGES, Work, forget
from texts import DATE, megabytes, report_paths, sample, texts_of

import luoshi
from luoshi.errors import LuoshiError

BAR = 2.0  # MB/s of luoshi.extract
EXTRACTED = ("people", "programmes", "commitments")


@dataclass(slots=True)
class Result:
    """``seconds`` of the best round over ``megabytes``; ``times_slower`` than luoshi.extract, ``bar`` how much that has
    to be at the least (0: none).
    """

    name: str
    task: str
    megabytes: float
    seconds: float
    times_slower: float = 0.0
    bar: float = 0.0

    @property
    def rate(self) -> float:
        """MB a second."""
        return self.megabytes / max(self.seconds, 1e-9)

    @property
    def reached(self) -> bool:
        """Whether the bar is reached."""
        return self.times_slower >= self.bar


class Runner:
    """Calls to be made on texts, and the best time of all of them so far."""

    def __init__(
        self, name: str, task: str, calls: Sequence[Callable[[], object]], size: float, bar: float = 0
    ) -> None:
        self.name, self.task, self.size, self.bar = name, task, size, bar
        self._calls = calls
        self._best = float("inf")

    def round(self) -> None:
        """One round over all texts."""
        forget()
        gc.collect()
        start = time.process_time()
        for call in self._calls:
            call()
        self._best = min(self._best, time.process_time() - start)

    def result(self) -> Result:
        """What was measured."""
        return Result(self.name, self.task, self.size, self._best, bar=self.bar)


def own_runners(texts: list[str]) -> list[Runner]:
    """luoshi.extract and each stage."""
    size = sum(map(megabytes, texts))
    extract = [partial(luoshi.extract, text, date=DATE) for text in texts]
    runners = [Runner(EXTRACT, "read, repair, figures", extract, size)]
    works = [Work(text, DATE) for text in texts]
    for name, stage in STAGES.items():
        for work in works:
            stage(work)  # what the later stages read
        runners.append(Runner(name, "a stage of Luoshi", [partial(stage, work) for work in works], size))
    return runners


def peer_runner(peer: Peer, texts: list[str], sampled: list[str]) -> Runner | None:
    """A peer ready to run; None where it is not installed."""
    try:
        call = peer.load()
    except ImportError:
        return None
    given = sampled if peer.slow else texts
    call(given[0])  # loads its dictionaries
    task = peer.task + (f"; a sample of {sum(map(megabytes, given)) * 1000:.0f} kB" if peer.slow else "")
    return Runner(peer.name, task, [partial(call, text) for text in given], sum(map(megabytes, given)), peer.bar)


def measure(texts: list[str], *, rounds: int, size: float) -> tuple[list[Result], list[Peer]]:
    """The results, luoshi.extract first, and the peers that are missing."""
    sampled = sample(texts, size)
    peers = [(peer, peer_runner(peer, texts, sampled)) for peer in PEERS]
    runners = own_runners(texts) + [runner for _, runner in peers if runner is not None]
    for _ in range(rounds):
        for runner in runners:
            runner.round()
    results = [runner.result() for runner in runners]
    for result in results[1:]:
        result.times_slower = results[0].rate / result.rate
    together = [result for result in results if result.name in EXTRACTED]
    seconds = sum(result.seconds for result in together)
    results.insert(len(STAGES) + 1, Result("+".join(EXTRACTED), "together", together[0].megabytes, seconds))
    return results, [peer for peer, runner in peers if runner is None]


def table(results: list[Result], title: str) -> Table:
    """The results for people."""
    shown = Table(title=title)
    shown.add_column("program", min_width=29)
    shown.add_column("does")
    for heading in ("MB/s", "extract is … times as fast", "bar", "reached"):
        shown.add_column(heading, justify="right")
    for number, result in enumerate(results):
        barred = number == 0 or result.bar
        rate = result.rate if result.rate < 0.5 else round(result.rate, 1)
        reached = result.rate >= BAR if number == 0 else result.reached
        shown.add_row(
            result.name,
            result.task,
            f"{rate:.3g}",
            f"{result.times_slower:.3g}" if result.bar else "",
            f"{BAR} MB/s" if number == 0 else f"{result.bar:g}" if result.bar else "",
            ("yes" if reached else "[bold red]no[/]") if barred else "",
            end_section=number in (0, len(STAGES) + 1),
        )
    return shown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--rounds", type=int, default=5, help="the best of so many counts (default 5)")
    parser.add_argument("--sample", type=float, default=0.1, metavar="MB", help="what slow programs get (default 0.1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    try:
        texts = texts_of(options.files or report_paths())
    except LuoshiError as error:
        print(error, file=sys.stderr)
        return 2
    results, missing = measure(texts, rounds=max(options.rounds, 1), size=options.sample)
    for peer in missing:
        print(f"{peer.name} is not installed and left out; install it with: {INSTALL}", file=sys.stderr)
    size = sum(map(megabytes, texts))
    if options.json:
        rows = [{**asdict(result), "mb_per_second": round(result.rate, 4)} for result in results]
        print(json.dumps({"texts": len(texts), "megabytes": size, "results": rows}, ensure_ascii=False, indent=2))
    else:
        console = Console(width=None if sys.stdout.isatty() else 120)
        console.print(table(results, f"{len(texts)} texts, {size:.2f} MB; the best of {options.rounds} rounds"))
    return 0 if results[0].rate >= BAR and all(result.reached for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())

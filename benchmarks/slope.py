#!/usr/bin/env python3
"""Whether cost grows in proportion to the text, for ordinary texts and for shapes made to be hard.

    slope.py [--shapes WORD…] [--limit 60] [--scale 1] [--json]

Each shape is measured in several sizes, each stage alone and luoshi.extract: seconds of processor time a MB of UTF-8
text, and the slope of time over size on logarithmic axes (1: in proportion; 2: quadratic). A slope above 1.3 (where the
largest size takes 50 ms at the least) and a stage that takes longer than the limit is marked, and the exit status is 1.
In the hostile shapes the stages after repair read the text as it stands: repair would take most of it for a loop, as it
does before luoshi.extract goes on. Needs Unix (a timer stops what takes too long).
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table
from stages import ALL, Work, forget
from texts import DATE, Shape, megabytes, report_paths, shapes, texts_of

STEEP = 1.3
_TELLING = 0.05  # seconds for the largest size: shorter times say more of the machine's caches than of the code
_ENOUGH = 0.05  # seconds: what takes less is measured again
_MOST_RUNS = 10
_ROUNDS = 3
_LONG = 10.0  # seconds after which there is no further round


class TooLong(Exception):
    """A stage took longer than it may."""


@dataclass(slots=True)
class Course:
    """How one stage does on one shape: ``sizes`` in MB, ``seconds`` for each; shorter where it took too long."""

    shape: str
    stage: str
    sizes: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    over: bool = False

    @property
    def slope(self) -> float | None:
        """The slope of time over size (least squares of the logarithms); None for fewer than two sizes."""
        points = [(math.log(x), math.log(max(y, 1e-9))) for x, y in zip(self.sizes, self.seconds, strict=True)]
        if len(points) < 2:
            return None
        mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        spread = sum((x - mean_x) ** 2 for x, _ in points)
        return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else None

    @property
    def steep(self) -> bool:
        """Whether the cost grows faster than the text."""
        return self.over or (self.slope is not None and self.slope > STEEP and self.seconds[-1] >= _TELLING)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TooLong when what is done inside takes longer."""

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(stage: Callable[[Work], None], work: Work, limit: float) -> float:
    """Processor time of one run, for the best of a few where it is short. Raises TooLong."""
    best, spent = math.inf, 0.0
    for _ in range(_MOST_RUNS):
        forget()
        with limited(limit):
            start = time.process_time()
            stage(work)
            took = time.process_time() - start
        best, spent = min(best, took), spent + took
        if spent > _ENOUGH:
            break
    return best


def course_of(shape: str, name: str, works: Sequence[Work], limit: float) -> Course:
    """One stage on the texts of a shape, from the smallest; the sizes take turns, so that a machine that is busy for a
    while does not make one of them look slow.
    """
    course = Course(shape, name)
    best = [math.inf] * len(works)
    spent = 0.0
    gc.collect()
    gc.freeze()  # what is there already is not looked at again by each collection: as in a process of its own
    for _ in range(_ROUNDS):
        for number, work in enumerate(works):
            try:
                took = seconds_of(ALL[name], work, limit)
            except TooLong:
                course.over = True
                del best[number:]
                break
            best[number], spent = min(best[number], took), spent + took
        works = works[: len(best)]
        if spent > _LONG:
            break
    gc.unfreeze()
    course.sizes = [megabytes(work.text) for work in works]
    course.seconds = best
    return course


def courses(shape: Shape, *, scale: float, limit: float) -> list[Course]:
    """All stages on one shape."""
    sizes = [size * scale if shape.unit == "MB" else max(round(size * scale), 1) for size in shape.sizes]
    works = [Work(shape.make(size), DATE, whole=shape.hostile) for size in sizes]
    return [course_of(shape.name, name, works, limit) for name in ALL]


def table(shape: Shape, found: list[Course], limit: float) -> Table:
    """One shape for people: seconds a MB at each size, and the slope."""
    sizes = max((course.sizes for course in found), key=len)
    shown = Table(
        title=f"{shape.name} ({', '.join(f'{size:,}' for size in shape.sizes)} {shape.unit})", title_justify="left"
    )
    shown.add_column("s/MB", min_width=14)
    for number in range(len(shape.sizes)):
        shown.add_column(f"{sizes[number]:.3g} MB" if number < len(sizes) else "", justify="right", min_width=8)
    shown.add_column("slope", justify="right")
    for course in found:
        cells = [f"{took / size:.3f}" for took, size in zip(course.seconds, course.sizes, strict=True)]
        cells += [f"> {limit:g} s"] * course.over
        cells += [""] * (len(shape.sizes) - len(cells))
        slope = "" if course.slope is None else f"{course.slope:.2f}"
        shown.add_row(course.stage, *cells, f"[bold red]{slope} !![/]" if course.steep else slope)
    return shown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--shapes", nargs="+", default=[], metavar="WORD", help="only shapes whose names hold one of these"
    )
    parser.add_argument(
        "--limit", type=float, default=60, metavar="SECONDS", help="what one stage may take (default 60)"
    )
    parser.add_argument("--scale", type=float, default=1, help="multiplies all sizes (default 1)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120, quiet=options.json)
    found: list[Course] = []
    for shape in shapes(texts_of(report_paths())):
        if options.shapes and not any(word in shape.name for word in options.shapes):
            continue
        own = courses(shape, scale=options.scale, limit=options.limit)
        console.print(table(shape, own, options.limit))
        found += own
    steep = [course for course in found if course.steep]
    if options.json:
        rows = [
            {
                "shape": c.shape,
                "stage": c.stage,
                "megabytes": c.sizes,
                "seconds": c.seconds,
                "slope": c.slope,
                "over": c.over,
            }
            for c in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    console.print(f"{len(steep)} of {len(found)} courses are steeper than {STEEP}.")
    for course in steep:
        console.print(f"  {course.shape}: {course.stage}")
    return 1 if steep or not found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Typesets texts of our own as pages whose text and order are known, for page_quality.py.

    make_pages.py FOLDER [--seed 1] [--count 4] [--kinds newspaper letter report card]

The same seed gives the same texts and pages. Wants Chromium and the Noto CJK fonts (`make browser`), and playwright.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pages.making import KINDS, make
from pages.typesetting import NoBrowser, chromium


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=4, help="documents of each kind (default 4)")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    options = parser.parse_args()
    try:
        with chromium() as browser:
            files = make(options.folder, browser, seed=options.seed, count=options.count, kinds=options.kinds)
    except NoBrowser as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(files)} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What the tests share: the optional evaluation data (set by LUOSHI_EVAL_DATA, by default ../shared)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def eval_data() -> Path:
    """The evaluation data folder; a test that wants it is skipped where it is missing."""
    folder = Path(os.environ.get("LUOSHI_EVAL_DATA", str(ROOT.parent / "shared")))
    if not (folder / "gold").is_dir():
        pytest.skip("no evaluation data (LUOSHI_EVAL_DATA)")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The small texts written for the project."""
    return ROOT / "samples"

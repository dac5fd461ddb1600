"""The scripts of benchmarks/ as modules, and a text for them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

REPORT = """青禾市人民政府工作报告

各位代表：
一、2025年工作回顾
2025年，全市地区生产总值增长5.6%，社会消费品零售总额达到412.5亿元。市长林君说，要抓好落实。
二、2026年工作安排
2026年，力争新增城镇就业3.2万人。推进“青创通”行动，新建学校12所。
"""
"""A report written for the tests."""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file with a small report."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path

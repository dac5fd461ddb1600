"""Running ``luoshi`` in the tests: in a process of its own, as a user would."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from luoshi import cli

Run = Callable[..., tuple[int, str, str]]
"""What runs a command and gives its exit code, its standard output and its standard error."""

COMMAND = [sys.executable, "-m", "luoshi.cli"]

REPORT = """青禾市人民政府工作报告

2025年,全市地区生产总值增长5.6%,社会消费品零售总额达到412.5亿元。新增城镇就业3.2万人。

2026年,力争地区生产总值增长5.5%左右,粮食产量稳定在80万吨以上。
"""
"""A report written for the tests."""


def luoshi(*arguments: str | Path, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs ``luoshi`` to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd, input=stdin, capture_output=True, text=True, timeout=60, check=False
    )


def luoshi_here(
    cwd: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs ``luoshi`` in this process, which is many times faster; good for what needs no pipe, signal or locale."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        monkeypatch.chdir(cwd)
        monkeypatch.setattr("sys.argv", ["luoshi", *map(str, arguments)])
        before = signal.getsignal(signal.SIGINT)
        with pytest.raises(SystemExit) as end:
            cli.main()
        signal.signal(signal.SIGINT, before)  # a program that ends does not listen to Ctrl-C any more, the tests do
        captured = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, int(end.value.code or 0), captured.out, captured.err)

    return run


def answers_here(cwd: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same, answering with the exit code, the standard output and the standard error."""
    here = luoshi_here(cwd, monkeypatch, capsys)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        done = here(*arguments)
        return done.returncode, done.stdout, done.stderr

    return run


def start_luoshi(*arguments: str | Path, cwd: Path, **options: Any) -> subprocess.Popen[str]:
    """Starts ``luoshi`` as the leader of a process group of its own, as a shell does."""
    # a shell that runs the tests in the background has them ignore Ctrl-C, and what they start would too
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=cwd,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            process_group=0,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            **options,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def assert_one_sentence(words: str, *names: str) -> None:
    """One line that ends as a sentence, names what it is about, and is no traceback."""
    assert words.count("\n") == 1, words
    assert words.rstrip("\n").endswith("."), words
    assert "Traceback" not in words
    for name in names:
        assert name in words

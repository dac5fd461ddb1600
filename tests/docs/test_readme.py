"""Both READMEs and the guides are true: their commands run, and the output that they show is the output.

With LUOSHI_REFRESH_DOCS=1 (`make docs`) the output shown is replaced by what came out, instead of compared.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_blocks import FencedBlock, fenced_blocks, rewrite_shown

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["README.md", "README.zh-CN.md", "docs/getting-started.md", "docs/extending.md", "docs/register.md"]
PLACE = "/path/to/luoshi"
REFRESH = os.environ.get("LUOSHI_REFRESH_DOCS") == "1"
NEEDED_TOOLS = ("jq", "sqlite3")  # a block that uses one of these is not run where it is missing


def runnable(page: str) -> list[FencedBlock]:
    return [block for block in fenced_blocks(ROOT / page) if block.language in ("sh", "python")]


def commands(page: str) -> list[str]:
    """The lines of all commands of a page, without comments."""
    lines = (line for block in runnable(page) for line in block.body.splitlines())
    return [bare for line in lines if (bare := re.sub(r"\s+#.*| *^#.*", "", line).rstrip())]


def interpreted(block: FencedBlock) -> tuple[str, list[str]]:
    """The script of a block and what runs it; a make target stands for its recipe, run only where output is shown."""
    if block.language == "python":
        return block.body, [sys.executable, "-c"]
    shell = ["bash", "-o", "pipefail", "-ec"]
    if not block.body.startswith("make "):
        return block.body, shell
    recipes = [make_recipe(re.sub(r"#.*", "", line).split()[1]) for line in block.body.splitlines()]
    return "" if block.shown is None else "".join(recipes), shell


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A copy of what a newcomer has in front of them, with the tools that `make demo` would have set up."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    return tmp_path


def run(script: str, workplace: Path, interpreter: list[str]) -> subprocess.CompletedProcess[str]:
    path = f".venv/bin{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [*interpreter, script], cwd=workplace, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def make_recipe(target: str) -> str:
    """What ``make TARGET`` would run once all is set up. Raises if there is no such target."""
    fresh = [argument for stamp in (".venv/.synced", ".venv/.synced-dev", ".venv/bin/uv") for argument in ("-o", stamp)]
    done = subprocess.run(
        ["make", "-n", "--no-print-directory", *fresh, target], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def presentable(output: str, workplace: Path) -> str:
    """Output without what differs from machine to machine: where the folder lies."""
    output = output.replace(str(workplace), PLACE).replace(str(ROOT), PLACE)
    return "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())


@pytest.mark.parametrize("page", PAGES)
def test_commands_run_and_give_what_is_shown(page: str, workplace: Path) -> None:
    outputs: list[str | None] = []
    for block in runnable(page):
        where = f"{page}, line {block.line}"
        script, interpreter = interpreted(block)
        if any(re.search(rf"\b{tool}\b", script + interpreter[0]) and not shutil.which(tool) for tool in NEEDED_TOOLS):
            outputs.append(block.shown)
            continue
        done = run(script, workplace, interpreter)
        assert done.returncode == 0, f"{where}: {done.stderr}"
        assert "Traceback" not in done.stderr, where
        outputs.append(None if block.shown is None else presentable(done.stdout, workplace))
        if not REFRESH:
            assert outputs[-1] == block.shown, f"{where}; `make docs` writes what came out into the page"
    if REFRESH:
        rewrite_shown(ROOT / page, outputs)


def test_the_two_readmes_have_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_named_is_there(page: str) -> None:
    for target in set(
        re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"`[^`]*`", (ROOT / page).read_text("utf-8"))))
    ):
        make_recipe(target)

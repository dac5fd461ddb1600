# Everything a newcomer needs: `make demo` to see it work, `make test` to see it hold.
# Needs Python 3.11 or newer and make; all else goes into .venv here. Another Python: make demo PYTHON=python3.13

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
SYNC := UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=$(VENV) \
	$(BIN)/uv sync --frozen --inexact --quiet --python $(BIN)/python
NO_PYTHON := Luoshi needs Python 3.11 or newer, which $(PYTHON) is not here; name one with: make PYTHON=/path/to/python
NO_VENV := $(PYTHON) has no venv module; install it first (on Debian and Ubuntu: apt-get install python3-venv).

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format docs browser postgresql clean

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.synced-dev ## .venv with Luoshi and the tools of its developers

# uv itself lives in .venv too; --inexact keeps it (and pip, and the developers' tools) there.
$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(NO_VENV)" >&2; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'

$(VENV)/.synced: uv.lock pyproject.toml | $(BIN)/uv
	@$(SYNC) --no-dev
	@touch $@

$(VENV)/.synced-dev: uv.lock pyproject.toml | $(BIN)/uv
	@$(SYNC) --all-extras
	@touch $(VENV)/.synced $@

demo: $(VENV)/.synced ## the main job on samples/: a register and a page for each, in out/
	@$(BIN)/luoshi run samples --place 青澜市 --register $(OUT)/luoshi.db --out $(OUT)
	@printf '\n%s\n' "Open file://$(abspath $(OUT))/plenary-page.html in a browser and click a number."

test: $(VENV)/.synced-dev browser postgresql ## every test (installs Debian's chromium and postgresql when it may)
	@$(BIN)/python -m pytest

lint: $(VENV)/.synced-dev ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.synced-dev ## put the code into its form
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

docs: $(VENV)/.synced-dev browser ## the pictures and the output shown in the documentation, anew
	@$(BIN)/python docs/make_images.py
	@LUOSHI_REFRESH_DOCS=1 $(BIN)/python -m pytest tests/docs/test_readme.py

browser:
	@scripts/install_browser.sh

postgresql:
	@scripts/install_postgresql.sh

clean: ## take away .venv, out/ and all caches
	@rm -rf $(VENV) $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

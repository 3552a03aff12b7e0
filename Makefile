# Two commands do everything on a fresh machine: `make run` and `make test`.
#
# Variables:  PORT=8000  HOST=127.0.0.1  PYTHON=python3
#   TORCH_INDEX=https://…   an index that carries the small CPU build of PyTorch, where one can be reached

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
TORCH_INDEX ?=
TORCH = torch==2.13.0
BIN = .venv/bin

.PHONY: run test lint bench clean

run: .venv/.run
	$(BIN)/tideover serve --host $(HOST) --port $(PORT)

test: .venv/.dev lint
	sh tests/browser/find_chromium.sh
	$(BIN)/python -m pytest

# Beside what people would use instead; makes an environment of its own for them. About 40 minutes.
bench: .venv/.dev
	$(BIN)/python -m tests.benchmarks.run

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# A stamp file is newer than pyproject.toml exactly when its environment is complete, so a second
# `make run` or `make test` installs nothing.
.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tideover needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv .venv

# PyTorch goes first and alone: what comes after finds it installed and does not choose a GPU build.
.venv/.torch: .venv/bin/python
	$(BIN)/python -m pip install --quiet $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) '$(TORCH)'
	touch $@

.venv/.run: .venv/.torch pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/.dev: .venv/.torch pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch .venv/.run $@

clean:
	rm -rf .venv tests/benchmarks/.venv-bench build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

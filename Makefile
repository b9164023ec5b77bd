# Everything happens in .venv, which the first command makes and later ones reuse.

VENV  := .venv
BIN   := $(VENV)/bin
READY := $(VENV)/.ready
TESTS ?= tests
ARGS  ?=
WORKERS ?= 2
TRANSLATIONS := resources/translations

FIND_PYTHON := for name in python3.13 python3.12 python3.11 python3; do \
	"$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
		&& { command -v "$$name"; exit; }; done

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format translations pictures wheel clean libraries missing-packages

help:  ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY)  ## make the virtual environment

run: $(READY)  ## open the window (ARGS="ring-collapse --play")
	@$(BIN)/python -m ganlab_gui.doctor --libraries here
	@$(BIN)/ganlab-gui $(ARGS)

test: libraries  ## run the tests (TESTS=tests/core, ARGS="-x -q", WORKERS=0 for one process)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(TESTS) $(ARGS)

lint: $(READY)  ## style, format, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## put the code in the agreed format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: $(READY)  ## collect new texts, compile the translated ones
	$(BIN)/python $(TRANSLATIONS)/collect.py
	$(BIN)/pyside6-lrelease $(TRANSLATIONS)/ganlab_zh_CN.ts

pictures: libraries  ## train every preset for the thumbnails and screenshots
	$(BIN)/python -m ganlab_gui.app.pictures

wheel: $(READY)  ## build dist/*.whl
	$(BIN)/python -m hatchling build --target wheel

clean:  ## remove the environment, builds and caches
	rm -rf $(VENV) build dist .pytest_cache .hypothesis .ruff_cache .mypy_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

libraries: $(READY)
	@$(BIN)/python -m ganlab_gui.doctor --libraries offscreen

missing-packages: $(READY)
	@$(BIN)/python -m ganlab_gui.doctor --missing-packages offscreen

$(READY): pyproject.toml .constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint .constraints.txt --editable '.[dev]'
	@touch $@

$(BIN)/python:
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11, 3.12 or 3.13 was found. Install one, for example: sudo apt-get install python3 python3-venv" >&2; \
		exit 2; \
	fi; \
	echo "Making $(VENV) with $$python"; \
	"$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 2; }

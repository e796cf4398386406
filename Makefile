# CareTally's commands. `make help` lists them.
#
# Everything runs by `python -m`: the programs that pip writes carry the path that they were
# installed at, and would break in a copied folder.

.DEFAULT_GOAL := help
.PHONY: help run test bench setup setup-dev lint format clean
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin/python
PIP := $(BIN) -m pip --disable-pip-version-check --quiet --no-input

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: door setup  ## start everything at http://127.0.0.1:8000/ until Ctrl-C (PORT=8001, DATA_DIR=folder)
	@UNDER_MAKE=yes exec $(BIN) -m config.serve run

test: setup-dev  ## run everything that CI runs: style, walls, types, settings, all tests
	@exec $(BIN) .ci/checks.py

bench: setup-dev  ## run the benchmarks; each ends with its ratio and limit
	@set -e; for file in bench/*.py; do echo "== $$file"; $(BIN) "$$file"; done

setup: $(VENV)/run.stamp  ## install what running needs into .venv

setup-dev: $(VENV)/dev.stamp  ## install what testing needs too

lint: setup-dev  ## the quick checks alone, without tests
	@exec $(BIN) .ci/checks.py --quick

format: setup-dev  ## put the code in order
	@$(BIN) -m ruff check --quiet --fix . ; $(BIN) -m ruff format .

clean:  ## remove what tools have made; .venv and .data stay
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# Told before anything is installed: a taken port, another run on the same DATA_DIR.
.PHONY: door
door: python
	@$(PYTHON) config/serve/doors.py

.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found." >&2; exit 1; }

$(VENV)/run.stamp: requirements.txt | python
	@$(BIN) -c '' 2>/dev/null || { echo "Making $(VENV) ..."; $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing what running needs ..."
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Installing what testing needs ..."
	@$(PIP) install -r requirements-dev.txt
	@touch $@

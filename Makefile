# Every verb explains itself: `make help`. On a fresh machine `make demo` and `make test` do all the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASE := $(VENV)/.base-installed
FULL := $(VENV)/.full-installed
LESSONS := notebooks
NBVAL := --nbval --nbval-current-env --nbval-cell-timeout=120 --nbval-sanitize-with tests/nbval_sanitize.cfg
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--constraint constraints.txt --build-constraint constraints.txt --editable

# One thread: the same digits on every machine, and no slower on data of this size.
export OMP_NUM_THREADS := 1

.DEFAULT_GOAL := help
.PHONY: demo test verify lab notebooks datasets lint format help

demo: $(or $(wildcard $(FULL)),$(BASE)) ## make synthetic complaints and compare institutions: build/demo
	@$(BIN)/lapor-lab demo --out build/demo

test: lint ## lint, then all tests, doctests and lessons (notebooks strictly compared)
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(NBVAL) tests lapor_lab $(LESSONS)

verify: $(FULL) ## what takes longer: rebuilt lessons, the wheel in a fresh environment, other platforms
	@$(BIN)/python scripts/system_tools.py
	@$(BIN)/python -m pytest -m verify --numprocesses 2 --dist loadfile --ignore tests/benchmarks tests
	@$(BIN)/python -m pytest -m verify tests/benchmarks

lab: $(FULL) ## open the lessons in JupyterLab
	@$(BIN)/lapor-lab lab

notebooks: $(FULL) ## build notebooks/*.ipynb from notebooks/src
	@$(BIN)/python -m lapor_lab.course.build $(LESSONS)/src $(LESSONS)

datasets: $(FULL) ## build datasets/ from its recipes
	@$(BIN)/python scripts/build_datasets.py

lint: $(FULL) ## check style, types and the layers of the rooms
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(FULL) ## rewrite files in the project's style
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Perlu Python 3.11 atau lebih baru; tulis misalnya: make PYTHON=python3.12 demo" \
		"(Python 3.11 or newer is needed: name one)" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

$(BASE): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Memasang lapor-lab ke $(VENV) (sekali saja, satu sampai tiga menit) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	@$(INSTALL) .
	@touch $@

$(FULL): pyproject.toml constraints.txt | $(BIN)/python
	@echo "Memasang lapor-lab, JupyterLab, dan alat uji ke $(VENV) (sekali saja, dua sampai lima menit) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	@$(INSTALL) ".[lab]" --group test --group lint
	@touch $@

# Two commands do everything from a machine with Python 3.11 or later:
#   make review    sets all up and opens the reviewer's screen on the invented cables in samples/
#   make test      sets all up and runs every check

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
CASE   := build/samples.case

.PHONY: review test check setup pictures fuzz adversarial reading journal screen clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#  *//p' Makefile | head -3

setup: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "redactor needs Python 3.11 or later: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python has no venv module here; on Debian: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

review: $(STAMP)
	@mkdir -p build
	@$(BIN)/redactor review samples --case $(CASE) --policy sample-cables --out build/out

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# Run by hand: figures for people, not checks. `make fuzz INPUTS=200000 SEED=7` reads more.
INPUTS ?= 20000
SEED   ?= 1

fuzz: $(STAMP)
	$(BIN)/python -m benchmarks.fuzz --inputs $(INPUTS) --seed $(SEED) --jobs 2

adversarial: $(STAMP)
	$(BIN)/python -m benchmarks.adversarial

reading: $(STAMP)
	$(BIN)/python -m benchmarks.reading

journal: $(STAMP)
	$(BIN)/python -m benchmarks.journal

screen: $(STAMP)
	$(BIN)/python -m benchmarks.ui

pictures: $(STAMP)
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build

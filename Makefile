# Two commands do everything from a machine with Python 3.11 or later:
#   make review    sets all up and opens the reviewer's screen on the invented cables in samples/
#   make test      sets all up and runs every check

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
CASE   := build/samples.case

.PHONY: review test check setup pictures clean
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

pictures: $(STAMP)
	$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) build

# make demo: convert the fixtures and print the judgements found; make test: run all tests.
# Both set up a virtual environment in .venv at first use.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test fixtures schema baseline site clean

demo: $(READY)
	$(BIN)/reportparse convert fixtures/built/inspections out/demo
	$(BIN)/reportparse judgements out/demo

test: $(READY)
	$(BIN)/python -m pytest -n auto

fixtures: $(READY)
	$(BIN)/python fixtures/build.py

schema: $(READY)
	$(BIN)/reportparse schema --output docs/schema.json

site: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# See CONTRIBUTING.md before writing a new baseline.
baseline: $(READY)
	$(BIN)/python tests/builders/baseline.py

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist out site

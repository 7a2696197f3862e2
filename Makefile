# Needs Python 3.11 or newer, git and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PYTEST_FLAGS ?=
FUZZ_RUNS ?= 20000
FUZZ_KILLS ?= 3
FUZZ_TARGETS ?= wordings records documents options papers pdf
# Every warning is an error, a dead link or anchor among them.
SPHINX_FLAGS := --fail-on-warning --keep-going --fresh-env

.PHONY: demo test coverage lowest check format bench fuzz docs docs-links clean

demo: .venv/.installed  ## What changed from the 28 points to the 19
	@$(BIN)/plantrack diff 28pt 19pt

test: .venv/.developing  ## All tests, on all cores, each file on one, which builds what the file needs once
	@$(BIN)/pytest -n auto --dist loadfile $(PYTEST_FLAGS)

lowest: .venv-lowest/.installed  ## A quick part of the tests, with the lowest versions of all that a user needs
	@.venv-lowest/bin/pytest -q $(addprefix tests/test_,$(addsuffix .py,loader corpus document_formats reports exports cli_output))
	@.venv-lowest/bin/plantrack check

coverage: .venv/.developing  ## All tests, and which branches they take; half as long again
	@$(BIN)/pytest -n auto --dist loadfile --cov --cov-report=term

check: .venv/.developing  ## Style, types, layers, and the corpus against its own rules
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/plantrack check

format: .venv/.developing
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.developing  ## Speed, beside other tools, in one run
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/worst_cases.py
	$(BIN)/python benchmarks/many_papers.py
	$(BIN)/python benchmarks/large_corpus.py 1000
	$(BIN)/python benchmarks/copies.py 100 --bytes 500000

fuzz: .venv/.developing  ## Inputs that nobody would write, led by coverage, FUZZ_RUNS of each kind, a minute each at most; then kills and writers at once
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@for target in $(FUZZ_TARGETS); do mkdir -p build/fuzz/$$target; echo "== $$target"; \
		$(BIN)/python tests/fuzz/run_fuzz.py $$target build/fuzz/$$target -artifact_prefix=build/fuzz/ -verbosity=0 -print_final_stats=1 \
		-runs=$(FUZZ_RUNS) -max_total_time=60 -max_len=500 -timeout=60 -rss_limit_mb=2000 || exit 1; done
	@$(BIN)/python tests/fuzz/kills.py --kills $(FUZZ_KILLS) --rounds 5

docs: .venv/.developing  ## The pages that are made from the code, then all pages as HTML in build/docs
	$(BIN)/python docs/generate.py
	$(BIN)/sphinx-build $(SPHINX_FLAGS) -q -b html docs build/docs

docs-links: .venv/.developing  ## The links that lead out of the docs; none is fetched
	@$(BIN)/sphinx-build $(SPHINX_FLAGS) -Q -b linkcheck docs build/docs-links
	@sed -n 's/.*"filename": "\([^"]*\)".*"uri": "\(http[^"]*\)".*/\1: \2/p' build/docs-links/output.json

clean:
	rm -rf .venv .venv-bench .venv-lowest build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks docs -name __pycache__ -prune -exec rm -rf {} +

# A stamp is newer than what it was made from, so setting up twice costs nothing.
.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "plantrack needs Python 3.11 or newer: make PYTHON=python3.12")'
	@printf 'Setting up plantrack in .venv; the first time takes a minute or two.\n' >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[documents]'
	@touch $@

.venv/.developing: .venv/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,docs,documents]'
	@touch $@

# Every bound of the dependencies and of the extra `documents` is taken for the version itself.
.venv-lowest/.installed: pyproject.toml
	@$(PYTHON) -m venv --clear .venv-lowest
	@.venv-lowest/bin/python -c 'import tomllib; project = tomllib.load(open("pyproject.toml", "rb"))["project"]; \
		print(*(one.replace(">=", "==") for one in project["dependencies"] + project["optional-dependencies"]["documents"]), sep="\n")' \
		> .venv-lowest/bounds.txt
	@.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --requirement .venv-lowest/bounds.txt \
		pytest hypothesis jsonschema pybtex python-docx
	@.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

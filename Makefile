PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench docs lock clean

# What runs the product: the runtime lock, installed by hash, and the three packages in place.
.venv/runtime: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

demo: .venv/runtime
	$(BIN)/roster demo

test: lint
	$(BIN)/python -m pytest --cov --cov-report=term

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev
	$(BIN)/python -m tests.bench

# docs/formats.md, from what each format says of itself.
docs: .venv/runtime
	$(BIN)/python -m adapters.formats_page

# Needs uv. The locks name hashes and no addresses.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build --group dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf .venv demo .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

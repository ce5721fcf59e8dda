PYTHON ?= python3
BIN := .venv/bin
MEMBERS ?= 200000
SEED ?= 1
POINTS ?= 300

.PHONY: demo test soak coverage lint bench eval calibrate docs words lock clean

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

# The tests, on every processor at once; the long ones are soak's.
test: lint
	$(BIN)/python -m pytest -n auto --dist worksteal

# Killed at hundreds of system calls, processes against each other, a year of nights, hundreds of spoilt exports.
soak: .venv/dev
	@$(BIN)/python -m tests.soak --points $(POINTS)

# The same, and which lines no test reaches; it takes longer.
coverage: .venv/dev
	$(BIN)/python -m pytest --cov --cov-report=term

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev
	$(BIN)/python -m tests.bench

# How often the judgement is right, and the peers beside it; they live in an environment of their own.
.venv-eval/ready: requirements-eval.txt pyproject.toml
	$(PYTHON) -m venv .venv-eval
	.venv-eval/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-eval.txt
	.venv-eval/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

eval: .venv-eval/ready
	@.venv-eval/bin/python -m tests.eval --members $(MEMBERS) --seed $(SEED) $(if $(WRITE),--write $(WRITE))

# The weights of names as evidence, from made-up schools that the figures are not taken from.
calibrate: .venv/dev
	$(BIN)/python -m tests.eval.calibrate roster/identity/weights.py

# docs/formats.md and docs/rules.md, from what each format, rule and setting says of itself.
docs: .venv/runtime
	$(BIN)/python -m adapters.formats_page
	$(BIN)/python -m adapters.rules_page

# The words of the volunteers' letters to be translated, from the templates.
words: .venv/runtime
	$(BIN)/python -m adapters.mail.catalog

# Needs uv. The locks name hashes and no addresses.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--all-extras --group build --group dev pyproject.toml -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--group build --group eval pyproject.toml -o requirements-eval.txt

clean:
	rm -rf .venv .venv-eval demo .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

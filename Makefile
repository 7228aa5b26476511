# Fifty-Three. `make` alone lists what can be made.
.DEFAULT_GOAL := help
.PHONY: help lab table test test-all setup lint fuzz bench answers instructor slides handout results pages staff staff-scorm scorm room course marks wheel wheelhouse lock clean

PYTHON ?= python3
BIN := .venv/bin
# The same by name, on every system: editions/command/doings.py
KIT := $(BIN)/python -m editions.command
READY := .venv/ready
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
# Found, or fetched, before tests that open one.
BROWSER := CHROMIUM="$$($(BIN)/python -m tests.browser.getting)" && export CHROMIUM &&
# Where this is set, every start of a notebook would compile all packages anew.
unexport PYTHONDONTWRITEBYTECODE

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

lab: $(READY) ## open JupyterLab on the first lesson
	$(BIN)/jupyter lab --config=lab_config.py

table: $(READY) ## a table of your own: a page on this machine, no code (PORT=8054)
	$(KIT) table $(if $(PORT),--port "$(PORT)")

# In a fresh clone mypy keeps one core busy for most of a minute: beside the tests, not before them.
test: $(READY) style ## run all tests: style, types, import contracts, units, notebooks in a browser
	@$(MAKE) --no-print-directory --jobs=2 types tested

test-all: test ## everything in all ways, once a week: also fuzz at 20000, all worlds, benchmarks, the wheel
	$(MAKE) fuzz CASES=$(or $(CASES),20000)
	$(BROWSER) $(BIN)/pytest -m weekly -n 2 --dist loadfile --ignore=tests/benchmarks
	$(MAKE) bench

setup: $(READY) ## install the locked packages into .venv (lab and test do this by themselves)

lint: style types ## check style, types and import contracts

.PHONY: style types tested
style: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

tested: $(READY)
	$(BROWSER) $(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

fuzz: $(READY) ## hold audit and repairs against brute force on many more random tables (CASES=20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.repair.fuzz --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_worlds --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_percentages --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_editions --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.own_table.fuzz --cases $(or $(TABLES),2000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_cuts --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_weighted --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_persons --cases $(or $(CASES),20000)
	$(BIN)/python -m tests.disclosure.audit.fuzz_events --cases $(or $(CASES),20000)

bench: $(READY) ## measure speed, side by side with peers (takes a while)
	$(BROWSER) $(BIN)/pytest tests/benchmarks -m "weekly or not weekly" -q -s

answers: $(READY) ## write all answers into one file, for teachers (OUT=dist/answers.md)
	$(KIT) answers --out $(or $(OUT),dist/answers.md)

pages: $(READY) ## make each lesson a page that needs nothing (OUT=dist/pages SEED=nickname CONTACT=address)
	$(KIT) pages --out "$(or $(OUT),dist/pages)" $(if $(SEED),--seed "$(SEED)") \
	  $(if $(CONTACT),--contact "$(CONTACT)")

# "05", or "05 06"; without it all lessons.
ONE_LESSON = $(if $(LESSON),--lesson "$(LESSON)")
ONE_WORLD = $(if $(SEED),--seed "$(SEED)")

instructor: $(READY) ## each lesson run, with all answers and the guide at their places (LESSON=05 OUT=dist/instructor SEED=nickname)
	$(KIT) instructor --out "$(or $(OUT),dist/instructor)" $(ONE_WORLD) $(ONE_LESSON)

slides: $(READY) ## slides of each lesson, one file each, without answers (LESSON=05 OUT=dist/slides SEED=nickname)
	$(KIT) slides --out "$(or $(OUT),dist/slides)" $(ONE_WORLD) $(ONE_LESSON)

handout: $(READY) ## handouts and a paper pack, without answers (LESSON=05 OUT=dist/handout SEED=nickname)
	$(KIT) handout --out "$(or $(OUT),dist/handout)" $(ONE_WORLD) $(ONE_LESSON)

results: $(READY) ## check what a class has handed in, and show what it found hard (FOLDER=hand-ins OUT=dist/results CODE=1)
	$(KIT) results "$(FOLDER)" --out "$(or $(OUT),dist/results)" $(if $(CODE),--run-code)

staff: $(READY) ## make the staff hour: one file, no code (OUT=dist/staff LENGTH=core OWN=our-office.toml)
	$(KIT) staff --out "$(or $(OUT),dist/staff)" --length "$(or $(LENGTH),hour)" $(if $(OWN),--own "$(OWN)")

staff-scorm: $(READY) ## the same for a learning platform (SCORM 1.2; SCORE=1 INTERACTIONS=1 tell the employer more)
	$(KIT) staff-scorm --out "$(or $(OUT),dist/staff-scorm)" --length "$(or $(LENGTH),hour)" \
	  $(if $(OWN),--own "$(OWN)") $(if $(SCORE),--score) $(if $(INTERACTIONS),--interactions)

scorm: $(READY) ## each lesson as a package for a learning platform (SCORM 1.2; OUT=dist/scorm SEED=nickname CONTACT=address SCORE=1 INTERACTIONS=1)
	$(KIT) scorm --out "$(or $(OUT),dist/scorm)" $(if $(SEED),--seed "$(SEED)") $(if $(CONTACT),--contact "$(CONTACT)") \
	  $(if $(SCORE),--score) $(if $(INTERACTIONS),--interactions)

room: $(READY) ## serve the hour and all pages to a room without internet (HOST=address PORT=8053 KEEP=file RESUME=file)
	$(KIT) staff --build room --out dist/room/staff --length "$(or $(LENGTH),hour)" $(if $(OWN),--own "$(OWN)")
	$(KIT) room --staff dist/room/staff --host "$(or $(HOST),lan)" $(if $(PORT),--port "$(PORT)") \
	  $(if $(KEEP),--keep "$(KEEP)") $(if $(RESUME),--resume "$(RESUME)")

# TERM is also what a terminal calls itself: only what stands behind `make course` is meant.
NAME_OF_TERM = $(if $(filter command,$(origin TERM)),$(TERM),$(error Name the term, such as: make course TERM="2026 autumn"))
course: $(READY) ## the problem sets of a course, for nbgrader (TERM="2026 autumn" STUDENTS=students.csv OUT=dist/course)
	$(KIT) course --out "$(or $(OUT),dist/course)" --term "$(NAME_OF_TERM)" $(if $(STUDENTS),--students "$(STUDENTS)")

marks: $(READY) ## mark all hand-ins for a set (SET=set1 OUT=dist/course HAND_INS=folder)
	$(KIT) marks "$(or $(OUT),dist/course)" "$(or $(SET),set1)" $(if $(HAND_INS),--hand-ins "$(HAND_INS)")

wheel: $(READY) ## pack the kit and all lessons into one file for pip and uv (dist/)
	$(BIN)/python -m hatchling build -t wheel

wheelhouse: $(READY) ## fill a folder for a stick, to install offline (OUT=dist/stick)
	$(KIT) wheelhouse --out $(or $(OUT),dist/stick)

lock: $(READY) ## write uv.lock and bootstrap.txt anew from pyproject.toml
	$(BIN)/uv lock
	$(BIN)/uv export --quiet --frozen --only-group bootstrap --no-annotate --no-header -o bootstrap.txt

clean: ## remove what the other targets made
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: python
python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not that. Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python cannot make virtual environments here. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }

$(READY): pyproject.toml uv.lock bootstrap.txt | python
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.txt
	$(BIN)/uv sync --frozen
	@touch $(READY)

# The few verbs of Descent. `make` alone lists them.

LABS := $(shell ls Labs | sed -E 's/([a-z])([A-Z])/\1-\2/g' | tr 'A-Z' 'a-z')
LAB ?=
SCALE ?= quick
FORMAT ?= png
# optimizers -> Optimizers, batch-size -> BatchSize: the name of the lab's folder.
FOLDER = $(shell echo $(LAB) | awk -F - '{ for (i = 1; i <= NF; i++) printf toupper(substr($$i, 1, 1)) substr($$i, 2) }')

.PHONY: help setup figures lecture-figures lab check watch submit handout site grade record test coverage lint format bench faults clean setup-site needs-lab needs-submissions known-lab descent

help:  ## list these verbs
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

setup:  ## look for what is needed, and install it where that is allowed
	@.ci/setup

setup-site:
	@.ci/setup site

figures: setup  ## draw all figures at quick scale into build/figures
	@set -e; for lab in $(LABS) errata; do swift run -c release $$lab --output build/figures; done

lecture-figures: descent  ## draw all figures at lecture scale into docs/figures, and say what changed [LAB=optimizers] [FORMAT=pdf,svg]
	@rm -rf build/lecture-figures
	@set -e; for lab in $(or $(LAB),$(LABS) errata); do \
	  swift run -c release $$lab --output build/lecture-figures --scale lecture --format $(FORMAT); done
	@.build/debug/descent compare docs/figures build/lecture-figures --replace || [ $$? -eq 1 ]

lab: setup needs-lab  ## draw one lab's figures: make lab LAB=optimizers [SCALE=lecture]
	@swift run -c release $(LAB) --output build/figures --scale $(SCALE)

check: known-lab descent  ## check your answers to one lab, or to all: make check LAB=optimizers
	@.build/debug/descent check $(LAB) || [ $$? -eq 1 ]

watch: known-lab descent  ## check an answer whenever you save it: make watch LAB=optimizers
	@.build/debug/descent watch $(LAB)

submit: known-lab descent  ## pack your answers for handing in: make submit LAB=optimizers [STUDENT=s100]
	@.build/debug/descent submit $(LAB) $(if $(STUDENT),--student "$(STUDENT)")

handout: descent  ## write the package that students get into build/handout
	@.build/debug/descent handout

site: setup-site descent  ## write the course as a site, with the reference of its code, into build/site
	@DESCENT_LAB=None swift build --target Techniques
	@.build/debug/descent site

grade: needs-submissions descent  ## grade a class: make grade SUBMISSIONS=folder [FLAGS='--due 2026-10-01T23:59:00+02:00']
	@.build/debug/descent grade "$(SUBMISSIONS)" $(FLAGS)

record:  ## record answers and expected figures anew, after a change of solutions, checks or figures [LAB=optimizers]
	@set -e; for lab in $(or $(LAB),$(LABS)); do swift run $$lab-record; .ci/record-looks $$lab; done

test: setup  ## run all tests
	@swift build --build-tests --explicit-target-dependency-import-check error
	@swift test --skip-build

coverage: setup  ## run all tests on a build that counts, and say which share of each room's lines ran
	@.ci/coverage

lint:  ## check the format of all code
	@swift format lint --strict --recursive --parallel Package.swift Sources Labs Tests

format:  ## format all code
	@swift format --in-place --recursive --parallel Package.swift Sources Labs Tests

bench: setup  ## measure what has a bound, into build/benchmarks.json
	@swift run -c release descent-bench --output build/benchmarks.json

faults: setup  ## plant slips in a copy of the project, one by one, and see that tests notice [ONLY='Adam|Judge']
	@python3 Tests/Mutations/run.py $(if $(ONLY),--only '$(ONLY)')

clean:  ## remove all that was built
	@rm -rf .build build

needs-lab:
	@test -d "Labs/$(FOLDER)" -a -n "$(LAB)" || { echo 'Say which lab, one of: $(LABS). As in: make lab LAB=$(firstword $(LABS))' >&2; exit 64; }

needs-submissions:
	@test -n "$(SUBMISSIONS)" || { echo 'Say where the submissions are, as in: make grade SUBMISSIONS=submissions' >&2; exit 64; }

known-lab:
	@test -z "$(LAB)" -o -d "Labs/$(FOLDER)" || { echo 'There is no lab $(LAB); the labs are $(LABS).' >&2; exit 64; }

# One lab's rooms or none: `descent` itself builds the answers that it checks.
descent: setup
	@DESCENT_LAB=$(or $(FOLDER),None) swift build $$([ -x .build/debug/descent ] && echo --quiet) --product descent

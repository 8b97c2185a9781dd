# The two commands are `make demo` and `make test`; each installs what is missing first.
PYTHON ?= python3
VENV = .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help install demo stop clean test check lekken bench simulatie faults keuring screenshots

help: ## what can be made here
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

install: ## everything for demo, check and tests
	@$(PYTHON) config/diensten/installeren.py test

demo: ## start the demo municipality and print its address (PORT=8000)
	@$(PYTHON) config/diensten/installeren.py demo
	@$(VENV) -m config.diensten.demo start

stop: ## stop the demo; its data stays
	@if [ -x $(VENV) ]; then $(VENV) -m config.diensten.demo stop; else echo "Nothing is installed, so nothing runs."; fi

clean: ## stop the demo and remove its data
	@if [ -x $(VENV) ]; then $(VENV) -m config.diensten.demo clean; else echo "Nothing is installed, so there is nothing to remove."; fi

test: ## every test, browser journeys included (ARGS= for pytest)
	@$(PYTHON) config/diensten/installeren.py test
	@.venv/bin/pytest --numprocesses=2 --dist=loadfile --no-loadscope-reorder $(ARGS); code=$$?; $(VENV) -m config.diensten.opruimen; exit $$code

check: ## lint, types, order of the rooms, migrations, deployment settings
	@$(PYTHON) config/diensten/installeren.py check
	@$(VENV) -m config.diensten.controle

lekken: ## known leaks of the locked libraries, against our own times (asks PyPI and npm)
	@$(PYTHON) config/diensten/installeren.py check
	@$(VENV) -m config.diensten.lekken

bench: ## speed against the limits of a bare Django view
	@$(PYTHON) config/diensten/installeren.py demo
	@$(VENV) -m tests.bench

simulatie: ## a year of reminders for a whole municipality: 60,000 pieces of help, two schedulers at once (half an hour)
	@$(PYTHON) config/diensten/installeren.py test
	@SIMULATIE=$${SIMULATIE:-60000} .venv/bin/pytest -q tests/voorzieningen/test_simulatie.py

faults: ## a batch of 1,000 letters while workers are killed, Redis is emptied and PostgreSQL falls (FAULTS=1000)
	@$(PYTHON) config/diensten/installeren.py test
	@FAULTS=$${FAULTS:-1000} TOEGANG_VAR=$(CURDIR)/var/storingen .venv/bin/pytest -q --timeout=10800 tests/toegang/test_storingen.py

keuring: faults simulatie ## everything at full size: the faults, and a year of reminders (hours)

screenshots: ## the pictures of the README
	@$(PYTHON) config/diensten/installeren.py test
	@$(VENV) -m tests.schermafdrukken
